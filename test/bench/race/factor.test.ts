import { factor, ofServices } from '../../../bench/race/factor.ts';
import type { Manifest } from '../../../bench/race/json.ts';
import { subsystems } from '../../../bench/race/rows.ts';

const manifest = (kind: string, name: string, namespace?: string): Manifest => ({ apiVersion: 'v1', kind, metadata: { name, ...(namespace ? { namespace } : {}) } });

const list = subsystems(30);
const core = list.flatMap(({ id, services }) => [
  manifest('Namespace', `core-${id}`), manifest('LimitRange', 'limits', `core-${id}`),
  ...services.flatMap((service) => [manifest('Service', service, `core-${id}`), manifest('Service', `${service}-pods`, `core-${id}`)]),
]);
const clusters = { core: [...core, manifest('Policy', 'audit'), manifest('Job', `${list[0]!.services[0]!}-once`, `core-${list[0]!.id}`)], public: [manifest('Policy', 'audit')] };
const model = factor(clusters);

it('has a template for each object that all services have, and for each that all subsystems have', () => {
  expect(model.families.map(({ name, rows, groups }) => [name, rows.length, groups.map(({ id }) => id)])).toEqual([
    ['services', 30, ['service', 'service-pods']],
    ['subsystems', 2, ['limitrange-limits', 'namespace-core']],
  ]);
});

it('writes out what is there once, in its own cluster', () => {
  expect(Object.entries(model.plain).map(([cluster, manifests]) => [cluster, manifests.map(({ kind }) => kind)])).toEqual([['core', ['Policy', 'Job']], ['public', ['Policy']]]);
});

it('needs nothing but the name and the subsystem where nothing else differs', () => {
  expect(model.families[0]!.rows[26]).toEqual({ name: 'hsa-a0001-s01', subsystem: 'a0001', key: 'hsa_a0001_s01' });
});

it('takes objects of some kinds that belong to a service', () => {
  expect(ofServices(clusters, ['Job', 'Policy'])).toEqual({ core: [expect.objectContaining({ kind: 'Job' })], public: [] });
});

it('has every service once, with ids of which none begins another', () => {
  const ids = subsystems(4000).flatMap(({ services }) => services);
  expect(new Set(ids).size).toBe(4000);
  expect(new Set(ids.map((id) => id.length)).size).toBe(1);
});
