import type { Manifest } from '../../../engine/manifest.ts';
import { networkZones, reach, reachOneSide, type NetworkZone } from '../../../engine/network/index.ts';
import { isRecord, records } from '../../../engine/inspect/plain.ts';
import { shown } from '../../fixtures/network.ts';
import { estateOf } from '../../fixtures/policies.ts';

const core = networkZones(estateOf('linyi').objects).find(({ zone }) => zone === 'core')!;
const edges = (zone: NetworkZone) => new Set(reach(zone).map(shown));
const before = edges(core);
const POLICY = 'core-mbs/hsa-mbs';
const TO = 'core-mbs/Deployment/hsa-mbs';

/** The edges that a change of the policies brings and takes. */
function change(mutate: (policy: Manifest) => readonly Manifest[]): { readonly added: readonly string[]; readonly gone: readonly string[] } {
  const after = edges({ ...core, policies: core.policies.flatMap(mutate) });
  return { added: [...after].filter((each) => !before.has(each)), gone: [...before].filter((each) => !after.has(each)) };
}

const isOf = ({ metadata }: Manifest, id: string): boolean => `${metadata.namespace}/${metadata.name}` === id;
const spec = (policy: Manifest): Record<string, unknown> => (isRecord(policy['spec']) ? { ...policy['spec'] } : {});
const isEmptyDeny = (policy: Manifest): boolean => Object.keys(isRecord(spec(policy)['podSelector']) ? spec(policy)['podSelector'] as object : {}).length === 0 && spec(policy)['ingress'] === undefined;

describe('the policies of Linyi', () => {
  it('open ports and no ranges, to everything that is declared to listen', () => {
    expect(before.size).toBeGreaterThan(1_000);
    expect([...before].filter((each) => /\d-\d+/.test(each.split(' ').at(-1)!))).toEqual([]);
  });
  it('without the policy of some pods let fewer in, and without the denial of their namespace everyone', () => {
    expect(change((policy) => (isOf(policy, POLICY) ? [] : [policy]))).toMatchObject({ added: [] });
    expect(change((policy) => (isOf(policy, POLICY) ? [] : [policy])).gone).toContainEqual(expect.stringContaining(TO));
    const bare = change((policy) => (policy.metadata.namespace === 'core-mbs' ? [] : [policy]));
    // free to send within the namespace, and wherever the others let it in
    expect(bare.added).toContainEqual('core-mbs/Deployment/hsa-mba-asst > core-mbs/Deployment/hsa-mbs 1-65535');
  });

  it('without the denial of a namespace isolate pods that have no policy of their own no longer', () => {
    const stranger = { id: 'core-mbs/stranger', zone: 'core', namespace: 'core-mbs', labels: { app: 'stranger' }, ports: [{ port: 80 }] };
    const open = (policies: readonly Manifest[]) => reach({ ...core, peers: [...core.peers, stranger], policies }).filter(({ to }) => to === stranger.id).length;
    expect(open(core.policies)).toBe(0);
    expect(open(core.policies.filter((policy) => !(policy.metadata.namespace === 'core-mbs' && isEmptyDeny(policy))))).toBeGreaterThan(0);
  });

  const everywhere = (from: unknown) => records(from).map((rule) => ({ ...rule, from: [{ namespaceSelector: {} }] }));
  it('show a selector that was widened: whoever is not isolated comes in', () => {
    // an operator, whose namespace is its chart's matter
    const operator = { id: 'operators/stranger', zone: 'core', namespace: 'operators', labels: {}, ports: [] };
    const open = (policies: readonly Manifest[]) => reach({ ...core, peers: [...core.peers, operator], policies }).filter(({ from, to }) => from === operator.id && to.startsWith('core-mbs/')).map(shown);
    expect(open(core.policies)).toEqual([]);
    const widened = core.policies.map((policy) => (isOf(policy, POLICY) ? { ...policy, spec: { ...spec(policy), ingress: everywhere(spec(policy)['ingress']) } } : policy));
    expect(open(widened)).toContainEqual(expect.stringContaining(`${operator.id} > ${TO} `));
  });

  it.each<[string, 'ingress' | 'egress', (old: Record<string, unknown>) => Record<string, unknown>]>([
    ['peers of a rule', 'ingress', (old) => ({ ...old, ingress: everywhere(old['ingress']) })],
    ['the pods of a policy', 'egress', (old) => ({ ...old, podSelector: {} })],
    ['the ports of a rule', 'ingress', (old) => ({ ...old, ingress: records(old['ingress']).map(({ from }) => ({ from })) })],
  ])('show what is too wide on one side, which the other side still holds off: %s', (_, side, edit) => {
    const asked = (policies: readonly Manifest[]) => new Set(reachOneSide({ ...core, policies }, side).map(shown));
    const own = asked(core.policies);
    const wide = asked(core.policies.map((policy) => (isOf(policy, POLICY) ? { ...policy, spec: edit(spec(policy)) } : policy)));
    expect([...wide].filter((each) => !own.has(each))).not.toEqual([]);
    expect([...own].filter((each) => !wide.has(each))).toEqual([]);
  });

  it('show a port that was added, once both sides have it', () => {
    const open = [{ port: 6379 }];
    const [edge] = reach(core).filter(({ to, from }) => to === TO && from.includes('/Deployment/') && from !== TO);
    expect(edge).toBeDefined();
    const [namespace = '', , name = ''] = edge!.from.split('/');
    const extra = (id: string, direction: 'ingress' | 'egress', rule: object) => (policy: Manifest): Manifest => {
      if (!isOf(policy, id)) return policy;
      const old = spec(policy);
      return { ...policy, spec: { ...old, [direction]: [...records(old[direction]), rule] } };
    };
    const into = extra(POLICY, 'ingress', { from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } }, podSelector: { matchLabels: { 'app.kubernetes.io/name': name } } }], ports: open });
    const out = extra(`${namespace}/${name}`, 'egress', { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'core-mbs' } }, podSelector: { matchLabels: { 'app.kubernetes.io/name': 'hsa-mbs' } } }], ports: open });
    expect(change((policy) => [into(policy)]).added).toEqual([]);
    expect(change((policy) => [out(into(policy))])).toEqual({ added: [`${edge!.from} > ${TO} 6379`], gone: [] });
  });

  it('show what a block of all addresses means: everything that lets it in', () => {
    const all = [{ ipBlock: { cidr: '0.0.0.0/0' } }];
    const both = change((policy) => {
      const old = spec(policy);
      if (isOf(policy, POLICY)) return [{ ...policy, spec: { ...old, ingress: [{ from: all, ports: [{ port: 8080 }] }] } }];
      return isOf(policy, 'core-mbs/hsa-mba-asst') ? [{ ...policy, spec: { ...old, egress: [...records(old['egress']), { to: all }] } }] : [policy];
    });
    expect(both.added).toContainEqual(`core-mbs/Deployment/hsa-mba-asst > ${TO} 8080`);
  });
});
