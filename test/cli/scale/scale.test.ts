import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inProcess, type EnvironmentFolder } from '../../fixtures/champ.ts';
import { smallFolder } from '../edit/small-folder.ts';

let here: EnvironmentFolder;
beforeEach(() => { here = smallFolder('here'); });
afterEach(() => here.remove());

const scale = (...args: readonly string[]) => inProcess('scale', '--env', 'here', '--environments', here.folder, ...args);
const text = () => readFileSync(join(here.folder, 'here', 'sizes.yaml'), 'utf8');
const rows = () => (parse(text()) as { services: Record<string, object> }).services;

it('makes readable rows of services: {}, keeps the comments, and shows the capacity of the zones before and after', async () => {
  const before = text();
  const { code, out } = await scale('hsa-mbs', 'hsa-pss-pw', '--min', '8', '--max', '12');
  expect(code).toBe(0);
  expect(text()).toBe(before.replace(/services: \{\}$/m, 'services:\n  hsa-mbs: {min: 8, max: 12}\n  hsa-pss-pw: {min: 8, max: 12}'));
  expect(out).toMatch(/^core .*CPU \d+ % -> \d+ %.*fits$/m);
  expect(out).toMatch(/^\+ {2}hsa-mbs: \{min: 8, max: 12\}$/m);
  expect(out).toMatch(/^hsa-mbs +\w+ \d+-\d+ -> \w+ 8-12$/m);
});

it('says that no service changes where the rows only say what is so already', async () => {
  const { services } = JSON.parse((await scale('hsa-mbs', '--size', 'L', '--dry-run', '--json')).out) as { services: readonly [{ before: { min: number; max: number } }] };
  const { min, max } = services[0].before;
  const { out, err } = await scale('hsa-mbs', '--min', String(min), '--max', String(max));
  expect(out).toMatch(new RegExp(`^hsa-mbs +\\w+ ${min}-${max}$`, 'm'));
  expect(err).toContain('services that change: 0');
});

it('lets a fixed count and bounds take each other\'s place', async () => {
  await scale('hsa-mbs', '--min', '10', '--max', '20', '--size', 'L');
  await scale('hsa-mbs', '--replicas', '9');
  expect(rows()).toEqual({ 'hsa-mbs': { size: 'L', replicas: 9 } });
  await scale('hsa-mbs', '--max', '22');
  expect(rows()).toEqual({ 'hsa-mbs': { size: 'L', max: 22 } });
});

it('takes services by what they are', async () => {
  const { out } = await scale('--select', 'subsystem=gw,zone=core', '--replicas', '5', '--json');
  const { services, zones, written } = JSON.parse(out) as { services: readonly { service: string; after: object }[]; zones: readonly { zone: string }[]; written: boolean };
  expect(services.map(({ service }) => service)).toEqual(['hsa-gap-back', 'hsa-gw-core']);
  expect(services[0]).toMatchObject({ before: { size: 'S', min: 2, max: 2 }, after: { size: 'S', min: 5, max: 5 } });
  expect(zones[0]).toMatchObject({ zone: 'core', rest: { before: { fits: true }, after: { fits: true } } });
  expect(written).toBe(true);
});

it('refuses what no longer fits the nodes, shows how much that would be, and writes nothing', async () => {
  const before = text();
  const { code, out, err } = await scale('hsa-mbs', '--min', '500', '--max', '900');
  expect(code).toBe(1);
  expect(err).toMatch(/CHAMP2044[\s\S]*CHAMP2045/);
  expect(out).toMatch(/^core .*does not fit.*does not fit$/m);
  expect(text()).toBe(before);
});

it('lets an estate that is too full be made smaller, and no fuller', async () => {
  here.put('here', 'sizes.yaml', 'profile: city10M\nservices:\n  hsa-mbs: {min: 500, max: 900}\n');
  expect(await scale('hsa-mbs', '--min', '499')).toMatchObject({ code: 0 });
  expect(await scale('hsa-mbs', '--max', '950')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP2045') });
  expect(rows()).toEqual({ 'hsa-mbs': { min: 499, max: 900 } });
});

it.each<[string, string, readonly string[]]>([
  ['min above max', 'CHAMP2027', ['hsa-mbs', '--min', '9', '--max', '3']],
  ['min above the delivered maximum', 'CHAMP2027', ['hsa-mbs', '--min', '5']],
  ['more than 1000', 'CHAMP1124', ['hsa-mbs', '--replicas', '1001']],
  ['none', 'CHAMP1124', ['hsa-mbs', '--replicas', '0']],
  ['bounds of a service without autoscaling', 'CHAMP9236', ['hsa-mbs-ui', '--max', '9']],
  ['a JVM without room for its heap', 'CHAMP9237', ['hsa-mbs', '--size', 'XS']],
  ['a service that does not exist', 'CHAMP9226', ['hsa-mbs', 'hsa-mbz', '--replicas', '3']],
])('refuses %s and writes nothing', async (_, problem, args) => {
  const before = text();
  const { code, err } = await scale(...args);
  expect([code, err.includes(problem)]).toEqual([1, true]);
  expect(text()).toBe(before);
});

it('calls a selector that means nothing wrong usage, as every command does', async () => {
  const before = text();
  for (const selector of ['leyer=L5', 'kind=apj', 'zone=core,subsystem=pss']) expect(await scale('--select', selector, '--replicas', '3')).toMatchObject({ code: 2, err: expect.stringMatching(/CHAMP923[345]/) });
  expect(text()).toBe(before);
});

it('refuses what overflows a quota', async () => {
  here.put('here', 'sizes.yaml', 'profile: city10M\nservices: {}\nquotas:\n  core-mbs: {pods: 30}\n');
  expect(await scale('hsa-mbs', '--replicas', '100')).toMatchObject({ code: 1, err: expect.stringContaining('core-mbs') });
});

it('writes nothing with --dry-run, nor when nothing changes', async () => {
  const before = text();
  expect(await scale('hsa-mbs', '--replicas', '9', '--dry-run')).toMatchObject({ code: 0 });
  expect(text()).toBe(before);
  await scale('hsa-mbs', '--replicas', '9');
  expect(await scale('hsa-mbs', '--replicas', '9')).toMatchObject({ code: 0, err: expect.stringContaining('nothing changes') });
});

it.each<[string, readonly string[]]>([
  ['without a service', ['--replicas', '3']],
  ['with a service and a selector', ['hsa-mbs', '--select', 'layer=L5', '--replicas', '3']],
  ['without a size', ['hsa-mbs']],
  ['with a count and bounds', ['hsa-mbs', '--replicas', '3', '--min', '2']],
  ['with a size that is none', ['hsa-mbs', '--size', 'XXXL']],
  ['with a count that is none', ['hsa-mbs', '--replicas', '1.5']],
])('is wrong usage %s', async (_, args) => {
  expect(await scale(...args)).toMatchObject({ code: 2 });
});
