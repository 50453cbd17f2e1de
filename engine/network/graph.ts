import type { Manifest } from '../manifest.ts';

export type Protocol = 'TCP' | 'UDP' | 'SCTP';

/** A port that a container declares, or that is known to be open at an outside peer. */
export interface NetworkPort {
  readonly name?: string;
  readonly port: number;
  /** @default TCP */
  readonly protocol?: Protocol;
}

/** A set of pods that are alike to the network, or a place outside of the cluster. */
export interface NetworkPeer {
  /** Tells it from all others of its zone. */
  readonly id: string;
  /**
   * What people call it: `namespace/workload`, `namespace/<custom resource>` for pods that an operator makes, `external/<id>` for what
   * is outside. Several may have one name, e.g. the parts of a custom resource. @default the id
   */
  readonly name?: string;
  readonly zone: string;
  /** None for what is outside. */
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly ports?: readonly NetworkPort[];
  /** @default false */
  readonly hostNetwork?: boolean;
  /** Addresses of an outside peer, or those of the nodes for pods on the network of the host. */
  readonly cidrs?: readonly string[];
  readonly layer?: string;
}

/** One cluster: everything in it that NetworkPolicies speak of. */
export interface NetworkZone {
  readonly zone: string;
  readonly peers: readonly NetworkPeer[];
  readonly policies: readonly Manifest[];
  /** A namespace that is missing here has no label but its name. */
  readonly namespaces: readonly { readonly name: string; readonly labels: Readonly<Record<string, string>> }[];
  /** Networks of the pods. @default unknown: only a block of (nearly) all addresses is taken to hold pods */
  readonly podCidrs?: readonly string[];
}

/** The sender of an edge that stands for many. */
export const EVERYONE = '*';

/** A connection that the policies of both sides allow. Traffic of a pod with itself is always allowed and no edge. */
export interface Edge {
  readonly zone: string;
  /** `*` for all `senders`. */
  readonly from: string;
  /** Everyone whom nothing isolates, in a zone where that is too many to say pair by pair. */
  readonly senders?: ReadonlySet<string>;
  readonly to: string;
  readonly port: number;
  /** Last port of a range, beside the declared ports that it holds. */
  readonly endPort?: number;
  readonly protocol: Protocol;
  /** The policies that allow it, of both sides. */
  readonly why: string;
  /** Blocks of an end's addresses that the policies leave out, so that the connection is open to or from a part of it alone. */
  readonly leftOut?: readonly string[];
}

/** Whether an edge is one of a peer, by its id. */
export const sends = ({ from, senders }: Pick<Edge, 'from' | 'senders'>, id: string): boolean => from === id || senders?.has(id) === true;

/** A connection that the model says is needed. */
export interface Declared {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly why: string;
}
