export { compare } from './compare.ts';
export type { Declared, Edge, NetworkPeer, NetworkPort, NetworkZone, Protocol } from './graph.ts';
export type { Direction } from './policy.ts';
export { reach, reachOneSide } from './reach.ts';
export { networkZones, type MorePeers, type OtherNetworkPods } from './zones.ts';
