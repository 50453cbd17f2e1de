import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelOf, ROOT } from '../../../cli/estate/index.ts';
import { inventoryOf, rendered } from '../../fixtures/linyi.ts';

jest.setTimeout(120_000);

const model = () => modelOf(rendered('linyi'));

it('has every service with its place, owner, image, artefact and calls', () => {
  const { services } = model();
  expect(services).toHaveLength(140);
  expect(services.find(({ id }) => id === 'hsa-gap-front')).toMatchObject({
    zone: 'public', namespace: 'pub-gw', application: 'pub-gw', subsystem: 'gw', kind: 'gateway', layer: 'L7-access', constraint: expect.any(String),
    image: expect.stringMatching(/^registry\.ops\.linyi\.example\/champ\/hsa-gap-front:V1\.2\.3@sha256:[0-9a-f]{64}$/),
  });
  const strong = services.filter(({ constraint, kind }) => constraint === 'strong' && kind !== 'web');
  expect(strong.length).toBeGreaterThan(0);
  for (const { artefact } of strong) expect(artefact).toMatch(/^[0-9a-f]{64}$/);
  const { calls } = services.find(({ id }) => id === 'hsa-mbs-fsi')!;
  expect(calls).toEqual(expect.arrayContaining(['hsa-mbs', '@cache']));
  // across the gap too
  expect(services.find(({ id }) => id === 'hsa-pss-pay')!.calls).toContain('hsa-mbs-fsi');
});

it('says where each service is declared, by file and line', () => {
  for (const { id, source } of model().services) {
    const [, file = '', line] = /^(apps\/medical-insurance\/\w[\w-]*\.ts):(\d+)$/.exec(source) ?? [];
    expect(existsSync(join(ROOT, file))).toBe(true);
    expect(readFileSync(join(ROOT, file), 'utf8').split('\n')[Number(line) - 1]).toContain(`'${id}'`);
  }
});

it('has the business paths, whose services are those of the model', () => {
  const { paths, services } = model();
  expect(paths.filter(({ critical }) => critical).map(({ id }) => id)).toEqual(['networked-settlement-inpatient', 'networked-settlement-outpatient']);
  const known = new Set(services.map(({ id }) => id));
  expect(paths.flatMap(({ hops }) => hops).filter((hop) => !hop.startsWith('@') && !known.has(hop))).toEqual([]);
});

it('has each tenant with its subsystems', () => {
  const { tenants, services } = model();
  expect(tenants.find(({ id }) => id === 'platform')).toEqual({ id: 'platform', zh: '平台团队', en: 'Platform team', subsystems: [] });
  expect(tenants.find(({ id }) => id === 'vendor-08')).toMatchObject({ zh: '厂商 08', subsystems: expect.arrayContaining(['gw', 'mbs']) });
  for (const { tenant, subsystem } of services) expect(tenants.find(({ id }) => id === tenant)!.subsystems).toContain(subsystem);
});

it('has the zones with the capacity that the inventory shows', () => {
  const zones = inventoryOf('linyi').zones;
  for (const { id, nodes, capacity } of model().zones) {
    const zone = zones.find((each) => each.id === id)!;
    expect(nodes).toBe(zone.nodes);
    expect(capacity.rest.cpu).toBeCloseTo(zone.capacity.rest.cpu, 3);
    expect(capacity.most).toMatchObject({ fits: true, memory: expect.closeTo(zone.capacity.most.memory, 3) });
  }
});

it('has waivers in words and the hours in which nothing syncs by itself', () => {
  const { waivers, freezes, stage } = model();
  expect(stage).toBe('production');
  expect(waivers.find(({ id }) => id === 'W-001')).toMatchObject({ rule: 'NSA-POD-12', target: 'DaemonSet/core-agents/fluent-bit host-var-log hostPath /var/log', expires: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  expect(waivers.find(({ target }) => target.startsWith('public: '))).toBeDefined();
  expect(freezes).toEqual([{ schedule: '30 7 * * *', duration: '11h', timeZone: 'Asia/Shanghai', applications: ['*'] }]);
  expect(modelOf(rendered('dev')).freezes).toEqual([]);
});

it('is plain data, sorted by id, and the same again', () => {
  const [one, other] = [JSON.stringify(model()), JSON.stringify(model())];
  expect(JSON.parse(one)).toEqual(model());
  expect(one).toBe(other);
  for (const list of ['zones', 'services', 'paths', 'tenants', 'waivers'] as const) {
    const ids = model()[list].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
  }
});
