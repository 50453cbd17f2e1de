import { PolicyEstate } from '../../../engine/policy/index.ts';
import { redirectRules } from '../../../policies/network/redirects.ts';
import { estateOf, judged, judgedEstate } from '../../fixtures/policies.ts';

const API = 'gateway.networking.k8s.io/v1';
const gateway = (allowedRoutes: object = {}) => ({
  apiVersion: API, kind: 'Gateway', metadata: { name: 'gw', namespace: 'in' },
  spec: { listeners: [{ name: 'https', port: 443, protocol: 'HTTPS' }, { name: 'http', port: 80, protocol: 'HTTP', allowedRoutes }] },
});
const route = (parent: object, rule: object, namespace = 'in', kind = 'HTTPRoute') => ({ apiVersion: API, kind, metadata: { name: 'r', namespace }, spec: { parentRefs: [{ name: 'gw', ...parent }], rules: [rule] } });
const redirect = { filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] };
const backend = { backendRefs: [{ name: 'app', port: 80 }] };
const found = (...manifests: readonly object[]) => judged(redirectRules, manifests).map(({ at, field }) => `${'manifest' in at ? at.manifest.kind : ''} ${field}`);

describe('a plain listener of a Gateway', () => {
  it('passes with a route that only redirects', () => {
    expect(found(gateway(), route({ sectionName: 'http' }, redirect), route({ sectionName: 'https' }, backend))).toEqual([]);
  });

  it('is found without any route', () => {
    expect(found(gateway(), route({ sectionName: 'https' }, redirect))).toEqual(['Gateway spec.listeners[1].protocol']);
  });

  it.each([
    ['by its name', { sectionName: 'http' }],
    ['by its port', { port: 80 }],
    ['by no name, which is all listeners', {}],
  ])('is found when a route to a backend names it %s', (_, parent) => {
    expect(found(gateway(), route({ sectionName: 'http' }, redirect), route(parent, backend))).toEqual(['HTTPRoute spec.parentRefs[0]']);
  });

  it.each([
    ['redirects to another scheme', { filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'http' } }] }],
    ['redirects and has a backend', { ...redirect, ...backend }],
  ])('is found when its route %s', (_, rule) => {
    expect(found(gateway(), route({ sectionName: 'http' }, rule))).toEqual(['HTTPRoute spec.parentRefs[0]']);
  });

  it('is found under a GRPCRoute', () => {
    expect(found(gateway(), route({ sectionName: 'http' }, redirect), route({ sectionName: 'http' }, backend, 'in', 'GRPCRoute'))).toEqual(['GRPCRoute spec.parentRefs[0]']);
  });

  it('takes routes of other namespaces only where it lets them in', () => {
    const other = route({ namespace: 'in', sectionName: 'http' }, backend, 'app');
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app', labels: { ingress: 'allowed' } } };
    const mine = route({ sectionName: 'http' }, redirect);
    expect(found(gateway(), mine, other, namespace)).toEqual([]);
    expect(found(gateway({ namespaces: { from: 'All' } }), mine, other, namespace)).toEqual(['HTTPRoute spec.parentRefs[0]']);
    const selector = { namespaces: { from: 'Selector', selector: { matchLabels: { ingress: 'allowed' } } } };
    expect(found(gateway(selector), mine, other, namespace)).toEqual(['HTTPRoute spec.parentRefs[0]']);
    expect(found(gateway(selector), mine, other)).toEqual([]);
  });

  it('never takes a route of another zone', () => {
    const objects = [{ manifest: gateway(), zone: 'core', file: 'a' }, { manifest: route({ sectionName: 'http' }, redirect), zone: 'public', file: 'b' }];
    expect(judgedEstate(redirectRules, new PolicyEstate(objects))).toHaveLength(1);
  });

  it('redirects in the estate', () => {
    expect(judgedEstate(redirectRules, estateOf('linyi'))).toEqual([]);
  });
});
