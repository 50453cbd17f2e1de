import type { Manifest } from '../../../engine/manifest.ts';
import { strangeness } from '../../../engine/policy/served.ts';
import { rendered } from '../../fixtures/linyi.ts';

const of = (apiVersion: string, kind: string) => strangeness({ apiVersion, kind, metadata: { name: 'x' } } as Manifest);

it.each([
  ['apps/v1', 'Pod'], ['v1', 'Deployment'], ['extensions/v1beta1', 'Deployment'], ['extensions/v1beta1', 'NetworkPolicy'], ['networking.k8s.io/v1', 'Role'], ['rbac/v1', 'Role'],
  ['batch/v1', 'Deployment'], ['constructor/v1', 'Pod'],
])('%s has no %s in any API server', (apiVersion, kind) => {
  expect(of(apiVersion, kind)).toBe('unknown');
});

it.each([['apps/v7', 'Deployment'], ['v2', 'Pod'], ['rbac.authorization.k8s.io/v2', 'ClusterRole']])('%s is no version of %s', (apiVersion, kind) => {
  expect(of(apiVersion, kind)).toBe('version');
});

it.each([['rbac.authorization.k8s.oi/v1', 'ClusterRole'], ['authorization.openshift.io/v1', 'RoleBinding'], ['policy.networking.k8s.io/v1', 'NetworkPolicy']])('%s %s only has the name of a kind of Kubernetes', (apiVersion, kind) => {
  expect(of(apiVersion, kind)).toBe('namesake');
});

it.each([
  ['v1', 'Pod'], ['apps/v1beta2', 'Deployment'], ['extensions/v1beta1', 'Ingress'], ['events.k8s.io/v1', 'Event'], ['serving.knative.dev/v1', 'Service'], ['batch.volcano.sh/v1alpha1', 'Job'],
  ['storage.k8s.io/v1beta1', 'VolumeAttributesClass'], ['networking.istio.io/v1', 'Gateway'], ['example.org/v1', 'Widget'], ['resource.k8s.io/v1', 'ResourceClaim'],
])('%s %s is what it says', (apiVersion, kind) => {
  expect(of(apiVersion, kind)).toBeUndefined();
});

it('nothing in the estate is strange', () => {
  expect(rendered().output.objects.flatMap(({ manifest }) => strangeness(manifest) ?? [])).toEqual([]);
});
