import { ROUTES, type SubsystemRow } from '../../../apps/medical-insurance/index.ts';
import { checkModel } from '../../../constructs/checks/index.ts';
import { checkReleases } from '../../../constructs/checks/releases.ts';
import { ApiService, type JvmProps, type ServiceRow } from '../../../constructs/service/index.ts';
import { SMALL_SUBSYSTEMS, smallEnvironment, type EstateOverrides } from '../../fixtures/estate.ts';

const problemsOf = (overrides: EstateOverrides = {}) => {
  const environment = smallEnvironment(overrides);
  checkModel(environment);
  return environment.problems.all();
};

const row = (changes: Partial<ServiceRow>): ServiceRow => ({
  kind: 'api', zh: '例', en: 'Example', port: 9300, size: 'M', replicas: { min: 1, max: 2, city10M: 1 }, sensitivity: 'internal', provenance: { id: 'D', role: 'D' }, ...changes,
} as ServiceRow);

/** The small estate with a subsystem of its own for the mistake. */
const withServices = (services: Readonly<Record<string, ServiceRow>>, constraint: SubsystemRow['constraint'] = 'base'): EstateOverrides => ({
  subsystems: [...SMALL_SUBSYSTEMS, { id: 'tst', zh: '测试', en: 'Test', tenant: 'vendor-04', constraint, zone: 'core', source: __filename, services } as SubsystemRow],
});

const image = { image: 'champ/x', tag: '1.0.0', digest: `sha256:${'0'.repeat(64)}`, artefact: { name: 'x.jar', sha256: '0'.repeat(64) } };

it('finds nothing in a sound estate', () => {
  expect(problemsOf()).toEqual([]);
});

it.each<[string, string, EstateOverrides, Record<string, unknown>]>([
  ['a called service that does not exist, with the nearest', 'CHAMP2007', withServices({ 'hsa-tst-a': row({ calls: { http: ['hsa-mbz'] } }) }), { value: 'hsa-mbz', near: 'hsa-mbs' }],
  ['a route that does not exist', 'CHAMP2008', withServices({ 'hsa-tst-a': row({ callsAcross: { 'core-to-moon': ['hsa-pss-pw'] } }) }), { value: 'core-to-moon' }],
  ['a middleware kind that nothing provides in the zone', 'CHAMP2020', withServices({ 'hsa-tst-a': row({ uses: ['relational-dbs' as 'relational-db'] }) }), { value: 'relational-dbs', near: 'relational-db' }],
  ['a size that is not defined', 'CHAMP2046', withServices({ 'hsa-tst-a': row({ size: 'XXXL' as 'XL' }) }), { field: 'size', value: '"XXXL"', near: 'XXL' }],
  ['replica counts that contradict each other', 'CHAMP2027', withServices({ 'hsa-tst-a': row({ replicas: { min: 5, max: 2, city10M: 3 } }) }), { value: 'min 5, city10M 3, max 2' }],
  ['an outside party without an address', 'CHAMP2028', withServices({ 'hsa-tst-a': row({ parties: ['moon'] }) }), { value: 'moon' }],
  ['personal data that would leave without a gateway', 'CHAMP2030', withServices({ 'hsa-tst-a': row({ sensitivity: 'sensitive', parties: ['tax'] }) }), { value: 'tax', level: 'sensitive (noEgress)' }],
  ['an exposed service that is no gateway of the zone', 'CHAMP2029', { zones: { core: { exposed: { 'hsa-mbs': { address: '10.0.0.1', sourceRanges: ['10.0.0.0/29'] } } } } }, { value: 'hsa-mbs' }],
  ['a service without a release', 'CHAMP2021', { releases: { services: {} } }, { value: 'hsa-mbs' }],
  ['an image without a digest in production', 'CHAMP2022', { releases: { products: { x: { image: 'library/x', tag: '1' } } } }, { value: 'library/x:1' }],
  ['the tag latest', 'CHAMP2023', { releases: { products: { x: { ...image, tag: 'latest' } } } }, { value: 'champ/x:latest' }],
  ['a base-constraint service without its artefact', 'CHAMP2024', { releases: { services: { 'hsa-mbs': { ...image, artefact: undefined } } } }, { value: 'hsa-mbs', level: 'base' }],
  ['a local build under the strong constraint', 'CHAMP2025', { ...withServices({ 'hsa-tst-a': row({}) }, 'strong'), releases: { services: { 'hsa-tst-a': { ...image, artefact: { name: 'hsa-tst-a-local-V1.jar', sha256: '0'.repeat(64) } } } } }, { service: 'hsa-tst-a' }],
  ['a party without CIDRs', 'CHAMP2031', { ...withServices({ 'hsa-tst-gw': row({ kind: 'gateway', product: 'kong', parties: ['tax'] } as Partial<ServiceRow>) }), props: { parties: { tax: { host: 'tax.example', cidrs: [], ports: [443] } } } }, { value: 'tax' }],
  ['a target that the last gateway takes no requests for', 'CHAMP2037', {
    subsystems: [...SMALL_SUBSYSTEMS, { id: 'tst', zh: '测试', en: 'Test', tenant: 'vendor-04', constraint: 'base', zone: 'public', source: __filename, services: { 'hsa-tst-a': row({ callsAcross: { 'public-to-core': ['hsa-mbs'] } }) } } as SubsystemRow],
  }, { value: 'hsa-mbs', gateway: 'hsa-gw-core' }],
  ['a quota of a namespace that does not exist', 'CHAMP2038', { sizes: { quotas: { 'core-mbz': { cpu: '1' } } } }, { value: 'core-mbz', near: 'core-mbs' }],
  ['bounds of sizes.yaml that contradict each other', 'CHAMP2027', { sizes: { services: { 'hsa-mbs': { min: 9, max: 3 } } } }, { value: 'min 9, max 3' }],
  ['a fixed count beside bounds', 'CHAMP2041', { sizes: { services: { 'hsa-mbs': { replicas: 3, min: 2 } } } }, { value: 'hsa-mbs' }],
  ['a minimum of sizes.yaml above the delivered maximum', 'CHAMP2027', { sizes: { services: { 'hsa-mbs': { min: 9 } } } }, { value: 'min 9, max 4' }],
  ['a database without a schema', 'CHAMP2042', withServices({ 'hsa-tst-a': row({ uses: ['relational-db'] }) }), { value: 'relational-db' }],
  ['a schema without its database', 'CHAMP2042', withServices({ 'hsa-tst-a': row({ schemas: { 'distributed-db': 'hsa_tst' } } as Partial<ServiceRow>) }), { value: 'distributed-db' }],
  ['two services of one id', 'CHAMP2035', withServices({ 'hsa-mbs': row({}) }), { value: 'hsa-mbs' }],
])('reports %s', (_, code, overrides, args) => {
  expect(problemsOf(overrides)).toContainEqual(expect.objectContaining({ code, args: expect.objectContaining(args) }));
});

