import type { Manifest } from '../../../engine/manifest.ts';
import { compare, reach, reachOneSide, type Declared, type NetworkPeer, type NetworkZone } from '../../../engine/network/index.ts';
import { edgesOf, outside, pods, policy, zoneOf } from '../../fixtures/network.ts';

const DENY = policy({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] }, 'deny');
const SERVER = pods('a/server');
const CLIENT = pods('b/client', { labels: { app: 'client', tier: 'web' }, ports: [] });
const OTHER = pods('c/other', { ports: [] });
/** Who reaches the server, and at what; the senders themselves are free. */
const senders = (spec: object, peers: readonly NetworkPeer[] = [SERVER, CLIENT, OTHER], more: Partial<NetworkZone> = {}) => (
  edgesOf(zoneOf(peers, [policy({ podSelector: { matchLabels: { app: 'server' } }, ...spec })], more))
    .filter((each) => each.includes('> a/server')).map((each) => each.replace(' > a/server', ''))
);
/** Every port, an edge a protocol. */
const open = (...pairs: readonly string[]) => pairs.flatMap((pair) => ['/SCTP', '', '/UDP'].map((protocol) => `${pair} 1-65535${protocol}`));
const ports = [{ port: 8080 }];
const from = (...peers: readonly object[]) => ({ ingress: [{ from: peers, ports }] });
const named = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });

describe('isolation', () => {
  it('leaves everything open without policies, each protocol an edge beside those of the declared ports', () => {
    expect(senders({ podSelector: { matchLabels: { app: 'nobody' } } }, [SERVER, CLIENT])).toEqual([...open('a/server'), 'a/server 8080', ...open('b/client'), 'b/client 8080']);
  });

  it.each<[string, object, readonly string[]]>([
    ['is for ingress without policyTypes', {}, open('a/server > b/client')],
    ['is for egress too where it has a rule for it', { egress: [{ to: [{ podSelector: {} }] }] }, []],
    ['is not for egress where the list of rules is empty, as the API fills in the default', { egress: [] }, open('a/server > b/client')],
    ['is for egress alone when it says so, whatever rules for ingress it has', { policyTypes: ['Egress'], ingress: [] }, [...open('b/client > a/server'), 'b/client > a/server 8080']],
    ['is for both when it says so', { policyTypes: ['Ingress', 'Egress'] }, []],
  ])('%s', (_, spec, expected) => {
    const edges = edgesOf(zoneOf([SERVER, CLIENT], [policy({ podSelector: {}, ...spec })]));
    expect(edges.filter((each) => each.startsWith('a/server > b') || each.startsWith('b/client > a'))).toEqual(expected);
  });

  it.each([['{}', {}], ['absent', undefined], ['null', null]])('selects all pods of its own namespace by a podSelector that is %s', (_, podSelector) => {
    expect(edgesOf(zoneOf([SERVER, pods('a/second'), OTHER], [policy({ podSelector, policyTypes: ['Ingress'] })])).filter((each) => each.includes('> a/'))).toEqual([]);
  });

  it('needs the egress of the source and the ingress of the destination', () => {
    const out = policy({ podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [named('a')], ports }] }, 'out', 'b');
    const into = policy({ podSelector: {}, ingress: [{ from: [named('b')], ports }] }, 'into');
    const both = (...policies: readonly Manifest[]) => edgesOf(zoneOf([SERVER, CLIENT], [DENY, policy({ podSelector: {}, policyTypes: ['Egress'] }, 'deny', 'b'), ...policies])).filter((each) => each.startsWith('b/'));
    expect([both(out), both(into), both(out, into)]).toEqual([[], [], ['b/client > a/server 8080']]);
  });

  it('adds policies up, in whatever order', () => {
    const allow = policy({ podSelector: {}, ...from(named('b')) }, 'allow');
    for (const policies of [[DENY, allow], [allow, DENY]]) {
      expect(edgesOf(zoneOf([SERVER, CLIENT], policies)).filter((each) => each.includes('a/server'))).toEqual(['b/client > a/server 8080']);
    }
  });

  it('treats the replicas of one set of pods as peers of each other', () => {
    expect(senders(from({ podSelector: {} }))).toEqual(['a/server 8080']);
  });

  it('is that of the namespace of the policy alone', () => {
    expect(edgesOf(zoneOf([SERVER, OTHER], [policy({ podSelector: {} }, 'deny', 'c')])).filter((each) => each.includes('c/other > a/server'))).toEqual([...open('c/other > a/server'), 'c/other > a/server 8080']);
  });
});

