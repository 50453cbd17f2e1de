import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../../../cli/edit/files.ts';
import { acquireLock } from '../../../engine/emit/lock.ts';
import { isOfEdit, lockOf, whileLocked } from '../../../cli/edit/locks.ts';
import { ROOT } from '../../fixtures/champ.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'champ-files-')); });
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

it('writes all files, makes their folders, keeps permissions and leaves no draft', () => {
  const path = put('a', 'one');
  chmodSync(path, 0o600);
  writeFiles([{ path, before: 'one', after: 'two' }, { path: join(folder, 'x', 'y', 'b'), after: 'new' }]);
  expect([readFileSync(path, 'utf8'), readFileSync(join(folder, 'x', 'y', 'b'), 'utf8'), statSync(path).mode & 0o777]).toEqual(['two', 'new', 0o600]);
  expect(readdirSync(folder).sort()).toEqual(['a', 'x']);
});

it('follows a link to the file that it names', () => {
  put('a', 'one');
  symlinkSync('a', join(folder, 'link'));
  writeFiles([{ path: join(folder, 'link'), before: 'one', after: 'two' }]);
  expect([readFileSync(join(folder, 'a'), 'utf8'), lstatSync(join(folder, 'link')).isSymbolicLink()]).toEqual(['two', true]);
});

it.each<[string, (folder: string) => void]>([
  ['was changed meanwhile', (at) => writeFileSync(join(at, 'b'), 'else')],
  ['should be new and is there', (at) => writeFileSync(join(at, 'c'), 'else')],
  ['has gone', (at) => rmSync(join(at, 'b'))],
])('writes none of them when one %s', (_, meddle) => {
  const [a, b] = [put('a', 'one'), put('b', 'one')];
  meddle(folder);
  const before = readdirSync(folder);
  expect(() => writeFiles([{ path: a, before: 'one', after: 'two' }, { path: b, before: 'one', after: 'two' }, { path: join(folder, 'c'), after: 'new' }, { path: join(folder, 'd', 'e'), after: 'new' }])).toThrow(/CHAMP9221/);
  expect(readFileSync(a, 'utf8')).toBe('one');
  expect(readdirSync(folder)).toEqual(before);
});

it('compares and writes bytes as they are', () => {
  const path = put('gbk', '');
  const [before, after] = [Buffer.from([0xd6, 0xd0]), Buffer.from([0xb9, 0xfa])];
  writeFileSync(path, before);
  writeFiles([{ path, before, after }]);
  expect(readFileSync(path)).toEqual(after);
});

it('puts everything back when a file cannot be placed', () => {
  const a = put('a', 'one');
  // a file stands where the folder of the third one would
  expect(() => writeFiles([{ path: a, before: 'one', after: '1' }, { path: join(folder, 'n', 'x'), after: 'x' }, { path: join(folder, 'a', 'below'), after: '2' }])).toThrow(/ENOTDIR|EEXIST/);
  expect([readFileSync(a, 'utf8'), readdirSync(folder)]).toEqual(['one', ['a']]);
});

it('puts back what was placed already when a later one cannot be', () => {
  const a = put('a', 'one');
  const b = { path: join(folder, 'b'), after: 'x' };
  expect(() => writeFiles([{ path: a, before: 'one', after: '1' }, b, b])).toThrow(/ENOENT/);
  expect([readFileSync(a, 'utf8'), readdirSync(folder)]).toEqual(['one', ['a']]);
});

it('takes over what a command has left that was killed while it wrote', () => {
  const path = put('a', 'one');
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(lockOf(path), JSON.stringify({ pid: gone, host: hostname(), started: '', token: 'x' }));
  writeFileSync(join(folder, '.a.champ-draft'), 'half');
  writeFiles([{ path, before: 'one', after: 'two' }]);
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['two', ['a']]);
});

it('writes nothing while another command holds a file, and names what it has to wait for', () => {
  const path = put('a', 'one');
  const work = jest.fn();
  const other = acquireLock(lockOf(path), 0);
  expect(() => whileLocked([path], work, 0)).toThrow(/CHAMP4030/);
  expect([work.mock.calls, readdirSync(folder).sort()]).toEqual([[], ['.a.champ-lock', 'a']]);
  other.release();
});

it('knows its own drafts and locks by their names', () => {
  expect(['environments/linyi/.sizes.yaml.champ-lock', '.a.champ-draft', 'a.champ-draft', '.a', '.champ-lock'].map(isOfEdit)).toEqual([true, true, false, false, false]);
});

it('leaves a folder that it made where somebody else has put a file into it', () => {
  const before = put('a', 'one');
  const meddling = [{ path: join(folder, 'n', 'm', 'x'), after: 'x' }, { path: before, get before() { mkdirSync(join(folder, 'n', 'm'), { recursive: true }); writeFileSync(join(folder, 'n', 'other'), 'theirs'); return 'no longer so'; }, after: '2' }];
  expect(() => writeFiles(meddling)).toThrow(/CHAMP9221/);
  expect([readFileSync(join(folder, 'n', 'other'), 'utf8'), readFileSync(before, 'utf8')]).toEqual(['theirs', 'one']);
});

/** Adds a line to every file, again and again; prints how often it was let. */
const ADDING = `
  require('tsx/cjs');
  const { readFileSync } = require('node:fs');
  const { writeFiles } = require(process.argv[1] + '/cli/edit/files.ts');
  const names = process.argv.slice(2);
  let written = 0;
  for (let round = 0; round < 60; round += 1) {
    try {
      writeFiles(names.map((path) => { const before = readFileSync(path, 'utf8'); return { path, before, after: before + 'x\\n' }; }));
      written += 1;
    } catch (error) { if (!/CHAMP(9221|4030)/.test(error.message)) throw error; }
  }
  process.stdout.write(String(written));`;

it('loses no line of two commands that write the same files at the same time', async () => {
  const paths = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => put(name, ''));
  const adding = () => new Promise<number>((resolve) => {
    let out = '';
    const child = spawn(process.execPath, ['-e', ADDING, ROOT, ...paths], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (data: Buffer) => { out += data.toString(); });
    child.on('close', () => resolve(Number(out)));
  });
  const [one, other] = await Promise.all([adding(), adding()]);
  expect(one! + other!).toBeGreaterThan(0);
  for (const path of paths) expect(readFileSync(path, 'utf8')).toBe('x\n'.repeat(one! + other!));
  expect(readdirSync(folder)).toHaveLength(paths.length);
});
