import { chmodSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { problem, ProblemError } from '../../engine/problem/index.ts';

/** A file that a command writes; `before` is what it held when it was read, undefined for a file that is new. */
export interface EditedFile {
  readonly path: string;
  readonly before?: string;
  readonly after: string;
}

/** As people name it, from where they stand. */
export const shownPath = (path: string): string => relative(process.cwd(), path).split(sep).join('/');

/**
 * Writes all files or none, each in one step; links are followed, permissions stay. Throws a ProblemError when a file is not what it was
 * when it was read: somebody else has changed it meanwhile.
 */
export function writeFiles(files: readonly EditedFile[]): void {
  const drafts = files.map((file) => ({ ...file, target: targetOf(file), draft: `${targetOf(file)}.${process.pid}.draft` }));
  const done: typeof drafts = [];
  const folders: string[] = [];
  try {
    for (const { target, draft, before, after } of drafts) {
      const made = mkdirSync(dirname(target), { recursive: true });
      if (made !== undefined) folders.push(made);
      writeFileSync(draft, after);
      if (before !== undefined) chmodSync(draft, statSync(target).mode & 0o7777);
    }
    const changed = drafts.filter(({ target, before }) => textOf(target) !== before);
    if (changed.length > 0) throw new ProblemError(changed.map(({ path }) => problem('CHAMP9221', shownPath(path), { value: shownPath(path) })));
    for (const each of drafts) {
      renameSync(each.draft, each.target);
      done.push(each);
    }
  } catch (error) {
    for (const { target, before } of done) {
      if (before === undefined) rmSync(target, { force: true });
      else writeFileSync(target, before);
    }
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true });
  }
}

const targetOf = ({ path, before }: EditedFile): string => (before === undefined ? path : realpathSync(path));

function textOf(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false }) ? readFileSync(path, 'utf8') : undefined;
}
