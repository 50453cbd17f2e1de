/** `npx projen e2e`: builds the tools, runs the tests, and ends and removes what they started, however they end. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTools } from './rig/tools.ts';

const say = (text: string) => process.stderr.write(`${text}\n`);

/** Processes that the run started and that did not end with it. */
function endAll(folder: string): void {
  const list = join(folder, 'pids');
  const noted = existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean).map(Number) : [];
  // commands that a test runs are in no list
  const all = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number) : [];
  for (const pid of new Set([...noted.reverse(), ...all])) {
    // a process id may have been given to somebody else: ours have the run in their environment or work in its folder
    if (pid === process.pid || !isOurs(pid, folder)) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch { /* ended meanwhile */ }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

function isOurs(pid: number, folder: string): boolean {
  try {
    // redis writes its title over its environment, and works in a folder of the run
    return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`CHAMP_E2E_RUN=${folder}`) || readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
  } catch {
    return false;
  }
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  await buildTools(say);
  if (args.includes('--tools')) return 0;
  const folder = mkdtempSync(join(tmpdir(), 'champ-e2e-run-'));
  const env = { ...process.env, CHAMP_E2E_RUN: folder };
  const command = args.includes('--keep')
    ? ['--require', require.resolve('tsx/cjs'), join(__dirname, 'keep.ts')]
    : [require.resolve('jest/bin/jest'), '-c', 'jest.e2e.config.json', ...args];
  const child = spawn(process.execPath, command, { stdio: 'inherit', env });
  const end = () => { endAll(folder); process.exit(130); };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => { child.once('exit', end).kill('SIGKILL'); });
  const code = await new Promise<number>((resolve) => { child.once('exit', (exit) => resolve(exit ?? 1)); });
  endAll(folder);
  return code;
}

void main().then((code) => { process.exitCode = code; }, (error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
