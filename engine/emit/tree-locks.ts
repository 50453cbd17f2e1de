import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { acquireLock, type Lock } from './lock.ts';
import { byText } from './paths.ts';
import { onDisk, removeIfEmpty } from './storage.ts';

/** The file that says who writes the folder of an environment. */
export const lockOf = (out: string, environment: string): string => join(out, `.champ-${environment}.lock`);

/** Locks of environments' folders that this process holds, whichever of its threads writes there. */
export interface TreeLocks {
  /** Throws a ProblemError when somebody took the lock of an environment away. */
  assertHeld(environment: string): void;
  /** An output folder that was made for the locks goes with them when nothing came into it. */
  release(): void;
}

/**
 * Takes the locks of environments, in one order for all, so that two runs never wait for each other. Waits up to `waitMs` for each;
 * throws a ProblemError that names the holder then, and holds none.
 */
export function lockTrees(out: string, environments: readonly string[], waitMs = 10_000): TreeLocks {
  const locks = new Map<string, Lock>();
  let made: string | undefined;
  const release = () => {
    for (const lock of locks.values()) lock.release();
    for (let folder = resolve(out); made !== undefined && removeIfEmpty(folder) && folder !== resolve(made);) folder = dirname(folder);
  };
  return onDisk(out, () => {
    try {
      made = mkdirSync(out, { recursive: true });
      for (const environment of [...environments].sort(byText)) locks.set(environment, acquireLock(lockOf(out, environment), waitMs));
    } catch (error) {
      release();
      throw error;
    }
    return { assertHeld: (environment) => locks.get(environment)!.assertHeld(), release: () => onDisk(out, release) };
  });
}

/** Runs `work` while no other process writes the environments' folders: whoever copies a tree holds its lock meanwhile. */
export function withTreeLocks<T>(out: string, environments: readonly string[], work: (locks: TreeLocks) => T, waitMs?: number): T {
  const locks = lockTrees(out, environments, waitMs);
  try {
    return onDisk(out, () => work(locks));
  } finally {
    locks.release();
  }
}
