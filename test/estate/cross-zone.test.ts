/** Follows every cross-zone call of the release through the rendered configuration, as a request would go. */
import { parse } from 'yaml';
import { SUBSYSTEMS } from '../../apps/medical-insurance/index.ts';
import type { Manifest } from '../../engine/manifest.ts';
import { rendered } from '../fixtures/linyi.ts';

const { environment, output } = rendered();
const objects = output.objects.map((each) => each.manifest);
const { gap } = environment.props;

const calls = SUBSYSTEMS.flatMap((subsystem) => Object.entries(subsystem.services).flatMap(([from, row]) =>
  Object.entries(row.callsAcross ?? {}).flatMap(([route, targets]) => (targets as readonly string[]).map((to) => [from, to, route] as const))));

const find = (kind: string, name: string): Manifest => objects.find((each) => each.kind === kind && each.metadata.name === name)!;
const serviceAt = (host: string): Manifest | undefined => {
  const [name, namespace] = host.split('.');
  return objects.find((each) => each.kind === 'Service' && each.metadata.name === name && each.metadata.namespace === namespace);
};
const fileOf = (service: string, key: string): string => {
  const map = find('ConfigMap', `${service}-config`)?.['data'] as Record<string, string> | undefined;
  const secret = (find('ExternalSecret', `${service}-config`)?.['spec'] as { target: { template: { data: Record<string, string> } } } | undefined)?.target.template.data;
  return map?.[key] ?? secret?.[key] ?? '';
};

/** Where a gateway sends a path, read from its own configuration. */
function upstream(gateway: string, path: string): string | undefined {
  const service = environment.tryService(gateway)!;
  if (service.props.kind !== 'gateway') return undefined;
  if (service.props.product === 'kong') {
    const { services } = parse(fileOf(gateway, 'kong.yml')) as { services: { host: string; port: number; routes: { paths: string[] }[] }[] };
    const found = services.find((each) => each.routes.some((route) => route.paths.includes(path)));
    return found && `${found.host}:${found.port}`;
  }
  if (service.props.product === 'apisix') {
    const { routes } = parse(fileOf(gateway, 'apisix.yaml')) as { routes: { uris: string[]; upstream: { nodes: { host: string; port: number }[] } }[] };
    const node = routes.find((each) => each.uris.includes(path))?.upstream.nodes[0];
    return node && `${node.host}:${node.port}`;
  }
  return new RegExp(`location ${path}/ \\{\\s*proxy_pass http://([^;]+);`).exec(fileOf(gateway, 'nginx.conf'))?.[1];
}

/** The gap takes what comes to one side of a channel to the proxy on the other. */
function beyondGap(address: string): string | undefined {
  for (const sides of Object.values(gap)) {
    if (address === `${sides.public.host}:${sides.public.port}`) return 'hsa-gap-back';
    if (address === `${sides.core.host}:${sides.core.port}`) return 'hsa-gap-front';
  }
  return undefined;
}

function walk(address: string | undefined, path: string): readonly string[] {
  const visited: string[] = [];
  for (let at = address; at !== undefined && visited.length < 10;) {
    const proxy = beyondGap(at);
    if (proxy) {
      visited.push('@gap', proxy);
      at = upstream(proxy, path);
      continue;
    }
    const [host = '', port] = at.split(':');
    const service = serviceAt(host);
    const open = (service?.['spec'] as { ports: { port: number }[] } | undefined)?.ports.some((each) => String(each.port) === port);
    if (!service || !open) return [...visited, `nothing at ${at}`];
    visited.push(service.metadata.name);
    at = environment.tryService(service.metadata.name)?.kind === 'gateway' ? upstream(service.metadata.name, path) : undefined;
  }
  return visited;
}

it('the release declares 35 calls across the gap', () => {
  expect(calls).toHaveLength(35);
});

const requests = calls.filter(([from, to, route]) => route !== 'core-to-public-data' && environment.tryService(from)!.kind !== 'gateway' && environment.tryService(to)!.kind !== 'gateway');

it.each(requests)('%s reaches %s by %s, hop by hop', (from, to, route) => {
  const url = new RegExp(`^${to}\\.url=http://([^/]+)(/.*)$`, 'm').exec(fileOf(from, 'endpoints.properties'))!;
  const hops = environment.tryService(from)!.crossCallees.find((call) => call.to.id === to && call.route.id === route)!.route.hops;
  expect(walk(url[1], url[2]!)).toEqual([...hops, to]);
});

it('a provider on its private network reaches the interface platform through the provider gateway', () => {
  expect(walk('hsa-gw-medins.pub-gw.svc.cluster.local:8000', '/isp-api')).toEqual(['hsa-gw-medins', 'hsa-gap-front', '@gap', 'hsa-gap-back', 'hsa-gw-core', 'isp-api']);
});

it('a published dataset leaves core by the ferry that is declared for it, and arrives at the database of the public zone', () => {
  const side = gap['db-sync'];
  const policies = objects.filter((each) => each.kind === 'NetworkPolicy');
  const open = (direction: 'ingress' | 'egress', cidr: string) => policies.filter((each) => JSON.stringify((each['spec'] as Record<string, unknown>)[direction] ?? '').includes(cidr));
  expect(open('egress', side.core.cidr).map((each) => each.metadata.namespace)).toEqual(['core-mw-cdc']);
  expect(open('ingress', side.public.cidr).map((each) => each.metadata.namespace)).toEqual(['pub-mw-relational-db']);
});

it('nothing but the gap proxies and declared ferries may address the gap', () => {
  const cidrs = Object.values(gap).flatMap((sides) => [sides.core.cidr, sides.public.cidr]);
  const addressing = objects.filter((each) => each.kind === 'NetworkPolicy' && cidrs.some((cidr) => JSON.stringify((each['spec'] as { egress?: unknown }).egress ?? '').includes(cidr)));
  expect(addressing.map((each) => `${each.metadata.namespace}/${each.metadata.name}`).sort()).toEqual(expect.arrayContaining(['core-gw/hsa-gap-back', 'pub-gw/hsa-gap-front']));
  expect(new Set(addressing.map((each) => each.metadata.namespace))).toEqual(new Set(['core-gw', 'core-mw-cdc', 'core-mw-object-store', 'pub-gw', 'pub-mw-object-store']));
});

it('no request path is left out: every gateway hop has its own line', () => {
  expect(upstream('hsa-gw-core', '/hsa-mbs-pub')).toBe('hsa-mbs-pub.core-mbs.svc.cluster.local:9055'.replace('9055', String(environment.tryService('hsa-mbs-pub')!.port('http')!.port)));
});
