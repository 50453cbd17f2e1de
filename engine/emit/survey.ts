import { join } from 'node:path';
import { Problems, type Problem } from '../problem/index.ts';
import { digestOf, digestOfFile } from './digest.ts';
import { ledgerFiles, readLedger } from './ledger.ts';
import { byText, LEDGER, pendingName } from './paths.ts';
import { scanOutput, scanOwn, type OwnFiles } from './scan.ts';
import type { PlannedFile, Tree } from './tree.ts';

/** What has to be done to a folder so that it becomes the tree. */
export interface Survey extends OwnFiles {
  readonly write: readonly PlannedFile[];
  /** Those of `write` whose content on disk is neither the new one nor what synth wrote, or that somebody removed. */
  readonly restored: readonly string[];
  /** Stale files whose content synth wrote, as a ledger proves. */
  readonly remove: readonly string[];
  /** Every path a ledger knows and the tree does not: their folders may have become empty. */
  readonly stale: readonly string[];
  readonly foreign: readonly string[];
  /** Whether ledger.json already says what the tree will be. */
  readonly isRecorded: boolean;
  /** Ledgers that cannot be read; the work goes on without them and removes less. */
  readonly warnings: readonly Problem[];
}

/** See PrepareOptions. */
export type KnownDigest = (folder: string, file: string) => string | undefined;

/**
 * Compares the folder of an environment with a tree by the content of every file, which `knownDigest` may tell; changes nothing.
 * Throws a ProblemError where the tree cannot be put.
 */
export function survey(folder: string, tree: Tree, knownDigest: KnownDigest = () => undefined): Survey {
  const problems = new Problems();
  const warnings = new Problems();
  const own = scanOwn(folder, problems);
  problems.throwIfAny();

  const proofs = new Map<string, string[]>();
  let isLedgerRead = false;
  // one after the other: what a large ledger says besides is not kept in memory
  for (const name of [LEDGER, ...own.pending.map(pendingName)]) {
    const ledger = warnings.gather(() => readLedger(folder, name));
    if (name === LEDGER) isLedgerRead = ledger !== undefined;
    for (const { file, hash } of ledger ? ledgerFiles(ledger) : []) {
      const known = proofs.get(file);
      if (known) known.push(hash);
      else proofs.set(file, [hash]);
    }
  }
  const { present, foreign } = scanOutput(folder, tree.files.keys(), proofs.keys(), problems);
  problems.throwIfAny();
  const digest = (file: string) => {
    if (!present.has(file)) return undefined;
    return knownDigest(folder, file) ?? digestOfFile(join(folder, file));
  };

  const write: PlannedFile[] = [];
  const restored: string[] = [];
  for (const planned of tree.files.values()) {
    const found = digest(planned.file);
    if (found === planned.hash) continue;
    write.push(planned);
    const known = proofs.get(planned.file);
    // a killed run may have removed a file, so its absence says nothing then
    const isExpected = found === undefined ? known === undefined || own.pending.length > 0 : known?.includes(found);
    if (!isExpected) restored.push(planned.file);
  }
  const stale = [...proofs.keys()].filter((file) => !tree.files.has(file)).sort(byText);
  const remove: string[] = [];
  const edited: string[] = [];
  for (const file of stale) {
    const found = digest(file);
    if (found !== undefined) (proofs.get(file)!.includes(found) ? remove : edited).push(file);
  }
  const isRecorded = isLedgerRead && (knownDigest(folder, LEDGER) ?? digestOfFile(join(folder, LEDGER))) === digestOf(tree.ledger);
  return { ...own, write, restored, remove, stale, foreign: [...foreign, ...edited].sort(byText), isRecorded, warnings: warnings.all() };
}
