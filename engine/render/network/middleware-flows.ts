import { MIDDLEWARE_KINDS, type Middleware, type MiddlewareKind } from '../../../constructs/middleware/index.ts';
import { OPERATORS } from '../../../constructs/operators.ts';
import type { GapChannel } from '../../../constructs/environment.ts';
import type { Zone } from '../../../constructs/zone.ts';
import { endpointPeer, endpointPeers, serviceAt, type EndpointPeer } from './endpoint-peer.ts';
import type { Flow, FlowPort, Peer } from './flow.ts';
import { flowPorts, podsOf, type MiddlewarePods } from './middleware-pods.ts';

export { endpointPeer, endpointPeers } from './endpoint-peer.ts';

type Source = (middleware: Middleware, pods: readonly MiddlewarePods[]) => readonly Flow[];

/** Everything that middleware of a zone sends and that comes to it from others than services, each with the declaration behind it. */
export function middlewareFlows(zone: Zone): Flow[] {
  const sources: readonly Source[] = [peers, connects, needs, provisions, callbacks, operators, apiServer, comesIn];
  const all = [...zone.middleware.values()];
  return [...all.flatMap((middleware) => sources.flatMap((source) => source(middleware, podsOf(middleware)))), ...scrapes(zone, all)];
}

const numbered = (ports: readonly number[]): readonly FlowPort[] => ports.map((port) => ({ port }));

/**
 * Members among themselves. Custom resources of one kind are clusters of their own; those of different kinds make up one
 * cluster, e.g. sentinels and the replicas that they watch.
 */
const peers: Source = ({ kind }, pods) => pods.filter((to) => to.peers.length > 0).flatMap((to) => {
  const senders = to.custom ? pods.filter(({ custom }) => custom && (custom === to.custom || custom.kind !== to.custom?.kind)) : [to];
  return senders.map((from) => ({ from: from.peer, to: to.peer, ports: flowPorts(to.ports, to.peers), why: `peers of ${kind}` }));
});

const connects: Source = (middleware, pods) => pods.flatMap((from) => from.connects.flatMap(({ to, ports }) => {
  const targets = targetsOf(middleware, to, ports);
  if (targets.length === 0) middleware.environment.problems.add('CHAMP2011', middleware.environment.pathOf(middleware), { value: `${to}${ports.length > 0 ? ` (${ports.join()})` : ''}`, allowed: middleware.row.needs ?? [] });
  const why = `${middleware.kind}/${from.names[0]!} connects to ${to}`;
  return targets.map((target) => ({ from: from.peer, to: target.peer, ports: target.ports, why }));
}));

/** A part of the same kind, another kind of the zone or its pods, the secret store, or a channel of the gap; without `ports` all that it offers. */
function targetsOf(middleware: Middleware, name: string, ports: readonly number[]): readonly EndpointPeer[] {
  const { zone, environment } = middleware;
  const { gap, secretStore } = environment.props;
  const own = podsOf(middleware).filter(({ names }) => names.includes(name));
  if (own.length > 0) return offering(own, ports);
  if (name === 'secret-store') return [{ peer: { cidrs: secretStore.cidrs }, ports: [{ port: secretStore.port }] }];
  if (name.startsWith('gap:')) {
    const address = gap[name.slice('gap:'.length) as GapChannel]?.[zone.id];
    return address ? [{ peer: { cidrs: [address.cidr] }, ports: [{ port: address.port }] }] : [];
  }
  const [kind, pods] = name.split(':');
  const found = MIDDLEWARE_KINDS.find((each): each is MiddlewareKind => each === kind);
  const target = found && zone.middleware.get(found);
  if (!target) return [];
  // a bought product has its own ports, whatever the self-hosted one has
  if (target.product.mode !== 'self-hosted') return endpointPeers(zone, target.kind);
  if (pods !== undefined) return offering(podsOf(target), ports);
  if (ports.length === 0) return endpointPeers(zone, target.kind);
  return endpointPeers(zone, target.kind)
    .map((each) => ({ ...each, ports: each.ports.filter(({ port }) => ports.includes(port)) }))
    .filter((each) => each.ports.length > 0);
}

