import type { Clusters, Model } from '../factor.ts';
import type { CommandLine } from '../measure.ts';

/** What a peer makes its input of: the objects, and the same with what is alike told apart. */
export interface Material {
  readonly clusters: Clusters;
  readonly model: Model;
}

export const PEERS = ['helm', 'jsonnet', 'cue', 'kustomize', 'cdk8s'] as const;
export type PeerId = (typeof PEERS)[number];

/** Who races: has an input of its own, written as its users would, and one command that writes the objects. */
export interface Peer {
  /** How the input is written, in one sentence. */
  readonly input: string;
  /** Writes the input below `folder`; `out` is an empty folder in every run. */
  prepare(material: Material, folder: string, out: string, program: string): CommandLine;
}
