import type { Manifest } from '../../../engine/manifest.ts';
import { PolicyEstate } from '../../../engine/policy/index.ts';
import { otherAllowances } from '../../../policies/network/index.ts';

const of = (apiVersion: string, kind: string, rest: unknown) => otherAllowances(new PolicyEstate([{ manifest: { apiVersion, kind, metadata: { name: 'x' }, ...rest as object } as Manifest, zone: '', file: 'f.yaml' }]))
  .map(({ field, action }) => [field, action]);
const ADMIN = 'policy.networking.k8s.io/v1alpha1';

it.each([
  [ADMIN, 'AdminNetworkPolicy', { spec: { ingress: [{ action: 'Deny' }, { action: 'Allow' }], egress: [{ action: 'Pass' }] } }, [['spec.ingress[1]', 'Allow'], ['spec.egress[0]', 'Pass']]],
  [ADMIN, 'BaselineAdminNetworkPolicy', { spec: { ingress: [{ action: 'Allow' }] } }, [['spec.ingress[0]', 'Allow']]],
  [ADMIN, 'AdminNetworkPolicy', { spec: { ingress: [{ from: [] }] } }, [['spec.ingress[0]', '']]],
  ['policy.networking.k8s.io/v1alpha2', 'ClusterNetworkPolicy', { spec: { egress: [{ action: 'Accept' }] } }, [['spec.egress[0]', 'Accept']]],
  ['projectcalico.org/v3', 'GlobalNetworkPolicy', { spec: { ingress: [{ action: 'Deny' }, { action: 'Log' }, { action: 'Allow' }] } }, [['spec.ingress[2]', 'Allow']]],
  ['cilium.io/v2', 'CiliumNetworkPolicy', { specs: [{ egress: [{}] }, { ingress: [{ fromEntities: ['all'] }] }] }, [['specs[1].ingress[0]', 'allow']]],
])('%s %s %j lets through %j', (apiVersion, kind, rest, expected) => {
  expect(of(apiVersion, kind, rest)).toEqual(expected);
});

it.each<[string, string, unknown]>([
  [ADMIN, 'AdminNetworkPolicy', { spec: { ingress: [{ action: 'Deny' }] } }],
  ['networking.k8s.io/v1', 'NetworkPolicy', { spec: { ingress: [{ action: 'Allow' }] } }],
  ['example.org/v1', 'AdminNetworkPolicy', { spec: { ingress: [{ action: 'Allow' }] } }],
  ...[null, 'x', [], { ingress: {} }, { ingress: [null, 5] }].map((spec): [string, string, unknown] => [ADMIN, 'AdminNetworkPolicy', { spec }]),
])('%s %s %j lets nothing through', (apiVersion, kind, rest) => {
  expect(of(apiVersion, kind, rest)).toEqual([]);
});
