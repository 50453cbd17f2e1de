import type { WorkloadPart } from '../../../constructs/middleware/index.ts';
import type { Manifest } from '../../manifest.ts';
import { metadata, type Place } from './place.ts';

const RBAC = 'rbac.authorization.k8s.io';

/** An account of its own for each part; only a part that calls the Kubernetes API gets a role, and its pods alone a token. */
export function access(place: Place, part: WorkloadPart): readonly Manifest[] {
  const account: Manifest = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata(place), automountServiceAccountToken: false };
  if (!part.api) return [account];
  const { cluster, namespaces, rules } = part.api;
  const { namespace: own, ...meta } = metadata(place, roleName(place));
  // roles of several namespaces are files of one folder
  const scopes = cluster ? [meta] : namespaces?.map((namespace) => ({ ...meta, name: `${meta.name}-${namespace}`, namespace })) ?? [{ ...meta, namespace: own }];
  const kind = cluster ? 'ClusterRole' : 'Role';
  return [account, ...scopes.flatMap((scope): Manifest[] => [
    { apiVersion: `${RBAC}/v1`, kind, metadata: scope, rules },
    {
      apiVersion: `${RBAC}/v1`, kind: `${kind}Binding`, metadata: scope,
      roleRef: { apiGroup: RBAC, kind, name: scope.name },
      subjects: [{ kind: 'ServiceAccount', name: part.name, namespace: place.namespace }],
    },
  ])];
}

/** Cluster roles share one name space with everybody's. */
function roleName({ middleware, name }: Place): string {
  return name === middleware.kind || name.startsWith(`${middleware.kind}-`) ? `${middleware.zone.prefix}-mw-${name}` : `${middleware.zone.prefix}-mw-${middleware.kind}-${name}`;
}
