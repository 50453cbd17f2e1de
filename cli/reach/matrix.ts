import { LAYERS, type Layer } from '../../constructs/words.ts';
import type { PeerLayer } from './facts.ts';
import { crossings } from './crossings.ts';
import { zoneAt } from './peers.ts';
import type { EnvironmentReach } from './report.ts';

/** Number of ordered pairs that may talk, by group of the one that starts and group of the one that answers; every group has its row and column. */
export type Matrix = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const PEER_LAYERS: readonly PeerLayer[] = [...(Object.keys(LAYERS) as Layer[]), 'middleware', 'operators', 'external'];

/** Zone by zone and layer by layer. Two zones meet by channels of the gap alone: such a pair is a sender and whom its channel brings it to. */
export function matrixOf(reached: readonly EnvironmentReach[], prefix: (environment: string) => string): { readonly zones: Matrix; readonly layers: Matrix } {
  const zones = new Count([...reached.flatMap(({ environment, zones: each }) => each.map(({ zone }) => `${prefix(environment)}${zone}`)), 'external']);
  const layers = new Count(PEER_LAYERS);
  for (const { environment, zones: each } of reached) {
    for (const { zone, allowed, layers: layerOf } of each) {
      const pairs = new Map(allowed.flatMap(({ from, to, senders }) => [...(senders ?? [from])].map((sender) => [`${sender} ${to}`, [sender, to] as const])));
      // addresses of another zone are that zone
      const at = (id: string) => (layerOf.get(id) === 'external' && zoneAt(id) === undefined ? 'external' : `${prefix(environment)}${zoneAt(id) ?? zone}`);
      for (const [from, to] of pairs.values()) {
        zones.add(at(from), at(to));
        layers.add(layerOf.get(from) ?? 'external', layerOf.get(to) ?? 'external');
      }
    }
    const pairs = new Map(crossings(each).map((crossing) => [`${crossing.from.zone} ${crossing.from.id} ${crossing.to.zone} ${crossing.to.id}`, crossing]));
    for (const { from, to } of pairs.values()) zones.add(`${prefix(environment)}${from.zone}`, `${prefix(environment)}${to.zone}`);
  }
  return { zones: zones.matrix(), layers: layers.matrix() };
}

class Count {
  private readonly rows: ReadonlyMap<string, Map<string, number>>;

  constructor(groups: readonly string[]) {
    this.rows = new Map(groups.map((row) => [row, new Map(groups.map((column) => [column, 0]))]));
  }

  add(row: string, column: string): void {
    const columns = this.rows.get(row);
    columns?.set(column, (columns.get(column) ?? 0) + 1);
  }

  matrix(): Matrix {
    return Object.fromEntries([...this.rows].map(([row, columns]) => [row, Object.fromEntries(columns)]));
  }
}
