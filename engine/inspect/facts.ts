/**
 * An object that exists in a cluster without being rendered here. `kind` is the bare kind, e.g. `StorageClass`;
 * without `zone` it is in every zone, without `namespace` it belongs to the cluster.
 */
export interface KnownObject {
  readonly zone?: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** Keys of a ConfigMap or Secret; without them every key is accepted. */
  readonly keys?: readonly string[];
  /** Names and numbers of a Service's ports; without them every port is accepted. */
  readonly ports?: readonly (string | number)[];
  /** For selectors; a Namespace always has `kubernetes.io/metadata.name`; @default none */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Pods that somebody else makes: an operator, a chart, the cluster itself. */
export interface KnownPods {
  readonly zone?: string;
  readonly namespace: string;
  /** The custom resource or chart that they come from. */
  readonly owner?: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Names and numbers of container ports; without them every port is accepted. */
  readonly ports?: readonly (string | number)[];
  /** How many there are at most; @default 0: they take nothing from a quota. */
  readonly count?: number;
  /** How many containers one of them has; @default 1 */
  readonly containers?: number;
  /** Requests and limits of one pod, as quantities. */
  readonly requests?: Readonly<Record<string, string>>;
  readonly limits?: Readonly<Record<string, string>>;
}

/** Containers that an admission webhook adds to each pod, e.g. the sidecar of a service mesh. */
export interface InjectedContainer {
  readonly zone?: string;
  /** @default every namespace of the zone */
  readonly namespace?: string;
  /** Only pods with these labels get it; @default every pod */
  readonly labels?: Readonly<Record<string, string>>;
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
}

export interface NodeGroup {
  readonly zone: string;
  readonly count: number;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What `inspect` cannot read from the objects themselves. Everything is optional: `{}` judges the objects alone. */
export interface InspectFacts {
  /** Classes, namespaces, Services and so on that the clusters have already; @default [] (what every cluster has, such as `kube-system`, is known). */
  readonly existing?: readonly KnownObject[];
  /** What operators make from our custom resources: Services, Secrets, ServiceAccounts, ConfigMaps; @default [] */
  readonly operatorMade?: readonly KnownObject[];
  /** Pods that are in no rendered template; @default [] */
  readonly pods?: readonly KnownPods[];
  /** @default [] */
  readonly injected?: readonly InjectedContainer[];
  /** For the number of pods of a DaemonSet; @default [] (each DaemonSet counts one pod) */
  readonly nodes?: readonly NodeGroup[];
  /** An image without a digest is a problem; @default false */
  readonly requireDigest?: boolean;
  /** Longest JSON of one object, in bytes; @default 1 MiB (etcd takes 1.5 MiB with all managed fields) */
  readonly objectBytes?: number;
  /** Most data of one ConfigMap or Secret, in bytes; @default 1 MiB, the API server's own limit */
  readonly dataBytes?: number;
}

/** What every Kubernetes cluster has from the start. */
export const BUILT_IN: readonly KnownObject[] = [
  ...['default', 'kube-system', 'kube-public', 'kube-node-lease'].map((name) => ({ kind: 'Namespace', name })),
  ...['system-cluster-critical', 'system-node-critical'].map((name) => ({ kind: 'PriorityClass', name })),
  ...['cluster-admin', 'admin', 'edit', 'view'].map((name) => ({ kind: 'ClusterRole', name })),
  { kind: 'Service', namespace: 'default', name: 'kubernetes', ports: ['https', 443] },
];

/** What every namespace has from the start. */
export const BUILT_IN_NAMESPACED: readonly KnownObject[] = [
  { kind: 'ServiceAccount', name: 'default' },
  { kind: 'ConfigMap', name: 'kube-root-ca.crt', keys: ['ca.crt'] },
  // ArgoCD's server makes it beside its own Applications.
  { kind: 'AppProject', name: 'default' },
];

/** True for names of roles that the API server itself makes, e.g. `system:auth-delegator`. */
export function isSystemRole(name: string): boolean {
  return name.startsWith('system:');
}
