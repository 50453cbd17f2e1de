import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from '../../../bench/race/measure.ts';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'champ-measure-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sh = (script: string, out?: string) => ({ program: '/bin/sh', args: ['-c', script], cwd: folder, out });

it('measures the whole process, from start to end', async () => {
  const run = await measure(sh('sleep 0.3; echo late >&2'), 60, folder);
  expect(run).toMatchObject({ code: 0, isCut: false, errors: 'late\n' });
  expect(run.seconds).toBeGreaterThan(0.29);
});

it('writes standard output to a file where it is told to', async () => {
  const file = join(folder, 'a file');
  await measure(sh('echo objects', file), 60, folder);
  expect(readFileSync(file, 'utf8')).toBe('objects\n');
});

it('cuts a run at the limit, with all that it started', async () => {
  const run = await measure(sh('sleep 60 & echo $! > pid; wait'), 0.5, folder);
  expect(run.isCut).toBe(true);
  expect(run.seconds).toBeLessThan(30);
  expect(run.peak).toBeUndefined();
  // a process that has ended stays in the list until it is collected
  const stat = join('/proc', readFileSync(join(folder, 'pid'), 'utf8').trim(), 'stat');
  expect(existsSync(stat) ? readFileSync(stat, 'utf8').split(') ')[1]![0] : 'Z').toBe('Z');
});

it('gives the code of a command that fails', async () => {
  expect(await measure(sh('exit 7'), 60, folder)).toMatchObject({ code: 7, isCut: false });
});
