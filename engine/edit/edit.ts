import type { Format as Syntax } from '../config/format.ts';
import { json } from '../config/json.ts';
import { nginx } from '../config/nginx.ts';
import { properties } from '../config/properties.ts';
import { xml } from '../config/xml.ts';
import { yaml } from '../config/yaml.ts';
import { ProblemError, Problems } from '../problem/index.ts';
import { MAX_BYTES, SourceFile } from '../text/index.ts';
import { isRoot } from './dotted-path.ts';
import type { EditFormat, Entry, Reader, Reading, Writing } from './format.ts';
import { readJson } from './json.ts';
import { readNginx } from './nginx.ts';
import { readProperties } from './properties.ts';
import { refuse } from './refuse.ts';
import { splice, type Splice } from './splice.ts';
import { readXml } from './xml.ts';
import { readYaml } from './yaml.ts';

const FORMATS: Readonly<Record<EditFormat, { readonly syntax: Syntax; readonly read: Reader }>> = {
  properties: { syntax: properties, read: readProperties },
  yaml: { syntax: yaml, read: readYaml },
  json: { syntax: json, read: readJson },
  xml: { syntax: xml, read: readXml },
  nginx: { syntax: nginx, read: readNginx },
};

/** By the end of a file's name; undefined for a format that is not known. */
export function formatOf(name: string): EditFormat | undefined {
  const lower = name.toLowerCase();
  return (Object.keys(FORMATS) as EditFormat[]).find((format) => FORMATS[format].syntax.endings.some((ending) => lower.endsWith(ending)));
}

export type Change = { readonly set: string } | { readonly unset: true };

export interface EditOptions extends Writing {
  /** How problems name the file. @default `text` */
  readonly name?: string;
}

/** An edited text. */
export interface Edit {
  readonly text: string;
  /** The value before and after, undefined where there is none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** The one piece that is new, in the text as it was; undefined when nothing changed. */
  readonly splice: Splice | undefined;
}

/** The file, ready to be asked and edited; throws a ProblemError with what is wrong with its syntax, duplicate keys included. */
export function readForEdit(text: string, format: EditFormat, name = 'text'): Reading {
  const { syntax, read } = FORMATS[format];
  const problems = new Problems();
  const file = new SourceFile(name, text, problems);
  if (text.length > MAX_BYTES) file.refuse('CHAMP1102', 0, { value: text.length, allowed: `<= ${MAX_BYTES}` });
  else syntax.parse(file);
  // a declaration of the encoding in which the file is read is right
  const found = problems.all().filter(({ code, args }) => !(code === 'CHAMP1204' && args['allowed'] === 'encoding="UTF-8"'));
  if (found.length > 0) throw new ProblemError(found);
  return read(file);
}

/** The value at a path, decoded; undefined when there is none. Throws a ProblemError as `editText` does. */
export function getValue(text: string, format: EditFormat, path: string, name?: string): string | undefined {
  return readForEdit(text, format, name).find(path)?.value;
}

/**
 * Sets or removes one value and leaves every character outside of it as it is. A new key goes to the end of its section in the neighbours'
 * style. Throws a ProblemError when the path means nothing or several values, or when the rest would not mean the same as before.
 */
export function editText(text: string, format: EditFormat, path: string, change: Change, { name = 'text', asText = false }: EditOptions = {}): Edit {
  const file = new SourceFile(name, text, new Problems());
  const reading = readForEdit(text, format, name);
  const before = reading.find(path);
  if ('set' in change) {
    checkCharacters(file, change.set, before?.start ?? 0);
    if (before?.value === change.set) return { text, before: before.value, after: before.value, splice: undefined };
    return verified(file, format, path, reading, before, reading.set(path, change.set, { asText }), change.set);
  }
  const edit = reading.unset(path);
  return edit ? verified(file, format, path, reading, before, edit, undefined) : refuse(file, 'CHAMP9200', 0, { value: path });
}

/** Half of a character has no encoding. */
function checkCharacters(file: SourceFile, value: string, offset: number): void {
  const half = /\p{Surrogate}/u.exec(value)?.[0];
  if (half !== undefined) refuse(file, 'CHAMP9208', offset, { value: `U+${half.charCodeAt(0).toString(16).toUpperCase()}`, format: 'text' });
}

/** A file that is too large could not be read again. */
function checkSize(file: SourceFile, text: string, offset: number): void {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BYTES) refuse(file, 'CHAMP1102', offset, { value: bytes, allowed: `<= ${MAX_BYTES}` });
}

/** Reads the result again: it must hold the value, and all else as before. */
function verified(file: SourceFile, format: EditFormat, path: string, reading: Reading, before: Entry | undefined, edit: Splice, wanted: string | undefined): Edit {
  const text = splice(file.text, edit);
  checkSize(file, text, edit.start);
  // an alias goes with its own place, what it stands for stays
  const shared = wanted === undefined ? reading.entries.find(({ key }) => key === before?.key) : undefined;
  const own = before?.isShared === true ? shared : before;
  // behind an item that goes, others move up to its number
  const mayMove = wanted === undefined && path.endsWith(']');
  const again = readAgain(text, format, mayMove ? undefined : path, file.name, wanted === undefined ? undefined : own);
  const after = again?.found;
  // without its own value a mapping has the one that it merges
  const isRight = wanted === undefined ? after === undefined || after.isShared === true : after?.value === wanted;
  const key = (wanted === undefined ? own : after)?.key ?? path;
  // attributes that a path names come and go with their element; all of it is escaped, so that nothing else can
  const isWhole = format === 'xml' && (own === undefined || wanted === undefined);
  const isOld = (entry: Entry) => isSame(entry, own) || (isWhole && entry.start >= edit.start && entry.end <= edit.end);
  const isNew = (entry: Entry) => (wanted !== undefined && isSame(entry, after)) || (isWhole && entry.start >= edit.start && entry.end <= edit.start + edit.text.length);
  const others = (entries: readonly Entry[], isTouched: (entry: Entry) => boolean) => rest(entries.filter((entry) => !isTouched(entry)), key, format);
  if (!again || !isRight || others(reading.entries, isOld) !== others(again.entries, isNew)) refuse(file, 'CHAMP9205', own?.start ?? edit.start, { value: path });
  return { text, before: before?.value, after: wanted, splice: edit };
}

const isSame = (entry: Entry, other: Entry | undefined): boolean => entry.start === other?.start && entry.end === other.end;

/** `at` is where the value stood: a path that asks for its former text finds nothing. */
function readAgain(text: string, format: EditFormat, path: string | undefined, name: string, at: Entry | undefined): { readonly found: Entry | undefined; readonly entries: readonly Entry[] } | undefined {
  try {
    const reading = readForEdit(text, format, name);
    const found = path === undefined ? undefined : reading.find(path) ?? reading.entries.find(({ start }) => start === at?.start);
    return { found, entries: reading.entries };
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

/** Keys and values but for the empty sections above `key`; numbers of items move up when one before them goes. */
function rest(entries: readonly Entry[], key: string, format: EditFormat): string {
  const plain = (each: string) => each.replace(/\[\d+\]/g, format === 'xml' || format === 'nginx' ? '' : '[]');
  const own = plain(key);
  const isAbove = ({ key: above, value }: Entry) => EMPTY.has(value) && own.startsWith(plain(above)) && (isRoot(above) || /^[.[/]/.test(own.slice(plain(above).length)));
  return JSON.stringify(entries.filter((entry) => !isAbove(entry)).map((entry) => [plain(entry.key), entry.value]));
}

const EMPTY: ReadonlySet<string> = new Set(['', '{}', '[]']);
