import { cdk8s } from './cdk8s.ts';
import { cue } from './cue.ts';
import { helm } from './helm.ts';
import { jsonnet } from './jsonnet.ts';
import { kustomize } from './kustomize.ts';
import type { Peer, PeerId } from './peer.ts';

export const PEER_ROWS: Readonly<Record<PeerId, Peer>> = { helm, jsonnet, cue, kustomize, cdk8s };
export { PEERS, type Material, type Peer, type PeerId } from './peer.ts';
