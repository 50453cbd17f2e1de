import { reachEstateRules } from '../../../policies/network/reach.ts';
import { PolicyEstate, type PolicyFacts } from '../../../engine/policy/index.ts';
import { policy } from '../../fixtures/network.ts';
import { estateOf, judged, judgedEstate } from '../../fixtures/policies.ts';

const pods = (name = 'app', spec: object = {}, namespace = 'a') => ({
  apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace },
  spec: { template: { metadata: { labels: { app: name } }, spec: { containers: [{ name, image: name, ports: [{ containerPort: 8080 }] }], ...spec } } },
});
const deny = (...policyTypes: readonly string[]) => policy({ podSelector: {}, policyTypes }, 'deny');
const CLOSED = deny('Ingress', 'Egress');
const egress = (...to: readonly object[]) => policy({ podSelector: {}, policyTypes: ['Egress'], egress: [{ to, ports: [{ port: 443 }] }] }, 'out');
const block = (cidr: string, ...except: readonly string[]) => ({ ipBlock: { cidr, ...(except.length > 0 ? { except } : {}) } });
const found = (manifests: readonly unknown[], facts: PolicyFacts = {}) => judged(reachEstateRules, manifests, { facts });
const rules = (...manifests: readonly unknown[]) => [...new Set(found(manifests).map(({ rule }) => rule))].sort();
const fieldsOf = (rule: string, manifests: readonly unknown[], facts: PolicyFacts = {}) => found(manifests, facts).filter((each) => each.rule === rule).map(({ field }) => field);

describe('NSA-NET-02 and NSA-NET-03', () => {
  it('pass a namespace that denies both directions, by one policy or by two', () => {
    expect(rules(pods(), CLOSED)).toEqual([]);
    expect(rules(pods(), policy({ podSelector: {}, policyTypes: ['Ingress'] }, 'in'), policy({ podSelector: {}, policyTypes: ['Egress'] }, 'out'))).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    ['a policy without policyTypes denies ingress alone', policy({ podSelector: {} }), ['NSA-NET-03']],
    ['an empty egress without policyTypes denies no egress', policy({ podSelector: {}, egress: [] }), ['NSA-NET-03']],
    ['a policy with a rule denies nothing', policy({ podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [{}] }), ['NSA-NET-02']],
    ['a policy for some pods is not for new ones', policy({ podSelector: { matchLabels: { app: 'app' } }, policyTypes: ['Ingress', 'Egress'] }), ['NSA-NET-02', 'NSA-NET-03']],
    ['a policy of another namespace', policy({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] }, 'deny', 'b'), ['NSA-NET-02', 'NSA-NET-03']],
  ])('%s', (_, manifest, expected) => {
    expect(rules(pods(), manifest).filter((id) => id <= 'NSA-NET-03')).toEqual(expected);
  });

  it('point to the Namespace where there is one', () => {
    const [finding] = found([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } }, pods()]);
    expect(finding).toMatchObject({ rule: 'NSA-NET-02', at: { manifest: { kind: 'Namespace' } } });
  });

  it('are judged in each zone for itself', () => {
    const objects = estateOf('linyi').objects.filter(({ manifest, zone }) => !(zone === 'core' && manifest.kind === 'NetworkPolicy'));
    const zones = judgedEstate(reachEstateRules, new PolicyEstate(objects)).map(({ at }) => at.zone);
    expect([...new Set(zones)]).toEqual(['core']);
  });

  const all = { namespaces: {} };
  it.each<[string, object]>([
    ['Cilium', { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata: { name: 'd', namespace: 'a' }, spec: { endpointSelector: {}, ingress: [{}], egress: [{}] } }],
    ['Cilium for the cluster', { apiVersion: 'cilium.io/v2', kind: 'CiliumClusterwideNetworkPolicy', metadata: { name: 'd' }, spec: { endpointSelector: {}, enableDefaultDeny: { ingress: true, egress: true } } }],
    ['Calico', { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', metadata: { name: 'd' }, spec: { selector: 'all()', types: ['Ingress', 'Egress'] } }],
    ['the admin policies', {
      apiVersion: 'policy.networking.k8s.io/v1alpha1', kind: 'BaselineAdminNetworkPolicy', metadata: { name: 'default' },
      spec: { subject: all, ingress: [{ action: 'Deny', from: [all] }], egress: [{ action: 'Deny', to: [all, { networks: ['0.0.0.0/0', '::/0'] }] }] },
    }],
  ])('take a denial by %s', (_, manifest) => {
    expect(rules(pods(), manifest)).toEqual([]);
  });

  it('do not take a Cilium policy that lets somebody through', () => {
    expect(rules(pods(), { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata: { name: 'd', namespace: 'a' }, spec: { endpointSelector: {}, ingress: [{ fromEntities: ['all'] }] } })).toContain('NSA-NET-02');
  });
});

