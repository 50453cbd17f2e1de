import { exposureOf, flowText, outsideOf } from '../../../../engine/change/analysis/index.ts';
import type { Manifest } from '../../../../engine/manifest.ts';
import { container, deployment, object, pair, pairOf, side } from '../../../fixtures/changes/side.ts';

const ports = (...numbers: readonly number[]) => ({ pod: { containers: [container('app', { ports: numbers.map((containerPort) => ({ containerPort })) })] } });
const policy = (at: string, spec: object): Manifest => object('networking.k8s.io/v1', 'NetworkPolicy', at, { spec });
const namespace = (name: string, labels = {}) => object('v1', 'Namespace', name, { metadata: { labels } });
const deny = (of: string) => policy(`${of}/default-deny`, { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
const app = (name: string) => ({ matchLabels: { 'app.kubernetes.io/name': name } });
const into = (to: string, from: string, rule: object = { ports: [{ port: 8080 }] }) => policy(`a/${to}-in`, { podSelector: app(to), policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: app(from) }], ...rule }] });
const out = (from: string, to: object, rule: object = { ports: [{ port: 8080 }] }) => policy(`a/${from}-out`, { podSelector: app(from), policyTypes: ['Egress'], egress: [{ to: [to], ...rule }] });

const base = [namespace('a'), deny('a'), deployment('a/web', ports(8080)), deployment('a/store', ports(8080, 9404))];
const open = [into('store', 'web'), out('web', { podSelector: app('store') })];
const flows = (before: readonly Manifest[], after: readonly Manifest[], places = {}) => {
  const { opened, closed } = exposureOf(pair(before, after), places);
  return { opened: opened.map(flowText), closed: closed.map(flowText) };
};

describe('traffic', () => {
  it('opens only when both sides let it through', () => {
    expect(flows(base, [...base, open[0]!])).toEqual({ opened: [], closed: [] });
    expect(flows(base, [...base, ...open])).toEqual({ opened: ['a/web -> a/store:8080'], closed: [] });
    expect(flows([...base, ...open], base)).toEqual({ opened: [], closed: ['a/web -> a/store:8080'] });
  });

  it('is told with the policies that allow it', () => {
    expect(exposureOf(pair(base, [...base, ...open])).opened).toMatchObject([{ zone: 'core', environment: 'linyi', why: expect.stringContaining('a/store-in') }]);
  });

  it('is not looked at when nothing changed that policies speak of', () => {
    const image = deployment('a/web', { pod: { containers: [container('app', { image: 'registry.example/app:2', ports: [{ containerPort: 8080 }] })] } });
    expect(flows([...base, ...open], [...base.slice(0, 2), image, base[3]!, ...open])).toEqual({ opened: [], closed: [] });
  });

  it('opens when a label of pods or of a namespace makes a policy select them', () => {
    const before = [...base.slice(0, 2), deployment('a/web', { ...ports(8080), labels: { tier: 'x' } }), base[3]!, into('store', 'web', {}), out('web', { podSelector: { matchLabels: { tier: 'y' } } }, {})];
    const after = before.map((each) => (each.metadata.name === 'store' && each.kind === 'Deployment' ? deployment('a/store', { ...ports(8080, 9404), labels: { tier: 'y' } }) : each));
    expect(flows(before, after).opened).toEqual(['a/web -> a/store:all']);
    const remote = policy('a/web-out', { podSelector: app('web'), policyTypes: ['Egress'], egress: [{ to: [{ namespaceSelector: { matchLabels: { kind: 'shared' } } }], ports: [{ port: 8080 }] }] });
    const two = [namespace('b'), deployment('b/cache', ports(8080)), ...base, remote];
    expect(flows(two, [namespace('b', { kind: 'shared' }), ...two.slice(1)]).opened).toEqual(['a/web -> b/cache:8080']);
  });

  it('of a range that was open before in parts is not new', () => {
    const parts = out('web', { podSelector: app('store') }, { ports: [{ port: 8000, endPort: 8050 }, { port: 8051, endPort: 8100 }] });
    const whole = out('web', { podSelector: app('store') }, { ports: [{ port: 8000, endPort: 8100 }] });
    const all = into('store', 'web', {});
    expect(flows([...base, all, parts], [...base, all, whole])).toEqual({ opened: [], closed: [] });
    expect(flows([...base, all, whole], [...base, all, out('web', { podSelector: app('store') }, { ports: [{ port: 8000, endPort: 9000 }] })]).opened).toEqual(['a/web -> a/store:8000-9000']);
  });

  it('to a block of addresses is told by its smallest known place, on both sides alike', () => {
    const to = (...cidrs: readonly string[]) => policy('a/web-out', { podSelector: app('web'), policyTypes: ['Egress'], egress: [{ to: cidrs.map((cidr) => ({ ipBlock: { cidr } })), ports: [{ port: 443 }] }] });
    expect(flows([...base, to('10.0.0.0/24')], [...base, to('10.0.0.0/16')]).opened).toEqual(['a/web -> external/10.0.0.0/16:443']);
    const places = { outside: [{ id: 'external/tax', zone: 'core', cidrs: ['10.0.0.7/32'] }] };
    expect(flows(base, [...base, to('10.0.0.7/32')], places).opened).toEqual(['a/web -> external/tax:443']);
    expect(outsideOf('core', places, [{ file: 'core/a/x.yaml', manifest: to('10.0.0.0/29') }]).map(({ id, cidrs }) => [id, cidrs])).toEqual([['external/tax', ['10.0.0.7/32']], ['external/10.0.0.0/29', ['10.0.0.0/30', '10.0.0.4/31', '10.0.0.6/32']]]);
  });

  it('of all is told for each when the only deny goes', () => {
    const before = [...base, ...open];
    expect(flows(before, before.filter(({ metadata }) => metadata.name !== 'default-deny')).opened).toContain('a/store -> a/web:all');
  });

  it('of one more pod among very many that nothing isolates is told', () => {
    const crowd = Array.from({ length: 210 }, (_, index) => deployment(`open/p${index}`, ports(80)));
    const found = flows([namespace('open'), ...crowd], [namespace('open'), ...crowd, deployment('open/new', ports(80))]).opened;
    expect(found).toContain('open/new -> open/p7:all');
    expect(found).toContain('open/p7 -> open/new:all');
    expect(found).not.toContain('open/p7 -> open/p8:all');
  });

  it('of an environment that is new as a whole is not told', () => {
    const all = side([...base, ...open]);
    expect(exposureOf(pairOf(undefined, all))).toEqual({ opened: [], closed: [] });
    expect(exposureOf(pairOf(side([]), all)).opened.length).toBeGreaterThan(0);
  });
});

