import type { OperatorId } from '../../../constructs/middleware/index.ts';
import { OPERATORS, type HelmValues, type OperatorRow } from '../../../constructs/operators.ts';
import type { Zone } from '../../../constructs/zone.ts';
import type { Manifest } from '../../manifest.ts';
import { DEFAULT_ACCOUNT, defaultAccount } from '../guardrails/default-account.ts';
import { podSecurityLabels } from '../guardrails/namespace.ts';
import { secretStore } from '../guardrails/secret-store.ts';
import { tenantNamespaces } from '../guardrails/tenancy.ts';
import { CHAMP } from '../labels.ts';
import { externalSecret } from '../middleware/secrets.ts';
import { ARGOCD, OPERATORS_FOLDER, secretStoreName } from '../names.ts';
import type { Output } from '../output.ts';
import { argoApplication, WAVES } from './application.ts';
import { healthSettings } from './health/index.ts';
import { groupOf, type KindEntry } from './kinds.ts';
import { deliveryLabels } from './labels.ts';
import { appProject } from './project.ts';
import { imageDigests, imagesAnnotation } from './operator-images.ts';
import { rbacSettings } from './rbac.ts';

const PROJECT = 'champ-operators';

/** The mesh is an option of the zone: its kind alone brings nothing. */
const MESH: OperatorId = 'istio';

/** Every cluster has it; it is nobody's to declare. */
const SYSTEM = 'kube-system';

/** The operators of a zone: one Helm-sourced Application each, their Namespaces and secrets, and the project that bounds them. */
export function renderOperators(zone: Zone, out: Output): void {
  const rows = neededOperators(zone, out);
  const byNamespace = new Map<string, OperatorRow[]>();
  for (const row of rows) byNamespace.set(row.namespace, [...(byNamespace.get(row.namespace) ?? []), row]);
  out.add(zone.id, ARGOCD, zone, operatorsProject(zone, [...byNamespace.keys()]));
  for (const [name, inside] of [...byNamespace].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const account = defaultAccount(name, deliveryLabels(zone, OPERATORS_FOLDER, DEFAULT_ACCOUNT, 'account'));
    out.add(zone.id, OPERATORS_FOLDER, zone, operatorNamespace(zone, name, inside), account);
  }
  for (const row of rows) out.add(zone.id, OPERATORS_FOLDER, zone, operatorApplication(zone, row, out), ...operatorSecrets(zone, row));
}

/** What the zone's objects, kinds and options call for, in the order of the table. ArgoCD looks after itself too. */
export function neededOperators(zone: Zone, out: Output): readonly OperatorRow[] {
  const groups = new Set<string>();
  const needed = new Set<OperatorId>(['argocd']);
  for (const { zone: at, manifest } of out.objects) {
    if (at !== zone.id) continue;
    groups.add(groupOf(manifest.apiVersion));
    // an autoscaler reads its figures from the metrics API
    if (manifest.kind === 'HorizontalPodAutoscaler') needed.add('metrics-server');
  }
  for (const { product, parts } of zone.middleware.values()) {
    if (product.mode === 'operator' && product.operator !== MESH) needed.add(product.operator);
    for (const part of parts) if (part.part === 'custom') needed.add(part.operator.id);
  }
  if (zone.props.mesh) needed.add(MESH);
  const rows = Object.values(OPERATORS);
  for (const row of rows) if (row.groups.some((group) => groups.has(group))) needed.add(row.id);
  // a set grows while it is walked
  for (const id of needed) OPERATORS[id].requires?.forEach((other) => needed.add(other));
  if (rows.some((row) => needed.has(row.id) && row.secrets)) needed.add('external-secrets');
  return rows.filter((row) => needed.has(row.id));
}

function operatorNamespace(zone: Zone, name: string, rows: readonly OperatorRow[]): Manifest {
  const lowered = rows.find((row) => row.podSecurity?.level === 'privileged') ?? rows.find((row) => row.podSecurity);
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        ...deliveryLabels(zone, OPERATORS_FOLDER, name, 'namespace'),
        ...podSecurityLabels(zone.environment.props.kubernetes, lowered?.podSecurity?.level ?? 'restricted'),
      },
      ...(lowered?.podSecurity ? { annotations: { [`${CHAMP}/pod-security-why-en`]: lowered.podSecurity.why } } : {}),
    },
  };
}

