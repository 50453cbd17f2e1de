import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folder of a run: `test/e2e/run.ts` ends what is listed in it and removes it, however the run ends. */
const RUN = process.env['CHAMP_E2E_RUN'];

/** A folder that goes with the run. */
export const runFolder = (prefix: string): string => mkdtempSync(join(RUN ?? tmpdir(), prefix));

/** A free port of the loopback address. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** Processes of one rig; all of them end with it. */
export class Processes {
  private readonly running: { readonly name: string; readonly child: ChildProcess; readonly log: string }[] = [];

  start(name: string, program: string, args: readonly string[], log: string, env: NodeJS.ProcessEnv = {}): void {
    const file = openSync(log, 'a');
    const child = spawn(program, args, { stdio: ['ignore', file, file], env: { ...process.env, ...env } });
    closeSync(file);
    if (RUN && child.pid !== undefined) appendFileSync(join(RUN, 'pids'), `${child.pid}\n`);
    this.running.push({ name, child, log });
  }

  /** The first process that has ended by itself, with the end of its log. */
  ended(): string | undefined {
    const gone = this.running.find(({ child }) => child.exitCode !== null || child.signalCode !== null);
    return gone && `${gone.name} ended (${gone.child.exitCode ?? gone.child.signalCode}):\n${readFileSync(gone.log, 'utf8').split('\n').slice(-15).join('\n')}`;
  }

  /** Ends one process at once, as a crash would. */
  async kill(name: string): Promise<void> {
    const index = this.running.findIndex((each) => each.name === name);
    const [found] = this.running.splice(index, 1);
    if (index < 0 || !found) throw new Error(`no process ${name}`);
    await new Promise<void>((resolve) => {
      found.child.once('exit', () => resolve());
      found.child.kill('SIGKILL');
    });
  }

  /** At once: nothing of what they hold is kept, and an API server waits a minute for its watchers. */
  async stop(): Promise<void> {
    const ended = this.running.reverse().filter(({ child }) => child.exitCode === null && child.signalCode === null).map(({ child }) => new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    }));
    await Promise.all(ended);
    this.running.length = 0;
  }
}

/** Asks again and again until there is an answer. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>, seconds: number, ended: () => string | undefined = () => undefined): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    const gone = ended();
    if (gone) throw new Error(gone);
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}
