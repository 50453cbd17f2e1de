import { statSync } from 'node:fs';
import { Problems } from '../problem/index.ts';
import { SourceFile, type Position } from '../text/index.ts';
import type { EstateFile, EstateObject } from '../policy/index.ts';
import { readManifestText } from './bytes.ts';
import { readDocument, split } from './documents.ts';
import type { Part } from './general-yaml.ts';
import { MAX_FILE } from './limits.ts';
import type { Places } from './places.ts';

interface Located {
  readonly value: unknown;
  readonly places: Places;
}

const isJson = (name: string): boolean => /\.json$/i.test(name);

const parsed = new WeakMap<SourceFile, Map<number, Located>>();

/** Offset of a field of a document in its file, or of its nearest ancestor that is there. */
export function offsetOf(file: SourceFile, part: Part, field: string): number {
  let known = parsed.get(file);
  if (!known) parsed.set(file, (known = new Map()));
  let located = known.get(part.offset);
  if (!located) {
    const places: Places = new Map();
    // what is wrong with it is reported already
    const scratch = new SourceFile(file.name, file.text, new Problems());
    known.set(part.offset, (located = { value: readDocument(scratch, part, isJson(file.name), places), places }));
  }
  const start = part.offset + Math.max(0, part.text.search(/^(?![ \t]*(?:#|$))/m));
  return walk(located, field, start);
}

function walk({ value, places }: Located, field: string, start: number): number {
  let offset = start;
  let holder = value;
  for (let rest = field; rest !== '' && typeof holder === 'object' && holder !== null;) {
    const step = nextStep(holder, rest);
    if (!step) break;
    offset = places.get(holder)?.get(step.key) ?? offset;
    holder = (holder as Readonly<Record<string | number, unknown>>)[step.key];
    rest = step.rest;
  }
  return offset;
}

/** The first step of a path: `[0]`, `["key"]`, `[key]`, or the longest key of the mapping, since keys hold dots too. */
function nextStep(holder: object, path: string): { readonly key: string | number; readonly rest: string } | undefined {
  const index = /^\[(\d+)\]\.?/.exec(path);
  if (index) return { key: Number(index[1]), rest: path.slice(index[0].length) };
  const quoted = /^\[("(?:[^"\\]|\\.)*")\]\.?/.exec(path);
  if (quoted) return { key: JSON.parse(quoted[1]!) as string, rest: path.slice(quoted[0].length) };
  const bracketed = /^\[([^\]]*)\]\.?/.exec(path);
  if (bracketed && Object.hasOwn(holder, bracketed[1]!)) return { key: bracketed[1]!, rest: path.slice(bracketed[0].length) };
  let end = path.length;
  const ends = [end];
  for (const { index: at } of path.matchAll(/[.[]/g)) ends.push(at);
  ends.sort((a, b) => b - a);
  for (end of ends) {
    const key = path.slice(0, end);
    if (key !== '' && Object.hasOwn(holder, key)) return { key, rest: path.slice(path[end] === '.' ? end + 1 : end) };
  }
  return undefined;
}

/** Text of a file by the name that is shown; undefined when there is none. */
export type ReadText = (file: string) => string | undefined;

const fromDisk: ReadText = (file) => new Problems().gather(() => readManifestText(file, file, MAX_FILE));

/** Says whether a file on disk is still the one that was read. */
function stampOf(name: string): string | undefined {
  const stat = statSync(name, { throwIfNoEntry: false });
  return stat && `${stat.size} ${stat.mtimeMs}`;
}

interface KnownFile {
  /** For files on disk, which are read again only when they have changed. */
  readonly stamp: string | undefined;
  readonly file: SourceFile;
  readonly parts: readonly Part[];
}

/** Files whose places are known; the oldest ones go when their texts are too many. */
const files = new Map<string, KnownFile>();
const MOST_TEXT = 2 * MAX_FILE;
let kept = 0;

/**
 * Line and column of a field (path from the object's root), or of its nearest ancestor that is there, by a second reading of the
 * file; its start when it cannot be read. A file is parsed once as long as `read` gives the same text.
 */
export function locate(at: EstateObject | EstateFile, field: string, read: ReadText = fromDisk): Position {
  const { file, parts } = known(at.file, read) ?? {};
  const part = parts?.['manifest' in at ? (at.document ?? 0) : 0];
  if (!file || !part) return { line: 1, column: 1 };
  const within = 'manifest' in at ? (at.within ?? '') : '';
  return file.at(offsetOf(file, part, within !== '' && field !== '' && !field.startsWith('[') ? `${within}.${field}` : within + field));
}

function known(name: string, read: ReadText): KnownFile | undefined {
  const before = files.get(name);
  const stamp = read === fromDisk ? stampOf(name) : undefined;
  if (before && stamp !== undefined && before.stamp === stamp) return before;
  const text = read(name);
  if (text === undefined) return undefined;
  if (stamp === undefined && before?.file.text === text) return before;
  if (kept + text.length > MOST_TEXT) {
    files.clear();
    kept = 0;
  }
  const file = new SourceFile(name, text, new Problems());
  const found: KnownFile = { stamp, file, parts: isJson(name) ? [{ text, offset: 0 }] : split(file) };
  files.set(name, found);
  kept += text.length;
  return found;
}
