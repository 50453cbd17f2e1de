/** What every middleware kind declares. One kind a file; all pass the same contract test. */
import type { Text } from '../../engine/problem/index.ts';
import type { GapChannel } from '../environment.ts';
import type { Edition, Resources, ZoneId } from '../words.ts';
import type { MiddlewareKind } from './kinds.ts';

export interface Port {
  /** At most 15 characters, e.g. `grpc-raft`. */
  readonly name: string;
  readonly port: number;
  readonly protocol?: 'TCP' | 'UDP';
}

/** Requests and limits of one container, and where the figures come from. */
export interface Sizing {
  readonly requests: Resources;
  readonly limits: Resources;
  /** Product documentation, chart defaults, or our own estimate (`D: ...`). */
  readonly source: string;
}

/** A container's probe; `tcp` and `http` name a port of the container. */
export type ProbeSpec =
  | { readonly type: 'http'; readonly port: string; readonly path: string }
  | { readonly type: 'tcp'; readonly port: string }
  | { readonly type: 'exec'; readonly command: readonly string[] };

export interface EnvRow {
  readonly name: string;
  /** A literal, or a field of the pod such as `status.podIP` or `metadata.name`. */
  readonly value?: string;
  readonly field?: string;
}

/** A key of a SecretPart mounted as a file, for images that read passwords from files. */
export interface SecretMount {
  readonly secret: string;
  /** Absolute folder in the container; each key is a file of it. */
  readonly path: string;
}

/**
 * A file mounted read-only. It may hold `${secret:<tenant>/<path>#<property>}`, which makes it a Secret
 * (a kind's own secrets are at `platform/mw/<kind>/<name>`).
 */
export interface FileRow {
  /** Absolute path in the container. */
  readonly path: string;
  readonly text: string;
}

/** A rule of a role. */
export interface ApiRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Left out for all objects of the resources. */
  readonly resourceNames?: readonly string[];
}

/** A workload that we write ourselves because no well-kept operator with a published schema exists. Always hardened the same way. */
export interface WorkloadPart {
  readonly part: 'workload';
  /** Name of workload, Service and ServiceAccount; unique in the kind's namespace, e.g. `nacos`. */
  readonly name: string;
  readonly workload: 'StatefulSet' | 'Deployment' | 'DaemonSet' | 'CronJob' | 'Job';
  /** Pods; left out for DaemonSet, CronJob and Job. */
  readonly replicas?: number;
  /** Key of `products` in releases.yaml, e.g. `nacos`. */
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly EnvRow[];
  readonly ports: readonly Port[];
  readonly readiness?: ProbeSpec;
  readonly liveness?: ProbeSpec;
  /** Seconds a first start may take before liveness counts; default 300. */
  readonly startupSeconds?: number;
  readonly sizing: Sizing;
  /** One volume a pod; needs a StatefulSet. */
  readonly storage?: { readonly size: string; readonly path: string };
  /** Writable paths beside the volume, each an emptyDir of that size; the root file system is read-only. */
  readonly writable?: readonly { readonly path: string; readonly size: string }[];
  readonly files?: readonly FileRow[];
  readonly secrets?: readonly SecretMount[];
  /** Containers that prepare the volume or wait for nothing: same hardening, same mounts. */
  readonly init?: readonly { readonly name: string; readonly image: string; readonly command: readonly string[] }[];
  /** Containers beside the main one, e.g. an exporter: same hardening, same mounts. */
  readonly sidecars?: readonly { readonly name: string; readonly image: string; readonly command?: readonly string[]; readonly args?: readonly string[]; readonly env?: readonly EnvRow[]; readonly ports: readonly Port[]; readonly sizing: Sizing }[];
  /** Numeric uid and gid of the image's user; default 10001. */
  readonly user?: number;
  /** Further groups of the pod's user, e.g. 0 for an agent that reads the node's log files, which belong to root's group. */
  readonly supplementalGroups?: readonly number[];
  /** Ports on which the part's own pods talk to each other. */
  readonly peers?: readonly string[];
  /**
   * What else its pods connect to: kinds (also named in `needs`), parts of the same kind, `<kind>:pods` for those of its pods that
   * have the ports, `secret-store`, or `gap:<channel>` for declared ferry workloads.
   */
  readonly connects?: readonly { readonly to: string; readonly ports: readonly number[] }[];
  /** Ports of the services that name the kind, on which its pods call back, e.g. 9999 of XXL-JOB executors. */
  readonly clientPorts?: readonly number[];
  /** Calls the Kubernetes API; gives the pod a token and these rules in its namespace, in those of `namespaces` or, with `cluster`, everywhere. */
  readonly api?: { readonly cluster: boolean; readonly namespaces?: readonly string[]; readonly rules: readonly ApiRule[] };
  /** Read-only paths of the node (agents only); puts the part into the zone's agents namespace. */
  readonly hostPaths?: readonly string[];
  /** Cron expression of a CronJob. */
  readonly schedule?: string;
  /** Grace period in seconds; default 60. */
  readonly graceSeconds?: number;
}

