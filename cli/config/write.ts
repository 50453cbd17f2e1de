import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Problems } from '../../engine/problem/index.ts';

export interface Draft {
  readonly at: string;
  /** As problems name it. */
  readonly name: string;
  /** Bytes that were read; undefined for a file that is new. */
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
}

/** Writes all files or none, each in one step, with its permissions. Throws a `ProblemError` when one is not what was read. */
export function writeAll(drafts: readonly Draft[]): void {
  const problems = new Problems();
  for (const { at, name, before } of drafts) {
    const isSame = before === undefined ? !existsSync(at) : existsSync(at) && Buffer.compare(readFileSync(at), before) === 0;
    if (!isSame) problems.add('CHAMP9219', name, { value: name });
  }
  problems.throwIfAny();
  const folders: string[] = [];
  const staged: string[] = [];
  const written: Draft[] = [];
  try {
    for (const { at, before, after } of drafts) {
      const made = mkdirSync(dirname(at), { recursive: true });
      if (made !== undefined) folders.push(made);
      staged.push(beside(at));
      writeFileSync(beside(at), after);
      if (before) chmodSync(beside(at), statSync(at).mode & 0o7777);
    }
    for (const draft of drafts) {
      renameSync(beside(draft.at), draft.at);
      written.push(draft);
    }
  } catch (error) {
    for (const draft of written) restore(draft);
    for (const path of staged) rmSync(path, { force: true });
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Names with a dot in front are no configuration. */
const beside = (at: string): string => join(dirname(at), `.${basename(at)}.${process.pid}.tmp`);

function restore({ at, before }: Draft): void {
  if (!before) rmSync(at, { force: true });
  else {
    writeFileSync(beside(at), before);
    chmodSync(beside(at), statSync(at).mode & 0o7777);
    renameSync(beside(at), at);
  }
}
