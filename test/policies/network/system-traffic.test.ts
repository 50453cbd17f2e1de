import { systemGuardRules, systemPeerRules } from '../../../policies/network/system-traffic.ts';
import { estateOf, judged, judgedEstate } from '../../fixtures/policies.ts';

const policy = (spec: object, namespace = 'a') => ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p', namespace }, spec: { podSelector: {}, ...spec } });
const system = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } };
const dns = { podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } };
const pod = (spec: object = {}) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'kube-system' }, spec: { containers: [], ...spec } });

describe('NSA-NET-28', () => {
  it('lets DNS pass', () => {
    expect(judged(systemPeerRules, [policy({ egress: [{ to: [{ ...system, ...dns }] }] })])).toEqual([]);
  });

  it.each([
    ['all pods of kube-system by its name', system],
    ['the same with an empty selector of pods', { ...system, podSelector: {} }],
    ['kube-system in a list', { namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['a', 'kube-system'] }] } }],
  ])('finds %s as a peer', (_, peer) => {
    expect(judged(systemPeerRules, [policy({ egress: [{ to: [dns, peer] }], ingress: [{ from: [peer] }] })])).toMatchObject([{ field: 'spec.ingress[0].from' }, { field: 'spec.egress[0].to' }]);
  });

  it('asks for a default deny where pods are put into kube-system', () => {
    expect(judged(systemGuardRules, [pod()])).toMatchObject([{ message: { en: 'no NetworkPolicy denies Ingress and Egress in kube-system by default' } }]);
    expect(judged(systemGuardRules, [pod(), policy({}, 'kube-system')])).toMatchObject([{ message: { en: 'no NetworkPolicy denies Egress in kube-system by default' } }]);
    expect(judged(systemGuardRules, [pod(), policy({ policyTypes: ['Ingress', 'Egress'] }, 'kube-system')])).toEqual([]);
    expect(judged(systemGuardRules, [pod(), policy({ policyTypes: ['Ingress', 'Egress'] }, 'a')])).toHaveLength(1);
  });

  it('asks nothing for pods on the network of the host', () => {
    expect(judged(systemGuardRules, [pod({ hostNetwork: true })])).toEqual([]);
  });

  it('finds nothing in the estate', () => {
    expect(judgedEstate([...systemPeerRules, ...systemGuardRules], estateOf('linyi'))).toEqual([]);
  });
});
