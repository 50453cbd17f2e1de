import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText } from '../../../engine/text/index.ts';
import { found } from './found.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'champ-text-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array = '') => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const refused = (path: string, options = {}) => found((problems) => problems.gather(() => readText(path, options)));

test('reads UTF-8 text', () => {
  expect(readText(file('a.yaml', 'name: 医保\n'))).toBe('name: 医保\n');
  expect(readText(file('empty.yaml'))).toBe('');
});

test('refuses a file of 100 MB unread', () => {
  const path = file('large.yaml');
  truncateSync(path, 100 * 2 ** 20);
  expect(refused(path, { name: 'large.yaml' })).toMatchObject([{ code: 'CHAMP1102', where: 'large.yaml', args: { value: '104857600', allowed: '<= 1048576' } }]);
});

test('takes a file of exactly the limit', () => {
  expect(refused(file('b.yaml', 'x'.repeat(10)), { maxBytes: 10 })).toEqual([]);
  expect(refused(file('b.yaml', 'x'.repeat(11)), { maxBytes: 10 })).toMatchObject([{ code: 'CHAMP1102' }]);
});

test('refuses what is not there and what is no regular file', () => {
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  for (const [path, reason] of [['none.yaml', 'ENOENT'], ['.', 'not a regular file'], ['pipe', 'not a regular file']] as const) {
    expect(refused(join(folder, path), { name: path })).toMatchObject([{ code: 'CHAMP1101', where: path, args: { reason } }]);
  }
});

test('names the file by its path when it has no other name', () => {
  const path = file('c.yaml', Buffer.from([0xff]));
  expect(refused(path)).toMatchObject([{ code: 'CHAMP1106', where: `${path}:1:1`, args: { file: path } }]);
});