/** Pods that an operator makes from a custom resource: what policies, quotas and the capacity sums must know about them. */
export interface OperatorPods {
  readonly name: string;
  readonly count: number;
  /** Labels that the operator puts on them; network policies select by these. */
  readonly labels: Readonly<Record<string, string>>;
  /** Where that is documented or coded. */
  readonly labelSource: string;
  /** Of one pod, all its containers together. */
  readonly sizing: Sizing;
  /** Containers in one pod, sidecars and exporters included. */
  readonly containers: number;
  readonly ports: readonly Port[];
  readonly peers?: readonly string[];
  readonly api?: boolean;
  /** Size of one pod's volumes. */
  readonly storage?: string;
}

/** A custom resource of a well-kept operator. */
export interface CustomPart {
  readonly part: 'custom';
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly pods: readonly OperatorPods[];
  /** Services that the operator makes. */
  readonly services: readonly { readonly name: string; readonly ports: readonly Port[] }[];
  /** Secrets and ServiceAccounts that the operator makes and others name. */
  readonly secrets?: readonly { readonly name: string; readonly keys: readonly string[] }[];
  /** What its pods connect to beside `peers` and `needs`; as for a workload. */
  readonly connects?: WorkloadPart['connects'];
  /** Namespace of the operator, the ports on which it talks to the pods, and those on which it serves them, e.g. xDS. */
  readonly operator: { readonly id: OperatorId; readonly ports: readonly number[]; readonly serves?: readonly number[] };
}

/** A secret of the kind itself, fetched from the external store into its namespace. */
export interface SecretPart {
  readonly part: 'secret';
  readonly name: string;
  /** Type of the Secret where a controller insists on it; default `Opaque`. */
  readonly type?: 'kubernetes.io/tls';
  /** Keys of the Secret, each a property of the external secret at `platform/mw/<kind>/<name>` or `from`. */
  readonly keys: readonly string[];
  /** Another external secret, `<tenant>/<path>`: an account that both sides read, e.g. `platform/iam/relational-db`. */
  readonly from?: string;
}

