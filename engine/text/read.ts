import { readFileSync, statSync } from 'node:fs';
import { problem, ProblemError } from '../problem/index.ts';
import { decodeText } from './decode.ts';
import { MAX_BYTES } from './limits.ts';

export interface ReadOptions {
  /** Bytes; a larger file is refused unread. @default 1 MiB */
  readonly maxBytes?: number;
  /** How problems name the file. @default the path */
  readonly name?: string;
}

/** A file as text, see `decodeText`; throws a `ProblemError` when it cannot be read or is too large. */
export function readText(path: string, { maxBytes = MAX_BYTES, name = path }: ReadOptions = {}): string {
  return decodeText(readBytes(path, maxBytes, name), name);
}

function readBytes(path: string, maxBytes: number, name: string): Uint8Array {
  const unreadable = (reason: string) => new ProblemError([problem('CHAMP1101', name, { value: name, reason })]);
  try {
    // opening a pipe would block: its kind is asked first
    const stat = statSync(path);
    if (!stat.isFile()) throw unreadable('not a regular file');
    if (stat.size > maxBytes) throw new ProblemError([problem('CHAMP1102', name, { value: stat.size, allowed: `<= ${maxBytes}` })]);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw unreadable((error as NodeJS.ErrnoException).code ?? String(error));
  }
}
