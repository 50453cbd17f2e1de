import type { WorkloadPart } from '../../../../constructs/middleware/index.ts';
import type { Flow, Peer } from '../../../../engine/render/network/flow.ts';
import { endpointPeer, endpointPeers, middlewareFlows } from '../../../../engine/render/network/middleware-flows.ts';
import { addKind, bareEnvironment, customPart, workloadPart, type KindOverrides } from '../../../fixtures/middleware.ts';
import { allKindsEnvironment } from '../../../fixtures/all-kinds.ts';
import { smallEnvironment } from '../../../fixtures/estate.ts';

const sizing = workloadPart().sizing;
const nameOf = (peer: Peer) => ('namespace' in peer ? peer.name : peer.cidrs.join());
const short = (flows: readonly Flow[]) => flows.map(({ from, to, ports }) => `${nameOf(from)} -> ${nameOf(to)}:${ports.map(({ port }) => port).join('+')}`);

/** Flows of a core zone with these kinds. */
function flows(...kinds: readonly (readonly [parts: Parameters<typeof addKind>[1], overrides?: KindOverrides])[]) {
  const environment = bareEnvironment();
  for (const [parts, overrides] of kinds) addKind(environment, parts, overrides);
  const found = middlewareFlows(environment.zone('core'));
  return { found, short: short(found), problems: environment.problems.all() };
}
const target = (kind: 'search' | 'metrics'): readonly [readonly WorkloadPart[], KindOverrides] => [[workloadPart()], { row: { kind } }];

it('opens the peer ports of a part to its own pods', () => {
  expect(flows([[workloadPart({ ports: [{ name: 'client', port: 7000 }, { name: 'raft', port: 7001 }], peers: ['raft'] })]]).short).toEqual(['cache-store -> cache-store:7001']);
});

describe('the peer ports of operator-made pods', () => {
  const pods = (name: string, peers?: string[]) => ({ ...customPart().pods[0]!, name, labels: { role: name }, peers });

  it('are open to all pods of the same cluster, whichever custom resources make it up', () => {
    const parts = [customPart({ pods: [pods('replica', ['client'])] }), customPart({ kind: 'Watch', name: 'watch', pods: [pods('sentinel')] })];
    expect(flows([parts]).short).toEqual(['cache-replica -> cache-replica:7000', 'cache-sentinel -> cache-replica:7000']);
  });

  it('are closed to another cluster of the same make', () => {
    const parts = ['a', 'b'].map((name) => customPart({ name, pods: [pods(name, ['client'])] }));
    expect(flows([parts]).short).toEqual(['cache-a -> cache-a:7000', 'cache-b -> cache-b:7000']);
  });
});

it('connects a part to another of its kind, to another kind, to the secret store and to a channel of the gap', () => {
  const connects = [{ to: 'store', ports: [7000] }, { to: 'search', ports: [7000] }, { to: 'secret-store', ports: [] }, { to: 'gap:db-sync', ports: [] }];
  const { short: found, problems } = flows([[workloadPart(), workloadPart({ name: 'proxy', connects })], { row: { needs: ['search'] } }], target('search'));
  expect(problems).toEqual([]);
  expect(found).toEqual([
    'cache-proxy -> cache-store:7000', 'cache-proxy -> search-store:7000', 'cache-proxy -> 10.0.9.0/28:8200', 'cache-proxy -> 10.10.250.3/32:8445',
  ]);
});

it('reports a connection to what is not in the zone', () => {
  expect(flows([[workloadPart({ connects: [{ to: 'graph-db', ports: [1] }] })]]).problems).toMatchObject([{ code: 'CHAMP2011', where: 'small/core/mw-cache', args: { value: 'graph-db (1)' } }]);
});

it('lets every part reach a kind that the row needs, unless one part says that it does', () => {
  const needs = { row: { needs: ['search'] } } as const;
  expect(flows([[workloadPart(), workloadPart({ name: 'proxy' })], needs], target('search')).short).toEqual(['cache-store -> search-store:7000', 'cache-proxy -> search-store:7000']);
  const declared = flows([[workloadPart(), workloadPart({ name: 'proxy', connects: [{ to: 'search', ports: [7000] }] })], needs], target('search')).short;
  expect(new Set(declared)).toEqual(new Set(['cache-proxy -> search-store:7000']));
});

it('lets a Job provision its own kind', () => {
  expect(flows([[workloadPart(), workloadPart({ name: 'store-provision', workload: 'Job', ports: [] })]]).short).toEqual(['cache-store-provision -> cache-store:7000']);
});

