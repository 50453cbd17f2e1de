import type { Edge } from '../../engine/network/index.ts';
import type { ZoneReach } from './facts.ts';
import { channelOf } from './peers.ts';

/** A workload of one zone that the policies let into a channel of the gap, with one of another that they let the channel reach. */
export interface Crossing {
  readonly channel: string;
  readonly from: { readonly zone: string; readonly id: string };
  readonly to: { readonly zone: string; readonly id: string };
  /** Those of `from`, then those of `to`; with a channel of files the latter are those of `to`, which fetches. */
  readonly edges: readonly Edge[];
}

/** Channels that keep what is left in them until the other zone fetches it: whoever connects into them may get what the other zone left. */
export const FETCHED: readonly string[] = ['file-ferry'];

/** All ways from zone to zone by the gap, whether anybody declares them or not: into a channel in one, out of the same channel in the other. */
export function crossings(zones: readonly ZoneReach[]): readonly Crossing[] {
  const ends = new Map(zones.map((zone) => [zone, { into: meeting(zone, 'to'), out: meeting(zone, 'from') }]));
  return zones.flatMap((one) => zones.filter((other) => other !== one).flatMap((other) => (
    [...ends.get(one)!.into].flatMap(([channel, senders]) => {
      const receivers = ends.get(other)!.out.get(channel) ?? new Map<string, readonly Edge[]>();
      const fetchers = FETCHED.includes(channel) ? ends.get(other)!.into.get(channel) ?? [] : [];
      const far = new Map([...receivers, ...fetchers]);
      return [...senders].flatMap(([from, sent]) => [...far].map(([to, received]): Crossing => ({
        channel, from: { zone: one.zone, id: from }, to: { zone: other.zone, id: to }, edges: [...sent, ...received],
      })));
    })
  )));
}

/** By channel, everybody who may talk to it, or to whom it may. */
function meeting({ allowed }: ZoneReach, gapIs: 'from' | 'to'): ReadonlyMap<string, ReadonlyMap<string, readonly Edge[]>> {
  const found = new Map<string, Map<string, Edge[]>>();
  for (const edge of allowed) {
    for (const [gap, peer] of ends(edge, gapIs)) {
      const channel = channelOf(gap);
      if (channel === undefined) continue;
      const peers = found.get(channel) ?? new Map<string, Edge[]>();
      found.set(channel, peers.set(peer, [...(peers.get(peer) ?? []), edge]));
    }
  }
  return found;
}

/** Each sender of an edge that stands for many. */
function ends({ from, to, senders }: Edge, gapIs: 'from' | 'to'): readonly (readonly [gap: string, peer: string])[] {
  const all = senders ? [...senders] : [from];
  return all.map((sender) => (gapIs === 'to' ? [to, sender] as const : [sender, to] as const));
}
