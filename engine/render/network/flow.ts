/** Who may talk to whom, before it becomes policies: one row per declared reason. */

/** Pods by namespace and labels, or addresses outside the cluster. */
export type Peer =
  | { readonly zone: string; readonly namespace: string; readonly labels: Readonly<Record<string, string>>; /** Names the policy. */ readonly name: string }
  | { readonly cidrs: readonly string[] };

export interface FlowPort {
  readonly port: number;
  readonly protocol?: 'TCP' | 'UDP';
}

export interface Flow {
  readonly from: Peer;
  readonly to: Peer;
  readonly ports: readonly FlowPort[];
  /** The declaration behind it, e.g. `hsa-mbs calls hsa-cep-pic`. */
  readonly why: string;
}
