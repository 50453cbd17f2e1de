import { at, list, strings } from '../../engine/inspect/plain.ts';
import { LabelIndex } from '../../engine/inspect/label-index.ts';
import type { Discovery, EstateObject, PolicyEstate } from '../../engine/policy/index.ts';
import { wrong } from '../control-plane/documents.ts';
import { Mentions, nameOf, namespaceOf } from './mentions.ts';

/** Namespaces whose objects the cluster itself reads. */
const SYSTEM = new Set(['kube-system', 'kube-public', 'kube-node-lease']);

const KINDS = ['ConfigMap', 'ServiceAccount', 'Role', 'ClusterRole'] as const;

/** What every cluster makes, or reads by its name. */
const KNOWN: Readonly<Record<(typeof KINDS)[number], readonly string[]>> = {
  ConfigMap: ['kube-root-ca.crt', 'argocd-cm', 'argocd-rbac-cm', 'argocd-cmd-params-cm', 'argocd-notifications-cm', 'argocd-ssh-known-hosts-cm', 'argocd-tls-certs-cm', 'argocd-gpg-keys-cm'],
  ServiceAccount: ['default'],
  Role: [],
  ClusterRole: ['cluster-admin', 'admin', 'edit', 'view'],
};

/** ConfigMaps, ServiceAccounts and roles that no object of their zone speaks of. */
export function* unreferenced(estate: PolicyEstate): Iterable<Discovery> {
  const candidates = KINDS.flatMap((kind) => estate.ofKind(kind).filter(({ manifest }) => (
    nameOf(manifest) !== '' && !SYSTEM.has(namespaceOf(manifest)) && !KNOWN[kind].includes(nameOf(manifest)) && !nameOf(manifest).startsWith('system:')
  )));
  if (candidates.length === 0) return;
  const labels = candidates.filter(({ manifest }) => manifest.kind === 'ConfigMap').flatMap(({ manifest }) => labelWords(manifest));
  const mentions = new Mentions(estate, [...candidates.map(({ manifest }) => nameOf(manifest)), ...labels]);
  const aggregated = aggregation(estate);
  for (const object of candidates) {
    const { kind } = object.manifest;
    if (mentions.uses(object, nameOf(object.manifest)) || (kind === 'ClusterRole' && aggregated(object))) continue;
    if (kind === 'ConfigMap' && labelWords(object.manifest).some((label) => mentions.uses(object, label))) continue;
    yield wrong({ at: object }, '', `没有对象引用该 ${kind}`, `no object refers to this ${kind}`);
  }
}

/** Sidecars pick ConfigMaps up by a label, e.g. dashboards; labels that everything has say nothing. */
function labelWords(manifest: unknown): readonly string[] {
  return Object.entries(strings(at(manifest, 'metadata', 'labels'))).filter(([key]) => !key.includes('/')).flatMap(([key, value]) => [key, `${key}=${value}`]);
}

/** Whether a built-in role, or one declared in the zone, takes in the rules of a role by its labels. */
function aggregation(estate: PolicyEstate): (object: EstateObject) => boolean {
  const taken = new Set<EstateObject>();
  const zones = new Map<string, LabelIndex<EstateObject>>();
  for (const object of estate.ofKind('ClusterRole')) {
    const labels = strings(at(object.manifest, 'metadata', 'labels'));
    if (Object.keys(labels).some((key) => key.startsWith('rbac.authorization.k8s.io/aggregate-to-'))) taken.add(object);
    const index = zones.get(object.zone) ?? new LabelIndex<EstateObject>();
    zones.set(object.zone, index);
    index.add(labels, object);
  }
  for (const { zone, manifest } of estate.ofKind('ClusterRole')) {
    for (const selector of list(at(manifest, 'aggregationRule', 'clusterRoleSelectors'))) for (const object of zones.get(zone)?.select(selector) ?? []) taken.add(object);
  }
  return (object) => taken.has(object);
}
