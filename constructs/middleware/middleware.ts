import { Environment, type ExternalEndpoint, type GapChannel } from '../environment.ts';
import { Application } from '../application.ts';
import { quantity, memory } from '../../engine/quantity/index.ts';
import type { Text } from '../../engine/problem/index.ts';
import { SENSITIVITIES } from '../words.ts';
import type { Zone } from '../zone.ts';
import type { Endpoint, Holding, Layout, MiddlewareRow, Part, Product } from './contract.ts';
import type { MiddlewareKind } from './kinds.ts';

/** What a zone's topics are; the application family knows them. */
export interface MiddlewareProps {
  readonly holdings: () => readonly Holding[];
  readonly topics: () => Layout['topics'];
}

/** A middleware kind in one zone: a namespace and an Application of the platform tenant. */
export class Middleware extends Application {
  readonly kind: MiddlewareKind;
  readonly row: MiddlewareRow;
  readonly product: Product;
  private readonly props: MiddlewareProps;
  // asked for again and again while the tree is rendered, and the tree no longer changes then
  private laidOut?: readonly Part[];
  private plan?: Layout;
  private held?: readonly Holding[];
  private byService?: ReadonlyMap<string, Holding>;
  private connection?: { readonly endpoint: Endpoint | undefined };

  constructor(zone: Zone, row: MiddlewareRow, props: MiddlewareProps) {
    const product = row.editions[Environment.of(zone).props.edition];
    super(zone, `mw-${row.kind}`, {
      name: `${zone.prefix}-mw-${row.kind}`, tenant: 'platform', source: row.source, stateful: row.storage !== undefined,
    });
    this.kind = row.kind;
    this.row = row;
    this.product = product;
    this.props = props;
    zone.middleware.set(row.kind, this);
  }

  get environment(): Environment {
    return Environment.of(this);
  }

  get text(): Text {
    return this.row;
  }

  get replicas(): number {
    const { profile, middleware } = this.environment.facts.sizes;
    return middleware[this.kind]?.replicas ?? this.row.replicas[profile];
  }

  get storage(): string | undefined {
    const { profile, middleware } = this.environment.facts.sizes;
    const full = middleware[this.kind]?.storage ?? this.row.storage;
    if (full === undefined || profile === 'city10M' || middleware[this.kind]?.storage) return full;
    return memory(Math.max(2 ** 30, Math.floor(quantity(full) / 20 / 2 ** 30) * 2 ** 30));
  }

  /** Some service that keeps data here is of a level that must be encrypted at rest. */
  get encrypted(): boolean {
    return this.holdings.some(({ service }) => {
      const level = this.environment.tryService(service)?.props.sensitivity;
      return level !== undefined && SENSITIVITIES[level].encryptAtRest;
    });
  }

  get holdings(): readonly Holding[] {
    this.held ??= [...this.props.holdings(), ...this.holdingsOfKinds()];
    return this.held;
  }

  /** The first of a service; undefined where it keeps nothing here. */
  holdingOf(service: string): Holding | undefined {
    this.byService ??= new Map(this.holdings.toReversed().map((each) => [each.service, each]));
    return this.byService.get(service);
  }

  /** What self-hosted products of other kinds keep here. */
  private holdingsOfKinds(): readonly Holding[] {
    return [...this.zone.middleware.values()].flatMap(({ kind, name, row, product }) =>
      (product.mode === 'self-hosted' ? row.holds ?? [] : []).filter((held) => held.in === this.kind).map((held) => ({
        publishes: [], subscribes: [], ...held, service: kind, namespace: name, tenant: 'platform',
      })));
  }

  get layout(): Layout {
    this.plan ??= this.makeLayout();
    return this.plan;
  }

  private makeLayout(): Layout {
    const { environment, zone } = this;
    return {
      environment: environment.name,
      zone: zone.id,
      edition: environment.props.edition,
      namespace: this.name,
      production: environment.production,
      replicas: this.replicas,
      storage: this.storage,
      storageClass: zone.props.storageClasses[this.encrypted ? 'encrypted' : 'standard'],
      clusterDomain: environment.clusterDomain,
      holdings: this.holdings,
      topics: this.props.topics(),
      image: (key) => this.image(key),
      endpoint: (kind, port) => this.endpointOf(kind, port),
      exposed: zone.props.exposed[this.kind],
      replicasOf: (kind) => zone.middleware.get(kind)?.replicas ?? 0,
      gap: (channel) => {
        const { host, port } = environment.props.gap[channel as GapChannel][zone.id];
        return `${host}:${port}`;
      },
    };
  }

  /** What the product consists of; empty for managed products, libraries and gateway services. */
  get parts(): readonly Part[] {
    this.laidOut ??= this.product.mode === 'self-hosted' ? this.product.layout(this.layout) : [];
    return this.laidOut;
  }

  /** Where clients connect inside the cluster; undefined where there is nothing of that kind to connect to. */
  get endpoint(): Endpoint | undefined {
    this.connection ??= { endpoint: this.product.mode === 'self-hosted' ? this.product.endpoint(this.layout) : undefined };
    return this.connection.endpoint;
  }

  /** Address and CIDRs of a managed product, from the environment. */
  get external(): ExternalEndpoint | undefined {
    return this.environment.props.managed?.[this.kind]?.[this.zone.id];
  }

  private image(key: string): string {
    const { environment } = this;
    const row = environment.facts.releases.products[key];
    if (!row) {
      environment.problems.add('CHAMP2010', environment.pathOf(this), { value: key });
      return `${environment.props.registry}/missing/${key}`;
    }
    return `${environment.props.registry}/${row.image}:${row.tag}${row.digest ? `@${row.digest}` : ''}`;
  }

  private endpointOf(kind: MiddlewareKind, port?: string): string {
    const { environment } = this;
    const address = this.row.needs?.includes(kind) ? addressOf(this.zone, kind, port) : undefined;
    if (!address) environment.problems.add('CHAMP2011', environment.pathOf(this), { value: `${kind}${port ? `:${port}` : ''}`, allowed: this.row.needs ?? [] });
    return address ?? `${kind}.invalid`;
  }
}

/** `host:port` of a kind in a zone, through libraries, gateway services and managed products; undefined where it has none. */
export function addressOf(zone: Zone, kind: MiddlewareKind, port?: string): string | undefined {
  const found = zone.middleware.get(kind);
  if (!found) return undefined;
  const { product } = found;
  if (product.mode === 'library') return addressOf(zone, product.backedBy, port);
  if (product.mode === 'service') {
    const service = found.environment.tryService(product.services[zone.id] ?? '');
    const at = service?.port(port ?? 'http');
    return service && at ? `${service.dns}:${at.port}` : undefined;
  }
  if (product.mode === 'managed') {
    const at = product.ports.find((each) => each.name === (port ?? product.ports[0]?.name));
    return at ? `${zone.dns(kind, found.name)}:${at.port}` : undefined;
  }
  const { endpoint } = found;
  const at = endpoint?.ports.find((each) => each.name === (port ?? endpoint.main));
  return endpoint && at ? `${zone.dns(at.service ?? endpoint.service, found.name)}:${at.port}` : undefined;
}