describe('peers', () => {
  it.each<[string, readonly object[], readonly string[]]>([
    ['a podSelector alone is for the namespace of the policy', [{ podSelector: { matchLabels: { app: 'client' } } }], []],
    ['a namespaceSelector alone is for all pods there', [named('b')], ['b/client']],
    ['both in one peer must hold', [{ ...named('b'), podSelector: { matchLabels: { app: 'other' } } }], []],
    ['two peers are either of them', [named('b'), { podSelector: { matchLabels: { app: 'server' } } }, named('c')], ['a/server', 'b/client', 'c/other']],
    ['an empty namespaceSelector is every namespace', [{ namespaceSelector: {} }], ['a/server', 'b/client', 'c/other']],
    ['an empty namespaceSelector with a podSelector is these pods everywhere', [{ namespaceSelector: {}, podSelector: { matchLabels: { app: 'other' } } }], ['c/other']],
    ['In', [{ namespaceSelector: {}, podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['client', 'x'] }] } }], ['b/client']],
    ['NotIn also takes what lacks the key', [{ namespaceSelector: {}, podSelector: { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['web'] }] } }], ['a/server', 'c/other']],
    ['Exists', [{ namespaceSelector: {}, podSelector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] } }], ['b/client']],
    ['DoesNotExist', [{ namespaceSelector: {}, podSelector: { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] } }], ['a/server', 'c/other']],
    ['matchLabels and matchExpressions must both hold', [{ namespaceSelector: {}, podSelector: { matchLabels: { app: 'client' }, matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] } }], []],
    ['labels of a namespace', [{ namespaceSelector: { matchLabels: { zone: 'x' } } }], ['c/other']],
    ['a peer that names nothing is nobody', [{}], []],
  ])('%s', (_, peers, expected) => {
    expect(senders(from(...peers), undefined, { namespaces: [{ name: 'c', labels: { zone: 'x' } }] })).toEqual(expected.map((each) => `${each} 8080`));
  });

  it.each<[string, object]>([['absent', {}], ['empty', { from: [] }], ['null', { from: null }]])('are everyone, outside too, when the list is %s', (_, rule) => {
    expect(senders({ ingress: [{ ...rule, ports }] }, [SERVER, CLIENT, outside('bank', '198.51.100.0/28')])).toEqual(['a/server 8080', 'b/client 8080', 'external/bank 8080']);
  });

  it('are everyone at every port for a rule that is {} or null', () => {
    for (const rule of [{}, null]) expect(senders({ ingress: [rule] }, [SERVER, CLIENT])).toEqual([...open('a/server'), 'a/server 8080', ...open('b/client'), 'b/client 8080']);
  });
});

