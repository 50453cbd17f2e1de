import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from '../../../../cli/diff/sides/process.ts';

// processes take as long as a busy machine gives them
jest.setTimeout(120_000);

const ROOT = join(__dirname, '..', '..', '..', '..');
const run = (script: string, more: Partial<Parameters<typeof runNode>[1]> = {}) => runNode(['-e', script], { cwd: ROOT, env: process.env, ...more });
const DEAF = "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); for (;;);";

it('gives what it wrote and how it ended', async () => {
  expect(await run("console.log('out'); console.error('err'); process.exit(7)")).toEqual({ code: 7, out: 'out\n', err: 'err\n', isTimeout: false });
});

it('ends what takes too long, also what does not listen, and says so', async () => {
  expect(await run(DEAF, { longest: 1 })).toMatchObject({ code: null, isTimeout: true });
});

it('ends what does not listen when the signal says so, with what it has started', async () => {
  const stop = new AbortController();
  const script = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(DEAF)}], { stdio: 'inherit' }); ${DEAF}`;
  await expect(run(script, { signal: stop.signal, onStart: () => stop.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  await expect(run(script, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

it('does not wait for what the process has left behind', async () => {
  const { code, out } = await run(`
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit', detached: true });
    child.unref();
    console.log(child.pid);`);
  process.kill(Number(out), 'SIGKILL');
  expect(code).toBe(0);
});

it('does not outlive whoever asked for it, however that ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'champ-process-'));
  const note = join(folder, 'pid');
  const looping = `require('node:fs').writeFileSync(${JSON.stringify(note)}, String(process.pid)); ${DEAF}`;
  const asking = `
    require('tsx/cjs');
    require('./cli/diff/sides/process.ts').runNode(['-e', ${JSON.stringify(looping)}], { cwd: process.cwd(), env: process.env });`;
  const asker = spawn(process.execPath, ['-e', asking], { cwd: ROOT, stdio: 'inherit' });
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((go) => setTimeout(go, 20));
  };
  await until(() => existsSync(note) && statSync(note).size > 0);
  const pid = Number(readFileSync(note, 'utf8'));
  asker.kill('SIGKILL');
  await once(asker, 'close');
  await until(() => !isAlive(pid));
  rmSync(folder, { recursive: true });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
