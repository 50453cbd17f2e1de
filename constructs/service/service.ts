import { Construct } from 'constructs';
import { Environment } from '../environment.ts';
import type { ConfigFile } from '../facts.ts';
import type { Port } from '../middleware/contract.ts';
import type { MiddlewareKind } from '../middleware/kinds.ts';
import type { Route } from '../route.ts';
import type { Subsystem } from '../subsystem.ts';
import type { ConstraintLevel, Layer, SizeClass } from '../words.ts';
import type { Zone } from '../zone.ts';
import { DUBBO_OFFSET, FLOW_CONTROL_PORT, GATEWAY_PRODUCTS, JOB_PORT, METRICS_PORT, SERVICE_KINDS, WEB_PORT, type HealthCheck } from './kinds.ts';
import type { CommonProps, GatewayProps, JvmProps, Protocol, ServiceKind } from './props.ts';

export type ServiceProps =
  | ({ readonly kind: 'api' | 'worker' | 'batch' } & JvmProps)
  | ({ readonly kind: 'web' } & CommonProps)
  | ({ readonly kind: 'gateway' } & GatewayProps);

export interface Call {
  readonly to: Service;
  readonly protocol: Protocol;
}

export interface CrossCall {
  readonly to: Service;
  readonly route: Route;
}

/** `fixed` pods, or an HPA between the bounds. */
export type Scale = { readonly fixed: number } | { readonly min: number; readonly max: number };

/** Settlement keeps its pods when nodes run short. */
export type Priority = 'settlement' | 'business' | 'batch';

/** A service of the platform. Use `ApiService`, `WebFrontend`, `BatchService`, `WorkerService` or `GatewayService`. */
export class Service extends Construct {
  readonly id: string;
  readonly props: ServiceProps;
  readonly subsystem: Subsystem;
  readonly callees: Call[] = [];
  readonly crossCallees: CrossCall[] = [];
  /** Another service publishes data to it, over the gap. */
  readsPublished = false;
  /** Configuration files that the application family gives it. */
  readonly files: ConfigFile[] = [];
  /** Set by the application family from its business paths. */
  priority: Priority;
  private bound?: readonly MiddlewareKind[];

  constructor(scope: Subsystem, id: string, props: ServiceProps) {
    super(scope, id);
    this.id = id;
    this.props = props;
    this.subsystem = scope;
    this.priority = props.kind === 'batch' || props.kind === 'worker' ? 'batch' : 'business';
    scope.services.push(this);
    Environment.of(this).addService(this);
  }

  get kind(): ServiceKind {
    return this.props.kind;
  }

  get zone(): Zone {
    return this.subsystem.zone;
  }

  get namespace(): string {
    return this.subsystem.name;
  }

  get environment(): Environment {
    return Environment.of(this);
  }

  get constraint(): ConstraintLevel {
    return this.props.constraint ?? this.subsystem.props.constraint;
  }

  get layer(): Layer {
    if (this.props.layer) return this.props.layer;
    return this.kind === 'web' ? 'L8-channel' : this.kind === 'gateway' ? 'L7-access' : this.subsystem.props.layer ?? 'L6-subsystem';
  }

  get size(): SizeClass {
    return this.environment.facts.sizes.services[this.id]?.size ?? this.props.size;
  }

  get contextPath(): string {
    return ('contextPath' in this.props ? this.props.contextPath : undefined) ?? `/${this.id}`;
  }

  get ports(): readonly Port[] {
    const { props } = this;
    if (props.kind === 'web') return [{ name: 'http', port: WEB_PORT }];
    if (props.kind === 'gateway') return GATEWAY_PRODUCTS[props.product].ports;
    return [
      { name: 'http', port: props.port },
      ...(props.kind === 'api' ? [{ name: 'dubbo', port: props.port + DUBBO_OFFSET }] : []),
      ...(props.jobs ?? props.kind === 'batch' ? [{ name: 'job', port: JOB_PORT }] : []),
      { name: 'metrics', port: METRICS_PORT },
      { name: 'flow-control', port: FLOW_CONTROL_PORT },
    ];
  }

  port(name: string): Port | undefined {
    return this.ports.find((port) => port.name === name);
  }

