import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foldersOf, LEDGER, pendingName, STAGING } from './paths.ts';
import { flush, removeFile, removeIfEmpty } from './storage.ts';
import type { Survey } from './survey.ts';
import type { Tree } from './tree.ts';

/** Moments of a run, in order; `removed` and `placed` come once a file. README.md says what a kill leaves at each. */
export type Step = 'locked' | 'staged' | 'announced' | 'removed' | 'placed' | 'committed';
export type OnStep = (step: Step, file: string) => void;

/** What a survey has staged. */
type Staged = Omit<Survey, 'write'> & { readonly write: readonly string[] };

/** Carries out a survey whose content is staged. Up to `announced` the former tree is whole, from `committed` on the new one is. */
export function commitStaged(folder: string, plan: Staged, assertHeld: () => void, onStep: OnStep): void {
  const { write, remove, pending, isStaged, isRecorded, hasLedger } = plan;
  if (isRecorded && write.length + remove.length + pending.length === 0) {
    if (isStaged) clearStaging(folder);
    return;
  }
  assertHeld();
  const announced = join(folder, pendingName((pending.at(-1) ?? 0) + 1));
  renameSync(join(folder, STAGING, LEDGER), announced);
  // a loss of power must not leave new files beside a former ledger without the warning; where no ledger is, nothing passes as whole
  if (hasLedger) {
    flush(announced);
    flush(folder);
  }
  onStep('announced', '');
  removeStale(folder, plan, onStep);
  place(folder, plan, onStep);
  assertHeld();
  // the disk now is what the newest pending ledger says, so those of killed runs have nothing left to tell
  for (const number of pending) removeFile(join(folder, pendingName(number)));
  renameSync(announced, join(folder, LEDGER));
  onStep('committed', '');
  clearStaging(folder);
}

/** Puts all new content on the disk before anything of the former tree changes: a full disk shows here. */
export function stage(folder: string, tree: Tree, { write }: Survey): void {
  const staging = join(folder, STAGING);
  try {
    clearStaging(folder);
    mkdirSync(staging, { recursive: true });
    write.forEach(({ content }, index) => writeFileSync(join(staging, String(index)), content));
    writeFileSync(join(staging, LEDGER), tree.ledger);
  } catch (error) {
    try {
      clearStaging(folder);
      removeIfEmpty(folder);
    } catch {
      // the first error tells more
    }
    throw error;
  }
}

function removeStale(folder: string, { remove, stale }: Staged, onStep: OnStep): void {
  for (const file of remove) {
    removeFile(join(folder, file));
    onStep('removed', file);
  }
  const folders = new Set(stale.flatMap(foldersOf));
  // the deepest first
  for (const each of [...folders].sort((a, b) => b.length - a.length)) removeIfEmpty(join(folder, each));
}

function place(folder: string, { write }: Staged, onStep: OnStep): void {
  for (const parent of new Set(write.map(dirname))) mkdirSync(join(folder, parent), { recursive: true });
  write.forEach((file, index) => {
    renameSync(join(folder, STAGING, String(index)), join(folder, file));
    onStep('placed', file);
  });
}

/** Removes what `stage` makes, and the folder when nothing else is in it. */
export function clearStaging(folder: string): void {
  const staging = join(folder, STAGING);
  let names: string[] = [];
  try {
    names = readdirSync(staging);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  for (const name of names) {
    if (name === LEDGER || /^\d+$/.test(name)) removeFile(join(staging, name));
  }
  removeIfEmpty(staging);
}
