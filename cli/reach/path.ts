import { sends, type Edge } from '../../engine/network/index.ts';
import { crossings } from './crossings.ts';
import type { ZoneReach } from './facts.ts';

/** One step of a way: all connections between two neighbours, or the channel of the gap between them. */
export interface Step {
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  readonly edges: readonly Edge[];
  readonly channel?: string;
}

/** A peer, by its name. */
export interface Node {
  readonly zone: string;
  readonly id: string;
}

/** Who passes on what comes to them. */
export type Passing = 'relays' | 'pods';

const keyOf = ({ zone, id }: Node): string => `${zone} ${id}`;

/** Who may talk to whom in an environment, both zones and the channels between them. */
export class ReachGraph {
  private readonly next = new Map<string, Map<string, Step & { readonly at: Node }>>();
  /** Edges that stand for many, which are not written out for each. */
  private readonly ofMany: ReadonlyMap<string, readonly Edge[]>;
  private readonly zones: readonly ZoneReach[];

  constructor(zones: readonly ZoneReach[]) {
    this.zones = zones;
    this.ofMany = new Map(zones.map(({ zone, allowed }) => [zone, allowed.filter(({ senders }) => senders)]));
    for (const { zone, allowed } of zones) for (const edge of allowed) if (!edge.senders) this.add({ zone, id: edge.from }, { zone, id: edge.to }, [edge]);
    for (const { channel, from, to, edges } of crossings(zones)) this.add(from, to, edges, channel);
  }

  private add(from: Node, to: Node, edges: readonly Edge[], channel?: string): void {
    const key = keyOf(from);
    const steps = this.next.get(key) ?? new Map<string, Step & { readonly at: Node }>();
    this.next.set(key, steps);
    const known = steps.get(keyOf(to));
    steps.set(keyOf(to), { zone: from.zone, from: from.id, to: to.id, at: to, edges: [...(known?.edges ?? []), ...edges], ...(channel === undefined ? {} : { channel }) });
  }

  /** Neighbours of a peer, in the order of their names. */
  steps(zone: string, id: string): readonly (Step & { readonly at: Node })[] {
    const steps = new Map(this.next.get(keyOf({ zone, id })) ?? []);
    for (const edge of this.ofMany.get(zone) ?? []) {
      if (!edge.senders?.has(id)) continue;
      const at = { zone, id: edge.to };
      steps.set(keyOf(at), { zone, from: id, to: edge.to, at, edges: [...(steps.get(keyOf(at))?.edges ?? []), edge] });
    }
    return [...steps].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, step]) => step);
  }

  /** Connections without anybody between, in every zone that has both. */
  direct(from: string, to: string): readonly Edge[] {
    return this.zones.flatMap(({ allowed }) => allowed.filter((edge) => sends(edge, from) && edge.to === to));
  }

  /**
   * The shortest way, the first by name of several; undefined where there is none. Between the ends are gateways, ferries and the gap,
   * which pass on what others send; `pods` lets any pod do so. `from` and `to` may be in more than one zone.
   */
  way(from: string, to: string, passing: Passing = 'relays'): readonly Step[] | undefined {
    const start = this.zones.filter(({ layers }) => layers.has(from)).map(({ zone }) => ({ zone, id: from }));
    const before = new Map<string, { readonly step: Step; readonly from: Node } | undefined>(start.map((node) => [keyOf(node), undefined]));
    const queue: Node[] = [...start];
    for (let done = 0; done < queue.length; done += 1) {
      const node = queue[done]!;
      if (node.id !== from && !this.passes(node, passing)) continue;
      for (const step of this.steps(node.zone, node.id)) {
        if (before.has(keyOf(step.at))) continue;
        before.set(keyOf(step.at), { step, from: node });
        if (step.at.id === to) return walkBack(before, step.at);
        queue.push(step.at);
      }
    }
    return undefined;
  }

  private passes({ zone, id }: Node, passing: Passing): boolean {
    const found = this.zones.find((each) => each.zone === zone);
    return found !== undefined && (passing === 'relays' ? found.relays.has(id) : found.layers.get(id) !== 'external');
  }
}

function walkBack(before: ReadonlyMap<string, { readonly step: Step; readonly from: Node } | undefined>, end: Node): readonly Step[] {
  const way: Step[] = [];
  for (let at = before.get(keyOf(end)); at; at = before.get(keyOf(at.from))) way.unshift(at.step);
  return way;
}
