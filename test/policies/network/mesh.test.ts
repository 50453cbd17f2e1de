import { meshRules } from '../../../policies/network/mesh.ts';
import { judged } from '../../fixtures/policies.ts';

const found = (manifest: object) => judged(meshRules, [manifest]).map(({ field }) => field);
const authentication = (spec?: object) => ({ apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'default', namespace: 'a' }, spec });
const destination = (spec: object) => ({ apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name: 'a', namespace: 'a' }, spec });
const namespace = (annotations: object) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', annotations } });

describe('NSA-NET-12, one object at a time', () => {
  it.each([
    ['STRICT', authentication({ mtls: { mode: 'STRICT' } })],
    ['a PeerAuthentication that inherits', authentication()],
    ['a DestinationRule with the certificates of the mesh', destination({ trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' } } })],
    ['a DestinationRule that says nothing of TLS', destination({ trafficPolicy: { loadBalancer: { simple: 'RANDOM' } } })],
    ['a Linkerd namespace for authenticated callers', namespace({ 'linkerd.io/inject': 'enabled', 'config.linkerd.io/default-inbound-policy': 'all-authenticated' })],
    ['a namespace outside of any mesh', namespace({})],
  ])('lets %s pass', (_, manifest) => {
    expect(found(manifest)).toEqual([]);
  });

  it.each([
    ['PERMISSIVE', authentication({ mtls: { mode: 'PERMISSIVE' } }), ['spec.mtls.mode']],
    ['DISABLE', authentication({ selector: { matchLabels: { app: 'a' } }, mtls: { mode: 'DISABLE' } }), ['spec.mtls.mode']],
    ['a DestinationRule without TLS', destination({ trafficPolicy: { tls: { mode: 'DISABLE' } } }), ['spec.trafficPolicy']],
    ['a port of it without TLS', destination({ trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'DISABLE' } }] } }), ['spec.trafficPolicy']],
    ['a subset without TLS', destination({ subsets: [{ name: 'v1' }, { name: 'v2', trafficPolicy: { tls: { mode: 'DISABLE' } } }] }), ['spec.trafficPolicy']],
    ['certificates that nobody verifies', destination({ trafficPolicy: { tls: { mode: 'SIMPLE', insecureSkipVerify: true } } }), ['spec.trafficPolicy']],
    ['a Linkerd namespace with the default policy', namespace({ 'linkerd.io/inject': 'enabled' }), ['metadata.annotations']],
  ])('finds %s', (_, manifest, fields) => {
    expect(found(manifest)).toEqual(fields);
  });
});
