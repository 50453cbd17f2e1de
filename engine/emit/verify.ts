import { join } from 'node:path';
import { Problems, type Problem } from '../problem/index.ts';
import { digestOfFile } from './digest.ts';
import { ledgerFiles, readLedger, type Ledger } from './ledger.ts';
import { LEDGER } from './paths.ts';
import { scanOutput, scanOwn } from './scan.ts';
import { onDisk } from './storage.ts';

/** What the folder of an environment is, measured by its own ledger. */
export interface TreeCheck {
  /** The ledger can be read, no run is or was in the middle of writing, and every listed file has its content. */
  readonly isWhole: boolean;
  /** The ledger that was checked; undefined when there is none that can be read. */
  readonly ledger?: Ledger;
  /** A run is writing the folder, or was killed while it did. */
  readonly isInterrupted: boolean;
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** Not synth's; they do not make a tree less whole, but are no part of it: a reader takes what the ledger lists. */
  readonly foreign: readonly string[];
  readonly problems: readonly Problem[];
}

/** Checks `dist/<environment>` without a lock: a run that writes meanwhile makes the answer "not whole", never a wrong "whole". */
export function verifyTree(folder: string): TreeCheck {
  const problems = new Problems();
  const found = problems.gather(() => onDisk(folder, () => check(folder, problems)));
  const { ledger, isInterrupted = true, missing = [], changed = [], foreign = [] } = found ?? {};
  const isWhole = ledger !== undefined && !isInterrupted && missing.length + changed.length + problems.size === 0;
  return { isWhole, ledger, isInterrupted, missing, changed, foreign, problems: problems.all() };
}

/** Whether `dist/<environment>` is exactly one run's output, by the hash of every file. */
export const isWhole = (folder: string): boolean => verifyTree(folder).isWhole;

function check(folder: string, problems: Problems) {
  const before = state(folder, problems);
  problems.throwIfAny();
  const ledger = problems.gather(() => readLedger(folder));
  const listed = ledger === undefined ? [] : ledgerFiles(ledger);
  const { present, foreign } = scanOutput(folder, listed.map((each) => each.file), [], problems);
  const missing: string[] = [];
  const changed: string[] = [];
  for (const { file, hash } of listed) {
    if (!present.has(file)) missing.push(file);
    else if (digestOfFile(join(folder, file)) !== hash) changed.push(file);
  }
  // what was read belongs together only if no run has begun or ended since
  const after = state(folder, problems);
  const isInterrupted = after.isPending || before.isPending || before.ledger !== after.ledger;
  return { ledger, isInterrupted, missing, changed, foreign };
}

function state(folder: string, problems: Problems): { readonly isPending: boolean; readonly ledger?: string } {
  const { pending, hasLedger } = scanOwn(folder, problems);
  return { isPending: pending.length > 0, ledger: hasLedger ? digestOfFile(join(folder, LEDGER)) : undefined };
}
