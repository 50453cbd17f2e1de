import { join } from 'node:path';
import { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Problems, type Text } from '../engine/problem/index.ts';
import type { Facts } from './facts.ts';
import type { MiddlewareKind } from './middleware/kinds.ts';
import type { Service } from './service/service.ts';
import type { Edition, ZoneId } from './words.ts';
import type { Zone, ZoneProps } from './zone.ts';

/** Outside party reached through an access gateway, e.g. the tax authority. */
export interface ExternalEndpoint {
  readonly host: string;
  /** NetworkPolicy cannot match a name: at least one CIDR. */
  readonly cidrs: readonly string[];
  readonly ports: readonly number[];
  /** Parties only: the gateway of the caller's zone that leads there, where no gateway names the party itself. */
  readonly gateway?: string;
}

/** One side of a channel of the gap, as the workloads of that zone address it. */
export interface GapAddress {
  readonly host: string;
  readonly cidr: string;
  readonly port: number;
}

export type GapChannel = 'http-proxy' | 'file-ferry' | 'db-sync' | 'mq-relay';

/** Hours in which ArgoCD changes nothing by itself. */
export interface Freeze {
  /** Cron expression of its begin, in the zone of the environment. */
  readonly schedule: string;
  /** E.g. `11h` or `90m`. */
  readonly duration: string;
  /** Why, in a few words. */
  readonly description: string;
}

export interface EnvironmentProps extends Text {
  /** Folder of `environments/` and of `dist/`, e.g. `linyi`. */
  readonly name: string;
  readonly stage: 'production' | 'development';
  readonly edition: Edition;
  /** Area code 医保区划, 6 digits. */
  readonly admdvs: string;
  readonly population?: number;
  /** Kubernetes minor of the clusters, e.g. `1.36`. */
  readonly kubernetes: string;
  /** Registry (and path) that all images come from. */
  readonly registry: string;
  /** Registry of the operators' charts. */
  readonly chartRegistry: string;
  /** What ArgoCD follows. */
  readonly configRepository: string;
  /** Address of the secret store (OpenBao/Vault API). */
  readonly secretStore: { readonly server: string; readonly cidrs: readonly string[]; readonly port: number };
  readonly clusterDomain?: string;
  /** Zone of cron expressions and sync windows; default `Asia/Shanghai`. */
  readonly timeZone?: string;
  /** Default: the hours of settlement, 07:30 for 11 hours, in production, and none in development. */
  readonly freezes?: readonly Freeze[];
  readonly zones: Readonly<Record<ZoneId, ZoneProps>>;
  readonly gap: Readonly<Record<GapChannel, Readonly<Record<ZoneId, GapAddress>>>>;
  /** By party id, e.g. `tax`. */
  readonly parties: Readonly<Record<string, ExternalEndpoint>>;
  /** Managed products and external devices, by middleware kind. */
  readonly managed?: Readonly<Partial<Record<MiddlewareKind, Readonly<Partial<Record<ZoneId, ExternalEndpoint>>>>>>;
}

/** One estate: the root of the tree and the place where its services find each other. */
export class Environment extends App {
  readonly props: EnvironmentProps;
  readonly facts: Facts;
  readonly problems = new Problems();
  private readonly services = new Map<string, Service>();
  // asked for by every part of a rendering
  private serviceList?: readonly Service[];
  private readonly zonesById = new Map<ZoneId, Zone>();

  static override of(construct: IConstruct): Environment {
    const root = construct.node.root;
    if (!(root instanceof Environment)) throw new Error(`${construct.node.path} must be created in the scope of an Environment`);
    return root;
  }

  constructor(props: EnvironmentProps, facts: Facts) {
    super();
    this.props = props;
    this.facts = facts;
  }

  get name(): string {
    return this.props.name;
  }

  /** Where it is declared, by convention. */
  get source(): string {
    return join(__dirname, '..', 'environments', this.name, 'index.ts');
  }

  get production(): boolean {
    return this.props.stage === 'production';
  }

  get clusterDomain(): string {
    return this.props.clusterDomain ?? 'cluster.local';
  }

  /** Construct path with the environment's name in front, as the ledger and errors show it. */
  pathOf(construct: IConstruct): string {
    return construct.node.path === '' ? this.name : `${this.name}/${construct.node.path}`;
  }

  addZone(zone: Zone): void {
    this.zonesById.set(zone.id, zone);
  }

  zone(id: ZoneId): Zone {
    return this.zonesById.get(id)!;
  }

  get zones(): readonly Zone[] {
    return [...this.zonesById.values()];
  }

  addService(service: Service): void {
    this.services.set(service.id, service);
    this.serviceList = undefined;
  }

  tryService(id: string): Service | undefined {
    return this.services.get(id);
  }

  /** In the order of declaration. */
  get allServices(): readonly Service[] {
    return this.serviceList ??= [...this.services.values()];
  }
}
