import type { TenantId } from '../../../constructs/words.ts';
import type { Zone } from '../../../constructs/zone.ts';
import type { Manifest } from '../../manifest.ts';
import { ARGOCD, groupName } from '../names.ts';
import { SERVER, WAVES } from './application.ts';
import type { KindEntry } from './kinds.ts';
import { deliveryLabels } from './labels.ts';
import { syncWindows } from './sync-windows.ts';

export interface ProjectInput {
  readonly name: string;
  readonly tenant: TenantId;
  readonly description: string;
  readonly sourceRepos: readonly string[];
  readonly namespaces: readonly string[];
  readonly clusterKinds: readonly KindEntry[];
  /** At least one: ArgoCD reads an absent list as all kinds. */
  readonly kinds: readonly KindEntry[];
  readonly deniedKinds?: readonly KindEntry[];
}

/** What the Applications of one tenant may bring, from where, to where, and who may see and sync them. */
export function appProject(zone: Zone, input: ProjectInput): Manifest {
  const windows = syncWindows(zone.environment);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: metadata(zone, input.name, input.tenant),
    spec: {
      description: input.description,
      sourceRepos: input.sourceRepos,
      destinations: input.namespaces.map((namespace) => ({ server: SERVER, namespace })),
      clusterResourceWhitelist: input.clusterKinds,
      namespaceResourceWhitelist: input.kinds,
      ...(input.deniedKinds ? { namespaceResourceBlacklist: input.deniedKinds } : {}),
      // the mesh puts its authority into every namespace
      orphanedResources: { warn: true, ...(zone.props.mesh ? { ignore: [{ kind: 'ConfigMap', name: 'istio-ca-root-cert' }] } : {}) },
      roles: projectRoles(input.name, input.tenant),
      ...(windows.length > 0 ? { syncWindows: windows } : {}),
    },
  };
}

/** `default` is made by ArgoCD and open to everything; declared like this it admits nothing. */
export function closedDefaultProject(zone: Zone): Manifest {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: metadata(zone, 'default', 'platform'),
    spec: {
      description: 'Closed: every Application belongs to the project of its tenant',
      sourceRepos: [],
      destinations: [],
      clusterResourceWhitelist: [],
      namespaceResourceBlacklist: [{ group: '*', kind: '*' }],
    },
  };
}

function metadata(zone: Zone, name: string, tenant: TenantId): Manifest['metadata'] {
  return {
    name, namespace: ARGOCD, labels: deliveryLabels(zone, ARGOCD, name, 'project', tenant),
    annotations: { 'argocd.argoproj.io/sync-wave': String(WAVES.projects) },
  };
}

const SEE = ['applications, get', 'logs, get'];
const RUN = [...SEE, 'applications, sync', 'applications, action/apps/Deployment/restart', 'applications, action/apps/StatefulSet/restart'];

/** The same groups as in the cluster's own roles; a restart comes through here, so that nobody needs to patch a workload. */
function projectRoles(project: string, tenant: TenantId): readonly unknown[] {
  const role = (name: string, groups: readonly string[], rights: readonly string[]) => ({
    name,
    groups,
    policies: rights.map((right) => `p, proj:${project}:${name}, ${right}, ${project}/*, allow`),
  });
  const auditors = [...new Set([groupName(tenant, 'auditor'), groupName('platform', 'auditor')])];
  return [
    role('platform-admin', [groupName('platform', 'platform-admin')], tenant === 'platform' ? RUN : ['applications, get']),
    role('tenant-admin', [groupName(tenant, 'tenant-admin')], RUN),
    role('operator', [groupName(tenant, 'operator')], RUN),
    role('auditor', auditors, ['applications, get']),
  ];
}
