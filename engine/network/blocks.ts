import { at, records, text } from '../inspect/plain.ts';
import type { Manifest } from '../manifest.ts';
import { cidrsOf, overlap, parseBlock, sizeOf, subtract, type AddressRange } from './addresses.ts';
import type { NetworkPeer } from './graph.ts';

export const rangesOf = (cidrs: readonly string[]): readonly AddressRange[] => cidrs.flatMap((cidr) => parseBlock(cidr) ?? []);

/** Blocks of addresses that policies name, each once, sorted. */
export function blocksIn(manifests: readonly Manifest[]): readonly string[] {
  const blocks = new Set<string>();
  for (const manifest of manifests) {
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

/**
 * Places of which none holds another's addresses: the smaller has them, and a named one before a mere block, so that an address
 * has one meaning. What nothing is left of is left out; named places with the very same addresses stay as they are.
 */
export function disjoint(named: readonly NetworkPeer[], blocks: readonly NetworkPeer[]): readonly NetworkPeer[] {
  const known = named.map(placeOf);
  return [
    ...known.flatMap((place) => without(place, known.filter(({ size }) => size < place.size))),
    ...blocks.map(placeOf).flatMap((place, _, all) => without(place, [...known, ...all.filter(({ size }) => size < place.size)])),
  ];
}

interface Place {
  readonly peer: NetworkPeer;
  readonly ranges: readonly AddressRange[];
  readonly size: bigint;
}

function placeOf(peer: NetworkPeer): Place {
  const ranges = rangesOf(peer.cidrs ?? []);
  return { peer, ranges, size: sizeOf(ranges) };
}

function without({ peer, ranges }: Place, others: readonly Place[]): readonly NetworkPeer[] {
  const taken = others.flatMap((other) => other.ranges).filter((other) => ranges.some((each) => overlap(each, other)));
  if (taken.length === 0) return [peer];
  const left = ranges.flatMap((each) => subtract(each, taken));
  return left.length > 0 ? [{ ...peer, cidrs: left.flatMap(cidrsOf) }] : [];
}
