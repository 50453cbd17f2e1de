import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../../../bench/race/checkout.ts';
import { ENVIRONMENT, subsystems } from '../../../bench/race/rows.ts';
import { git } from '../../fixtures/publish/repositories.ts';

// the shipped command in a checkout of its own, which makes its bundle first
jest.setTimeout(300_000);

let folder: string;
let root: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'champ-shipped-'));
  root = checkout(folder, SERVICES);
  writeFileSync(join(root, '.gitignore'), 'node_modules/\n/dist/\n');
  git(root, 'init', '--quiet', '--initial-branch=main');
  commit();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function commit(): void {
  git(root, 'add', '-A');
  git(root, 'commit', '--quiet', '-m', 'change');
}

function edit(file: string, change: (text: string) => string): void {
  const [path, before] = [join(root, file), readFileSync(join(root, file), 'utf8')];
  if (change(before) === before) throw new Error(`the edit of ${file} changes nothing`);
  writeFileSync(path, change(before));
}

function champ(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'cli', 'champ.js'), '--lang', 'en', ...args], { cwd: root, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const SERVICES = 10;
const [subsystem] = subsystems(SERVICES);
const [first, last] = [subsystem!.services[0], subsystem!.services.at(-1)];
const cache = () => join(root, 'node_modules', '.cache', 'champ-diff');
const bundles = () => readdirSync(join(root, 'node_modules', '.cache', 'champ'));
const changed = (out: string) => (JSON.parse(out) as { changes: readonly { class: string; object: { kind: string; name: string } }[] }).changes.map(({ class: is, object: { kind, name } }) => `${is} ${kind}/${name}`);
const bump = () => edit('environments/race/releases.yaml', (text) => text.replace('"V1.2.3"', '"V1.2.4"'));

it('says what a change of facts and one of code do, each side by its own code, the base from what is kept the second time', () => {
  expect(champ('diff')).toMatchObject({ code: 0, out: expect.stringMatching(/^No differences/) });
  bump();
  const bumped = champ('diff', '--json');
  expect({ code: bumped.code, changes: changed(bumped.out), notes: JSON.parse(bumped.out).notes }).toEqual({ code: 1, changes: [`changed Deployment/${first}`], notes: [] });
  const kept = readdirSync(join(cache(), 'rendered')).map((name) => [name, statSync(join(cache(), 'rendered', name)).ino]);
  expect(kept).toHaveLength(1);
  // code of the head alone
  edit(`apps/${ENVIRONMENT}/${subsystem!.id}.ts`, (text) => text.replaceAll(`'${last}'`, `'${last}-renamed'`));
  edit(`environments/${ENVIRONMENT}/releases.yaml`, (text) => text.replace(`${last}:`, `${last}-renamed:`));
  const second = champ('diff', '--json');
  expect({ code: second.code, changes: changed(second.out) }).toMatchObject({ code: 1, changes: expect.arrayContaining([`changed Deployment/${first}`, expect.stringMatching(`Deployment/${last}-renamed$`)]) });
  expect(readdirSync(join(cache(), 'rendered')).map((name) => [name, statSync(join(cache(), 'rendered', name)).ino])).toEqual(kept);
  // and the other way round: the base has that code, the work tree has not
  git(root, 'checkout', '--quiet', '-b', 'renamed');
  commit();
  const head = git(root, 'rev-parse', 'HEAD');
  git(root, 'checkout', '--quiet', 'main');
  const back = champ('diff', 'renamed', '--json');
  expect(JSON.parse(back.out)).toMatchObject({ base: { commit: head }, head: { commit: git(root, 'rev-parse', 'main') } });
  expect(changed(back.out)).toEqual(expect.arrayContaining([expect.stringMatching(`Deployment/${last}$`)]));
  expect(readdirSync(cache()).filter((name) => name.startsWith('work-'))).toEqual([]);
});

it('renders a base whose code is the same with the bundle that is there, and changes nothing of the work tree', () => {
  rmSync(cache(), { recursive: true });
  git(root, 'checkout', '--quiet', 'main');
  bump();
  champ('model', '--env', 'race');
  const before = [bundles(), git(root, 'status', '--porcelain'), git(root, 'for-each-ref')];
  expect(champ('diff').code).toBe(1);
  expect([bundles(), git(root, 'status', '--porcelain'), git(root, 'for-each-ref')]).toEqual(before);
  expect(existsSync(join(root, 'dist'))).toBe(false);
  git(root, 'checkout', '--quiet', '.');
});

it('compares with the last good commit when the base does not build', () => {
  edit('environments/race/sizes.yaml', (text) => text.replace('city10M', 'huge'));
  commit();
  edit('environments/race/sizes.yaml', (text) => text.replace('huge', 'city10M'));
  bump();
  const { code, out } = champ('diff', 'HEAD', '--json');
  expect({ code, changes: changed(out) }).toEqual({ code: 1, changes: [`changed Deployment/${first}`] });
  expect(JSON.parse(out)).toMatchObject({ base: { label: expect.stringMatching(/^HEAD~1 \(/) }, notes: [{ en: expect.stringContaining('does not build (1 problems, the first is CHAMP1123 environments/race/sizes.yaml:1:10)') }] });
});
