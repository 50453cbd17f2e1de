import { at, records, text } from '../../inspect/plain.ts';
import type { PodTemplate } from '../../inspect/pod-templates.ts';
import type { Manifest } from '../../manifest.ts';
import type { Text } from '../../problem/index.ts';
import { accessModes, isPaused, type Strategy } from './strategy.ts';
import type { NodeShare, QuotaLack } from './surroundings.ts';

/** What a rollout meets in its namespace and on its nodes. */
export interface Meets {
  readonly manifest: Manifest;
  readonly template: PodTemplate;
  readonly strategy: Strategy;
  /** Pods at rest. */
  readonly pods: number;
  readonly claims: ReadonlyMap<string, Manifest>;
  /** What a quota of the namespace lacks for the surge, and when; none when it holds. */
  readonly quota?: QuotaLack;
  readonly nodes?: NodeShare;
}

interface StallRow {
  readonly find: (meets: Meets) => Text | undefined;
}

/** No new pod fits beside the old ones, and no old one may go first: nothing moves. */
const mustSurge = ({ manifest, strategy }: Meets): boolean => manifest.kind === 'Deployment' && strategy.surge > 0 && strategy.missing === 0;

/**
 * Why a rollout would stand still. A PodDisruptionBudget is none of it: it holds evictions, such as those of a drained node, and not
 * what a controller replaces. The first that applies is told.
 */
export const STALLS: readonly StallRow[] = [
  { find: ({ manifest }) => (isPaused(manifest) ? { zh: 'Deployment 已暂停(spec.paused),不会开始更新', en: 'the Deployment is paused (spec.paused), so no rollout starts' } : undefined) },
  {
    find: (meets) => {
      const { quota } = meets;
      if (!quota || !mustSurge(meets)) return undefined;
      return quota.most
        ? { zh: `HPA 到上限时,配额 ${quota.name} 容不下多出的 ${meets.strategy.surge} 个 Pod(${quota.resource}),且 maxUnavailable 为 0`, en: `with the HPA at its maximum the quota ${quota.name} has no room for ${meets.strategy.surge} more (${quota.resource}), and maxUnavailable is 0` }
        : { zh: `配额 ${quota.name} 容不下多出的 ${meets.strategy.surge} 个 Pod(${quota.resource}),且 maxUnavailable 为 0`, en: `the quota ${quota.name} has no room for ${meets.strategy.surge} more (${quota.resource}), and maxUnavailable is 0` };
    },
  },
  { find: (meets) => onlyClaim(meets) },
  {
    find: (meets) => {
      const { nodes, pods, template, strategy } = meets;
      if (!nodes || !mustSurge(meets) || pods + strategy.surge <= nodes.count || !onePerNode(template)) return undefined;
      return { zh: `每个节点只容一个 Pod,${nodes.count} 个节点放不下 ${pods} 个加上多出的 ${strategy.surge} 个,且 maxUnavailable 为 0`, en: `a node takes one of them alone: ${nodes.count} nodes have no place for ${pods} and ${strategy.surge} more, and maxUnavailable is 0` };
    },
  },
  {
    find: (meets) => {
      if (!meets.nodes || !mustSurge(meets) || (meets.nodes.fitsAtRest && meets.nodes.fitsAtMost)) return undefined;
      return meets.nodes.fitsAtRest
        ? { zh: 'HPA 到上限时节点已满,多出的 Pod 无处可放,且 maxUnavailable 为 0', en: 'with the HPAs at their maximum the nodes are full: no place for one more, and maxUnavailable is 0' }
        : { zh: '节点已满,多出的 Pod 无处可放,且 maxUnavailable 为 0', en: 'the nodes are full: no place for one more, and maxUnavailable is 0' };
    },
  },
];

/** A volume that one node (or one pod) alone may mount stays with the old pod until that is gone. */
function onlyClaim({ manifest, template, strategy, claims }: Meets): Text | undefined {
  if (manifest.kind !== 'Deployment' || strategy.surge === 0 || strategy.missing > 0) return undefined;
  for (const volume of records(template.spec['volumes'])) {
    const name = text(at(volume, 'persistentVolumeClaim', 'claimName'));
    const claim = name === undefined ? undefined : claims.get(name);
    const modes = claim ? accessModes(claim) : [];
    if (modes.length === 0 || !modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod')) continue;
    return { zh: `卷 ${name} 为 ${modes.join(', ')}:旧 Pod 不退,别的节点上的新 Pod 挂不上`, en: `the volume ${name} is ${modes.join(', ')}: a new pod on another node cannot mount it while the old one has it` };
  }
  return undefined;
}

/** By a port of the node, the node's network, or anti-affinity that is required. */
function onePerNode({ spec, containers }: PodTemplate): boolean {
  const ports = containers.some(({ container }) => records(container['ports']).some((port) => typeof port['hostPort'] === 'number' || (spec['hostNetwork'] === true && typeof port['containerPort'] === 'number')));
  const apart = records(at(spec, 'affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution')).some((each) => each['topologyKey'] === 'kubernetes.io/hostname');
  return ports || apart;
}

export function stallOf(meets: Meets): Text | undefined {
  if (meets.strategy.pods === 0) return undefined;
  for (const { find } of STALLS) {
    const found = find(meets);
    if (found) return found;
  }
  return undefined;
}
