import { allowRules } from '../../../policies/network/allow-rules.ts';
import { estateOf, judged, judgedEstate } from '../../fixtures/policies.ts';

const policy = (spec: object) => ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'app', namespace: 'a' }, spec: { podSelector: {}, ...spec } });
const found = (spec: object) => judged(allowRules, [policy(spec)]).map(({ rule, field }) => `${rule} ${field}`);
const ports = [{ port: 8080, protocol: 'TCP' }];
const peer = { podSelector: { matchLabels: { app: 'b' } } };

describe('NSA-NET-05', () => {
  it.each([
    ['a default deny, which has no rules', { policyTypes: ['Ingress', 'Egress'] }],
    ['empty lists of rules', { policyTypes: ['Ingress'], ingress: [], egress: [] }],
    ['named peers and ports', { ingress: [{ from: [peer], ports }] }],
    ['pods of the own namespace', { ingress: [{ from: [{ podSelector: {} }], ports }] }],
    ['all pods of a named namespace', { egress: [{ to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'b' } }, podSelector: {} }], ports }] }],
    ['named pods of any namespace', { ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { app: 'b' } } }], ports }] }],
    ['a selector of expressions alone', { ingress: [{ from: [{ namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'In', values: ['b'] }] } }], ports }] }],
    ['a named port and a short range', { egress: [{ to: [peer], ports: [{ port: 'http' }, { port: 8000, endPort: 8099 }] }] }],
  ])('lets %s pass', (_, spec) => {
    expect(found(spec)).toEqual([]);
  });

  it.each([
    ['an empty rule', { ingress: [{}] }, ['NSA-NET-05 spec.ingress[0].from', 'NSA-NET-05 spec.ingress[0].ports']],
    ['a rule without peers', { egress: [{ ports }] }, ['NSA-NET-05 spec.egress[0].to']],
    ['an empty list of peers in the second rule', { egress: [{ to: [peer], ports }, { to: [], ports }] }, ['NSA-NET-05 spec.egress[1].to']],
    ['a rule without ports', { ingress: [{ from: [peer] }] }, ['NSA-NET-05 spec.ingress[0].ports']],
    ['a protocol without port', { ingress: [{ from: [peer], ports: [{ protocol: 'TCP' }] }] }, ['NSA-NET-05 spec.ingress[0].ports']],
    ['all namespaces', { ingress: [{ from: [peer, { namespaceSelector: {} }], ports }] }, ['NSA-NET-05 spec.ingress[0].from']],
    ['all pods of all namespaces', { ingress: [{ from: [{ namespaceSelector: { matchLabels: {} }, podSelector: {} }], ports }] }, ['NSA-NET-05 spec.ingress[0].from']],
    ['all namespaces by the label that each has', { egress: [{ to: [{ namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'Exists' }] } }], ports }] }, ['NSA-NET-05 spec.egress[0].to']],
    ['all namespaces but some', { egress: [{ to: [{ namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['b'] }] } }], ports }] }, ['NSA-NET-05 spec.egress[0].to']],
    ['a long range of ports', { egress: [{ to: [peer], ports: [{ port: 1024, endPort: 65535 }] }] }, ['NSA-NET-05 spec.egress[0].ports']],
  ])('finds %s', (_, spec, fields) => {
    expect(found(spec)).toEqual(fields);
  });
});

describe('NSA-NET-06', () => {
  const block = (cidr: string, except?: readonly string[]) => found({ egress: [{ to: [{ ipBlock: { cidr, ...(except ? { except } : {}) } }], ports }] });

  it.each(['10.0.0.0/8', '172.16.0.0/12', '203.0.113.7/32', '100.64.0.0/10', 'fd00::/8', 'fc00::/7', '2001:db8::/32', '2001:db8::1/128'])('lets %s pass', (cidr) => {
    expect(block(cidr)).toEqual([]);
  });

  it.each(['0.0.0.0/0', '::/0', '0.0.0.0/1', '128.0.0.0/1', '64.0.0.0/2', '2000::/3', '2002::/16', '::ffff:0:0/96', '64:ff9b::/96'])('finds %s', (cidr) => {
    expect(block(cidr)).toEqual(['NSA-NET-06 spec.egress[0].to']);
  });

  it('does not let an except make a block of the internet small', () => {
    expect(block('0.0.0.0/0', ['10.0.0.0/8', '169.254.169.254/32'])).toEqual(['NSA-NET-06 spec.egress[0].to']);
  });

  it('looks at ingress and at every peer', () => {
    expect(found({ ingress: [{ from: [peer, { ipBlock: { cidr: '::/0' } }], ports }] })).toEqual(['NSA-NET-06 spec.ingress[0].from']);
  });
});

it('finds nothing in the policies of the estate', () => {
  expect(judgedEstate(allowRules, estateOf('linyi'))).toEqual([]);
});
