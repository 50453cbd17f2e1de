import type { Manifest } from '../manifest.ts';

export type Protocol = 'TCP' | 'UDP' | 'SCTP';

/** A port that a container declares, or that is known to be open at an outside peer. */
export interface NetworkPort {
  readonly name?: string;
  readonly port: number;
  /** @default TCP */
  readonly protocol?: Protocol;
}

/** A set of pods that are alike to the network, or a place outside of the cluster. Several may share an id, e.g. the parts of one custom resource. */
export interface NetworkPeer {
  /** `namespace/workload`, `namespace/<custom resource>` for pods that an operator makes, `external/<id>` for what is outside. */
  readonly id: string;
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

/** A connection that the policies of both sides allow. Traffic of a pod with itself is always allowed and no edge. */
export interface Edge {
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  readonly port: number;
  /** Last port of a range, beside the declared ports that it holds. */
  readonly endPort?: number;
  readonly protocol: Protocol;
  /** The policies that allow it, of both sides. */
  readonly why: string;
}

/** A connection that the model says is needed. */
export interface Declared {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly why: string;
}
