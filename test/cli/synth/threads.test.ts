import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { champ, environmentFolder } from '../../fixtures/champ.ts';

const out = mkdtempSync(join(tmpdir(), 'champ-threads-'));
afterAll(() => rmSync(out, { recursive: true }));

const ledgers = (folder: string, names: readonly string[]) => names.map((name) => readFileSync(join(folder, name, 'ledger.json'), 'utf8'));

it('comes to the same bytes with one thread as with more than there are environments', async () => {
  const runs = ['1', '2', '9'].map((threads) => ({ threads, folder: join(out, threads) }));
  for (const { threads, folder } of runs) expect(await champ(['synth', '--no-cache', '--threads', threads, '--out', folder, '--quiet'])).toMatchObject({ code: 0 });
  const [one, ...others] = runs.map(({ folder }) => ledgers(folder, ['dev', 'linyi']));
  for (const each of others) expect(each).toEqual(one);
});

it('refuses a number of threads that is none', async () => {
  expect(await champ(['synth', '--threads', '0', '--out', out])).toMatchObject({ code: 2, err: expect.stringContaining('1 .. 99') });
});

describe('with mistakes in three of four environments', () => {
  const { folder, put, remove } = environmentFolder('east', 'north', 'south', 'west');
  put('east', 'sizes.yaml', 'profile: dev\nservicez: {}\n');
  put('north', 'sizes.yaml', 'profile: city\n');
  put('west', 'sizes.yaml', 'profile: dev\nprofile: dev\n');
  afterAll(remove);

  it('reports them in the order of the environments, whichever thread found them', async () => {
    const { code, out: data } = await champ(['--environments', folder, 'synth', '--threads', '3', '--out', join(out, 'broken'), '--json']);
    const where = (JSON.parse(data).problems as { readonly where: string }[]).map((each) => /(east|north|west)\//.exec(each.where)?.[1]);
    expect({ code, where }).toEqual({ code: 1, where: ['east', 'north', 'west'] });
  });

  it('writes nothing of those without a mistake', async () => {
    put('south', 'sizes.yaml', 'profile: dev\n');
    const target = join(out, 'none');
    expect(await champ(['--environments', folder, 'synth', '--threads', '2', '--out', target])).toMatchObject({ code: 1 });
    expect(existsSync(target)).toBe(false);
  });

  it('tells what a thread could not load as any other mistake', async () => {
    put('west', 'index.ts', 'export default 1;\n');
    const { code, err } = await champ(['--environments', folder, 'synth', '--threads', '3', '--out', join(out, 'broken')]);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringMatching(/CHAMP5002 .*west/) });
  });
});

it('tells where the time went, in stages that add up to the whole', async () => {
  const { code, out: data, err } = await champ(['synth', '--env', 'dev', '--profile', '--out', join(out, 'profile'), '--json']);
  const { profile } = JSON.parse(data) as { readonly profile: { readonly seconds: number; readonly objects: number; readonly files: number; readonly written: number; readonly stages: readonly { readonly stage: string; readonly seconds: number }[] } };
  expect({ code, stages: profile.stages.map(({ stage }) => stage) }).toEqual({ code: 0, stages: ['load', 'construct', 'render', 'inspect', 'print', 'write'] });
  const sum = profile.stages.reduce((total, { seconds }) => total + seconds, 0);
  expect(sum).toBeLessThanOrEqual(profile.seconds + 0.01);
  expect(sum).toBeGreaterThan(profile.seconds * 0.8);
  expect(profile.files).toBeGreaterThanOrEqual(profile.objects);
  expect(profile).toMatchObject({ environments: 1, written: profile.files });
  expect(err).toMatch(/inspect them +\d+\.\d{3} +\d+ %/);
});

it('measures a whole run, though nothing changed', async () => {
  const { out: data } = await champ(['synth', '--env', 'dev', '--profile', '--out', join(out, 'profile'), '--json']);
  const { profile } = JSON.parse(data) as { readonly profile: { readonly written: number; readonly stages: readonly { readonly stage: string; readonly seconds: number }[] } };
  expect(profile.written).toBe(0);
  expect(profile.stages.find(({ stage }) => stage === 'render')!.seconds).toBeGreaterThan(0);
});
