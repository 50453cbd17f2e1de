import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { inProcess } from '../../fixtures/champ.ts';

const root = mkdtempSync(join(tmpdir(), 'champ-bootstrap-'));
afterAll(() => rmSync(root, { recursive: true }));

const CORE = ['bootstrap', '--env', 'dev', '--zone', 'core'];

it('writes numbered files, and the steps in both languages', async () => {
  const out = join(root, 'core');
  const { code, out: data, err } = await inProcess(...CORE, '--out', out, '--lang', 'en');
  expect({ code, data }).toEqual({ code: 0, data: '' });
  expect(readdirSync(out)).toEqual(expect.arrayContaining(['01-namespace.yaml', '06-roots.yaml', 'README.md', 'README.zh.md']));
  expect(readFileSync(join(out, 'README.zh.md'), 'utf8')).toContain('空集群');
  expect(err).toContain('README.md');
});

it('shows with --dry-run what would be applied, and writes nothing', async () => {
  const out = join(root, 'dry');
  const { code, out: data } = await inProcess(...CORE, '--out', out, '--dry-run');
  expect(code).toBe(0);
  expect(parseAllDocuments(data).map((document) => (document.toJS() as { kind?: string }).kind)).toEqual(expect.arrayContaining(['Namespace', 'ConfigMap', 'Secret', 'AppProject', 'Application']));
  expect(existsSync(out)).toBe(false);
});

it('gives steps, commands and objects as data under --json', async () => {
  const { code, out } = await inProcess(...CORE, '--dry-run', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ version: 1, environment: 'dev', zone: 'core', steps: [{ file: '01-namespace.yaml', commands: [expect.stringContaining('kubectl apply')], objects: [{ kind: 'Namespace' }] }, {}, {}, {}, {}, {}] });
});

it('names the zones there are', async () => {
  const { code, err } = await inProcess('bootstrap', '--env', 'dev', '--zone', 'cor', '--dry-run', '--lang', 'en');
  expect(code).toBe(1);
  expect(err).toMatch(/CHAMP8201[^]*did you mean: core[^]*allowed: core, public/);
});

it('names the environments there are', async () => {
  expect(await inProcess('bootstrap', '--env', 'nowhere', '--zone', 'core', '--lang', 'en')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP5001') });
});

it('is wrong usage without environment or zone', async () => {
  expect(await inProcess('bootstrap', '--env', 'dev')).toMatchObject({ code: 2, err: expect.stringContaining('CHAMP5026') });
  expect(await inProcess('bootstrap', '--zone', 'core')).toMatchObject({ code: 2 });
});

it('fails with 3 when the cluster cannot be asked', async () => {
  const { code, err } = await inProcess(...CORE, '--context', 'no-such-context', '--lang', 'en');
  expect(code).toBe(3);
  expect(err).toMatch(/CHAMP504[01]/);
});
