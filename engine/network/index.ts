export { compare } from './compare.ts';
export { EVERYONE, sends, type Declared, type Edge, type NetworkPeer, type NetworkPort, type NetworkZone, type Protocol } from './graph.ts';
export type { Direction } from './policy.ts';
export { reach, reachOneSide } from './reach.ts';
export { networkZones, otherPodsId, workloadId, type MorePeers, type OtherNetworkPods } from './zones.ts';
