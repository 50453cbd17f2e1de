import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A command with its folder. */
export interface CommandLine {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Where standard output goes, for a program that writes nothing else. */
  readonly out?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Run {
  /** Wall time of the whole process, from start to end. */
  readonly seconds: number;
  /** Highest resident memory in MB; undefined where `time` is not installed. */
  readonly peak?: number;
  /** User and system time of all threads. */
  readonly cpu?: number;
  /** Stopped at the limit: `seconds` is no result then. */
  readonly isCut: boolean;
  readonly code: number | null;
  readonly errors: string;
}

export const TIME = '/usr/bin/time';
export const TIME_INSTALL = 'apt-get install time';

/**
 * Runs a command once. GNU time stands between: what a process forked from Node reports as its peak starts with Node's own memory.
 */
export function measure({ program, args, cwd, out, env }: CommandLine, limit: number, scratch: string): Promise<Run> {
  const figures = join(scratch, 'time.txt');
  rmSync(figures, { force: true });
  const words = [program, ...args];
  const timed = existsSync(TIME) ? [TIME, '-q', '-o', figures, '-f', '%M %U %S', ...words] : words;
  // the shell is replaced by what it starts
  const command = out === undefined ? timed : ['/bin/sh', '-c', 'out=$1; shift; exec "$@" > "$out"', 'sh', out, ...timed];
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(command[0]!, command.slice(1), { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    let isCut = false;
    const timer = setTimeout(() => {
      isCut = true;
      // its own group: the program below `time` ends too
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, limit * 1000);
    const errors: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => errors.push(part));
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    let seconds = 0;
    child.on('exit', () => {
      seconds = Number(process.hrtime.bigint() - started) / 1e9;
      clearTimeout(timer);
    });
    child.on('close', (code) => {
      const [peak, user, system] = existsSync(figures) && !isCut ? readFileSync(figures, 'utf8').trim().split(/\s+/).map(Number) : [];
      resolve({
        seconds, isCut, code, errors: Buffer.concat(errors).toString('utf8'),
        ...(peak !== undefined ? { peak: peak / 1024, cpu: (user ?? 0) + (system ?? 0) } : {}),
      });
    });
  });
}
