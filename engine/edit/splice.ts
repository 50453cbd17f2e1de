/** One replacement in a text, by offsets. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const splice = (text: string, { start, end, text: inserted }: Splice): string => text.slice(0, start) + inserted + text.slice(end);

const isEnd = (character: string | undefined): boolean => character === '\n' || character === '\r' || character === undefined;

export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isEnd(text[start - 1])) start -= 1;
  return start;
}

/** Before the line end. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isEnd(text[end])) end += 1;
  return end;
}

/** Behind the line end; the end of the text in its last line. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1));
}

/** The line end of the neighbourhood: of the line at the offset, else of the text's first line, else LF. */
export function eolAt(text: string, offset: number): string {
  const end = lineEnd(text, offset);
  return /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0] ?? /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** What stands before the offset in its line. */
export const linePrefix = (text: string, offset: number): string => text.slice(lineStart(text, offset), offset);

const BLANKS = ' \t\r\n';

/** Start of the blanks and line ends before the offset. */
export function blanksBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && BLANKS.includes(text[start - 1]!)) start -= 1;
  return start;
}

/** End of the blanks and line ends from the offset on. */
export function blanksBehind(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && BLANKS.includes(text[end]!)) end += 1;
  return end;
}

export const isBlank = (text: string): boolean => /^[ \t\f\r\n]*$/.test(text);

/** Whole lines as a new line behind the one that ends at `offset`, an offset at the start of a line or at the end of the text. */
export function insertLine(text: string, offset: number, line: string): Splice {
  const isOpen = offset > 0 && !isEnd(text[offset - 1]);
  // a line end of two characters lies before the offset as a whole
  const eol = eolAt(text, Math.max(0, offset - 2));
  // a text without a line end at its end stays so
  return { start: offset, end: offset, text: isOpen ? eol + line : line + (offset === 0 && text === '' ? '\n' : eol) };
}

/** Removes whole lines; a text without a line end at its end stays so. */
export function removeLines(text: string, start: number, end: number): Splice {
  if (end < text.length || start === 0 || isEnd(text[end - 1])) return { start, end, text: '' };
  const before = start - (text.slice(start - 2, start) === '\r\n' ? 2 : 1);
  return { start: before, end, text: '' };
}

/** One level of indentation, as the file has it. */
export function indentUnit(text: string, usual: string): string {
  let least = '';
  for (const [, blanks = ''] of text.matchAll(/^([ \t]+)\S/gm)) {
    if (blanks.startsWith('\t')) return '\t';
    if (blanks.length > 1 && (least === '' || blanks.length < least.length)) least = blanks;
  }
  return least === '' || least.length > 8 ? usual : least;
}
