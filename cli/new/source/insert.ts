import type { Brackets } from './scan.ts';

/** Where a line of rows ends. */
const WIDTH = 150;

/** A text with another item at the end of a list of short ones; the line is broken where it would become too long. */
export function withItem(text: string, { open, close, items }: Brackets, item: string): string {
  const last = items.at(-1);
  if (!last) return `${text.slice(0, open + 1)}${item}${text.slice(close)}`;
  const lineStart = text.lastIndexOf('\n', last.end - 1) + 1;
  const isOneLine = !text.slice(open, close).includes('\n');
  const fits = last.end - lineStart + item.length + (isOneLine ? text.slice(close).indexOf('\n') : 1) + 2 <= WIDTH;
  if (fits) return `${text.slice(0, last.end)}, ${item}${text.slice(last.end)}`;
  const indent = /^\s*/.exec(text.slice(lineStart))![0];
  if (!isOneLine) return `${text.slice(0, last.end)},\n${indent}${item}${text.slice(last.end)}`;
  const inner = `${indent}  `;
  return `${text.slice(0, open + 1)}\n${inner}${text.slice(items[0]!.start, last.end)},\n${inner}${item},\n${indent}${text.slice(close)}`;
}

/** A text with lines behind the last of entries that have lines of their own. */
export function withLines(text: string, { open, close, items }: Brackets, lines: readonly string[], indent: string): string {
  const block = lines.map((line) => `${indent}${line}\n`).join('');
  const last = items.at(-1);
  if (!last) return `${text.slice(0, open + 1)}\n${block}${indent.slice(2)}${text.slice(close)}`;
  const hasComma = /^\s*,/.test(text.slice(last.end, close));
  const end = text.indexOf('\n', last.end);
  const at = end < 0 || end > close ? close : end + 1;
  return `${text.slice(0, last.end)}${hasComma ? '' : ','}${text.slice(last.end, at)}${text[at - 1] === '\n' ? '' : '\n'}${block}${text.slice(at)}`;
}

/** A string of TypeScript, in single quotes. */
export const quoted = (value: string): string => `'${value.replace(/['\\]/g, (character) => `\\${character}`)}'`;
