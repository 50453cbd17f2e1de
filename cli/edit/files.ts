import { chmodSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { Problems } from '../../engine/problem/index.ts';

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
  const drafts = files.map(({ path, before, after }) => ({ before, after, ...placeOf(before === undefined ? path : realpathSync(path)) }));
  const done: typeof drafts = [];
  const folders: string[] = [];
  try {
    for (const { target, draft, before, after } of drafts) {
      const made = mkdirSync(dirname(target), { recursive: true });
      if (made !== undefined) folders.push(made);
      writeFileSync(draft, after);
      if (before !== undefined) chmodSync(draft, statSync(target).mode & 0o7777);
    }
    refuseChanged(files);
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

/** A draft lies beside its file: names with a dot in front are no configuration. */
const placeOf = (target: string) => ({ target, draft: join(dirname(target), `.${basename(target)}.${process.pid}.draft`) });

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