it('lets a product call the services that name it, on the ports that they have', () => {
  const environment = smallEnvironment();
  const zone = environment.zone('core');
  zone.middleware.clear();
  zone.node.tryRemoveChild('mw-job-scheduler');
  const holding = { namespace: 'core-mbs', tenant: 'vendor-02', publishes: [], subscribes: [] };
  addKind(environment, [workloadPart({ clientPorts: [9050, 9999] })], { row: { kind: 'job-scheduler' }, holdings: [{ ...holding, service: 'hsa-mbs' }, { ...holding, service: 'hsa-mbs-ui' }] });
  expect(short(middlewareFlows(zone))).toEqual(['job-scheduler-store -> hsa-mbs:9050']);
});

it('connects to the pods of another kind that have a port, past its endpoint', () => {
  const shards = [workloadPart(), workloadPart({ name: 'shard', ports: [{ name: 'binlog', port: 3306 }] })];
  expect(flows([[workloadPart({ connects: [{ to: 'search:pods', ports: [3306] }] })], { row: { needs: ['search'] } }], [shards, { row: { kind: 'search' } }]).short).toEqual(['cache-store -> search-shard:3306']);
});

it('connects to the ports of a bought product, whatever those of the self-hosted one are', () => {
  const environment = bareEnvironment({ managed: { search: { core: { host: 'a.example', cidrs: ['203.0.113.0/28'], ports: [443] } } } });
  addKind(environment, [workloadPart({ connects: [{ to: 'search', ports: [9200] }] })], { row: { needs: ['search'] } });
  addKind(environment, [], { row: { kind: 'search' }, product: { mode: 'managed', product: 'Bought', ports: [{ name: 'https', port: 443 }] } });
  expect(short(middlewareFlows(environment.zone('core')))).toEqual(['cache-store -> 203.0.113.0/28:443']);
});

it('lets in what the gap writes and whom the environment exposes the kind to', () => {
  const environment = bareEnvironment();
  addKind(environment, [workloadPart()], { row: { receives: [{ channel: 'db-sync', zone: 'public' }] } }, 'public');
  expect(short(middlewareFlows(environment.zone('public')))).toEqual(['10.20.250.3/32 -> cache-store:7000']);
  const zones = { ...environment.props.zones, core: { ...environment.props.zones.core, exposed: { cache: { address: '10.10.2.1', sourceRanges: ['10.9.0.0/16'] } } } };
  const exposed = bareEnvironment({ zones });
  addKind(exposed, [workloadPart()], { row: { receives: [{ channel: 'db-sync', zone: 'public' }] } });
  expect(short(middlewareFlows(exposed.zone('core')))).toEqual(['10.9.0.0/16 -> cache-store:7000']);
});

it('lets pods ask their operator where it serves them', () => {
  expect(flows([[customPart({ operator: { id: 'envoy-gateway', ports: [], serves: [18000] } })]]).short).toEqual(['cache-store -> envoy-gateway:18000']);
});

it('lets an operator talk to the pods that it makes', () => {
  const { found } = flows([[customPart({ operator: { id: 'strimzi', ports: [7000] } })]]);
  expect(found).toMatchObject([{ from: { zone: 'core', labels: {}, name: 'strimzi' }, to: { namespace: 'core-mw-cache', labels: { store: 'yes' } }, ports: [{ port: 7000 }] }]);
  expect((found[0]!.from as { namespace: string }).namespace).not.toBe('core-mw-cache');
});

it('opens the API server to what calls it, wherever it stands', () => {
  const api = { cluster: true, rules: [] };
  const { found } = flows([[workloadPart({ name: 'shipper', workload: 'DaemonSet', hostPaths: ['/var/log'], ports: [], api }), customPart({ pods: [{ ...customPart().pods[0]!, api: true }] })]]);
  expect(found).toMatchObject([
    { from: { namespace: 'core-agents', name: 'cache-shipper' }, to: { cidrs: ['10.10.0.0/29'] }, ports: [{ port: 6443 }] },
    { from: { namespace: 'core-mw-cache', name: 'cache-store' }, to: { cidrs: ['10.10.0.0/29'] } },
  ]);
});

