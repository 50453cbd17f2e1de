import type { Environment } from '../../constructs/environment.ts';
import { OPERATORS } from '../../constructs/operators.ts';
import type { InspectFacts, KnownObject } from '../../engine/inspect/index.ts';
import { operatorFacts } from '../../engine/render/middleware/index.ts';
import { isMeshed, MESH_SIDECAR } from '../../engine/render/guardrails/index.ts';

/** What the objects cannot say of themselves: what the clusters have, what operators and the mesh add. */
export function inspectFacts(environment: Environment): InspectFacts {
  const { operatorMade, pods } = operatorFacts(environment);
  const existing: KnownObject[] = environment.zones.flatMap(({ id, props }): KnownObject[] => [
    ...[...new Set(Object.values(props.storageClasses))].map((name) => ({ zone: id, kind: 'StorageClass', name })),
    { zone: id, kind: 'Namespace', name: 'argocd' },
  ]);
  return {
    existing,
    operatorMade,
    pods: [...pods, ...environment.zones.map(({ id }) => ({ zone: id, namespace: OPERATORS.istio.namespace, labels: { app: 'istiod' } }))],
    injected: environment.zones.flatMap((zone) => zone.applications.filter(isMeshed).map((each) => ({ zone: zone.id, namespace: each.name, ...MESH_SIDECAR }))),
    nodes: environment.zones.map((zone) => ({ zone: zone.id, count: zone.props.nodes.count })),
    requireDigest: environment.production,
  };
}
