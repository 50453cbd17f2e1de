import { readFileSync, statSync } from 'node:fs';
import { problem, ProblemError } from '../problem/index.ts';
import { decodeText } from '../text/index.ts';

const UTF8_BOM = [0xef, 0xbb, 0xbf] as const;

/**
 * A manifest as text with lines that end in LF. A byte order mark and CR LF are good YAML and mean nothing; throws a ProblemError
 * for what is no text, cannot be read or is larger than `maxBytes`, which is asked before anything is read.
 */
export function readManifestText(path: string, name: string, maxBytes: number): string {
  const unreadable = (reason: string) => new ProblemError([problem('CHAMP1101', name, { value: name, reason })]);
  let bytes: Buffer;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw unreadable('not a regular file');
    if (stat.size > maxBytes) throw new ProblemError([problem('CHAMP1102', name, { value: stat.size, allowed: `<= ${maxBytes}` })]);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw unreadable((error as NodeJS.ErrnoException).code ?? String(error));
  }
  if (UTF8_BOM.every((byte, index) => bytes[index] === byte)) bytes = bytes.subarray(UTF8_BOM.length);
  if (bytes.includes('\r\n')) bytes = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return decodeText(bytes, name);
}
