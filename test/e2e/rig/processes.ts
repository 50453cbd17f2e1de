import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

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

/** Processes of one rig; all of them end with it, in the reverse of their order. */
export class Processes {
  private readonly running: { readonly name: string; readonly child: ChildProcess; readonly log: string }[] = [];

  start(name: string, program: string, args: readonly string[], log: string, env: NodeJS.ProcessEnv = {}): void {
    const file = openSync(log, 'a');
    const child = spawn(program, args, { stdio: ['ignore', file, file], env: { ...process.env, ...env } });
    closeSync(file);
    this.running.push({ name, child, log });
  }

  /** The first process that has ended by itself, with the end of its log. */
  ended(): string | undefined {
    const gone = this.running.find(({ child }) => child.exitCode !== null || child.signalCode !== null);
    return gone && `${gone.name} ended (${gone.child.exitCode ?? gone.child.signalCode}):\n${readFileSync(gone.log, 'utf8').split('\n').slice(-15).join('\n')}`;
  }

  async stop(): Promise<void> {
    for (const { child } of this.running.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      await new Promise<void>((resolve) => {
        const kill = setTimeout(() => child.kill('SIGKILL'), 15_000);
        child.once('exit', () => { clearTimeout(kill); resolve(); });
        child.kill('SIGTERM');
      });
    }
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
