import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRESETS } from '../../../apps/medical-insurance/index.ts';
import { inProcess, ROOT, type EnvironmentFolder } from '../../fixtures/champ.ts';
import { smallFolder } from '../edit/small-folder.ts';

const store = (...args: readonly string[]) => inProcess('store', ...args);

it('lists every preset, for people and for machines', async () => {
  const [text, zh, json] = await Promise.all([store('list'), store('list', '--lang', 'zh'), store('list', '--json')]);
  for (const { id } of PRESETS) expect(text.out).toMatch(new RegExp(`^${id} `, 'm'));
  expect(zh.out).toContain('仅联网结算的城市');
  expect(JSON.parse(json.out)).toMatchObject({ version: 1, presets: PRESETS.map(({ id, kind }) => ({ id, kind })) });
});

describe('show', () => {
  it('counts the services, pods and requests that a city brings, zone by zone', async () => {
    const { code, out } = await store('show', 'full-city', '--json');
    expect(code).toBe(0);
    const { zones, total, from } = JSON.parse(out) as { from: string; zones: readonly { zone: string; services: number; pods: number; cpu: number }[]; total: { services: number; pods: number } };
    const list = JSON.parse((await inProcess('list', '--env', 'linyi', '--json')).out) as { environments: readonly { zones: readonly { pods: { total: number } }[] }[] };
    expect([from, total.services, zones.map(({ services }) => services)]).toEqual(['linyi', 140, [121, 19]]);
    expect(zones.map(({ pods }) => pods)).toEqual(list.environments[0]!.zones.map(({ pods }) => pods.total));
  });

  it('tells what a settlement-only city leaves out, and which calls go with it', async () => {
    const { out } = await store('show', 'settlement-city');
    expect(out).toMatch(/^ {2}core +78 +\d+ +\d+ +\d+ +\d+ +\d+ % \/ \d+ %$/m);
    expect(out).toContain('without the subsystems ics, pmm');
    expect(out).toContain('    hsa-mbs-fsi -> hsa-pmm-qc, hsa-tps-stock');
  });

  it('tells which middleware a set uses, and where it stands', async () => {
    const { out } = await store('show', 'transactions');
    expect(out).toContain("    uses: ['distributed-db', 'dist-tx', 'mq'],");
    expect(out).toMatch(/^ +dist-tx +Seata +core +\d+ +\d+ +\d+$/m);
    expect(JSON.parse((await store('show', 'transactions', '--json')).out)).toMatchObject({ services: 0, for: ['api', 'worker', 'batch'], middleware: expect.arrayContaining([expect.objectContaining({ kind: 'mq', zone: 'public' })]) });
  });

  it('names the nearest preset', async () => {
    expect(await store('show', 'settlement-cty')).toMatchObject({ code: 1, err: expect.stringMatching(/CHAMP9255[\s\S]*did you mean: settlement-city/) });
  });
});

describe('add of a city', () => {
  let here: EnvironmentFolder;
  const add = (...args: readonly string[]) => store('add', '--environments', here.folder, ...args);
  beforeEach(() => {
    here = smallFolder('small');
    cpSync(join(ROOT, 'environments', 'linyi'), join(here.folder, 'linyi'), { recursive: true });
    const index = readFileSync(join(here.folder, 'linyi', 'index.ts'), 'utf8');
    writeFileSync(join(here.folder, 'linyi', 'index.ts'), index.replace('../../apps', `${ROOT}/apps`));
  });
  afterEach(() => here.remove());

  it('makes it from the environment that has all of its services, and it renders', async () => {
    const { code, err } = await add('settlement-city', '--name', 'heze', '--admdvs', '371700');
    expect([code, err]).toEqual([0, expect.stringContaining('still those of linyi')]);
    expect(await inProcess('list', '--env', 'heze', '--environments', here.folder)).toMatchObject({ code: 0, out: expect.stringMatching(/^heze/) });
  });

  it.each<[string, readonly string[], string]>([
    ['an environment that lacks services of it', ['full-city', '--name', 'heze', '--from', 'small'], 'CHAMP9259'],
    ['an environment that is not there', ['full-city', '--name', 'heze', '--from', 'lynyi'], 'CHAMP5001'],
    ['a name that is taken', ['full-city', '--name', 'small'], 'CHAMP9241'],
    ['a name that is none', ['full-city', '--name', 'He Ze'], 'CHAMP9240'],
  ])('refuses %s, and writes nothing', async (_, args, code) => {
    expect(await add(...args)).toMatchObject({ code: 1, err: expect.stringContaining(code) });
    expect(existsSync(join(here.folder, 'heze'))).toBe(false);
  });

  it('refuses to copy an environment that refers to another one', async () => {
    here.put('linyi', 'index.ts', readFileSync(join(here.folder, 'linyi', 'index.ts'), 'utf8').replace('export default city({', 'const more = {};\nexport default city({\n  ...more,'));
    expect(await add('full-city', '--name', 'heze', '--from', 'linyi')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9258') });
  });

  it('is wrong usage with an area code that is none, and without a name', async () => {
    expect(await add('full-city', '--name', 'heze', '--admdvs', '37')).toMatchObject({ code: 2 });
    expect(await add('full-city')).toMatchObject({ code: 2 });
  });
});

describe('add of middleware', () => {
  let here: EnvironmentFolder;
  beforeAll(() => { here = smallFolder('small'); });
  afterAll(() => here.remove());
  const add = (...args: readonly string[]) => store('add', '--environments', here.folder, '--dry-run', ...args);

  it('adds what the row lacks, with a schema named after the subsystem', async () => {
    const { code, out } = await add('records', '--name', 'hsa-mba-mat');
    expect(code).toBe(0);
    expect(out).toContain("+      uses: ['distributed-db', 'relational-db', 'search'],\n+      schemas: { 'distributed-db': 'hsa_mba_mdt', 'relational-db': 'hsa_mbs' },");
  });

  it('says so when it has all of it', async () => {
    expect(await add('online-session', '--name', 'hsa-mbs-fsi')).toMatchObject({ code: 0, out: '', err: expect.stringContaining('has all of it already') });
  });

  it('refuses a service of another kind, and one that is none, with the nearest', async () => {
    expect(await add('records', '--name', 'hsa-mbs-ui')).toMatchObject({ code: 1, err: expect.stringMatching(/CHAMP9256[\s\S]*allowed: api, worker, batch/) });
    expect(await add('records', '--name', 'hsa-mbx')).toMatchObject({ code: 1, err: expect.stringMatching(/CHAMP9257[\s\S]*did you mean: hsa-mbs/) });
  });

  it('refuses a schema that belongs to another tenant', async () => {
    expect(await store('add', 'records', '--name', 'hsa-hif-acct', '--schema', 'hsa_dic', '--dry-run')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP2043') });
  });
});
