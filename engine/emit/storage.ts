import { closeSync, fsyncSync, openSync, rmdirSync, unlinkSync, type Dirent, type Stats } from 'node:fs';
import { ProblemError, problem, type Code, type Problem } from '../problem/index.ts';

const CODES: Readonly<Record<string, Code>> = {
  ENOSPC: 'CHAMP4034', EDQUOT: 'CHAMP4034', EFBIG: 'CHAMP4034',
  EACCES: 'CHAMP4035', EPERM: 'CHAMP4035', EROFS: 'CHAMP4035',
};

/** Runs `work`; an error of the file system becomes a ProblemError that names the path. Any other error goes on. */
export function onDisk<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { syscall, code, path } = error as NodeJS.ErrnoException;
    if (syscall === undefined || code === undefined) throw error;
    throw new ProblemError([problem(CODES[code] ?? 'CHAMP4036', path ?? folder, { value: code })]);
  }
}

/** The problem of an entry that stands where output of another type goes. */
export function inTheWay(path: string, entry: Dirent | Stats, allowed: 'file' | 'folder'): Problem {
  if (entry.isSymbolicLink()) return problem('CHAMP4032', path);
  const value = entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'special file';
  return problem('CHAMP4033', path, { value, allowed });
}

/** Makes a file, or the names in a folder, survive a loss of power. A file system that cannot do so for folders is left alone. */
export function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EINVAL' && code !== 'EPERM' && code !== 'EISDIR') throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Removes a file that may be gone already; says whether it was there. */
export function removeFile(path: string): boolean {
  return tolerate(['ENOENT'], () => unlinkSync(path));
}

/** Removes a folder if nothing is in it; says whether it is gone by this call. */
export function removeIfEmpty(path: string): boolean {
  return tolerate(['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'], () => rmdirSync(path));
}

function tolerate(codes: readonly string[], work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (!codes.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return false;
  }
}
