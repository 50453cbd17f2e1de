import { chmodSync, mkdirSync, readFileSync, realpathSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { Problems } from '../../engine/problem/index.ts';
import { draftOf, whileLocked } from './locks.ts';

/** Text is UTF-8; a file of another encoding is given as its bytes. */
type Content = string | Uint8Array;

/** A file that a command writes; `before` is what it held when it was read, undefined for a file that is new. */
export interface EditedFile<Of extends Content = string> {
  readonly path: string;
  readonly before?: Of;
  readonly after: Of;
}

/** As people name it, from where they stand. */
export const shownPath = (path: string): string => relative(process.cwd(), path).split(sep).join('/');

/**
 * Writes all files or none, each in one step; links are followed, permissions stay. Throws a ProblemError when a file is not what it was
 * when it was read: somebody else has changed it meanwhile.
 */
export function writeFiles(files: readonly EditedFile<Content>[]): void {
  refuseChanged(files);
  const drafts = files.map(({ path, before, after }) => {
    const target = before === undefined ? path : realpathSync(path);
    return { target, draft: draftOf(target), before, after };
  });
  const made: string[] = [];
  try {
    for (const { target } of drafts) made.push(...makeFolder(dirname(target)));
    whileLocked(drafts.map(({ target }) => target), () => {
      refuseChanged(files);
      place(drafts);
    });
  } catch (error) {
    // another command may have put something into them
    for (const folder of made.reverse()) removeEmpty(folder);
    throw error;
  }
}

interface Draft {
  readonly target: string;
  readonly draft: string;
  readonly before: Content | undefined;
  readonly after: Content;
}

/** All drafts first: what fails most often, such as a full disk, fails before any file is changed. */
function place(drafts: readonly Draft[]): void {
  const done: Draft[] = [];
  try {
    for (const { target, draft, before, after } of drafts) {
      writeFileSync(draft, after);
      if (before !== undefined) chmodSync(draft, statSync(target).mode & 0o7777);
    }
    for (const each of drafts) {
      renameSync(each.draft, each.target);
      done.push(each);
    }
  } catch (error) {
    for (const { target, before } of done) {
      if (before === undefined) rmSync(target, { force: true });
      else writeFileSync(target, before);
    }
    throw error;
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true });
  }
}

/** The folders that were not there, the uppermost first. */
function makeFolder(folder: string): readonly string[] {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return [];
  const made: string[] = [];
  for (let each = folder; ; each = dirname(each)) {
    made.unshift(each);
    if (resolve(each) === resolve(first) || dirname(each) === each) return made;
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // not empty, or gone
  }
}

function refuseChanged(files: readonly EditedFile<Content>[]): void {
  const problems = new Problems();
  for (const { path, before } of files) {
    const found = bytesOf(path);
    const isSame = before === undefined ? found === undefined : found?.equals(Buffer.from(before)) ?? false;
    if (!isSame) problems.add('CHAMP9221', shownPath(path), { value: shownPath(path) });
  }
  problems.throwIfAny();
}

/** Undefined where nothing is. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
