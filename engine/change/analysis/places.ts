import type { PlacedObject } from '../../guard/index.ts';
import { blocksIn, disjoint } from '../../network/blocks.ts';
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
  const named = (places.outside ?? []).filter((each) => each.zone === zone);
  return disjoint(named, blocksIn(objects.map(({ manifest }) => manifest)).map((cidr) => ({ id: external(cidr), zone, cidrs: [cidr] })));
}
