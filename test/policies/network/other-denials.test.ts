import type { Manifest } from '../../../engine/manifest.ts';
import { PolicyEstate } from '../../../engine/policy/index.ts';
import { otherwiseDenied } from '../../../policies/network/other-denials.ts';

const all = { namespaces: {} };
const everyPod = { pods: { namespaceSelector: {}, podSelector: {} } };
const some = { namespaces: { matchLabels: { a: 'b' } } };
const networks = { networks: ['0.0.0.0/0'] };
const isDenied = (direction: 'ingress' | 'egress', ...rules: readonly object[]) => otherwiseDenied(new PolicyEstate([{
  manifest: { apiVersion: 'policy.networking.k8s.io/v1alpha1', kind: 'AdminNetworkPolicy', metadata: { name: 'x' }, spec: { subject: all, [direction]: rules } } as unknown as Manifest, zone: '', file: 'f.yaml',
}]), '', 'shop', {}, direction);

it.each<[string, readonly object[]]>([
  ['a denial alone', [{ action: 'Deny', from: [all] }]],
  ['a denial behind an exception', [{ action: 'Allow', from: [some] }, { action: 'Deny', from: [all] }]],
  ['a denial behind a port that is open', [{ action: 'Allow', from: [all], ports: [{ portNumber: { port: 53 } }] }, { action: 'Deny', from: [all] }]],
  ['a denial of every pod', [{ action: 'Deny', from: [everyPod] }]],
])('%s closes a namespace', (_, rules) => {
  expect(isDenied('ingress', ...rules)).toBe(true);
});

it.each<[string, readonly object[]]>([
  ['an allowance of all before it', [{ action: 'Allow', from: [all] }, { action: 'Deny', from: [all] }]],
  ['an allowance of every pod before it', [{ action: 'Allow', from: [everyPod] }, { action: 'Deny', from: [all] }]],
  ['a pass of all before it', [{ action: 'Pass', from: [all] }, { action: 'Deny', from: [all] }]],
  ['others left', [{ action: 'Deny', from: [some] }]],
])('a denial with %s closes none', (_, rules) => {
  expect(isDenied('ingress', ...rules)).toBe(false);
});

it('outwards, networks are denied too', () => {
  expect(isDenied('egress', { action: 'Deny', to: [all] })).toBe(false);
  expect(isDenied('egress', { action: 'Deny', to: [all, networks] })).toBe(true);
  expect(isDenied('egress', { action: 'Deny', to: [all] }, { action: 'Allow', to: [networks] }, { action: 'Deny', to: [networks] })).toBe(false);
});
