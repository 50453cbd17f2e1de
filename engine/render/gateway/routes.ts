import { GAP, type Route } from '../../../constructs/route.ts';
import type { CrossCall, Service } from '../../../constructs/service/index.ts';
import type { Environment, GapAddress } from '../../../constructs/environment.ts';

/** Where a hop sends a request on: a Service port of its zone, the gap's side of a channel, or an outside party. */
export interface Upstream {
  readonly type: 'service' | 'gap' | 'party';
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
}

/** One line of a gateway's configuration. */
export interface GatewayRoute {
  /** Name in the product's configuration, e.g. `hsa-mbs-pub`. */
  readonly name: string;
  /** Path prefix of the request; kept as it is. */
  readonly path: string;
  readonly upstream: Upstream;
}

/** One step of a call on its way through the gateways. */
export interface Step {
  readonly at: Service;
  readonly upstream: Upstream;
}

const toService = (service: Service): Upstream => ({ type: 'service', scheme: 'http', host: service.dns, port: service.port('http')!.port });

/** The service that answers in the end: a route may end in one of its own, such as the interface platform. */
export function targetOf(call: CrossCall): Service {
  const last = call.to.environment.tryService(call.route.hops.at(-1) ?? '');
  return last && last.kind !== 'gateway' ? last : call.to;
}

/** A gateway calling the next gateway of its own route is the trunk itself, with no request of its own. */
export function isTrunk(call: CrossCall): boolean {
  return targetOf(call).kind === 'gateway';
}

/** Every gateway that a call passes, with where it sends it on; the gap itself is no step, it is an upstream. */
export function stepsOf(call: CrossCall): readonly Step[] {
  const { environment } = call.to;
  const target = targetOf(call);
  const hops = call.route.hops.filter((hop) => hop !== target.id);
  return hops.flatMap((hop, index): Step[] => {
    const at = hop === GAP ? undefined : environment.tryService(hop);
    if (!at) return [];
    const next = hops[index + 1];
    if (next === undefined) return [{ at, upstream: toService(target) }];
    if (next === GAP) return [{ at, upstream: toGap(environment, call.route, at) }];
    return [{ at, upstream: toService(environment.tryService(next)!) }];
  });
}

function toGap(environment: Environment, route: Route, at: Service): Upstream {
  const side = gapAddress(environment, route, at);
  return { type: 'gap', scheme: 'http', host: side.host, port: side.port };
}

export function gapAddress(environment: Environment, route: Route, at: Service): GapAddress {
  return environment.props.gap[route.channel ?? 'http-proxy'][at.zone.id];
}

export const pathOf = (service: Service): string => ('port' in service.props ? service.contextPath : `/${service.id}`);

/** The gateway of a zone through which an outside party is reached. */
export function partyGateway(service: Service, party: string): Service | undefined {
  const { environment, zone } = service;
  const gateways = environment.allServices.filter((each) => each.kind === 'gateway' && each.zone === zone);
  return gateways.find((each) => each.parties.includes(party))
    ?? gateways.find((each) => each.id === environment.props.parties[party]?.gateway);
}

/** What a gateway routes: calls of its own zone, calls of the other zone that pass it, and outside parties. */
export function routesOf(gateway: Service): readonly GatewayRoute[] {
  const { environment } = gateway;
  const routes = new Map<string, GatewayRoute>();
  const put = (name: string, path: string, upstream: Upstream) => routes.set(path, { name, path, upstream });
  for (const { to } of gateway.callees) {
    if (to.kind !== 'gateway') put(to.id, pathOf(to), toService(to));
  }
  for (const service of environment.allServices) {
    for (const call of service.crossCallees) {
      if (isTrunk(call)) continue;
      for (const step of stepsOf(call)) {
        if (step.at === gateway) put(targetOf(call).id, pathOf(targetOf(call)), step.upstream);
      }
    }
    for (const party of service.parties) {
      const address = environment.props.parties[party];
      if (address && partyGateway(service, party) === gateway) {
        put(`party-${party}`, `/party/${party}`, { type: 'party', scheme: 'https', host: address.host, port: address.ports[0] ?? 443 });
      }
    }
  }
  return [...routes.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
