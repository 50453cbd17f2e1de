import type { PodGroup } from './pods.ts';

/** Nodes of a zone; cores and bytes that pods may use on each. */
export interface NodeShape {
  readonly count: number;
  readonly cpu: number;
  readonly memory: number;
}

export interface Fit {
  readonly fits: boolean;
  /** Requested share of the nodes that are up, 0 to 1 and more. */
  readonly cpu: number;
  readonly memory: number;
  /** Pods that found no node, by workload. */
  readonly left: readonly { readonly namespace: string; readonly name: string; readonly count: number }[];
}

/**
 * Whether the pods of one zone find a place on its nodes: the largest first, each on the node with most room, two of a spread
 * group never on one. The scheduler may do better, so a `true` can be relied on and a `false` means that there is little room.
 */
export function fit(groups: readonly PodGroup[], nodes: NodeShape, moment: 'rest' | 'most', down = 0): Fit {
  const up = Math.max(0, nodes.count - down);
  const room = Array.from({ length: up }, () => ({ cpu: nodes.cpu, memory: nodes.memory }));
  const [always, placed] = [groups.filter((each) => each.everyNode), groups.filter((each) => !each.everyNode)];
  for (const group of always) for (const node of room) take(node, group);
  const left: { namespace: string; name: string; count: number }[] = [];
  const share = (group: PodGroup) => Math.max(group.cpu / nodes.cpu, group.memory / nodes.memory);
  for (const group of [...placed].sort((a, b) => share(b) - share(a) || (a.name < b.name ? -1 : 1))) {
    const used = new Set<number>();
    let missing = 0;
    for (let pod = 0; pod < group.count[moment]; pod++) {
      let best = -1;
      let most = -1;
      room.forEach((node, index) => {
        if (node.cpu < group.cpu || node.memory < group.memory || (group.spread && used.has(index))) return;
        // what is scarcer on the node decides
        const free = Math.min(node.cpu / nodes.cpu, node.memory / nodes.memory);
        if (free > most) [best, most] = [index, free];
      });
      if (best < 0) missing++;
      else {
        take(room[best]!, group);
        used.add(best);
      }
    }
    if (missing > 0) left.push({ namespace: group.namespace, name: group.name, count: missing });
  }
  const sum = (of: (group: PodGroup) => number) =>
    groups.reduce((total, group) => total + of(group) * (group.everyNode ? up : group.count[moment]), 0);
  return {
    fits: left.length === 0 && room.every((node) => node.cpu >= 0 && node.memory >= 0),
    cpu: up === 0 ? Infinity : sum((group) => group.cpu) / (up * nodes.cpu),
    memory: up === 0 ? Infinity : sum((group) => group.memory) / (up * nodes.memory),
    left,
  };
}

function take(node: { cpu: number; memory: number }, group: PodGroup): void {
  node.cpu -= group.cpu;
  node.memory -= group.memory;
}