/** Plain objects for what the words above do not cover (e.g. a Gateway); checked by schema like all others. */
export interface ObjectPart {
  readonly part: 'object';
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Part = WorkloadPart | CustomPart | SecretPart | ObjectPart;

/** Helm-sourced controllers, listed once in `constructs/operators.ts`. */
export type OperatorId =
  | 'redis-operator' | 'mysql-operator' | 'strimzi' | 'eck' | 'prometheus-operator' | 'keycloak-operator' | 'flink-operator'
  | 'spark-operator' | 'external-secrets' | 'cert-manager' | 'envoy-gateway' | 'metallb' | 'istio' | 'istio-base' | 'istio-cni' | 'velero' | 'harbor' | 'argocd' | 'metrics-server';

/** What a service keeps in a middleware. */
export interface Holding {
  readonly service: string;
  readonly namespace: string;
  readonly tenant: string;
  readonly schema?: string;
  /** `owner` also changes tables (products that migrate their own schema); `replication` also reads the binlog. Both for kinds alone. */
  readonly access?: 'readWrite' | 'readOnly' | 'owner' | 'replication';
  readonly publishes: readonly string[];
  readonly subscribes: readonly string[];
  readonly bucket?: string;
  readonly index?: string;
}

/**
 * What a kind itself keeps in another kind of its zone. It becomes a Holding of tenant `platform` with the kind as `service`,
 * so that its account is `${secret:platform/<kind>/<in>#username|password}`.
 */
export interface OwnHolding extends Partial<Pick<Holding, 'schema' | 'access' | 'publishes' | 'subscribes' | 'bucket' | 'index'>> {
  readonly in: MiddlewareKind;
}

/** What a kind is told when it is laid out in a zone. */
export interface Layout {
  readonly environment: string;
  readonly zone: ZoneId;
  readonly edition: Edition;
  readonly namespace: string;
  /** `production` false: one replica, small volumes, no anti-affinity. */
  readonly production: boolean;
  readonly replicas: number;
  /** Size of one volume; undefined where the kind stores nothing. */
  readonly storage?: string;
  readonly storageClass: string;
  readonly clusterDomain: string;
  readonly holdings: readonly Holding[];
  /** Address outside the cluster that the environment gives the kind (`zones.<zone>.exposed.<kind>`), and who may come. */
  readonly exposed?: { readonly address: string; readonly sourceRanges: readonly string[] };
  /** Topics of the catalogue that live in this zone. */
  readonly topics: readonly { readonly id: string; readonly partitions: number }[];
  /** Image reference of a products row, with registry, tag and digest. */
  image(key: string): string;
  /** `host:port` of another kind in this zone, e.g. `endpoint('relational-db')`; the kind must be in `needs`. */
  endpoint(kind: MiddlewareKind, port?: string): string;
  /** `host:port` of a channel of the gap, as this zone's workloads address it, e.g. `gap('db-sync')`. */
  gap?(channel: string): string;
  /** Pods (shards, members) of another kind in this zone, which must be in `needs`; 0 where there is none. */
  replicasOf?(kind: MiddlewareKind): number;
}

/** A port of an endpoint; where another part of the kind serves it, it names that part's Service, and `pods` covers both. */
export interface EndpointPort extends Port {
  readonly service?: string;
}

/** Where clients connect. `pods` are the labels that network policies select, `{}` for all pods of the kind; every port by name. */
export interface Endpoint {
  readonly service: string;
  readonly ports: readonly EndpointPort[];
  /** The port meant when none is named. */
  readonly main: string;
  readonly pods: Readonly<Record<string, string>>;
}

/** Lines of a HSAF configuration file that a client of the kind gets. */
export interface ClientConfig {
  /** Path below `/app/config`, e.g. `cache/cache.properties`. */
  readonly path: string;
  /** Keys and values; values may hold `${endpoint:...}` and `${secret:...}`. */
  readonly entries: readonly (readonly [key: string, value: string])[];
}

export type Product =
  | {
    readonly mode: 'self-hosted';
    readonly product: string;
    layout(layout: Layout): readonly Part[];
    endpoint(layout: Layout): Endpoint | undefined;
  }
  /** Bought: an endpoint outside the cluster, by name and CIDRs of the environment. */
  | { readonly mode: 'managed'; readonly product: string; readonly ports: readonly Port[] }
  /** A library inside the services that keeps its state in another kind. */
  | { readonly mode: 'library'; readonly product: string; readonly backedBy: MiddlewareKind }
  /** One of the catalogue's gateway services is the product. */
  | { readonly mode: 'service'; readonly product: string; readonly services: Readonly<Partial<Record<ZoneId, string>>> }
  /** Nothing but the platform operator. */
  | { readonly mode: 'operator'; readonly product: string; readonly operator: OperatorId };

export interface MiddlewareRow extends Text {
  readonly kind: MiddlewareKind;
  readonly zones: readonly (ZoneId | 'ops')[];
  /** Pods of the main part at each size profile. */
  readonly replicas: { readonly dev: number; readonly city10M: number };
  /** Members agree by majority, so their number is odd. */
  readonly quorum?: boolean;
  /** One volume at city10M; `dev` takes a twentieth, at least 1Gi. */
  readonly storage?: string;
  /** Scraped by the zone's Prometheus. */
  readonly exporter?: { readonly port: string; readonly path: string };
  /** Images it runs, by key: the name as its project publishes it, and the version it was modelled on. */
  readonly images?: Readonly<Record<string, { readonly image: string; readonly tag: string }>>;
  /** Other kinds it needs in the same zone. */
  readonly needs?: readonly MiddlewareKind[];
  /** Schemas, buckets and topics that its self-hosted product keeps in those kinds. */
  readonly holds?: readonly OwnHolding[];
  /** Channels of the gap whose far end writes into this kind, and in which zone. */
  readonly receives?: readonly { readonly channel: GapChannel; readonly zone: ZoneId }[];
  /** Source file, `__filename`. */
  readonly source: string;
  readonly editions: Readonly<Record<Edition, Product>>;
  /** What a service that names the kind gets; empty where it gets nothing to configure. */
  client?(holding: Holding, edition: Edition, endpoint: string): readonly ClientConfig[];
}
