import { encryptionRules } from '../../../policies/network/encryption.ts';
import { judged } from '../../fixtures/policies.ts';

const object = (apiVersion: string, kind: string, spec: object, annotations = {}) => ({ apiVersion, kind, metadata: { name: 'in', namespace: 'a', annotations }, spec });
const found = (manifest: object) => judged(encryptionRules, [manifest]).map(({ field }) => field);
const ingress = (hosts: readonly string[], tls: unknown, annotations = {}) => object('networking.k8s.io/v1', 'Ingress', { rules: hosts.map((host) => ({ host })), tls }, annotations);
const gateway = (...listeners: readonly object[]) => object('gateway.networking.k8s.io/v1', 'Gateway', { listeners });
const certificate = { certificateRefs: [{ name: 'tls' }] };

describe('NSA-NET-10', () => {
  it.each([
    ['an Ingress whose hosts all have TLS', ingress(['a.example', 'b.example'], [{ hosts: ['a.example'], secretName: 'a' }, { hosts: ['b.example'], secretName: 'b' }])],
    ['a wildcard certificate', ingress(['a.example.org'], [{ hosts: ['*.example.org'], secretName: 'a' }])],
    ['a redirect that is on', ingress(['a.example'], [{ hosts: ['a.example'], secretName: 'a' }], { 'nginx.ingress.kubernetes.io/ssl-redirect': 'true' })],
    ['a listener with a certificate', gateway({ name: 'https', protocol: 'HTTPS', tls: certificate })],
    ['a listener that passes TLS through', gateway({ name: 'tls', protocol: 'TLS', tls: { mode: 'Passthrough' } })],
    ['a plain listener, which another rule looks at', gateway({ name: 'http', protocol: 'HTTP' })],
    ['a Route with TLS', object('route.openshift.io/v1', 'Route', { tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'Redirect' } })],
    ['an Istio Gateway with TLS and a redirect', object('networking.istio.io/v1', 'Gateway', { servers: [{ port: { protocol: 'HTTPS' }, tls: { mode: 'SIMPLE' } }, { port: { protocol: 'HTTP' }, tls: { httpsRedirect: true } }] })],
  ])('lets %s pass', (_, manifest) => {
    expect(found(manifest)).toEqual([]);
  });

  it.each([
    ['an Ingress without TLS', ingress(['a.example'], undefined), ['spec.rules[0].host', 'spec.tls']],
    ['one host of two without TLS', ingress(['a.example', 'b.example'], [{ hosts: ['a.example'], secretName: 'a' }]), ['spec.rules[1].host']],
    ['TLS without secret', ingress(['a.example'], [{ hosts: ['a.example'] }]), ['spec.rules[0].host', 'spec.tls']],
    ['a wildcard over two labels', ingress(['a.b.example.org'], [{ hosts: ['*.example.org'], secretName: 'a' }]), ['spec.rules[0].host']],
    ['a default backend alone without TLS', object('networking.k8s.io/v1', 'Ingress', { defaultBackend: {} }), ['spec.tls']],
    ['a redirect that is off', ingress(['a.example'], [{ hosts: ['a.example'], secretName: 'a' }], { 'nginx.ingress.kubernetes.io/ssl-redirect': 'false' }), ['metadata.annotations']],
    ['a listener without certificate', gateway({ name: 'https', protocol: 'HTTPS' }), ['spec.listeners[0].tls.certificateRefs']],
    ['a listener of plain TCP', gateway({ name: 'https', protocol: 'HTTPS', tls: certificate }, { name: 'db', protocol: 'TCP' }), ['spec.listeners[1].protocol']],
    ['a Route without TLS', object('route.openshift.io/v1', 'Route', { host: 'a.example' }), ['spec.tls']],
    ['a Route that takes clear text too', object('route.openshift.io/v1', 'Route', { tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'Allow' } }), ['spec.tls']],
    ['a plain server of an Istio Gateway', object('networking.istio.io/v1', 'Gateway', { servers: [{ port: { protocol: 'HTTP' } }] }), ['spec.servers']],
  ])('finds %s', (_, manifest, fields) => {
    expect(found(manifest)).toEqual(fields);
  });
});
