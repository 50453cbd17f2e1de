import { Construct } from 'constructs';
import type { Text } from '../engine/problem/index.ts';
import { Environment } from './environment.ts';
import type { Application } from './application.ts';
import type { Middleware } from './middleware/middleware.ts';
import type { MiddlewareKind } from './middleware/kinds.ts';
import { ZONES, type Resources, type ZoneId } from './words.ts';

export interface ZoneProps {
  /** ArgoCD's name of the cluster; each zone has its own. */
  readonly cluster: string;
  /** What the zone's ArgoCD follows. Default: the environment's. */
  readonly configRepository?: string;
  /** Where `champ status` and `champ wait` ask, e.g. `https://argocd.core.linyi.example`; options and variables go before it. */
  readonly argocdServer?: string;
  readonly nodes: { readonly count: number; readonly shape: Resources; /** Kept for system and kubelet on each node. */ readonly reserved: Resources };
  readonly apiServer: { readonly cidrs: readonly string[]; readonly port: number };
  readonly nodeCidrs: readonly string[];
  readonly podCidr: string;
  readonly serviceCidr: string;
  /** `encrypted` holds the volumes of whatever keeps personal data. */
  readonly storageClasses: { readonly standard: string; readonly encrypted: string };
  /**
   * Users of pods are mapped to plain users of the node. Nodes need Linux 6.3, containerd 2 and file systems with id-mapped
   * mounts below every volume. Default: false.
   */
  readonly userNamespaces?: boolean;
  /** Istio with the CNI plug-in; a sidecar joins every application pod. */
  readonly mesh: boolean;
  /** Services of type LoadBalancer, by service id: the address and who may come. */
  readonly exposed: Readonly<Record<string, { readonly address: string; readonly sourceRanges: readonly string[] }>>;
}

/** A cluster with its nodes: 核心业务区 or 公共服务区. */
export class Zone extends Construct {
  readonly id: ZoneId;
  readonly props: ZoneProps;
  readonly text: Text;
  /** Namespace prefix, e.g. `pub`. */
  readonly prefix: string;
  readonly applications: Application[] = [];
  readonly middleware = new Map<MiddlewareKind, Middleware>();

  constructor(scope: Environment, id: ZoneId, props: ZoneProps) {
    super(scope, id);
    this.id = id;
    this.props = props;
    this.text = ZONES[id];
    this.prefix = ZONES[id].prefix;
    scope.addZone(this);
  }

  get environment(): Environment {
    return Environment.of(this);
  }

  /** What its ArgoCD follows. */
  get configRepository(): string {
    return this.props.configRepository ?? this.environment.props.configRepository;
  }

  /** DNS name of a Service in this zone. */
  dns(service: string, namespace: string): string {
    return `${service}.${namespace}.svc.${this.environment.clusterDomain}`;
  }
}
