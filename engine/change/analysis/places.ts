import type { PlacedObject } from '../../guard/index.ts';
import { at, records, text } from '../../inspect/plain.ts';
import { cidrsOf, overlap, parseBlock, sizeOf, subtract, type AddressRange } from '../../network/addresses.ts';
import type { MorePeers, NetworkPeer } from '../../network/index.ts';

/** What the objects of an environment do not say of its network. */
export interface Places extends MorePeers {
  /** Ids of the outside peers that are the gap, or lie beyond it. */
  readonly gap?: readonly string[];
}

const external = (cidr: string): string => `external/${cidr}`;

/**
 * Outside peers of a zone for both sides alike: those that have a name, and every other block that a policy of either side names.
 * None holds addresses of another: the smaller has them, a named one before a mere block.
 */
export function outsideOf(zone: string, places: Places, objects: readonly PlacedObject[]): readonly NetworkPeer[] {
  const named = (places.outside ?? []).filter((each) => each.zone === zone).map(placeOf);
  const blocks = blocksIn(objects).map((cidr) => placeOf({ id: external(cidr), zone, cidrs: [cidr] }));
  return [
    ...named.flatMap((place) => without(place, named.filter(({ size }) => size < place.size))),
    ...blocks.flatMap((place) => without(place, [...named, ...blocks.filter(({ size }) => size < place.size)])),
  ];
}

function blocksIn(objects: readonly PlacedObject[]): readonly string[] {
  const blocks = new Set<string>();
  for (const { manifest } of objects) {
    if (manifest.kind !== 'NetworkPolicy') continue;
    for (const [direction, side] of [['ingress', 'from'], ['egress', 'to']] as const) {
      for (const rule of records(at(manifest, 'spec', direction))) {
        for (const peer of records(rule[side])) {
          const cidr = text(at(peer, 'ipBlock', 'cidr'));
          if (cidr !== undefined && parseBlock(cidr)) blocks.add(cidr);
        }
      }
    }
  }
  return [...blocks].sort();
}

interface Place {
  readonly peer: NetworkPeer;
  readonly ranges: readonly AddressRange[];
  readonly size: bigint;
}

function placeOf(peer: NetworkPeer): Place {
  const ranges = (peer.cidrs ?? []).flatMap((cidr) => parseBlock(cidr) ?? []);
  return { peer, ranges, size: sizeOf(ranges) };
}

function without({ peer, ranges }: Place, others: readonly Place[]): readonly NetworkPeer[] {
  const taken = others.flatMap((other) => other.ranges).filter((other) => ranges.some((each) => overlap(each, other)));
  if (taken.length === 0) return [peer];
  const left = ranges.flatMap((each) => subtract(each, taken));
  return left.length > 0 ? [{ ...peer, cidrs: left.flatMap(cidrsOf) }] : [];
}
