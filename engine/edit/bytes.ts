import { ProblemError, Problems, type Problem } from '../problem/index.ts';
import { decodeText, SourceFile } from '../text/index.ts';
import { encodeGbk, gbkOffset } from './gbk.ts';
import { refuse } from './refuse.ts';
import type { Splice } from './splice.ts';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GBK';

/** A file as text, without its byte order mark. */
export interface DecodedFile {
  readonly text: string;
  readonly encoding: Encoding;
  readonly hasBom: boolean;
  readonly lineEnds: 'LF' | 'CRLF' | 'CR' | 'mixed' | 'none';
  /** What is unusual in it: the repository's files are UTF-8 without mark, with LF. */
  readonly unusual: readonly Problem[];
}

/** Reads a file in the encoding that engine/text finds in it; throws a `ProblemError` when that is none that can be written back. */
export function decodeFile(bytes: Uint8Array, name: string): DecodedFile {
  const unusual = unusualOf(bytes, name);
  const codes = new Map(unusual.map(({ code, args }) => [code, args['value']]));
  const encoding = codes.has('CHAMP1104') ? wide(codes.get('CHAMP1104')) : codes.has('CHAMP1105') ? 'GBK' : 'UTF-8';
  if (!encoding || codes.has('CHAMP1106') || codes.has('CHAMP1107')) throw new ProblemError(unusual);
  const hasBom = bytes.length - withoutMark(bytes, encoding).length > 0;
  const text = decodeAs(withoutMark(bytes, encoding), encoding);
  if (text === undefined || text.includes('\0')) throw new ProblemError(unusual);
  return { text, encoding, hasBom, lineEnds: lineEndsOf(text), unusual };
}

const wide = (name: string | undefined): Encoding | undefined => (name === 'UTF-16LE' || name === 'UTF-16BE' ? name : undefined);

/** A mark is told once more without it: what comes behind it may be unusual too. */
function unusualOf(bytes: Uint8Array, name: string): readonly Problem[] {
  try {
    decodeText(bytes, name);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const isMark = error.problems.some(({ code }) => code === 'CHAMP1103');
    return isMark ? [...error.problems, ...unusualOf(bytes.subarray(3), name)] : error.problems;
  }
}

const MARKS: Readonly<Record<Encoding, readonly number[]>> = { 'UTF-8': [0xef, 0xbb, 0xbf], 'UTF-16LE': [0xff, 0xfe], 'UTF-16BE': [0xfe, 0xff], GBK: [] };

function withoutMark(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  const mark = MARKS[encoding];
  return mark.length > 0 && mark.every((each, index) => bytes[index] === each) ? bytes.subarray(mark.length) : bytes;
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding === 'GBK' ? 'gb18030' : encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lineEndsOf(text: string): DecodedFile['lineEnds'] {
  const found = new Set(text.match(/\r\n|\n|\r/g));
  if (found.size !== 1) return found.size === 0 ? 'none' : 'mixed';
  return found.has('\n') ? 'LF' : found.has('\r') ? 'CR' : 'CRLF';
}

/**
 * The bytes of the file with one piece replaced, in its own encoding; all others are the same bytes. Throws a `ProblemError` when the
 * encoding has no such character.
 */
export function applyToBytes(bytes: Uint8Array, { text, encoding }: DecodedFile, edit: Splice, name: string): Uint8Array {
  const inserted = encodeAs(edit.text, encoding);
  if (typeof inserted === 'string') refuse(new SourceFile(name, text, new Problems()), 'CHAMP9207', edit.start, { value: `${inserted} (U+${inserted.codePointAt(0)!.toString(16).toUpperCase()})`, encoding });
  const body = withoutMark(bytes, encoding);
  const mark = bytes.length - body.length;
  const at = (offset: number) => mark + byteOffset(body, text, offset, encoding);
  return Buffer.concat([bytes.subarray(0, at(edit.start)), inserted as Uint8Array, bytes.subarray(at(edit.end))]);
}

function byteOffset(body: Uint8Array, text: string, offset: number, encoding: Encoding): number {
  if (encoding === 'UTF-8') return Buffer.byteLength(text.slice(0, offset));
  return encoding === 'GBK' ? gbkOffset(body, offset) : 2 * offset;
}

/** The bytes, or the first character that the encoding lacks. */
function encodeAs(text: string, encoding: Encoding): Uint8Array | string {
  if (encoding === 'GBK') return encodeGbk(text);
  const bytes = Buffer.from(text, encoding === 'UTF-8' ? 'utf8' : 'utf16le');
  return encoding === 'UTF-16BE' ? bytes.swap16() : bytes;
}
