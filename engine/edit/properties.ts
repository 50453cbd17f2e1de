import { parseLines, type Pair } from 'dot-properties';
import type { SourceFile } from '../text/index.ts';
import type { Entry, Reading } from './format.ts';
import { insertLine, lineStart, nextLine, removeLines, type Splice } from './splice.ts';

/** Java properties: the key is the whole path. */
export const readProperties = (file: SourceFile): Reading => new PropertiesReading(file);

interface Property extends Entry {
  readonly keyStart: number;
  readonly keyEnd: number;
}

/** What a value or the file does with characters that may be escaped. */
interface Style {
  /** `\u4e2d` for what is not ASCII, with its letters in this case. */
  readonly unicode: 'lower' | 'upper' | undefined;
  /** `\:` and `\=`, as `java.util.Properties` stores them. */
  readonly separators: boolean;
}

class PropertiesReading implements Reading {
  readonly entries: readonly Property[];
  private readonly text: string;

  constructor({ text }: SourceFile) {
    this.text = text;
    this.entries = parseLines(text, true).flatMap((node) => (node.type === 'PAIR' ? propertyOf(node as Required<Pair>, text) : []));
  }

  find(path: string): Property | undefined {
    return this.entries.find(({ key }) => key === path);
  }

  set(path: string, value: string): Splice {
    const found = this.find(path);
    if (!found) return this.add(path, value);
    const raw = this.text.slice(found.start, found.end);
    const written = escaped(value, styleOf(raw, this.raws()), false);
    const between = this.text.slice(found.keyEnd, found.start);
    // blanks separate a key from a value alone
    const separator = /[=:]/.test(between) || (between !== '' && written !== '') ? '' : '=';
    return { start: found.start, end: found.end, text: separator + written };
  }

  private raws(): readonly string[] {
    return this.entries.map(({ start, end }) => this.text.slice(start, end));
  }

  private add(key: string, value: string): Splice {
    const { text } = this;
    const last = this.entries.at(-1);
    const between = last ? text.slice(last.keyEnd, last.start) : '=';
    const separator = /^[ \t]*[=:][ \t]*$/.test(between) || (value !== '' && /^[ \t]+$/.test(between)) ? between : '=';
    const indent = last ? /^[ \t]*/.exec(text.slice(lineStart(text, last.keyStart), last.keyStart))![0] : '';
    const style = styleOf('', this.raws());
    const line = `${indent}${escaped(key, style, true)}${separator}${escaped(value, style, false)}`;
    return insertLine(text, last ? nextLine(text, last.end) : text.length, line);
  }

  unset(path: string): Splice | undefined {
    const found = this.find(path);
    return found && removeLines(this.text, lineStart(this.text, found.keyStart), nextLine(this.text, found.end));
  }
}

function propertyOf({ key, value, range }: Required<Pair>, text: string): Property {
  const [keyStart, keyEnd, start, end] = range as readonly [number, number, number, number];
  // a backslash at the end of the file is counted twice
  const last = Math.min(end, text.length);
  return { key, value, keyStart, keyEnd, start: Math.min(start, last), end: last };
}

const ESCAPE = /\\u([\da-fA-F]{4})/g;
// eslint-disable-next-line no-control-regex
const RAW = /[^\0-\x7f]/;

/** By the value that stood there, then by the others; else escaped, since Java's own reader takes the bytes for Latin-1. */
function styleOf(raw: string, others: readonly string[]): Style {
  const escapes = (text: string) => [...text.matchAll(ESCAPE)].map((each) => each[1]!).filter((hex) => parseInt(hex, 16) > 0x7f);
  const own = escapes(raw);
  const isRaw = own.length === 0 && (RAW.test(raw) || others.some((each) => RAW.test(each)));
  const letters = (own.length > 0 ? own : others.flatMap(escapes)).join('');
  return { unicode: isRaw ? undefined : /[A-F]/.test(letters) ? 'upper' : 'lower', separators: /\\[:=]/.test(raw) };
}

const NAMED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f' };

function escaped(text: string, { unicode, separators }: Style, isKey: boolean): string {
  const hex = (character: string) => {
    const digits = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${unicode === 'upper' ? digits.toUpperCase() : digits}`;
  };
  let written = text
    .replace(/[\\\n\r\t\f]/g, (each) => NAMED[each]!)
    // eslint-disable-next-line no-control-regex
    .replace(/[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029]/g, hex);
  if (unicode) written = written.replace(/[^\0-\x7f]/g, hex);
  if (isKey) return written.replace(/[ =:]/g, '\\$&').replace(/^[#!]/, '\\$&');
  if (separators) written = written.replace(/[:=]/g, '\\$&');
  // blanks at the start would be taken for a part of the separator, and so would a sign behind a separator of blanks
  return written.replace(/^[ =:]/, '\\$&');
}
