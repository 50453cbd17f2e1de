import type { Text } from '../../engine/problem/index.ts';
import type { MiddlewareKind } from '../middleware/kinds.ts';
import type { ConstraintLevel, Layer, Sensitivity, SizeClass } from '../words.ts';

export type ServiceKind = 'api' | 'web' | 'batch' | 'worker' | 'gateway';
export type Protocol = 'http' | 'dubbo';
export type DatabaseKind = 'relational-db' | 'distributed-db';

/** Which ids exist. An application family binds them once, so that a misspelt id does not compile. */
export interface Ids {
  readonly service: string;
  readonly topic: string;
  readonly route: string;
  readonly party: string;
}

/** Pods of an API or a gateway: HPA bounds, and the minimum of a city of 10 million people. */
export interface Replicas {
  readonly min: number;
  readonly max: number;
  readonly city10M: number;
}

/** How names and roles are known: stated in the brief, public material, common knowledge, designed here. */
export type Provenance = 'S' | 'P' | 'K' | 'D' | 'P+K' | 'S+P';

export interface CommonProps<I extends Ids = Ids> extends Text {
  readonly size: SizeClass;
  readonly replicas: Replicas;
  readonly sensitivity: Sensitivity;
  readonly layer?: Layer;
  /** Default: the subsystem's. */
  readonly constraint?: ConstraintLevel;
  /** Default: by service kind. */
  readonly autoscale?: boolean;
  /** Middleware kinds beside those that the service kind brings. */
  readonly uses?: readonly MiddlewareKind[];
  /** Synchronous calls inside the zone, by protocol. */
  readonly calls?: Readonly<Partial<Record<Protocol, readonly I['service'][]>>>;
  /** Calls into the other zone, by the route they take. */
  readonly callsAcross?: Readonly<Partial<Record<I['route'], readonly I['service'][]>>>;
  readonly provenance: { readonly id: Provenance; readonly role: Provenance };
  readonly note?: string;
}

/** What the JVM kinds share. */
export interface JvmProps<I extends Ids = Ids> extends CommonProps<I> {
  /** HTTP port; Dubbo is this plus 20000. */
  readonly port: number;
  /** Servlet context; default `/<service id>`. */
  readonly contextPath?: string;
  /** Kinds that the service kind would bring and this service does not use. */
  readonly without?: readonly MiddlewareKind[];
  /** Schema by database kind, read and written by an account of its own. */
  readonly schemas?: Readonly<Partial<Record<DatabaseKind, string>>>;
  readonly publishes?: readonly I['topic'][];
  readonly subscribes?: readonly I['topic'][];
  /** Runs XXL-JOB tasks and opens the executor port; default: batch only. */
  readonly jobs?: boolean;
  /** Outside parties, reached through a gateway of its zone. */
  readonly parties?: readonly I['party'][];
  /** One source of configuration: files of this repository (default), or the config centre filled from them. */
  readonly configSource?: 'files' | 'config-center';
  /** Rolled by Reloader, which it brings, instead of by a hash on the pod template: for services that reload by themselves. Default: false. */
  readonly hotReload?: boolean;
}

export interface GatewayProps<I extends Ids = Ids> extends CommonProps<I> {
  readonly product: 'kong' | 'apisix' | 'gap-proxy';
  /** Outside parties it may reach, or that come in through it. */
  readonly parties?: readonly I['party'][];
  /** Services of its own zone that it routes requests of the other zone to. */
  readonly routesTo?: readonly I['service'][];
}

export type WebProps<I extends Ids = Ids> = CommonProps<I>;

/** A row of an application family: the kind and its props. `zone` where a service stands elsewhere than its subsystem. */
export type ServiceRow<I extends Ids = Ids> = { readonly zone?: 'core' | 'public' } & (
  | ({ readonly kind: 'api' | 'worker' | 'batch' } & JvmProps<I>)
  | ({ readonly kind: 'web' } & WebProps<I>)
  | ({ readonly kind: 'gateway' } & GatewayProps<I>)
);
