import type { RenderedObject } from '../manifest.ts';
import { quantity } from '../quantity/index.ts';
import { containersOf, podNeed, podTemplates, type InspectFacts } from '../inspect/index.ts';

/** Pods of one workload in one zone. */
export interface PodGroup {
  readonly zone: string;
  readonly namespace: string;
  readonly name: string;
  readonly origin: 'service' | 'middleware' | 'operator';
  /** At rest, and when autoscalers are at their maximum. */
  readonly count: { readonly rest: number; readonly most: number };
  /** One on every node. */
  readonly everyNode: boolean;
  /** Two of them may not share a node. */
  readonly spread: boolean;
  readonly containers: number;
  /** Added by admission, e.g. the sidecar of a mesh. */
  readonly injected: number;
  /** Requests of one pod: cores and bytes. */
  readonly cpu: number;
  readonly memory: number;
}

const NO_DEFAULTS = { requests: {}, limits: {} };

/** Every pod that stays: workloads of the objects, and those that operators make. Jobs come and go and are left to the quotas. */
export function podGroups(objects: readonly RenderedObject[], facts: InspectFacts, isService: (object: RenderedObject) => boolean): readonly PodGroup[] {
  const scaled = new Map<string, { readonly min: number; readonly max: number }>();
  for (const { manifest, zone } of objects) {
    if (manifest.kind !== 'HorizontalPodAutoscaler') continue;
    const spec = manifest['spec'] as { scaleTargetRef: { kind: string; name: string }; minReplicas?: number; maxReplicas: number };
    scaled.set([zone, manifest.metadata.namespace, spec.scaleTargetRef.kind, spec.scaleTargetRef.name].join(), { min: spec.minReplicas ?? 1, max: spec.maxReplicas });
  }
  const groups: PodGroup[] = [];
  for (const object of objects) {
    const { manifest, zone } = object;
    if (!['Deployment', 'StatefulSet', 'DaemonSet'].includes(manifest.kind)) continue;
    const { name, namespace = '' } = manifest.metadata;
    const hpa = scaled.get([zone, namespace, manifest.kind, name].join());
    const replicas = ((manifest['spec'] as { replicas?: number }).replicas ?? 1);
    for (const template of podTemplates(manifest)) {
      const mesh = template.labels['sidecar.istio.io/inject'] === 'true' ? (facts.injected ?? []).filter((each) => (each.zone ?? zone) === zone && (each.namespace ?? namespace) === namespace) : [];
      const injected = mesh.map((each) => ({ requests: numbers(each.requests), limits: numbers(each.limits) }));
      const need = podNeed(template, NO_DEFAULTS, injected);
      groups.push({
        zone, namespace, name,
        origin: isService(object) ? 'service' : 'middleware',
        count: { rest: hpa?.min ?? replicas, most: hpa?.max ?? replicas },
        everyNode: manifest.kind === 'DaemonSet',
        spread: JSON.stringify(template.spec['topologySpreadConstraints'] ?? '').includes('DoNotSchedule'),
        containers: containersOf(template).filter((each) => each.role !== 'init').length,
        injected: injected.length,
        cpu: need.requests['cpu'] ?? 0,
        memory: need.requests['memory'] ?? 0,
      });
    }
  }
  for (const pods of facts.pods ?? []) {
    if (!pods.count || !pods.zone) continue;
    groups.push({
      zone: pods.zone, namespace: pods.namespace, name: Object.values(pods.labels).join('/'), origin: 'operator',
      count: { rest: pods.count, most: pods.count }, everyNode: false, spread: false, containers: pods.containers ?? 1, injected: 0,
      cpu: quantity(pods.requests?.['cpu'] ?? 0), memory: quantity(pods.requests?.['memory'] ?? 0),
    });
  }
  return groups;
}

const numbers = (amounts: Readonly<Record<string, string>>): Record<string, number> =>
  Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, quantity(value)]));
