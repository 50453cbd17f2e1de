import { lstatSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { ProblemError, problem } from '../problem/index.ts';
import { inTheWay } from './storage.ts';

/** What a lock file holds. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Start of the process in clock ticks since boot; empty where the system does not tell. Tells a reused pid from the holder. */
  readonly started: string;
  /** Unique within the host. */
  readonly token: string;
}

/** A lock that this process holds. */
export interface Lock {
  /** Throws a ProblemError when somebody took the lock file away. */
  assertHeld(): void;
  release(): void;
}

const POLL_MS = 20;
/** A lock file is written at once after it was created; one without a holder for so long was left by a killed process. */
const UNREADABLE_MS = 1000;

/** Tokens of the locks that this process holds. */
const held = new Set<string>();
let counter = 0;

/**
 * Takes the lock file at `path`; waits up to `waitMs` for a live holder, then throws a ProblemError that names it.
 * The lock of a dead process of this host is taken over; one of another host counts as live.
 */
export function acquireLock(path: string, waitMs: number): Lock {
  const token = acquire(path, performance.now() + waitMs);
  const isHeld = () => parse(read(path))?.token === token;
  return {
    assertHeld() {
      if (!isHeld()) throw new ProblemError([problem('CHAMP4031', path)]);
    },
    release() {
      if (isHeld()) unlinkSync(path);
      held.delete(token);
    },
  };
}

function acquire(path: string, deadline: number): string {
  let unreadableSince: number | undefined;
  for (;;) {
    const token = create(path);
    if (token !== undefined) return token;
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isFile() === false) throw new ProblemError([inTheWay(path, stat, 'file')]);
    const text = read(path);
    if (text === undefined) continue; // released between the two calls
    const holder = parse(text);
    const now = performance.now();
    unreadableSince = holder === undefined ? unreadableSince ?? now : undefined;
    const isDead = holder === undefined ? now - unreadableSince! > UNREADABLE_MS : !isAlive(holder);
    if (isDead) {
      const heir = succeed(path, text, deadline);
      if (heir !== undefined) return heir;
    } else if (now >= deadline) {
      throw new ProblemError([problem('CHAMP4030', path, { value: holder?.pid ?? '?', host: holder?.host ?? '?' })]);
    } else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  }
}

/**
 * Replaces the dead holder's file. Whoever holds `<path>.next` is the only one who may, and does it by a rename, so that
 * two heirs never remove each other's lock; an heir that dies has heirs of its own.
 */
function succeed(path: string, dead: string, deadline: number): string | undefined {
  const next = `${path}.next`;
  const token = acquire(next, deadline);
  if (read(path) === dead) {
    renameSync(next, path);
    return token;
  }
  unlinkSync(next);
  held.delete(token);
  return undefined;
}

function create(path: string): string | undefined {
  const started = startOf(process.pid);
  const token = `${process.pid}-${started || performance.timeOrigin}-${counter++}`;
  const holder: Holder = { pid: process.pid, host: hostname(), started, token };
  try {
    held.add(token);
    writeFileSync(path, `${JSON.stringify(holder)}\n`, { flag: 'wx' });
    return token;
  } catch (error) {
    held.delete(token);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  if (held.has(holder.token)) return true;
  // without a start time, a lock with our pid that is not ours is of a former process
  if (holder.pid === process.pid && holder.started === '') return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const started = startOf(holder.pid);
  return started === '' || holder.started === '' || started === holder.started;
}

/** Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces and parentheses. A process that only waits to be reaped is gone. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 'ZX'.includes(state) ? 'gone' : fields[18] ?? '';
  } catch {
    return '';
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(text: string | undefined): Holder | undefined {
  try {
    const data: unknown = JSON.parse(text ?? '');
    const holder = data as Holder;
    return typeof holder?.token === 'string' && Number.isSafeInteger(holder.pid) && holder.pid > 0 && typeof holder.host === 'string' ? holder : undefined;
  } catch {
    return undefined;
  }
}
