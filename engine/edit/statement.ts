import { blanksBefore, eolAt, indentUnit, isBlank, lineEnd, linePrefix, lineStart, nextLine, removeLines, type Splice } from './splice.ts';

/** A place for statements: what is between the braces of a block or the tags of an element. */
export interface Section {
  readonly innerStart: number;
  readonly innerEnd: number;
  /** Start of the line's first word of the section itself; undefined for the whole file. */
  readonly start: number | undefined;
  readonly last: { readonly start: number; readonly end: number } | undefined;
}

export interface StatementStyle {
  readonly usualIndent: string;
  /** Between statements of one line. */
  readonly gap: string;
}

/** Puts a statement at the end of a section, in a line of its own where its neighbours are. */
export function insertStatement(text: string, { innerStart, innerEnd, start, last }: Section, statement: string, { usualIndent, gap }: StatementStyle): Splice {
  const outer = start === undefined ? '' : /^[ \t]*/.exec(text.slice(lineStart(text, start)))![0];
  const at = (offset: number, inserted: string): Splice => ({ start: offset, end: offset, text: inserted });
  if (last && isBlank(linePrefix(text, last.start))) {
    const indent = linePrefix(text, last.start);
    const end = lineEnd(text, last.end);
    const eol = eolAt(text, last.end);
    return end < innerEnd || start === undefined ? at(end, eol + indent + statement) : at(last.end, eol + indent + statement);
  }
  if (last) return at(last.end, gap + statement);
  const inner = text.slice(innerStart, innerEnd);
  const kept = inner.trimEnd();
  if (start === undefined) return at(kept.length, kept === '' ? statement + (text === '' ? '\n' : '') : eolAt(text, 0) + statement);
  const isLong = /[\r\n]/.test(text);
  const eol = eolAt(text, innerStart);
  const line = isLong ? `${eol}${outer}${indentUnit(text, usualIndent)}${statement}${eol}${outer}` : gap + statement + gap;
  // a comment stays
  return { start: innerStart + kept.length, end: innerEnd, text: line };
}

/** Takes a statement out, with its line when it has one of its own; `isRest` says what may stand behind it there. */
export function removeStatement(text: string, start: number, end: number, isRest: (rest: string) => boolean): Splice {
  if (isBlank(linePrefix(text, start)) && isRest(text.slice(end, lineEnd(text, end)))) {
    return removeLines(text, lineStart(text, start), nextLine(text, end));
  }
  return { start: Math.max(blanksBefore(text, start), lineStart(text, start)), end, text: '' };
}
