import { clusterEstateRules, clusterObjectRules } from '../../../policies/cluster/index.ts';
import { networkEstateRules, networkObjectRules } from '../../../policies/network/index.ts';
import { judged } from '../../fixtures/policies.ts';

const KINDS = [
  ['networking.k8s.io/v1', 'NetworkPolicy'], ['v1', 'Service'], ['networking.k8s.io/v1', 'Ingress'], ['networking.k8s.io/v1', 'IngressClass'],
  ['gateway.networking.k8s.io/v1', 'Gateway'], ['gateway.networking.k8s.io/v1', 'HTTPRoute'], ['gateway.networking.k8s.io/v1', 'ReferenceGrant'],
  ['v1', 'Namespace'], ['v1', 'LimitRange'], ['v1', 'ResourceQuota'], ['v1', 'Pod'], ['apps/v1', 'Deployment'], ['batch/v1', 'CronJob'],
  ['security.istio.io/v1', 'PeerAuthentication'], ['networking.istio.io/v1', 'DestinationRule'], ['argoproj.io/v1alpha1', 'Application'],
  ['kyverno.io/v1', 'ClusterPolicy'], ['policy.sigstore.dev/v1beta1', 'ClusterImagePolicy'], ['node.k8s.io/v1', 'RuntimeClass'],
] as const;
const GARBAGE: readonly unknown[] = [undefined, null, 7, 'text', true, [], {}, [null, 1, 'a', []], { ingress: [null, 1, [], { from: 'x', ports: [null] }], podSelector: 7 },
  { limits: [null, { type: 'Container', max: 3 }], hard: 'x', rules: [{ host: 5, verifyImages: 'x' }], tls: 'x', listeners: [{ protocol: 5, allowedRoutes: 7 }], parentRefs: 3 },
  { containers: [{ name: 5, image: {}, resources: { limits: 'x' }, ports: [{ containerPort: 'x' }] }], tolerations: [null, { key: {} }], template: null, jobTemplate: [] },
  { mtls: 'x', portLevelMtls: { x: null, 9: 'a' }, selector: [], trafficPolicy: [], syncPolicy: { syncOptions: 'CreateNamespace=true' }, source: 1, destination: 'x' },
];

describe('rules over networks', () => {
  it.each(KINDS)('judge any garbage in the spec of %s %s without a crash', (apiVersion, kind) => {
    const objects = GARBAGE.map((spec) => ({ apiVersion, kind, metadata: { name: 'x', namespace: 'a', labels: spec, annotations: spec }, spec }));
    expect(() => judged([...networkObjectRules, ...networkEstateRules, ...clusterObjectRules, ...clusterEstateRules], [
      ...objects,
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', labels: { 'istio-injection': 'enabled' } } },
      { apiVersion, kind, metadata: null },
    ])).not.toThrow();
  });
});