describe('ports', () => {
  const SERVERS = pods('a/server', { ports: [{ name: 'http', port: 8080 }, { name: 'http', port: 9090, protocol: 'UDP' }, { port: 53, protocol: 'UDP' }, { port: 9000 }] });
  it.each<[string, unknown, readonly string[]]>([
    ['are all when the list is absent, beside the declared', undefined, [...open(''), '53/UDP', '8080', '9000', '9090/UDP'].map((each) => each.trim())],
    ['are all when the list is empty', [], [...open(''), '53/UDP', '8080', '9000', '9090/UDP'].map((each) => each.trim())],
    ['are those of the protocol when no number is named', [{ protocol: 'UDP' }], ['1-65535/UDP', '53/UDP', '9090/UDP']],
    ['are TCP by default', [{ port: 53 }], ['53']],
    ['are open even when no container declares them', [{ port: 4444 }], ['4444']],
    ['are those of the name at the destination, of the same protocol', [{ port: 'http' }], ['8080']],
    ['of a name that is not there are none', [{ port: 'metrics' }], []],
    ['of a range are its declared ones and the range', [{ port: 8000, endPort: 9000 }], ['8000-9000', '8080', '9000']],
    ['of a range of one are that one', [{ port: 9000, endPort: 9000 }], ['9000']],
    ['of a range that ends before it starts are none', [{ port: 9000, endPort: 8000 }], []],
    ['of ranges that overlap are one range', [{ port: 100, endPort: 200 }, { port: 150, endPort: 300 }], ['100-300']],
    ['that are no ports are none', [{ port: 0 }, { port: 70_000 }, { port: 1.5 }, { port: 80, protocol: 'ICMP' }], []],
  ])('%s', (_, list, expected) => {
    const edges = senders({ ingress: [{ from: [named('b')], ports: list }] }, [SERVERS, CLIENT]);
    expect(edges.map((each) => each.replace('b/client ', '')).sort()).toEqual([...expected].sort());
  });

  it('are those that both sides open', () => {
    const out = policy({ podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [named('a')], ports: [{ port: 8000, endPort: 8100 }, { port: 9000 }] }] }, 'out', 'b');
    const into = policy({ podSelector: {}, ingress: [{ from: [named('b')], ports: [{ port: 'http' }, { port: 8050, endPort: 9500 }] }] }, 'into');
    expect(edgesOf(zoneOf([SERVERS, CLIENT], [out, into])).filter((each) => each.startsWith('b'))).toEqual(['b/client > a/server 8050-8100', 'b/client > a/server 8080', 'b/client > a/server 9000']);
  });

  it('of a name in an egress rule are those of each destination', () => {
    const out = policy({ podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ namespaceSelector: {} }], ports: [{ port: 'http' }] }] }, 'out', 'b');
    const second = pods('c/second', { ports: [{ name: 'http', port: 80 }] });
    expect(edgesOf(zoneOf([SERVER, second, CLIENT], [out])).filter((each) => each.startsWith('b'))).toEqual(['b/client > a/server 8080', 'b/client > c/second 80']);
  });
});

