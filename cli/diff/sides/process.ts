import { spawn } from 'node:child_process';

export interface Ended {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Ends the process; the promise is rejected then. */
  readonly signal?: AbortSignal;
  /** Called as soon as it runs. */
  readonly onStart?: () => void;
}

/** A rendering takes seconds, an install over a slow network minutes. */
const LONGEST_MS = 15 * 60_000;
/** Code of another revision gets no credentials; npm asks for those of its registry. */
const CREDENTIAL = /token|secret|passw|credential|auth|_key$/i;

export const withoutCredentials = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(env).filter(([name]) => !CREDENTIAL.test(name)));

/** Runs a script with this Node; never throws for how it ends. */
export function runNode(args: readonly string[], { cwd, env, signal, onStart }: RunOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], ...(signal ? { signal } : {}) });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.on('spawn', () => onStart?.());
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') });
    });
  });
}