function operatorApplication(zone: Zone, row: OperatorRow, out: Output): Manifest {
  const { environment, props } = zone;
  const { chartRegistry, registry } = environment.props;
  const site = { production: environment.production, clusterDomain: environment.clusterDomain, storageClass: props.storageClasses.standard, digests: imageDigests(zone, row) };
  return argoApplication({
    name: row.id,
    project: PROJECT,
    labels: deliveryLabels(zone, OPERATORS_FOLDER, row.id, 'operator'),
    source: { repoURL: chartRegistry, chart: row.chart, targetRevision: row.version, helm: { releaseName: row.id, valuesObject: row.id === 'argocd' ? withZone(row.values(registry, site), zone, out) : row.values(registry, site) } },
    annotations: imagesAnnotation(zone, row),
    namespace: row.namespace,
    wave: WAVES.roots,
    // a chart brings definitions, and without them every resource of its kinds is gone: whatever it drops waits for a person
    syncOptions: ['Delete=confirm', 'Prune=confirm', 'SkipDryRunOnMissingResource=true'],
  });
}

/** ArgoCD's settings are complete with the health checks, and with who is who in the zone. */
function withZone(values: HelmValues, zone: Zone, out: Output): HelmValues {
  const { cm, ...configs } = values['configs'] as { readonly cm: HelmValues };
  const tenants = [...new Set(tenantNamespaces(zone, out).map(({ tenant }) => tenant))].sort();
  return { ...values, configs: { ...configs, cm: { ...cm, ...healthSettings() }, rbac: rbacSettings(tenants) } };
}

/** What the chart only names comes from the platform's own path of the secret store. */
function operatorSecrets(zone: Zone, { id, namespace, secrets = [] }: OperatorRow): readonly Manifest[] {
  if (secrets.length === 0) return [];
  const labelsOf = (name: string, component: string) => deliveryLabels(zone, OPERATORS_FOLDER, name, component);
  return [
    ...secretStore(zone, { name: secretStoreName(namespace), namespace, tenant: 'platform', labelsOf }),
    ...secrets.map(({ name, keys }) => externalSecret(
      { name, namespace, labels: labelsOf(name, 'secret') },
      keys.map((key) => ({ secretKey: key, tenant: 'platform', path: `operators/${id}/${name}`, property: key })),
    )),
  ];
}

const of = (group: string, ...kinds: readonly string[]): readonly KindEntry[] => kinds.map((kind) => ({ group, kind }));

/**
 * What charts of operators consist of. They are not rendered here, so the list goes by kind and not by name; it holds
 * what controllers need and no more.
 */
const CLUSTER_KINDS: readonly KindEntry[] = [
  ...of('admissionregistration.k8s.io', 'MutatingWebhookConfiguration', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding', 'ValidatingWebhookConfiguration'),
  ...of('apiextensions.k8s.io', 'CustomResourceDefinition'),
  ...of('apiregistration.k8s.io', 'APIService'),
  ...of('rbac.authorization.k8s.io', 'ClusterRole', 'ClusterRoleBinding'),
];

const KINDS: readonly KindEntry[] = [
  ...of('', 'ConfigMap', 'PersistentVolumeClaim', 'Secret', 'Service', 'ServiceAccount'),
  ...of('apps', 'DaemonSet', 'Deployment', 'StatefulSet'),
  ...of('autoscaling', 'HorizontalPodAutoscaler'),
  ...of('batch', 'CronJob', 'Job'),
  ...of('cert-manager.io', 'Certificate', 'Issuer'),
  ...of('monitoring.coreos.com', 'PodMonitor', 'PrometheusRule', 'ServiceMonitor'),
  ...of('networking.k8s.io', 'NetworkPolicy'),
  ...of('policy', 'PodDisruptionBudget'),
  ...of('rbac.authorization.k8s.io', 'Role', 'RoleBinding'),
];

/** Some charts bind a role of kube-system, where leader election and the front proxy's configuration are. */
function operatorsProject(zone: Zone, namespaces: readonly string[]): Manifest {
  return appProject(zone, {
    name: PROJECT, tenant: 'platform', description: 'Operators, each a chart pinned by version', sourceRepos: [zone.environment.props.chartRegistry],
    namespaces: [...new Set([...namespaces, SYSTEM])].sort(), clusterKinds: CLUSTER_KINDS, kinds: KINDS,
  });
}
