import { networkPolicies } from '../../../../engine/render/network/policies.ts';
import type { Flow, Peer } from '../../../../engine/render/network/flow.ts';

const pods = (namespace: string, name: string, labels: Record<string, string> = { 'app.kubernetes.io/name': name }): Peer => ({ zone: 'core', namespace, labels, name });
const flow = (from: Peer, to: Peer, ...ports: number[]): Flow => ({ from, to, ports: ports.map((port) => ({ port })), why: '' });
const policies = (...flows: Flow[]) => new Map(networkPolicies(flows, (namespace) => namespace.startsWith('core-'), () => ({})).map((each) => [each.metadata.name, each['spec'] as Record<string, unknown>]));

it('opens both sides of a flow and nothing else', () => {
  const found = policies(flow(pods('core-a', 'a'), pods('core-b', 'b'), 9050));
  expect(found.get('a')).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'a' } },
    policyTypes: ['Ingress', 'Egress'],
    egress: [{ to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'core-b' } }, podSelector: { matchLabels: { 'app.kubernetes.io/name': 'b' } } }], ports: [{ port: 9050, protocol: 'TCP' }] }],
  });
  expect(found.get('b')).toMatchObject({ ingress: [{ ports: [{ port: 9050, protocol: 'TCP' }] }] });
  expect(found.get('b')).not.toHaveProperty('egress');
});

it('gathers callers of one namespace into one entry', () => {
  const found = policies(flow(pods('core-a', 'a2'), pods('core-b', 'b'), 80), flow(pods('core-a', 'a1'), pods('core-b', 'b'), 80));
  expect(found.get('b')).toMatchObject({
    ingress: [{ from: [{ podSelector: { matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In', values: ['a1', 'a2'] }] } }] }],
  });
});

it('keeps different ports apart: a caller gets the port that it declared and no other', () => {
  const found = policies(flow(pods('core-a', 'a'), pods('core-b', 'b'), 80), flow(pods('core-c', 'c'), pods('core-b', 'b'), 90));
  expect((found.get('b')!['ingress'] as unknown[])).toHaveLength(2);
});

it('is several policies of the same pods where the entries are too many for one object, and the first has its name', () => {
  const to = pods('core-b', 'b');
  const callers = Array.from({ length: 2500 }, (_, index) => pods(`core-${String(index).padStart(4, '0')}`, 'a'));
  const found = networkPolicies(callers.map((from, index) => flow(from, to, index < 1200 ? 80 : 90)), (namespace) => namespace === 'core-b', () => ({}));
  expect(found.map(({ metadata }) => metadata.name)).toEqual(['b', 'b-2', 'b-3']);
  const specs = found.map((each) => each['spec'] as { readonly podSelector: unknown; readonly ingress: readonly { readonly from: readonly unknown[]; readonly ports: readonly { readonly port: number }[] }[] });
  expect(new Set(specs.map(({ podSelector }) => JSON.stringify(podSelector))).size).toBe(1);
  const opened = specs.flatMap(({ ingress }) => ingress.flatMap(({ from, ports }) => from.map((each) => `${JSON.stringify(each)} ${ports[0]!.port}`)));
  expect(new Set(opened).size).toBe(2500);
  expect(opened.filter((each) => each.endsWith(' 80'))).toHaveLength(1200);
});

it('writes an address outside as a block, and no policy for a namespace of others', () => {
  const found = policies(flow(pods('core-a', 'a'), { cidrs: ['10.0.0.0/28'] }, 443), flow(pods('argocd', 'x'), pods('core-a', 'a'), 9404));
  expect(found.get('a')).toMatchObject({ egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/28' } }] }], ingress: [{}] });
  expect(found.has('x')).toBe(false);
});

it('does not depend on the order of the declarations', () => {
  const flows = [flow(pods('core-a', 'a'), pods('core-b', 'b'), 80), flow(pods('core-c', 'c'), pods('core-b', 'b'), 80), flow(pods('core-c', 'd'), pods('core-b', 'b'), 81)];
  expect(JSON.stringify([...policies(...flows)])).toBe(JSON.stringify([...policies(...flows.toReversed())]));
});