  get health(): HealthCheck {
    const { props } = this;
    if (props.kind === 'web') return { port: 'http', startup: '/healthz', readiness: '/healthz', liveness: '/healthz' };
    if (props.kind === 'gateway') return GATEWAY_PRODUCTS[props.product].health;
    const base = `${this.contextPath}/monitor`;
    return { port: 'http', startup: `${base}/info`, readiness: `${base}/health`, liveness: `${base}/info` };
  }

  /** Middleware kinds it is bound to, agents included, in the order of declaration. */
  get uses(): readonly MiddlewareKind[] {
    this.bound ??= this.bindings();
    return this.bound;
  }

  private bindings(): readonly MiddlewareKind[] {
    const row = SERVICE_KINDS[this.kind];
    const without = 'without' in this.props ? this.props.without ?? [] : [];
    const jobs: readonly MiddlewareKind[] = 'jobs' in this.props && this.props.jobs ? ['job-scheduler'] : [];
    const reloader: readonly MiddlewareKind[] = 'hotReload' in this.props && this.props.hotReload ? ['config-reloader'] : [];
    // one source of configuration: with files the client of the configuration centre is off, and nothing is open to it
    const off: readonly MiddlewareKind[] = this.configSource === 'files' ? ['config-center'] : [];
    return [...new Set([...row.uses, ...(this.props.uses ?? []), ...jobs, ...reloader, ...row.agents])].filter((kind) => !without.includes(kind) && !off.includes(kind));
  }

  get configSource(): 'files' | 'config-center' {
    return ('configSource' in this.props ? this.props.configSource : undefined) ?? 'files';
  }

  get autoscale(): boolean {
    return this.props.autoscale ?? SERVICE_KINDS[this.kind].autoscale;
  }

  /** Delivered pods at rest in the environment's profile. */
  get atRest(): number {
    return this.environment.facts.sizes.profile === 'dev' ? 1 : this.props.replicas.city10M;
  }

  /** Delivered pods at most in the environment's profile. */
  get atMost(): number {
    return this.environment.facts.sizes.profile === 'dev' ? 1 : this.props.replicas.max;
  }

  get scale(): Scale {
    const own = this.environment.facts.sizes.services[this.id];
    if (own?.replicas !== undefined) return { fixed: own.replicas };
    const min = own?.min ?? this.atRest;
    const max = Math.max(own?.max ?? this.atMost, min);
    return this.autoscale && max > min ? { min, max } : { fixed: min };
  }

  /** Pods at rest. */
  get minPods(): number {
    return 'fixed' in this.scale ? this.scale.fixed : this.scale.min;
  }

  /** Pods when the HPA is at its maximum. */
  get maxPods(): number {
    return 'fixed' in this.scale ? this.scale.fixed : this.scale.max;
  }

  get parties(): readonly string[] {
    return ('parties' in this.props ? this.props.parties : undefined) ?? [];
  }

  get dns(): string {
    return this.zone.dns(this.id, this.namespace);
  }

  /** Permission and dependency at once, inside a zone. */
  calls(target: Service, protocol: Protocol): void {
    const { problems } = this.environment;
    const where = this.environment.pathOf(this);
    if (target.zone !== this.zone) {
      problems.add('CHAMP2001', where, { value: target.id, from: this.zone.id, to: target.zone.id });
    } else if (!target.port(protocol)) {
      problems.add('CHAMP2002', where, { value: `${target.id}:${protocol}`, allowed: target.ports.map((port) => port.name) });
    } else if (target === this) {
      problems.add('CHAMP2003', where, { value: `${this.id} -> ${this.id}` });
    } else {
      this.callees.push({ to: target, protocol });
    }
  }

  /** The only way into the other zone: through the gateways of a route. */
  callsAcross(target: Service, route: Route, mode: 'sync' | 'async' = route.sync ? 'sync' : 'async'): void {
    const { problems } = this.environment;
    const where = this.environment.pathOf(this);
    if (mode === 'sync' && !route.sync) {
      problems.add('CHAMP2004', where, { value: `${target.id} by ${route.id}` });
    } else if (route.from !== this.zone.id && !(route.entry ?? []).includes(this.id) || route.to !== target.zone.id) {
      problems.add('CHAMP2005', where, { value: `${route.id} to ${target.id}`, from: this.zone.id, to: target.zone.id });
    } else if (route.only && !route.only.includes(this.id)) {
      problems.add('CHAMP2006', where, { value: route.id, allowed: route.only });
    } else {
      this.crossCallees.push({ to: target, route });
      if (route.channel === 'db-sync') target.readsPublished = true;
    }
  }
}
