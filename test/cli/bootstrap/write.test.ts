import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../../../cli/bootstrap/write.ts';
import { MARK } from '../../../engine/bootstrap/index.ts';
import { ProblemError } from '../../../engine/problem/index.ts';

const root = mkdtempSync(join(tmpdir(), 'champ-bootstrap-'));
afterAll(() => rmSync(root, { recursive: true }));

const files = new Map([['01-a.yaml', `# ${MARK}\na: 1\n`], ['README.md', `<!-- ${MARK} -->\n`]]);
const write = (folder: string) => writeFiles(folder, 'shown', files);

it('makes the folder and writes the files, a second time too', () => {
  const folder = join(root, 'new', 'deep');
  write(folder);
  write(folder);
  expect(readdirSync(folder)).toEqual(['01-a.yaml', 'README.md']);
  expect(readFileSync(join(folder, '01-a.yaml'), 'utf8')).toBe(files.get('01-a.yaml'));
});

it('removes the files of an earlier run that are none any more, and a draft', () => {
  const folder = join(root, 'stale');
  mkdirSync(folder);
  writeFileSync(join(folder, '09-old.yaml'), `# ${MARK}\nb: 1\n`);
  writeFileSync(join(folder, '.01-a.yaml.draft'), 'half');
  write(folder);
  expect(readdirSync(folder)).toEqual(['01-a.yaml', 'README.md']);
});

it.each([['a file of somebody else', (folder: string) => writeFileSync(join(folder, 'notes.txt'), 'mine')], ['a folder', (folder: string) => mkdirSync(join(folder, 'notes.txt'))]])('refuses a folder with %s and leaves it as it was', (what, put) => {
  const folder = join(root, what);
  mkdirSync(folder);
  put(folder);
  expect(() => write(folder)).toThrow(ProblemError);
  expect(() => write(folder)).toThrow(/CHAMP8202[^]*notes\.txt/);
  expect(readdirSync(folder)).toEqual(['notes.txt']);
  expect(existsSync(join(folder, '01-a.yaml'))).toBe(false);
});