describe('addresses', () => {
  const to = (block: object, peers: readonly NetworkPeer[], more: Partial<NetworkZone> = {}) => (
    edgesOf(zoneOf([pods('a/app', { ports: [] }), ...peers], [policy({ podSelector: {}, policyTypes: ['Ingress', 'Egress'], egress: [{ to: [{ ipBlock: block }], ports: [{ port: 443 }] }] })], more)).filter((each) => each.startsWith('a/'))
  );
  const BANK = outside('bank', '10.8.0.0/28');
  const OPEN = pods('b/open', { ports: [] });

  it.each<[string, object, boolean]>([
    ['the block itself', { cidr: '10.8.0.0/28' }, true],
    ['a wider one', { cidr: '10.0.0.0/8' }, true],
    ['another one', { cidr: '10.9.0.0/16' }, false],
    ['a wider one except the peer', { cidr: '10.0.0.0/8', except: ['10.8.0.0/16'] }, false],
    ['a wider one except something else', { cidr: '10.0.0.0/8', except: ['10.9.0.0/16'] }, true],
    ['one that cannot be read', { cidr: '10.8.0.0' }, false],
  ])('of outside peers: %s', (_, block, open) => {
    expect(to(block, [BANK])).toEqual(open ? ['a/app > external/bank 443'] : []);
  });

  it('that a block holds in part are an edge that says so', () => {
    const zone = zoneOf([SERVER, BANK], [policy({ podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [{ from: [{ ipBlock: { cidr: '10.8.0.0/29' } }], ports }] })]);
    expect(reach(zone)).toMatchObject([{ from: 'external/bank', to: 'a/server', port: 8080, why: 'egress: outside; ingress: a/p (ipBlock 10.8.0.0/29 holds a part of its addresses)' }]);
  });

  it('that blocks leave out are named, unless others of the blocks hold them', () => {
    const edge = (ports_: readonly object[], ...blocks: readonly object[]) => reach(zoneOf([SERVER, BANK], [policy({
      podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: blocks.map((ipBlock) => ({ from: [{ ipBlock }], ports: ports_ })),
    })])).map(({ port, leftOut }) => [port, leftOut]);
    expect(edge(ports, { cidr: '10.8.0.0/29' })).toEqual([[8080, ['10.8.0.8/29']]]);
    expect(edge(ports, { cidr: '10.8.0.0/28', except: ['10.8.0.4/32'] })).toEqual([[8080, ['10.8.0.4/32']]]);
    expect(edge(ports, { cidr: '10.8.0.0/29' }, { cidr: '10.8.0.8/30' })).toEqual([[8080, ['10.8.0.12/30']]]);
    expect(edge(ports, { cidr: '10.8.0.0/29' }, { cidr: '10.8.0.8/29' })).toEqual([[8080, undefined]]);
    expect(edge([{ port: 8000, endPort: 8100 }], { cidr: '10.8.0.0/29' }, { cidr: '10.8.0.8/30' })).toEqual([[8000, ['10.8.0.12/30']], [8080, ['10.8.0.12/30']]]);
  });

  it('of pods are in a block that meets their networks', () => {
    expect(to({ cidr: '10.0.0.0/8' }, [OPEN], { podCidrs: ['10.244.0.0/16'] })).toEqual(['a/app > b/open 443']);
    expect(to({ cidr: '10.9.0.0/16' }, [OPEN], { podCidrs: ['10.244.0.0/16'] })).toEqual([]);
    expect(to({ cidr: '10.0.0.0/8', except: ['10.244.0.0/16'] }, [OPEN], { podCidrs: ['10.244.0.0/16'] })).toEqual([]);
  });

  it('of pods whose networks nobody knows are in a block of everything, and in no narrow one', () => {
    expect(to({ cidr: '0.0.0.0/0' }, [OPEN])).toEqual(['a/app > b/open 443']);
    expect(to({ cidr: '10.0.0.0/8' }, [OPEN])).toEqual([]);
  });

  it('of the node are those of pods on its network, which no selector finds and no policy isolates', () => {
    const agent = pods('b/agent', { hostNetwork: true, cidrs: ['10.1.0.0/24'], ports: [] });
    expect(to({ cidr: '10.1.0.0/24' }, [agent])).toEqual(['a/app > b/agent 443']);
    const select = policy({ podSelector: {}, policyTypes: ['Ingress', 'Egress'], egress: [{ to: [named('b')], ports }] });
    const deny = policy({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] }, 'deny', 'b');
    expect(edgesOf(zoneOf([pods('a/app'), agent, OTHER], [select, deny]))).toEqual(open('b/agent > b/agent', 'b/agent > c/other', 'c/other > b/agent', 'c/other > c/other'));
  });

  it('outside of the cluster are not held against each other', () => {
    expect(edgesOf(zoneOf([BANK, outside('other', '10.9.0.0/28')], []))).toEqual([]);
  });
});

describe('one side', () => {
  const into = policy({ podSelector: {}, ...from(named('b')) }, 'into');
  const out = policy({ podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [named('c')], ports }] }, 'out', 'b');

  it('is what its policies open, whatever the other side does, and nothing where no policy isolates', () => {
    const zone = zoneOf([SERVER, CLIENT, OTHER], [into, out]);
    expect(reachOneSide(zone, 'ingress')).toMatchObject([{ from: 'b/client', to: 'a/server', port: 8080, why: 'egress: not asked; ingress: a/into' }]);
    expect(reachOneSide(zone, 'egress')).toMatchObject([{ from: 'b/client', to: 'c/other', port: 8080, why: 'egress: b/out; ingress: not asked' }]);
    expect(edgesOf(zone).filter((each) => each.startsWith('b/client > a'))).toEqual([]);
  });

  it('of a rule for everyone is everyone', () => {
    expect(reachOneSide(zoneOf([SERVER, CLIENT], [policy({ podSelector: {}, ingress: [{ ports }] })]), 'ingress').map((each) => each.from)).toEqual(['a/server', 'b/client']);
    expect(reachOneSide(zoneOf([SERVER, CLIENT], [policy({ podSelector: {}, policyTypes: ['Egress'], egress: [{ ports }] })]), 'egress').map((each) => each.to)).toEqual(['a/server', 'b/client']);
  });
});

