import type { PodGroup } from './pods.ts';
import { Room, type Node } from './room.ts';

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
  const all = Array.from({ length: up }, (_, index): Node => ({ index, cpu: nodes.cpu, memory: nodes.memory }));
  const [always, placed] = [groups.filter((each) => each.everyNode), groups.filter((each) => !each.everyNode)];
  for (const group of always) for (const node of all) take(node, group);
  // what is scarcer on the node decides
  const room = new Room((node) => Math.min(node.cpu / nodes.cpu, node.memory / nodes.memory));
  for (const node of all) room.add(node);
  const share = (group: PodGroup) => Math.max(group.cpu / nodes.cpu, group.memory / nodes.memory);
  const left: { namespace: string; name: string; count: number }[] = [];
  for (const group of [...placed].sort((a, b) => share(b) - share(a) || (a.name < b.name ? -1 : 1))) {
    const missing = place(group, group.count[moment], room);
    if (missing > 0) left.push({ namespace: group.namespace, name: group.name, count: missing });
  }
  const sum = (of: (group: PodGroup) => number) =>
    groups.reduce((total, group) => total + of(group) * (group.everyNode ? up : group.count[moment]), 0);
  return {
    fits: left.length === 0 && all.every((node) => node.cpu >= 0 && node.memory >= 0),
    cpu: up === 0 ? Infinity : sum((group) => group.cpu) / (up * nodes.cpu),
    memory: up === 0 ? Infinity : sum((group) => group.memory) / (up * nodes.memory),
    left,
  };
}

/** Places pods of a group, and returns how many found no node. */
function place(group: PodGroup, count: number, room: Room): number {
  const aside: Node[] = [];
  let missing = count;
  while (missing > 0) {
    const node = room.take();
    if (!node) break;
    if (node.cpu < group.cpu || node.memory < group.memory) {
      aside.push(node);
      continue;
    }
    take(node, group);
    missing -= 1;
    if (group.spread) aside.push(node);
    else room.add(node);
  }
  for (const node of aside) room.add(node);
  return missing;
}

function take(node: Node, group: PodGroup): void {
  node.cpu -= group.cpu;
  node.memory -= group.memory;
}
