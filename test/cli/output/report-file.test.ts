import { spawnSync } from 'node:child_process';
import { closeSync, constants, lstatSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReportFile } from '../../../cli/output/report-file.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'champ-write-')); });
afterEach(() => rmSync(folder, { recursive: true }));

it('writes where a link leads, with the permissions that the file had', () => {
  const [file, link] = [join(folder, 'report.json'), join(folder, 'link')];
  writeFileSync(file, 'former', { mode: 0o600 });
  symlinkSync('report.json', link);
  writeReportFile(link, 'new');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect({ mode: statSync(file).mode & 0o777, text: readFileSync(file, 'utf8') }).toEqual({ mode: 0o600, text: 'new\n' });
  expect(readdirSync(folder).sort()).toEqual(['link', 'report.json']);
});

it('never puts a file where a pipe or a device is', () => {
  const pipe = join(folder, 'pipe');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  // open both ways, so that neither side waits for the other
  const reader = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  writeReportFile(pipe, 'new');
  const bytes = Buffer.alloc(16);
  const count = readSync(reader, bytes);
  closeSync(reader);
  expect(bytes.toString('utf8', 0, count)).toBe('new\n');
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});

it('says what is wrong with a place that takes no file, and leaves nothing there', () => {
  mkdirSync(join(folder, 'there'));
  for (const place of ['there', 'none/report.json']) expect(() => writeReportFile(join(folder, place), 'new')).toThrow(expect.objectContaining({ syscall: 'open' }));
  expect(readdirSync(folder)).toEqual(['there']);
});
