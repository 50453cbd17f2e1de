import { MIDDLEWARE_KINDS } from '../../constructs/middleware/index.ts';
import { inventoryOf, rendered } from '../fixtures/linyi.ts';

const linyi = inventoryOf('linyi');
const zone = (id: string) => linyi.zones.find((each) => each.id === id)!;

it('holds all 140 services of the release, 121 in core and 19 in public', () => {
  const services = (id: string) => zone(id).subsystems.reduce((sum, each) => sum + each.services.length, 0);
  expect([services('core'), services('public')]).toEqual([121, 19]);
});

it('runs 632 application pods at rest: 515 in core and 117 in public', () => {
  expect([zone('core').pods.services, zone('public').pods.services]).toEqual([515, 117]);
});

it('has every kind of middleware', () => {
  const kinds = new Set(linyi.zones.flatMap((each) => each.middleware.map((row) => row.kind)));
  expect([...kinds].sort()).toEqual([...MIDDLEWARE_KINDS].sort());
});

it('runs more than 1,000 containers', () => {
  expect(linyi.zones.reduce((sum, each) => sum + each.containers.total, 0)).toBeGreaterThan(1000);
});

it.each(['core', 'public'])('fits the nodes of zone %s at rest with one node down, and at HPA maximum with all up', (id) => {
  expect(zone(id).capacity).toMatchObject({ rest: { fits: true, left: [] }, most: { fits: true, left: [] } });
});

it('stands on 60 nodes', () => {
  expect(linyi.zones.reduce((sum, each) => sum + each.nodes, 0)).toBe(60);
});

it('gives every service minReplicas of the city and the delivered maximum', () => {
  const isp = zone('core').subsystems.flatMap((each) => each.services).find((each) => each.id === 'isp-api');
  expect(isp!.pods).toEqual({ min: 14, max: 20 });
});

it('derives no name from a construct path', () => {
  for (const { manifest } of rendered().output.objects) expect(manifest.metadata.name).not.toMatch(/-c[0-9a-f]{7}$/);
});

it('dev has the same services, one pod each', () => {
  const dev = inventoryOf('dev');
  const services = dev.zones.flatMap((each) => each.subsystems.flatMap((subsystem) => subsystem.services));
  expect(services).toHaveLength(140);
  expect(services.every((each) => each.pods.min === 1 && each.pods.max === 1)).toBe(true);
});

it.each(['core', 'public'])('dev fits the nodes of zone %s', (id) => {
  expect(inventoryOf('dev').zones.find((each) => each.id === id)!.capacity.most).toMatchObject({ fits: true });
});