describe('what an edge says', () => {
  it('names the policies of both sides', () => {
    const out = policy({ podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [named('a')], ports }] }, 'out', 'b');
    expect(reach(zoneOf([SERVER, CLIENT], [DENY, out, policy({ podSelector: {}, ...from(named('b')) }, 'two'), policy({ podSelector: {}, ...from(named('b')) }, 'one')])))
      .toEqual([{ zone: 'core', from: 'b/client', to: 'a/server', port: 8080, protocol: 'TCP', why: 'egress: b/out; ingress: a/one, a/two' }]);
  });

  it('is said once for peers that share an id', () => {
    expect(edgesOf(zoneOf([SERVER, CLIENT, { ...CLIENT, labels: { app: 'second' } }], [DENY, policy({ podSelector: {}, ...from(named('b')) }, 'one')])).filter((each) => each.includes('a/server'))).toEqual(['b/client > a/server 8080']);
  });

  it('does not depend on any value that a policy should not have', () => {
    for (const spec of [null, 7, { podSelector: 3, ingress: 'x', egress: [[1]] }, { policyTypes: [null], ingress: [{ from: [null, 1, { ipBlock: { cidr: 5, except: 'x' } }], ports: [null, 'x'] }] }]) {
      expect(() => reach(zoneOf([SERVER, CLIENT], [policy(spec as object)]))).not.toThrow();
    }
  });
});

it('grows with the edges, not with pairs times policies', () => {
  const peers = Array.from({ length: 2_000 }, (_, index) => pods(`n${index % 100}/app-${index}`));
  const policies = peers.map(({ namespace = '', labels = {} }, index) => policy({
    podSelector: { matchLabels: labels }, policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [{ ...named(peers[(index + 1) % 2_000]!.namespace!), podSelector: { matchLabels: peers[(index + 1) % 2_000]!.labels! } }], ports }],
    egress: [{ to: [{ ...named(peers[(index + 1_999) % 2_000]!.namespace!), podSelector: { matchLabels: peers[(index + 1_999) % 2_000]!.labels! } }], ports }],
  }, `p${index}`, namespace));
  const started = performance.now();
  expect(reach(zoneOf(peers, policies))).toHaveLength(2_000);
  // all pairs times all policies would be 8 thousand million looks
  expect(performance.now() - started).toBeLessThan(30_000);
});

describe('a network without policies', () => {
  const many = Array.from({ length: 1_600 }, (_, index) => pods(`n${index % 50}/app-${index}`));
  const bank = outside('bank', '10.8.0.0/28');

  it('of many pods is said once a receiver, with all who may send', () => {
    const started = performance.now();
    const edges = reach(zoneOf([...many, bank], []));
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(new Set(edges.map(({ from }) => from))).toEqual(new Set(['*']));
    const to = (id: string) => edges.filter((edge) => edge.to === id);
    expect(to('n0/app-0').map(({ port, endPort, protocol, senders }) => [port, endPort, protocol, senders?.size])).toEqual([
      [1, 65_535, 'SCTP', 1_601], [1, 65_535, 'TCP', 1_601], [1, 65_535, 'UDP', 1_601], [8080, undefined, 'TCP', 1_601],
    ]);
    // outside of the cluster nobody is held against the outside
    expect(to(bank.id).map(({ senders }) => senders?.size)).toEqual([1_600, 1_600, 1_600, 1_600]);
  });

  it('still says who sends to the few that policies isolate, and to whom these send', () => {
    const server = pods('a/server');
    const edges = reach(zoneOf([...many, server], [policy({ podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [{ ports }], egress: [{ to: [named('n0')], ports }] })]));
    expect(edges.filter(({ to }) => to === server.id).map(({ from }) => from)).toEqual(many.map(({ id }) => id).sort());
    expect(edges.filter(({ from }) => from === server.id)).toHaveLength(32);
    expect(edges.some(({ senders }) => senders?.has(server.id))).toBe(false);
  });

  it('is all needed or not, also by those who share an edge', () => {
    const edges = reach(zoneOf(many, []));
    const need = (from: string): Declared => ({ from, to: 'n0/app-0', port: 443, protocol: 'TCP', why: 'calls' });
    const { declaredButBlocked, allowedButUndeclared } = compare(edges, [need('n1/app-1'), need('n1/stranger')]);
    expect(declaredButBlocked.map(({ from }) => from)).toEqual(['n1/stranger']);
    expect(allowedButUndeclared).toHaveLength(edges.length);
  });
});
