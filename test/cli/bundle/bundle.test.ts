import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, type Ended } from '../../fixtures/champ.ts';

let root: string;
const cache = () => join(root, 'node_modules', '.cache', 'champ');
const entries = () => readdirSync(cache());
const newest = () => entries().map((name) => join(cache(), name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]!;
const write = (file: string, text: string) => {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), text);
};

// the real start of the command, in front of a program of a few lines
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'champ-bundle-'));
  for (const file of ['champ.js', 'load.js', 'synth/thread.js', 'bundle', 'unchanged']) cpSync(join(ROOT, 'cli', file), join(root, 'cli', file), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  for (const name of ['esbuild', 'tsx']) symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name));
  write('node_modules/.package-lock.json', '{}');
  write('environments/north/index.ts', "export default 'north';\n");
  write('cli/word.ts', "export const word: string = 'first';\n");
  write('cli/main.ts', `
    import { join } from 'node:path';
    import { word } from './word.ts';
    export const guardStreams = (): void => {};
    class Named {}
    export async function main([name = 'north', fails]: readonly string[]): Promise<number> {
      const environment = require(join(__dirname, '..', 'environments', name.replace(/^--.*/, 'north'), 'index.ts')) as { readonly default: string };
      const how = require.cache ? 'modules' : 'bundle';
      console.log([word, environment.default, Named.name, __filename === join(__dirname, 'main.ts'), how].join(' '));
      if (fails) throw new TypeError('as asked');
      return 0;
    }
  `);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function champ(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'cli', 'champ.js'), ...args], { cwd: tmpdir(), env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => { out += text; });
    child.stderr.on('data', (text) => { err += text; });
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}

const ended = (out: string) => ({ code: 0, out: `${out}\n`, err: '' });
const FIRST = ended('first north Named true bundle');

it('bundles once, keeps compiled code, and changes nothing afterwards', async () => {
  expect(await champ()).toEqual(FIRST);
  const [entry] = entries();
  const files = () => readdirSync(newest()).sort().map((name) => [name, statSync(join(newest(), name)).mtimeMs]);
  const before = files();
  expect(before.map(([name]) => name)).toEqual(['inputs.json', 'other.code', 'program.js', 'program.js.map']);
  expect(await champ()).toEqual(FIRST);
  expect(entries()).toEqual([entry]);
  expect(files()).toEqual(before);
});

it('sees a changed source, also one of the same length and time, and finds the former bundle when it is changed back', async () => {
  await champ();
  const former = readFileSync(join(root, 'cli', 'word.ts'), 'utf8');
  const { atime, mtime } = statSync(join(root, 'cli', 'word.ts'));
  write('cli/word.ts', former.replace('first', 'third'));
  utimesSync(join(root, 'cli', 'word.ts'), atime, mtime);
  expect(await champ()).toEqual(ended('third north Named true bundle'));
  write('cli/word.ts', former);
  expect(await champ()).toEqual(FIRST);
  expect(entries()).toHaveLength(2);
});

it('sees a new environment and one that is gone', async () => {
  await champ();
  write('environments/south/index.ts', "export default 'south';\n");
  expect(await champ('south')).toEqual(ended('first south Named true bundle'));
  rmSync(join(root, 'environments', 'south'), { recursive: true });
  expect((await champ('south')).err).toContain('Cannot find module');
});

it('keeps a few entries only', async () => {
  for (const word of ['a', 'b', 'c', 'd', 'e', 'f']) {
    write('cli/word.ts', `export const word = '${word}';\n`);
    expect(await champ()).toEqual(ended(`${word} north Named true bundle`));
  }
  expect(entries()).toHaveLength(4);
});

it.each(['inputs.json', 'program.js', 'program.js.map', 'other.code'])('is right when %s of the cache is cut, changed or gone', async (file) => {
  await champ();
  const path = join(newest(), file);
  const whole = readFileSync(path);
  const changed = Buffer.from(whole);
  changed[whole.length >> 1]! ^= 1;
  for (const damage of [() => writeFileSync(path, whole.subarray(0, whole.length >> 1)), () => writeFileSync(path, changed), () => rmSync(path)]) {
    damage();
    expect(await champ()).toMatchObject({ code: 0, out: expect.stringMatching(/^first north Named true /) });
    expect(await champ()).toMatchObject({ code: 0, out: expect.stringMatching(/^first north Named true /) });
  }
  // a missing map spoils the stacks of failures only, so it is not worth a new bundle
  expect(readdirSync(newest()).includes(file)).toBe(file !== 'program.js.map');
});

it('works when two start at once', async () => {
  const all = await Promise.all([champ(), champ(), champ()]);
  for (const each of all) expect(each).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^first north Named true /) });
  expect(entries().filter((name) => name.startsWith('.'))).toEqual([]);
  expect(await champ()).toEqual(FIRST);
});

it('goes module by module where there is no place for a cache', async () => {
  write('node_modules/.cache', 'a file in the way');
  expect(await champ()).toEqual(ended('first north Named true modules'));
});

it('goes module by module when an environment cannot be bundled, and for environments of another folder', async () => {
  expect(await champ('--environments=elsewhere')).toEqual(ended('first north Named true modules'));
  write('environments/broken/index.ts', 'export default (;\n');
  expect(await champ()).toEqual(ended('first north Named true modules'));
});

it('names the source in the stack of a failure', async () => {
  await champ();
  const { code, err } = await champ('north', 'fail');
  expect(code).toBe(1);
  expect(err).toMatch(/TypeError: as asked\n\s+at (?:Object\.)?main \(.*\/cli\/main\.ts:10:\d+\)/);
});