describe('NSA-NET-04', () => {
  it('finds pods that no policy selects in a direction', () => {
    expect(found([pods(), deny('Ingress')]).filter(({ rule }) => rule === 'NSA-NET-04')).toMatchObject([{ field: 'spec.template.metadata.labels', message: { en: 'no NetworkPolicy selects the pods of a/app for egress' } }]);
    expect(fieldsOf('NSA-NET-04', [pods(), policy({ podSelector: { matchLabels: { app: 'other' } }, policyTypes: ['Ingress', 'Egress'] })])).toEqual(['spec.template.metadata.labels']);
  });

  it('passes pods that a policy with rules selects', () => {
    expect(fieldsOf('NSA-NET-04', [pods(), policy({ podSelector: { matchLabels: { app: 'app' } }, policyTypes: ['Ingress', 'Egress'], ingress: [{}] })])).toEqual([]);
  });

  it('finds pods on the network of the host, whatever selects them', () => {
    expect(fieldsOf('NSA-NET-04', [pods('app', { hostNetwork: true }), CLOSED])).toEqual(['spec.template.spec.hostNetwork']);
  });

  const RESOURCE = { apiVersion: 'monitoring.coreos.com/v1', kind: 'Prometheus', metadata: { name: 'p', namespace: 'a' }, spec: { image: 'p' } };
  it('judges the pods of an operator by what is known of them', () => {
    const facts = { otherPods: [{ zone: '', namespace: 'a', owner: 'p', labels: { app: 'prometheus' } }] };
    expect(fieldsOf('NSA-NET-04', [RESOURCE, CLOSED], facts)).toEqual([]);
    expect(found([RESOURCE, policy({ podSelector: { matchLabels: { app: 'x' } }, policyTypes: ['Ingress', 'Egress'] })], facts).filter(({ rule }) => rule === 'NSA-NET-04')).toMatchObject([{ at: { manifest: { kind: 'Prometheus' } } }]);
  });

  it('gives pods whose labels an operator completes the benefit of the doubt, but not where nothing selects any', () => {
    expect(fieldsOf('NSA-NET-04', [RESOURCE, policy({ podSelector: { matchLabels: { app: 'x' } }, policyTypes: ['Ingress', 'Egress'] })])).toEqual([]);
    expect(fieldsOf('NSA-NET-04', [RESOURCE])).toHaveLength(1);
  });
});

describe('NSA-NET-06 over several blocks', () => {
  it.each<[string, readonly object[]]>([
    ['the internet in pieces of /8', Array.from({ length: 256 }, (_, index) => block(`${index}.0.0.0/8`))],
    ['two public /8', [block('20.0.0.0/8'), block('30.0.0.0/8')]],
  ])('finds %s', (_, blocks) => {
    expect(fieldsOf('NSA-NET-06', [pods(), CLOSED, egress(...blocks)])).toEqual(['spec.egress']);
  });

  it('adds up what comes together at the same pods, and nothing else', () => {
    const out = (app: string, cidr: string) => policy({ podSelector: { matchLabels: { app } }, policyTypes: ['Egress'], egress: [{ to: [block(cidr)] }] }, cidr.replace(/\W/g, '-'));
    expect(fieldsOf('NSA-NET-06', [pods('x'), pods('y'), CLOSED, out('x', '20.0.0.0/8'), out('y', '30.0.0.0/8')])).toEqual([]);
    expect(found([pods('x'), CLOSED, out('x', '20.0.0.0/8'), out('x', '30.0.0.0/8')]).filter(({ rule }) => rule === 'NSA-NET-06')).toMatchObject([{ message: { en: 'the ipBlocks of a/20-0-0-0-8, a/30-0-0-0-8 together cover the internet' } }]);
  });

  it.each<[string, readonly object[]]>([
    ['private networks, however wide', [block('10.0.0.0/8'), block('172.16.0.0/12'), block('192.168.0.0/16'), block('100.64.0.0/10'), block('fd00::/8')]],
    ['one block, which is judged by itself', [block('0.0.0.0/0')]],
    ['the same block twice', [block('20.0.0.0/8'), block('20.0.0.0/8')]],
  ])('passes %s', (_, blocks) => {
    expect(fieldsOf('NSA-NET-06', [pods(), CLOSED, egress(...blocks)])).toEqual([]);
  });
});

