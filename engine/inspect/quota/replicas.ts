import type { RenderedObject } from '../../manifest.ts';
import type { NodeGroup } from '../facts.ts';
import { identity } from '../identity.ts';
import { selects } from '../label-index.ts';
import { at, text, type Plain } from '../plain.ts';

/** The largest number of replicas that autoscalers may set, by `zone\nnamespace\nKind\nname`. */
export function autoscaled(objects: readonly RenderedObject[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const object of objects) {
    if (at(object.manifest, 'kind') !== 'HorizontalPodAutoscaler') continue;
    const { namespace } = identity(object);
    const target = at(object.manifest, 'spec', 'scaleTargetRef');
    const most = at(object.manifest, 'spec', 'maxReplicas');
    if (typeof most === 'number') {
      found.set([object.zone, namespace, text(at(target, 'kind')) ?? '', text(at(target, 'name')) ?? ''].join('\n'), most);
    }
  }
  return found;
}

/** The most pods that a workload has at once: replicas or the autoscaler's maximum, and the surge of an update. */
export function mostPods(object: RenderedObject, spec: Plain, scaled: ReadonlyMap<string, number>, nodes: readonly NodeGroup[]): number {
  const { kind, namespace, name } = identity(object);
  const fields = at(object.manifest, 'spec');
  const replicas = scaled.get(`${object.zone}\n${namespace}\n${kind}\n${name}`) ?? number(at(fields, 'replicas'), 1);
  switch (kind) {
    case 'Deployment':
      return replicas + (at(fields, 'strategy', 'type') === 'Recreate' ? 0 : surge(at(fields, 'strategy', 'rollingUpdate', 'maxSurge') ?? '25%', replicas));
    case 'StatefulSet':
    case 'ReplicaSet':
      return replicas;
    case 'DaemonSet': {
      const count = nodesFor(object.zone, spec, nodes);
      return count + surge(at(fields, 'updateStrategy', 'rollingUpdate', 'maxSurge') ?? 0, count);
    }
    case 'Job':
      return parallel(at(fields, 'parallelism'), at(fields, 'completions'));
    case 'CronJob':
      return parallel(at(fields, 'jobTemplate', 'spec', 'parallelism'), at(fields, 'jobTemplate', 'spec', 'completions'));
    case 'PodTemplate':
      return 0;
    default:
      return 1;
  }
}

function nodesFor(zone: string, spec: Plain, nodes: readonly NodeGroup[]): number {
  const groups = nodes.filter((group) => group.zone === zone);
  if (groups.length === 0) return 1;
  const selector = { matchLabels: spec['nodeSelector'] };
  return groups.reduce((sum, group) => sum + (selects(selector, { 'kubernetes.io/os': 'linux', ...group.labels }) ? group.count : 0), 0);
}

/** A surge in percent is rounded up, as the controllers do. */
function surge(value: unknown, replicas: number): number {
  const percent = typeof value === 'string' ? /^(\d+)%$/.exec(value) : null;
  return percent ? Math.ceil((Number(percent[1]) * replicas) / 100) : number(value, 0);
}

function parallel(parallelism: unknown, completions: unknown): number {
  const most = number(parallelism, 1);
  return typeof completions === 'number' ? Math.min(most, completions) : most;
}

function number(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : fallback;
}
