import { blanksBefore, blanksBehind } from './splice.ts';
import type { Element, Piece } from './xml-tree.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Written text as a reader of XML takes it: line ends are LF, references are characters. */
export function decodeXml(raw: string, isAttribute: boolean): string {
  const read = raw.replace(/\r\n?/g, '\n');
  return (isAttribute ? read.replace(/[\t\n]/g, ' ') : read).replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const reference = (character: string): string => `&#${character.codePointAt(0)!};`;

export function encodeAttribute(value: string, quote: string): string {
  return value.replace(/[&<]/g, (each) => (each === '&' ? '&amp;' : '&lt;')).replaceAll(quote, quote === '"' ? '&quot;' : '&apos;').replace(/[\t\n\r]/g, reference);
}

/** Blanks at the ends are layout where they hold a line end, so that those of the value are written as references. */
export function encodeText(value: string, eol: string): string {
  const start = blanksBehind(value, 0);
  const end = Math.max(start, blanksBefore(value, value.length));
  const escaped = value.slice(start, end).replace(/[&<]/g, (each) => (each === '&' ? '&amp;' : '&lt;')).replaceAll(']]>', ']]&gt;').replaceAll('\r', '&#13;').replaceAll('\n', eol);
  const blanks = (text: string) => text.replace(/[ \t\r\n]/g, reference);
  return blanks(value.slice(0, start)) + escaped + blanks(value.slice(end));
}

export const encodeCdata = (value: string, eol: string): string => `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>').replaceAll('\n', eol)}]]>`;

/** What no XML text can hold, not even as a reference. */
// eslint-disable-next-line no-control-regex
export const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** The text of an element without child elements. */
export interface Content {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly isCdata: boolean;
  /** A comment stands in the text, or text beside CDATA: it has no one place. */
  readonly isMixed: boolean;
}

export function contentOf(text: string, { innerStart, innerEnd, pieces }: Element): Content {
  const filled = pieces.filter(({ type, start, end }) => type === 'cdata' || (type === 'text' && blanksBehind(text, start) < end));
  const isCdata = filled.some(({ type }) => type === 'cdata');
  const [first, last] = [filled[0], filled.at(-1)];
  if (!first || !last) {
    const isMixed = pieces.some(({ type }) => type === 'other');
    const raw = text.slice(innerStart, innerEnd);
    // blanks that hold a line end are layout
    const isLayout = /[\r\n]/.test(raw) || isMixed;
    return { value: isLayout ? '' : raw, start: innerStart, end: isLayout ? innerStart : innerEnd, isCdata: false, isMixed };
  }
  const isMixed = pieces.some((piece) => piece.start > first.start && piece.end < last.end && (piece.type === 'other' || (isCdata && piece.type === 'text')))
    || (isCdata && filled.some(({ type }) => type === 'text'));
  const value = filled.map((piece) => valueOf(text, piece)).join('');
  if (isCdata || filled.length > 1) return { value, start: first.start, end: last.end, isCdata, isMixed: isMixed || !isCdata };
  const { start, end } = trimmed(text, first);
  return { value: decodeXml(text.slice(start, end), false), start, end, isCdata, isMixed };
}

const valueOf = (text: string, { type, start, end }: Piece): string => (type === 'cdata' ? text.slice(start + 9, end - 3).replace(/\r\n?/g, '\n') : decodeXml(text.slice(start, end), false));

/** Without blanks at the ends that hold a line end. */
function trimmed(text: string, { start, end }: Piece): { readonly start: number; readonly end: number } {
  const [from, to] = [blanksBehind(text, start), blanksBefore(text, end)];
  const isLine = (blanks: string) => /[\r\n]/.test(blanks);
  return { start: isLine(text.slice(start, from)) ? from : start, end: isLine(text.slice(to, end)) ? to : end };
}
