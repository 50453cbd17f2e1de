import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../../../cli/edit/files.ts';

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
