import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf } from '../../../engine/manifest.ts';
import { inProcess } from '../../fixtures/champ.ts';
import { rendered } from '../../fixtures/linyi.ts';
import { publishTo } from '../../fixtures/publish/estate.ts';
import { newKey, type Key } from '../../fixtures/publish/keys.ts';
import { git, repositories, type Repositories } from '../../fixtures/publish/repositories.ts';

/** The whole of Linyi, published once; zone core goes over the gap. */
let here: Repositories;
let there: string;
let key: Key;
let file: string;

beforeAll(async () => {
  here = repositories();
  there = here.bare('there.git');
  key = newKey(here.folder, 'ops');
  file = join(here.folder, 'core.tar');
  here.commitSource('Linyi');
  const { tree, output } = rendered('linyi');
  const objects = output.objects.map((object) => ({ file: fileOf(object), manifest: object.manifest }));
  await publishTo(here, { tree, objects }, {}, { zones: ['core', 'public'].map((zone) => ({ zone, repository: here.remote })) });
});
afterAll(() => here.remove());

const bundle = (...args: readonly string[]) => inProcess('bundle', '--env', 'linyi', '--zone', 'core', '--repo', here.remote, '--key', key.file, '-o', file, '--no-registry', ...args);
const unbundle = (...args: readonly string[]) => inProcess('unbundle', file, '--allowed-signers', key.signers(), '--repo', there, ...args);

it('takes a zone of Linyi from one side to the other, byte by byte', async () => {
  const made = await bundle('--json');
  expect([made.code, JSON.parse(made.out)]).toMatchObject([0, { version: 1, file, manifest: { environment: 'linyi', zone: 'core', from: null, commits: 1 } }]);
  const { images } = JSON.parse(made.out).images as { readonly images: readonly { readonly digest: string }[] };
  expect(images.length).toBeGreaterThan(100);
  const dry = await unbundle('--dry-run');
  expect([dry.code, dry.err]).toEqual([0, expect.stringMatching(/signed by ops@ops\.example\n.*nothing was changed/)]);
  expect(git(there, 'for-each-ref')).toBe('');
  const applied = await unbundle('--json', '--env', 'linyi', '--zone', 'core');
  expect([applied.code, JSON.parse(applied.out)]).toMatchObject([0, { applied: true, signer: 'ops@ops.example', manifest: { zone: 'core' } }]);
  expect(git(there, 'rev-parse', 'main:linyi/core')).toBe(git(here.remote, 'rev-parse', 'main:linyi/core'));
  expect(git(there, 'ls-tree', '--name-only', 'main:linyi')).toBe('core');
  expect((await unbundle()).err).toContain('is at');
});

it('says what must be there first, in both languages', async () => {
  const [en, zh] = [await bundle('--lang', 'en'), await bundle('--lang', 'zh')];
  expect(en.err).toMatch(/images to be there first: \d+, \d+ of them new; charts: \d+/);
  expect(zh.err).toMatch(/须先送达的镜像 \d+ 个/);
});

it('writes nothing when nothing is new', async () => {
  const other = join(here.folder, 'none.tar');
  const { code, err } = await bundle('--since', 'main', '-o', other);
  expect([code, err, existsSync(other)]).toEqual([0, expect.stringContaining('nothing new'), false]);
});

it('refuses a bundle that was tampered with, exit code 1, and says that nothing was changed', async () => {
  const bytes = readFileSync(file);
  writeFileSync(file, Buffer.concat([bytes, Buffer.from('x')]));
  const { code, err, out } = await unbundle('--json');
  expect([code, JSON.parse(out).problems]).toMatchObject([1, [{ code: 'CHAMP7201' }]]);
  expect(err).toContain('Nothing was changed.');
  writeFileSync(file, bytes);
});

it.each([
  ['a key that is not there', 3, 'CHAMP7203', () => bundle('--key', join(here.folder, 'no-key'))],
  ['a zone that is not there', 1, 'CHAMP7025', () => bundle('--zone', 'cor')],
  ['an unknown commit', 1, 'CHAMP7216', () => bundle('--since', '0123456')],
  ['a branch that is not there', 1, 'CHAMP7005', () => bundle('--branch', 'mian')],
  ['a bundle that is not there', 3, 'CHAMP7200', () => inProcess('unbundle', 'none.tar', '--allowed-signers', key.signers(), '--repo', there)],
  ['signers that are not there', 3, 'CHAMP7221', () => unbundle('--allowed-signers', 'none')],
  ['a place that is no repository', 1, 'CHAMP7218', () => unbundle('--repo', here.folder)],
  ['the wrong zone', 1, 'CHAMP7208', () => unbundle('--zone', 'public')],
] as const)('refuses %s with exit code %i', async (_, code, expected, work) => {
  const ended = await work();
  expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(expected)]);
});

it('wants its options', async () => {
  for (const args of [['bundle'], ['bundle', '--env', 'linyi'], ['unbundle'], ['unbundle', 'x']]) expect((await inProcess(...args)).code).toBe(2);
});
