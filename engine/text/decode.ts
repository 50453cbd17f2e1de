import { isUtf8 } from 'node:buffer';
import { problem, ProblemError, type Arguments, type Code } from '../problem/index.ts';

const SAMPLE = 2 ** 16;

/**
 * Bytes of a file as text. The repository's files are UTF-8 without BOM, lines end in LF; anything else
 * throws a `ProblemError` with one problem that names the likely encoding and the place.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const refuse = (code: Code, where: string, args: Arguments = {}): never => {
    throw new ProblemError([problem(code, where, { file: name, ...args })]);
  };
  const wide = wideEncoding(bytes);
  if (wide) refuse('CHAMP1104', `${name}:1:1`, { value: wide });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) refuse('CHAMP1103', `${name}:1:1`);
  if (!isUtf8(bytes)) {
    const start = badSequence(bytes);
    const args = { value: `0x${bytes[start]!.toString(16).toUpperCase().padStart(2, '0')}` };
    refuse(isGb18030(bytes) ? 'CHAMP1105' : 'CHAMP1106', placeOf(bytes, start, name), args);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) refuse('CHAMP1107', placeOf(bytes, nul, name));
  const carriageReturn = bytes.indexOf(0x0d);
  if (carriageReturn >= 0) refuse('CHAMP1108', placeOf(bytes, carriageReturn, name));
  return decode(bytes);
}

const decode = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

/** By byte order mark, or by NUL in every other byte, as in UTF-16 text that is mostly ASCII. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32LE' : 'UTF-16LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16BE';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32BE';
  const sample = bytes.subarray(0, SAMPLE);
  const nuls = [0, 0];
  for (let index = sample.indexOf(0); index >= 0; index = sample.indexOf(0, index + 1)) nuls[index % 2]! += 1;
  const [even, odd] = nuls as [number, number];
  if (Math.min(even, odd) > 0 || Math.max(even, odd) < Math.max(2, sample.length / 8)) return undefined;
  return odd > 0 ? 'UTF-16LE' : 'UTF-16BE';
}

/** Offset of the first byte that starts no valid UTF-8 sequence. */
function badSequence(bytes: Uint8Array): number {
  for (let index = 0; index < bytes.length; ) {
    const length = sequenceLength(bytes[index]!);
    if (length === 0 || index + length > bytes.length || !isUtf8(bytes.subarray(index, index + length))) return index;
    index += length;
  }
  return bytes.length - 1;
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

function placeOf(bytes: Uint8Array, offset: number, name: string): string {
  const lines = decode(bytes.subarray(0, offset)).split('\n');
  return `${name}:${lines.length}:${lines.at(-1)!.length + 1}`;
}
