import type { Text } from '../engine/problem/index.ts';
import type { GapChannel } from './environment.ts';
import type { Service } from './service/index.ts';
import type { ExternalNetwork, ZoneId } from './words.ts';

/** A hop is a gateway service, or the gap itself. */
export type Hop = string;
export const GAP: Hop = '@gap';

/** A declared way across a border of the platform; there is no other. */
export interface Route extends Text {
  readonly id: string;
  readonly from: ZoneId | ExternalNetwork;
  readonly to: ZoneId | ExternalNetwork;
  /** A caller may wait for the answer. */
  readonly sync: boolean;
  readonly channel?: GapChannel;
  /** Gateways in order, the gap between them. */
  readonly hops: readonly Hop[];
  /** Gateways that put requests of an outside network on this route. */
  readonly entry?: readonly string[];
  /** The only services that may use it; all when left out. */
  readonly only?: readonly string[];
}

/** Schema of the relational database that data routes carry over the gap, from publisher to reader. */
export const PUBLICATION = 'publication';

/** What a service may do with published data: write it, read it on the other side, or nothing. */
export function publicationAccess(service: Service): 'readWrite' | 'readOnly' | undefined {
  if (service.crossCallees.some(({ route }) => route.channel === 'db-sync')) return 'readWrite';
  return service.readsPublished ? 'readOnly' : undefined;
}