describe('the gap', () => {
  const places = { outside: [{ id: 'external/gap-http', zone: 'core', cidrs: ['10.9.0.1/32'] }, { id: 'external/clients', zone: 'core', cidrs: ['10.0.0.0/8'] }], gap: ['external/gap-http'] };
  const gateway = (name: string) => deployment(`a/${name}`, { pod: { containers: [container('app', { ports: [{ name: 'http', containerPort: 8080 }, { name: 'metrics', containerPort: 9404 }] })] }, labels: { 'app.kubernetes.io/component': 'gateway' } });
  const from = (name: string, ...cidrs: readonly string[]) => policy(`a/${name}-gap`, { podSelector: app(name), policyTypes: ['Ingress'], ingress: [{ from: cidrs.map((cidr) => ({ ipBlock: { cidr } })), ports: [{ port: 8080 }] }] });
  const across = (before: readonly Manifest[], after: readonly Manifest[]) => exposureOf(pair(before, after), places).opened.filter(({ acrossGap }) => acrossGap).map(flowText);
  const estate = [namespace('a'), deny('a'), deployment('a/web', ports(8080)), gateway('relay')];

  it('is crossed by traffic straight to or from it', () => {
    expect(across(estate, [...estate, out('web', { ipBlock: { cidr: '10.9.0.1/32' } })])).toEqual(['a/web -> external/gap-http:8080']);
    expect(across(estate, [...estate, from('relay', '10.9.0.1/32')])).toEqual(['external/gap-http -> a/relay:8080']);
  });

  it('is not crossed by traffic to an operator that no policy confines, which may send anywhere', () => {
    const before = [...estate, namespace('operators'), deployment('operators/mesh', ports(8080))];
    const to = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'operators' } }, podSelector: app('mesh') };
    expect(across(before, [...before, out('web', to)])).toEqual([]);
    expect(exposureOf(pair(before, [...before, out('web', to)]), places).opened.map(flowText)).toEqual(['a/web -> operators/mesh:8080']);
  });

  it('is crossed by traffic to what relays it, but not by its metrics', () => {
    const before = [...estate, from('relay', '10.9.0.1/32')];
    expect(across(before, [...before, into('relay', 'web'), out('web', { podSelector: app('relay') })])).toEqual(['a/web -> a/relay:8080']);
    const metrics = { ports: [{ port: 9404 }] };
    expect(across(before, [...before, into('relay', 'web', metrics), out('web', { podSelector: app('relay') }, metrics)])).toEqual([]);
  });

  it('is not crossed by a gateway for clients whose networks hold its addresses', () => {
    const before = [...estate, from('relay', '10.0.0.0/8')];
    expect(across(before, [...before, into('relay', 'web'), out('web', { podSelector: app('relay') })])).toEqual([]);
  });
});
