import type { ExternalEndpoint } from '../../../../constructs/environment.ts';
import { rendered } from '../../../fixtures/middleware.ts';

const product = { mode: 'managed', product: 'Bought Store', ports: [{ name: 'redis', port: 6379 }] } as const;
const GOOD: ExternalEndpoint = { host: 'store.cloud.example', cidrs: ['203.0.113.0/28'], ports: [6379] };
const managed = (endpoint?: ExternalEndpoint) => rendered([], { product }, { managed: endpoint ? { cache: { core: endpoint } } : {} });

it('answers under the kind\'s own name', () => {
  const all = managed(GOOD);
  expect(all.environment.problems.all()).toEqual([]);
  expect(all.find('Service', 'cache')).toMatchObject({ metadata: { namespace: 'core-mw-cache' }, spec: { type: 'ExternalName', externalName: 'store.cloud.example', ports: [{ name: 'redis', port: 6379, protocol: 'TCP' }] } });
  expect(all.manifests).toHaveLength(1);
});

it('points at an address by an EndpointSlice, since a name cannot', () => {
  const all = managed({ ...GOOD, host: '203.0.113.7' });
  expect(all.find('Service', 'cache').spec).toEqual({ type: 'ClusterIP', clusterIP: 'None', ports: [{ name: 'redis', port: 6379, protocol: 'TCP' }] });
  expect(all.find('EndpointSlice', 'cache')).toMatchObject({ metadata: { labels: { 'kubernetes.io/service-name': 'cache' } }, addressType: 'IPv4', endpoints: [{ addresses: ['203.0.113.7'] }] });
});

it.each([
  ['CHAMP2013', 'the environment names no endpoint', undefined],
  ['CHAMP2014', 'the endpoint has no CIDR', { ...GOOD, cidrs: [] }],
  ['CHAMP2015', 'the endpoint does not offer a port of the product', { ...GOOD, ports: [6380] }],
])('reports %s when %s', (code, _, endpoint) => {
  expect(managed(endpoint).environment.problems.all()).toMatchObject([{ code, where: 'small/core/mw-cache', args: { path: expect.stringContaining('managed.cache.core') } }]);
});
