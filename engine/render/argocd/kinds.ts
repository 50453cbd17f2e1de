import type { RenderedObject } from '../../manifest.ts';

/** API group of an apiVersion; empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** Groups that the API server serves by itself; every other group comes with an operator and may be late. */
const BUILT_IN: ReadonlySet<string> = new Set([
  '', 'admissionregistration.k8s.io', 'apiextensions.k8s.io', 'apiregistration.k8s.io', 'apps', 'autoscaling', 'batch', 'discovery.k8s.io',
  'networking.k8s.io', 'node.k8s.io', 'policy', 'rbac.authorization.k8s.io', 'scheduling.k8s.io', 'storage.k8s.io',
]);

export function isCustom(group: string): boolean {
  return !BUILT_IN.has(group);
}

export interface KindEntry {
  readonly group: string;
  readonly kind: string;
  /** Cluster-scoped kinds only: a glob over names. */
  readonly name?: string;
}

/** What bounds a tenant: never in a vendor's hands, whatever his folders hold. */
export const GUARDRAIL_KINDS: readonly KindEntry[] = [
  { group: '', kind: 'LimitRange' },
  { group: '', kind: 'ResourceQuota' },
  { group: 'external-secrets.io', kind: 'SecretStore' },
  { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
  { group: 'rbac.authorization.k8s.io', kind: 'Role' },
  { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
  { group: 'security.istio.io', kind: 'PeerAuthentication' },
];

/** The namespaced kinds among the objects, each once, in order. */
export function namespacedKinds(objects: readonly RenderedObject[]): readonly KindEntry[] {
  return entries(objects.filter(({ manifest }) => manifest.metadata.namespace !== undefined).map(({ manifest }) => ({ group: groupOf(manifest.apiVersion), kind: manifest.kind })));
}

/**
 * The kinds of the cluster among the objects. Names that start with one of the `prefixes` become one entry, `core-*`;
 * other names are listed one by one.
 */
export function clusterKinds(objects: readonly RenderedObject[], prefixes: readonly string[]): readonly KindEntry[] {
  return entries(objects.filter(({ manifest }) => manifest.metadata.namespace === undefined).map(({ manifest }) => {
    const { name } = manifest.metadata;
    const prefix = prefixes.find((each) => name.startsWith(`${each}-`));
    return { group: groupOf(manifest.apiVersion), kind: manifest.kind, name: prefix === undefined ? name : `${prefix}-*` };
  }));
}

function entries(all: readonly KindEntry[]): readonly KindEntry[] {
  const byKey = new Map(all.map((each) => [`${each.group}/${each.kind}/${each.name ?? ''}`, each]));
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