it('reports a ring of synchronous calls once, as a path that returns to its start', () => {
  const found = problemsOf(withServices({
    'hsa-tst-a': row({ port: 9301, calls: { http: ['hsa-tst-b'] } }),
    'hsa-tst-b': row({ port: 9302, calls: { http: ['hsa-tst-c'] } }),
    'hsa-tst-c': row({ port: 9303, calls: { http: ['hsa-tst-a'] } }),
  })).filter((each) => each.code === 'CHAMP2003');
  expect(found).toEqual([expect.objectContaining({ where: 'small/core/tst/hsa-tst-a', args: { value: 'hsa-tst-a -> hsa-tst-b -> hsa-tst-c -> hsa-tst-a' } })]);
});

it('lets a development environment leave digests and artefacts out', () => {
  const found = problemsOf({ props: { stage: 'development' }, releases: { products: { x: { image: 'library/x', tag: '1' } } } });
  expect(found.map((each) => each.code)).not.toContain('CHAMP2022');
});

it('reports every mistake of one run, not the first alone', () => {
  const found = problemsOf(withServices({ 'hsa-tst-a': row({ calls: { http: ['hsa-nothing'] }, parties: ['moon'] }), 'hsa-tst-b': row({ size: 'XXXL' as 'XL' }) })).map((each) => each.code);
  expect(found).toEqual(expect.arrayContaining(['CHAMP2007', 'CHAMP2028', 'CHAMP2046']));
});

it('reports a hop that is no gateway', () => {
  const environment = smallEnvironment();
  const target = environment.tryService('hsa-mbs')!;
  environment.tryService('hsa-pss-pw')!.callsAcross(target, { ...ROUTES['public-to-core'], hops: ['hsa-pss-pw-ui', 'hsa-mbs-fsi'] });
  checkModel(environment);
  expect(environment.problems.all()).toContainEqual(expect.objectContaining({ code: 'CHAMP2034', args: { value: 'public-to-core: hsa-pss-pw-ui' } }));
});

