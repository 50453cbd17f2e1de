import { basename, dirname, join } from 'node:path';
import { acquireLock, type Lock } from '../../engine/emit/lock.ts';

/** A command holds the files that it writes for milliseconds; one that holds them this long is stuck. */
const LONGEST_MS = 5_000;

/** Beside its file, like a draft; champ never commits either. */
export const isOfEdit = (path: string): boolean => /(?:^|\/)\.[^/]+\.champ-(?:lock(?:\.next)*|draft)$/.test(path);

export const draftOf = (target: string): string => join(dirname(target), `.${basename(target)}.champ-draft`);
export const lockOf = (target: string): string => join(dirname(target), `.${basename(target)}.champ-lock`);

/**
 * Runs `work` while no other command writes any of these files, so that nothing is lost between looking and writing. Waits for another
 * command; throws a ProblemError when that does not end. What a killed one has left is taken over.
 */
export function whileLocked<T>(targets: readonly string[], work: () => T, longestMs: number = LONGEST_MS): T {
  const held: Lock[] = [];
  try {
    // everybody in the same order, so that no two wait for each other
    for (const target of [...new Set(targets)].sort()) held.push(acquireLock(lockOf(target), longestMs));
    return work();
  } finally {
    for (const lock of held) lock.release();
  }
}