/** Those of the pods that have the ports; a part whose pods have none of them is taken at its word. */
function offering(pods: readonly MiddlewarePods[], ports: readonly number[]): readonly EndpointPeer[] {
  if (ports.length === 0) return pods.map((each) => ({ peer: each.peer, ports: flowPorts(each.ports) }));
  return pods
    .map((each) => ({ peer: each.peer, ports: numbered(ports.filter((port) => each.ports.some((own) => own.port === port))) }))
    .filter((each) => each.ports.length > 0);
}

/** A kind that is needed is reached by the parts that say so; when none says so, by all of them. */
const needs: Source = (middleware, pods) => (middleware.row.needs ?? []).flatMap((kind) => {
  const declared = pods.some((each) => each.connects.some(({ to }) => to.split(':')[0] === kind));
  const senders = pods.filter(({ custom }) => !declared || (custom !== undefined && custom.connects === undefined));
  return endpointPeers(middleware.zone, kind).flatMap(({ peer, ports }) => senders.map((from) => ({ from: from.peer, to: peer, ports, why: `${middleware.kind} needs ${kind}` })));
});

/** A Job that names no part works on its own kind. */
const provisions: Source = ({ zone, kind }, pods) => endpointPeers(zone, kind).flatMap(({ peer, ports }) => pods
  .filter(({ workload }) => workload?.workload === 'Job' && workload.connects === undefined)
  .map((from) => ({ from: from.peer, to: peer, ports, why: `${from.names[0]!} provisions ${kind}` })));

/** Some products call the services that name them, e.g. a scheduler its executors. */
const callbacks: Source = ({ kind, holdings, environment }, pods) => pods.flatMap(({ peer, workload }) => {
  const ports = workload?.clientPorts ?? [];
  if (ports.length === 0) return [];
  return holdings.flatMap(({ service }) => {
    const client = environment.tryService(service);
    const offered = ports.filter((port) => client?.ports.some((each) => each.port === port));
    return client && offered.length > 0 ? [{ from: peer, to: serviceAt(client), ports: numbered(offered), why: `${kind} calls ${service} back` }] : [];
  });
});

const operators: Source = ({ zone }, pods) => pods.flatMap(({ peer, custom }) => {
  if (!custom) return [];
  const { id, ports, serves } = custom.operator;
  const operator: Peer = { zone: zone.id, namespace: OPERATORS[id].namespace, labels: {}, name: id };
  return [
    { from: operator, to: peer, ports: numbered(ports), why: `${id} manages ${custom.name}` },
    { from: peer, to: operator, ports: numbered(serves ?? []), why: `${custom.name} asks ${id}` },
  ].filter((flow) => flow.ports.length > 0);
});

const apiServer: Source = ({ zone, kind }, pods) => {
  const { cidrs, port } = zone.props.apiServer;
  return pods.filter(({ api }) => api).map(({ peer }) => ({ from: peer, to: { cidrs }, ports: [{ port }], why: `${kind} calls the Kubernetes API` }));
};

/** From outside the cluster: the far end of a channel that writes into the kind, and whom the environment exposes it to. */
const comesIn: Source = ({ zone, kind, row, environment }) => {
  const exposed = zone.props.exposed[kind];
  const senders = [
    ...(row.receives ?? []).filter((each) => each.zone === zone.id).map(({ channel }) => ({ cidrs: [environment.props.gap[channel][zone.id].cidr], why: `${channel} of the gap writes into ${kind}` })),
    ...(exposed ? [{ cidrs: exposed.sourceRanges, why: `${kind} is exposed` }] : []),
  ];
  return senders.flatMap(({ cidrs, why }) => endpointPeers(zone, kind).filter(({ peer }) => 'namespace' in peer).map(({ peer, ports }) => ({ from: { cidrs }, to: peer, ports, why })));
};

/** The zone's Prometheus reads every exporter. */
function scrapes(zone: Zone, all: readonly Middleware[]): readonly Flow[] {
  const scraper = endpointPeer(zone, 'metrics');
  if (!scraper || !('namespace' in scraper.peer)) return [];
  const { peer } = scraper;
  return all.flatMap((middleware) => {
    const { exporter } = middleware.row;
    if (!exporter) return [];
    return podsOf(middleware)
      .map((pods) => ({ from: peer, to: pods.peer, ports: flowPorts(pods.ports, [exporter.port]), why: `metrics of ${middleware.kind}` }))
      .filter(({ ports }) => ports.length > 0);
  });
}