describe('NSA-NET-07', () => {
  const field = ['spec.egress[0].to[0].ipBlock'];
  it.each<[string, readonly object[], readonly string[]]>([
    ['passes the networks of a peer', [block('10.0.0.0/8')], []],
    ['finds everything', [block('0.0.0.0/0')], field],
    ['finds the address itself', [block('169.254.169.254/32')], field],
    ['finds the address of another cloud', [block('100.100.100.0/24')], field],
    ['finds IPv6', [block('fd00:ec2::/32')], field],
    ['finds what an except forgets', [block('0.0.0.0/0', '169.254.169.254/32')], field],
    ['passes what an except takes out', [block('0.0.0.0/0', '169.254.0.0/16', '168.63.129.16/32', '100.100.100.200/32', '192.0.0.192/32')], []],
    ['finds what another block opens again', [block('169.254.0.0/16', '169.254.0.0/16'), block('169.254.0.0/16')], ['spec.egress[0].to[1].ipBlock']],
    ['finds a rule for everyone', [], ['spec.egress[0]']],
  ])('%s', (_, to, expected) => {
    expect(fieldsOf('NSA-NET-07', [pods(), CLOSED, egress(...to)])).toEqual(expected);
  });

  it('finds the policy that opens again what another one keeps closed', () => {
    const narrow = policy({ podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [block('0.0.0.0/0', '169.254.0.0/16', '168.63.129.16/32', '100.100.100.200/32', '192.0.0.192/32')] }] }, 'narrow');
    const wide = policy({ podSelector: { matchLabels: { app: 'app' } }, policyTypes: ['Egress'], egress: [{ to: [block('169.254.0.0/16')] }] }, 'wide');
    expect(found([pods(), CLOSED, narrow, wide]).filter(({ rule }) => rule === 'NSA-NET-07')).toMatchObject([{ at: { manifest: { metadata: { name: 'wide' } } }, message: { en: expect.stringContaining('169.254.169.254') } }]);
  });

  it('finds pods that send freely, and pods on the network of the host', () => {
    expect(fieldsOf('NSA-NET-07', [pods(), deny('Ingress')])).toEqual(['spec.template.metadata.labels']);
    expect(fieldsOf('NSA-NET-07', [pods('app', { hostNetwork: true }), CLOSED])).toEqual(['spec.template.spec.hostNetwork']);
  });

  it('does not mind a policy that is for ingress alone', () => {
    expect(fieldsOf('NSA-NET-07', [pods(), CLOSED, policy({ podSelector: {}, policyTypes: ['Ingress'], egress: [{}] }, 'x')])).toEqual([]);
  });
});

it.each(['linyi', 'dev'] as const)('finds nothing in %s', (name) => {
  expect(judgedEstate(reachEstateRules, estateOf(name)).map(({ rule, at, field }) => [rule, at.file, field])).toEqual([]);
});

it('survives whatever a manifest may be', () => {
  const garbage = [null, 3, 'x', [], [null], { podSelector: 'x', policyTypes: 7, ingress: [null, 3], egress: { a: 1 } }, { podSelector: null, egress: [{ to: [null, { ipBlock: 3 }, { ipBlock: { cidr: 3, except: 4 } }] }] }];
  for (const spec of garbage) {
    expect(() => found([{ ...policy({}), spec }, { ...pods(), spec }, { apiVersion: 'v1', kind: 'Namespace', metadata: spec }])).not.toThrow();
    expect(() => found([{ apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata: { name: 'x', namespace: 'a' }, spec }, pods()])).not.toThrow();
  }
});

it('speaks of nothing where there are no pods and no policies', () => {
  const [some, none] = [estateOf('linyi'), new PolicyEstate([])];
  expect(reachEstateRules.map(({ present }) => [present?.(some), present?.(none)])).toEqual(reachEstateRules.map(() => [true, false]));
});
