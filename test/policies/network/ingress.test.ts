import { ingressRules } from '../../../policies/network/ingress.ts';
import { judged } from '../../fixtures/policies.ts';

const API = 'gateway.networking.k8s.io/v1';
const object = (apiVersion: string, kind: string, spec: object, annotations = {}) => ({ apiVersion, kind, metadata: { name: 'in', namespace: 'a', annotations }, spec });
const found = (manifest: object, params = {}) => judged(ingressRules, [manifest], { params }).map(({ field }) => field);
const good = { ingressClassName: 'envoy', rules: [{ host: 'a.example' }] };
const ingress = (spec: object, annotations = {}) => object('networking.k8s.io/v1', 'Ingress', { ...good, ...spec }, annotations);
const gateway = (namespaces?: object) => object(API, 'Gateway', { listeners: [{ name: 'https', ...(namespaces ? { allowedRoutes: { namespaces } } : {}) }] });
const route = (hostnames: unknown, kind = 'HTTPRoute') => object(API, kind, { hostnames, rules: [{ backendRefs: [{ name: 'app' }] }] });

describe('NSA-NET-11', () => {
  it.each([
    ['an Ingress with class and host', ingress({})],
    ['a listener for its own namespace', gateway()],
    ['a listener for chosen namespaces', gateway({ from: 'Selector', selector: { matchLabels: { ingress: 'allowed' } } })],
    ['a listener for namespaces chosen by expression', gateway({ from: 'Selector', selector: { matchExpressions: [{ key: 'team', operator: 'Exists' }] } })],
    ['a route with exact hosts', route(['a.example', 'b.example'])],
    ['a route that only redirects', object(API, 'HTTPRoute', { rules: [{ filters: [] }] })],
    ['a grant of one object', object('gateway.networking.k8s.io/v1beta1', 'ReferenceGrant', { from: [{ namespace: 'b' }], to: [{ group: '', kind: 'Secret', name: 'tls' }] })],
  ])('lets %s pass', (_, manifest) => {
    expect(found(manifest)).toEqual([]);
  });

  it.each([
    ['an Ingress without class', ingress({ ingressClassName: undefined }, { 'kubernetes.io/ingress.class': 'nginx' }), ['spec.ingressClassName']],
    ['a snippet', ingress({}, { 'nginx.ingress.kubernetes.io/configuration-snippet': 'x' }), ['metadata.annotations']],
    ['snippets of another controller', ingress({}, { 'nginx.org/server-snippets': 'x' }), ['metadata.annotations']],
    ['a default backend', ingress({ defaultBackend: { service: { name: 'app' } } }), ['spec.defaultBackend']],
    ['an empty host beside a good one', ingress({ rules: [{ host: 'a.example' }, { http: {} }] }), ['spec.rules[1].host']],
    ['a wildcard host', ingress({ rules: [{ host: '*.example' }] }), ['spec.rules[0].host']],
    ['a listener for all namespaces', gateway({ from: 'All' }), ['spec.listeners[0].allowedRoutes.namespaces']],
    ['a listener with an empty selector', gateway({ from: 'Selector', selector: {} }), ['spec.listeners[0].allowedRoutes.namespaces']],
    ['a listener for all namespaces but one', gateway({ from: 'Selector', selector: { matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['a'] }] } }), ['spec.listeners[0].allowedRoutes.namespaces']],
    ['a route without host', route(undefined), ['spec.hostnames']],
    ['a GRPCRoute with a wildcard', route(['a.example', '*.example'], 'GRPCRoute'), ['spec.hostnames']],
    ['a grant of every Secret', object('gateway.networking.k8s.io/v1beta1', 'ReferenceGrant', { from: [{ namespace: 'b' }], to: [{ group: '', kind: 'Secret' }] }), ['spec.to']],
  ])('finds %s', (_, manifest, fields) => {
    expect(found(manifest)).toEqual(fields);
  });

  it('allows only the classes of the params, where they name any', () => {
    expect(found(ingress({}), { ingressClasses: 'envoy\ninternal' })).toEqual([]);
    expect(found(ingress({}), { ingressClasses: 'internal' })).toEqual(['spec.ingressClassName']);
  });
});
