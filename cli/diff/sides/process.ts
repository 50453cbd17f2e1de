import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../estate/environments.ts';

export interface Ended {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** It took too long. */
  readonly isTimeout: boolean;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Ends the process; the promise is rejected when it is gone. */
  readonly signal?: AbortSignal;
  /** Called as soon as it runs. */
  readonly onStart?: () => void;
  /** Milliseconds after which it is ended. @default LONGEST_MS */
  readonly longest?: number;
}

/** A rendering takes seconds, an install over a slow network minutes. */
export const LONGEST_MS = 15 * 60_000;
/** What it started may hold its output open, which is whole by then. */
const LINGER_MS = 2000;
/** Code of another revision gets no credentials; npm asks for those of its registry. */
const CREDENTIAL = /token|secret|passw|credential|auth|_key$/i;
const ORPHAN = join(ROOT, 'cli', 'diff', 'sides', 'orphan.js');
/** One signal reaches all that it has started; on Windows this would open a window. */
const HAS_GROUP = process.platform !== 'win32';

export const withoutCredentials = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(env).filter(([name]) => !CREDENTIAL.test(name)));

/** Runs a script with this Node; never throws for how it ends. It does not outlive this process. */
export function runNode(args: readonly string[], { cwd, env, signal, onStart, longest = LONGEST_MS }: RunOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return void reject(aborted());
    const child = spawn(process.execPath, ['--require', ORPHAN, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: HAS_GROUP });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    let isTimeout = false;
    const timers = [setTimeout(() => {
      isTimeout = true;
      kill(child);
    }, longest)];
    const stop = () => kill(child);
    const settled = () => {
      timers.forEach(clearTimeout);
      signal?.removeEventListener('abort', stop);
    };
    signal?.addEventListener('abort', stop);
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.on('spawn', () => onStart?.());
    child.on('error', (error) => {
      settled();
      reject(error);
    });
    child.on('exit', () => timers.push(setTimeout(() => {
      child.stdout.destroy();
      child.stderr.destroy();
    }, LINGER_MS)));
    child.on('close', (code) => {
      settled();
      if (signal?.aborted) reject(aborted());
      else resolve({ code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8'), isTimeout });
    });
  });
}

/** Without asking: code that does not listen would be waited for. */
function kill(child: ChildProcess): void {
  try {
    if (HAS_GROUP && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // it has ended
  }
  child.kill('SIGKILL');
}

const aborted = (): Error => Object.assign(new Error('ended on request'), { name: 'AbortError' });
