import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problems, type Problem } from '../problem/index.ts';
import { commitStaged } from './apply.ts';
import { acquireLock, heldLock, type Lock } from './lock.ts';
import { byText } from './paths.ts';
import { abandon, lockOf, prepare, type Prepared, type PrepareOptions } from './prepare.ts';
import { onDisk } from './storage.ts';
import type { Tree } from './tree.ts';

/** What one run did to the folder of one environment; paths are below that folder and sorted. */
export interface EmitReport {
  readonly environment: string;
  readonly written: readonly string[];
  /** How many files were as they should be. */
  readonly unchanged: number;
  readonly removed: readonly string[];
  /** Those of `written` that somebody had edited or removed since synth wrote them. */
  readonly restored: readonly string[];
  /** What synth did not write and so left alone: a file, or a folder as `name/`. */
  readonly foreign: readonly string[];
  /** Files of the tree, ledger.json not counted, and their length in bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Ledgers that could not be read. */
  readonly warnings: readonly Problem[];
}

/** `onStep` is called after every step; tests kill the process in it. */
export type EmitOptions = PrepareOptions;

/**
 * Makes `<out>/<environment>` hold each tree: writes what differs, removes what a former run wrote and is stale, and leaves
 * everything else alone. All environments are prepared before one is changed. README.md says what a kill leaves.
 * Throws a ProblemError with everything that stands in the way.
 */
export function emit(out: string, trees: readonly Tree[], options: EmitOptions = {}): readonly EmitReport[] {
  // one order for all, so that two runs never wait for each other
  const sorted = [...trees].sort((a, b) => byText(a.environment, b.environment));
  const problems = new Problems();
  sorted.forEach(({ environment }, index) => {
    if (environment === sorted[index - 1]?.environment) problems.add('CHAMP4014', environment, { value: environment });
  });
  problems.throwIfAny();
  const prepared: Prepared[] = [];
  try {
    for (const tree of sorted) prepared.push(...problems.gather(() => [prepare(out, tree, options)]) ?? []);
    problems.throwIfAny();
  } catch (error) {
    abandon(out, prepared);
    throw error;
  }
  return commit(out, prepared, options);
}

/** Puts in place what was prepared, environment by environment, and gives the locks back. Throws a ProblemError where the disk refuses. */
export function commit(out: string, prepared: readonly Prepared[], { onStep = () => {} }: Pick<EmitOptions, 'onStep'> = {}): readonly EmitReport[] {
  let done = 0;
  try {
    return onDisk(out, () => prepared.map((each) => {
      commitStaged(join(out, each.environment), each, heldLock(each.lock), onStep);
      done++;
      return report(each);
    }));
  } finally {
    abandon(out, prepared.slice(done + 1));
    for (const { lock } of prepared.slice(0, done + 1)) heldLock(lock).release();
  }
}

function report({ environment, write, remove, restored, foreign, files, bytes, warnings }: Prepared): EmitReport {
  const count = files.length - 1;
  return { environment, written: write, unchanged: count - write.length, removed: remove, restored, foreign, files: count, bytes, warnings };
}

/** Runs `work` while no other process writes the environments' folders: whoever copies a tree holds its lock meanwhile. */
export function withTreeLocks<T>(out: string, environments: readonly string[], work: (locks: readonly Lock[]) => T, waitMs = 10_000): T {
  const locks: Lock[] = [];
  return onDisk(out, () => {
    try {
      mkdirSync(out, { recursive: true });
      // the order of emit
      for (const environment of [...environments].sort(byText)) locks.push(acquireLock(lockOf(out, environment), waitMs));
      return work(locks);
    } finally {
      for (const lock of locks) lock.release();
    }
  });
}
