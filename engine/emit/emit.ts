import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problems, type Problem } from '../problem/index.ts';
import { apply, type OnStep } from './apply.ts';
import { acquireLock, type Lock } from './lock.ts';
import { byText } from './paths.ts';
import { onDisk } from './storage.ts';
import { survey, type Survey } from './survey.ts';
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

export interface EmitOptions {
  /** How long to wait for another run on the same folder, in milliseconds; 10,000. */
  readonly waitMs?: number;
  /** Digest of a file whose content is known without reading it; undefined for all others. */
  readonly digestOf?: (path: string) => string | undefined;
  /** Called after every step; tests kill the process in it. */
  readonly onStep?: OnStep;
}

/**
 * Makes `<out>/<environment>` hold each tree: writes what differs, removes what a former run wrote and is stale, and leaves
 * everything else alone. All environments are checked before one is changed. README.md says what a kill leaves.
 * Throws a ProblemError with everything that stands in the way.
 */
export function emit(out: string, trees: readonly Tree[], options: EmitOptions = {}): readonly EmitReport[] {
  const sorted = [...trees].sort((a, b) => byText(a.environment, b.environment));
  const problems = new Problems();
  sorted.forEach(({ environment }, index) => {
    if (environment === sorted[index - 1]?.environment) problems.add('CHAMP4014', environment, { value: environment });
  });
  problems.throwIfAny();
  const onStep = options.onStep ?? (() => {});
  return withTreeLocks(out, sorted.map((tree) => tree.environment), (locks) => {
    onStep('locked', '');
    const plans = sorted.map((tree) => problems.gather(() => onDisk(out, () => survey(join(out, tree.environment), tree, options.digestOf))));
    problems.throwIfAny();
    return sorted.map((tree, index) => {
      const plan = plans[index]!;
      apply(join(out, tree.environment), tree, plan, locks[index]!, onStep);
      return report(tree, plan);
    });
  }, options.waitMs);
}

function report(tree: Tree, { write, remove, restored, foreign, warnings }: Survey): EmitReport {
  let bytes = 0;
  for (const file of tree.files.values()) bytes += file.bytes;
  return {
    environment: tree.environment, written: write.map((each) => each.file), unchanged: tree.files.size - write.length,
    removed: remove, restored, foreign, files: tree.files.size, bytes, warnings,
  };
}

/** The file that says who writes the folder of an environment. */
export const lockOf = (out: string, environment: string): string => join(out, `.champ-${environment}.lock`);

/** Runs `work` while no other process writes the environments' folders: whoever copies a tree holds its lock meanwhile. */
export function withTreeLocks<T>(out: string, environments: readonly string[], work: (locks: readonly Lock[]) => T, waitMs = 10_000): T {
  const locks: Lock[] = [];
  return onDisk(out, () => {
    try {
      mkdirSync(out, { recursive: true });
      // one order for all, so that two runs never wait for each other
      for (const environment of [...environments].sort(byText)) locks.push(acquireLock(lockOf(out, environment), waitMs));
      return work(locks);
    } finally {
      for (const lock of locks) lock.release();
    }
  });
}