it('reports a schema that another tenant owns', () => {
  const schemas = { uses: ['relational-db'], schemas: { 'relational-db': 'hsa_x' } } as Partial<ServiceRow>;
  const subsystem = (id: string, tenant: SubsystemRow['tenant'], service: string, port: number) =>
    ({ id, zh: '测试', en: 'Test', tenant, constraint: 'base', zone: 'core', source: __filename, services: { [service]: row({ port, ...schemas }) } }) as SubsystemRow;
  expect(problemsOf({ subsystems: [...SMALL_SUBSYSTEMS, subsystem('ta', 'vendor-04', 'hsa-ta', 9301), subsystem('tb', 'vendor-05', 'hsa-tb', 9302)] }))
    .toContainEqual(expect.objectContaining({ code: 'CHAMP2043', where: 'small/core/tb/hsa-tb', args: { value: 'hsa_x', owner: 'vendor-04 (hsa-ta)' } }));
});

it.each<[string, Record<string, unknown>, string]>([
  ['a kind that there is not', { kind: 'webb' }, 'kind'],
  ['a zone that there is not', { zone: 'kore' }, 'zone'],
  ['a topic that there is not', { publishes: ['MQ_NOPE'] }, 'topics'],
  ['a sensitivity that there is not', { sensitivity: 'internl' }, 'sensitivity'],
  ['a protocol that there is not', { calls: { grpc: ['hsa-mbs'] } }, 'calls'],
  ['missing replicas', { replicas: undefined }, 'replicas'],
  ['a port out of range', { port: 80 }, 'port'],
  ['a schema that is no name', { uses: ['relational-db'], schemas: { 'relational-db': 'hsa; drop' } }, 'schemas'],
  ['a gateway without a product', { kind: 'gateway' }, 'product'],
])('refuses a row with %s and leaves it out of the tree, never a defect', (_, changes, field) => {
  const found = problemsOf(withServices({ 'hsa-tst-a': row(changes as Partial<ServiceRow>), 'hsa-tst-b': row({ port: 9301 }) }));
  expect(found).toContainEqual(expect.objectContaining({ code: 'CHAMP2046', where: 'small/tst/hsa-tst-a', args: expect.objectContaining({ field }) }));
});

it.each<[string, object, string]>([['tenant', { tenant: 'vendor-99' }, 'tenant'], ['constraint', { constraint: 'bas' }, 'constraint'], ['zone', { zone: 'kore' }, 'zone'], ['id', { id: 'Mbs' }, 'id']])('refuses a subsystem with an unknown %s', (_, changes, field) => {
  const subsystem = { ...withServices({ 'hsa-tst-a': row({}) }).subsystems!.at(-1)!, ...changes } as SubsystemRow;
  expect(problemsOf({ subsystems: [...SMALL_SUBSYSTEMS, subsystem] })).toContainEqual(expect.objectContaining({ code: 'CHAMP2046', args: expect.objectContaining({ field }) }));
});

it('refuses an even number of members where they agree by majority', () => {
  expect(problemsOf({ sizes: { middleware: { coordination: { replicas: 4 } } } })).toContainEqual(expect.objectContaining({ code: 'CHAMP2050', args: { value: 'coordination: 4' } }));
});

it('reports a size that is not defined of a construct that was made by hand', () => {
  const environment = smallEnvironment();
  const { subsystem } = environment.tryService('hsa-mbs')!;
  new ApiService(subsystem, 'hsa-hand', row({ size: 'XXXL' as 'XL' }) as JvmProps);
  checkModel(environment);
  expect(environment.problems.all()).toContainEqual(expect.objectContaining({ code: 'CHAMP2026', where: 'small/core/mbs/hsa-hand' }));
});

it('does not miss a digest that was written, but in the wrong form', () => {
  const environment = smallEnvironment();
  const { facts } = environment;
  const row = facts.releases.services['hsa-mbs']! as { digest?: string };
  delete row.digest;
  const written = { ...facts, at: (file: 'releases' | 'sizes' | 'waivers', path: readonly (string | number)[]) => (path.at(-1) === 'digest' ? 'releases.yaml:4:13' : facts.at(file, path)) };
  checkReleases(Object.assign(environment, { facts: written }));
  expect(environment.problems.all().filter(({ code }) => code === 'CHAMP2022')).toEqual([]);
});
