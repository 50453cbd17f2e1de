import { join } from 'node:path';
import { Problems, type Problem } from '../problem/index.ts';
import { commitStaged } from './apply.ts';
import { byText } from './paths.ts';
import { abandon, prepare, type Prepared, type PrepareOptions } from './prepare.ts';
import { onDisk } from './storage.ts';
import { withTreeLocks, type TreeLocks } from './tree-locks.ts';
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

export interface EmitOptions extends PrepareOptions {
  /** How long to wait for another run on the same folder, in milliseconds; 10,000. */
  readonly waitMs?: number;
}

/**
 * Makes `<out>/<environment>` hold each tree: writes what differs, removes what a former run wrote and is stale, and leaves
 * everything else alone. All environments are prepared before one is changed. README.md says what a kill leaves.
 * Throws a ProblemError with everything that stands in the way.
 */
export function emit(out: string, trees: readonly Tree[], { waitMs, ...options }: EmitOptions = {}): readonly EmitReport[] {
  const sorted = [...trees].sort((a, b) => byText(a.environment, b.environment));
  const problems = new Problems();
  sorted.forEach(({ environment }, index) => {
    if (environment === sorted[index - 1]?.environment) problems.add('CHAMP4014', environment, { value: environment });
  });
  problems.throwIfAny();
  const names = sorted.map(({ environment }) => environment);
  return withTreeLocks(out, names, (locks) => {
    options.onStep?.('locked', '');
    const prepared: Prepared[] = [];
    try {
      for (const tree of sorted) prepared.push(...problems.gather(() => [prepare(out, tree, options)]) ?? []);
      problems.throwIfAny();
    } catch (error) {
      abandon(out, names);
      throw error;
    }
    return commit(out, prepared, locks, options);
  }, waitMs);
}

/** Puts in place what was prepared, environment by environment. Throws a ProblemError where the disk refuses; what comes after stays as it was. */
export function commit(out: string, prepared: readonly Prepared[], locks: TreeLocks, { onStep = () => {} }: Pick<EmitOptions, 'onStep'> = {}): readonly EmitReport[] {
  let next = 0;
  try {
    return onDisk(out, () => prepared.map((each) => {
      next++;
      commitStaged(join(out, each.environment), each, () => locks.assertHeld(each.environment), onStep);
      return report(each);
    }));
  } finally {
    abandon(out, prepared.slice(next).map(({ environment }) => environment));
  }
}

function report({ environment, write, remove, restored, foreign, files, bytes, warnings }: Prepared): EmitReport {
  const count = files.length - 1;
  return { environment, written: write, unchanged: count - write.length, removed: remove, restored, foreign, files: count, bytes, warnings };
}