it('lets Prometheus read exporters, those in sidecars too', () => {
  const exporter = { port: 'metrics', path: '/metrics' };
  const sidecars = [{ name: 'exporter', image: 'exporter', ports: [{ name: 'metrics', port: 9121 }], sizing }];
  expect(flows([[workloadPart({ sidecars }), workloadPart({ name: 'proxy' })], { row: { exporter } }], target('metrics')).short).toEqual(['metrics-store -> cache-store:9121']);
  expect(flows([[workloadPart({ sidecars })], { row: { exporter } }]).short).toEqual([]);
});

describe('endpointPeer', () => {
  it('is the set of pods with the endpoint\'s labels', () => {
    const environment = bareEnvironment();
    addKind(environment, [workloadPart()]);
    expect(endpointPeer(environment.zone('core'), 'cache')).toEqual({
      peer: { zone: 'core', namespace: 'core-mw-cache', labels: { 'app.kubernetes.io/name': 'store' }, name: 'cache-store' }, ports: [{ port: 7000 }],
    });
  });

  it('has a name of its own when it covers several sets', () => {
    const environment = bareEnvironment();
    addKind(environment, [customPart()]);
    expect(endpointPeer(environment.zone('core'), 'cache')?.peer).toMatchObject({ name: 'cache-endpoint' });
  });

  it('is one set of pods for each Service that it names', () => {
    const environment = bareEnvironment();
    const [client, broker] = [{ name: 'client', port: 7000 }, { name: 'broker', port: 7001 }];
    addKind(environment, [workloadPart(), workloadPart({ name: 'broker', ports: [broker] })], { product: {
      mode: 'self-hosted', product: 'Store', layout: () => [workloadPart(), workloadPart({ name: 'broker', ports: [broker] })],
      endpoint: () => ({ service: 'store', main: 'client', pods: {}, ports: [client, { ...broker, service: 'broker' }] }),
    } });
    expect(endpointPeers(environment.zone('core'), 'cache').map(({ peer, ports }) => `${nameOf(peer)}:${ports.map(({ port }) => port).join('+')}`)).toEqual(['cache-store:7000', 'cache-broker:7001']);
  });

  it('is what a library keeps its state in', () => {
    const environment = bareEnvironment();
    addKind(environment, [workloadPart()]);
    addKind(environment, [], { row: { kind: 'id-generator' }, product: { mode: 'library', product: 'Library', backedBy: 'cache' } });
    expect(endpointPeer(environment.zone('core'), 'id-generator')).toEqual(endpointPeer(environment.zone('core'), 'cache'));
  });

  it('is the addresses of a managed product', () => {
    const environment = bareEnvironment({ managed: { cache: { core: { host: 'a.example', cidrs: ['203.0.113.0/28'], ports: [6379] } } } });
    addKind(environment, [], { product: { mode: 'managed', product: 'Bought', ports: [{ name: 'redis', port: 6379 }] } });
    expect(endpointPeer(environment.zone('core'), 'cache')).toEqual({ peer: { cidrs: ['203.0.113.0/28'] }, ports: [{ port: 6379 }] });
  });

  it('is nothing for a kind that is not in the zone or only an operator', () => {
    const environment = bareEnvironment();
    addKind(environment, [], { product: { mode: 'operator', product: 'Operator', operator: 'velero' } });
    expect(endpointPeer(environment.zone('core'), 'cache')).toBeUndefined();
    expect(endpointPeer(environment.zone('core'), 'search')).toBeUndefined();
  });

  it('is the pods of the gateway service that is the product', () => {
    const { props, facts } = smallEnvironment();
    const environment = smallEnvironment({ props, releases: facts.releases });
    const zone = environment.zone('core');
    zone.middleware.clear();
    zone.node.tryRemoveChild('mw-cache');
    addKind(environment, [], { product: { mode: 'service', product: 'Kong', services: { core: 'hsa-gw-core' } } });
    expect(endpointPeer(zone, 'cache')).toEqual({
      peer: { zone: 'core', namespace: 'core-gw', labels: { 'app.kubernetes.io/name': 'hsa-gw-core' }, name: 'hsa-gw-core' }, ports: [{ port: 8000 }, { port: 8443 }],
    });
  });
});

it('names policies of all kinds of a zone apart', () => {
  for (const zone of allKindsEnvironment('opensource', 'production').zones) {
    const labels = new Map<string, string>();
    for (const peer of middlewareFlows(zone).flatMap(({ from, to }) => [from, to])) {
      if (!('namespace' in peer)) continue;
      const selected = `${peer.namespace} ${JSON.stringify(peer.labels)}`;
      expect(labels.get(peer.name) ?? selected).toBe(selected);
      labels.set(peer.name, selected);
    }
  }
});
