import { eolAt, indentUnit, isBlank, lineEnd, linePrefix, type Splice } from './splice.ts';
import { contentEnd, type Branch } from './tree.ts';

/** Text of a new item; `indent` is that of its line, undefined where everything stands in one line. */
export type ItemText = (indent: string | undefined) => string;

/** Puts an item at the end of a collection in brackets, laid out as the items before it. */
export function insertFlow(text: string, branch: Branch, usualIndent: string, item: ItemText): Splice {
  const last = branch.items.at(-1);
  if (!last) return intoEmpty(text, branch, usualIndent, item);
  const end = contentEnd(last);
  const tail = text.slice(end, branch.end - 1);
  const comma = /^\s*,/.exec(tail)?.[0].length ?? 0;
  const indent = linePrefix(text, last.start);
  if (isBlank(indent) && last.start > branch.start) {
    const eol = eolAt(text, lineEnd(text, branch.start));
    // a comment behind the last item stays behind it
    const lineTail = Math.min(lineEnd(text, end), branch.end - 1);
    const kept = tail.slice(0, lineTail - end).trimEnd();
    return { start: end, end: end + kept.length, text: `${comma > 0 ? '' : ','}${kept}${eol}${indent}${item(indent)}${comma > 0 ? ',' : ''}` };
  }
  if (comma > 0) return { start: end + comma, end: end + comma, text: ` ${item(undefined)},` };
  return { start: end, end, text: `${gapOf(text, branch)}${item(undefined)}` };
}

function gapOf(text: string, { items }: Branch): string {
  const [before, last] = [items.at(-2), items.at(-1)];
  const gap = before && last ? text.slice(contentEnd(before), last.start) : '';
  return /^,[ \t]*$/.test(gap) ? gap : ', ';
}

function intoEmpty(text: string, { start, end }: Branch, usualIndent: string, item: ItemText): Splice {
  const inner = text.slice(start + 1, end - 1);
  const outer = /^[ \t]*/.exec(linePrefix(text, start))![0];
  const isLong = usualIndent !== '' && /[\r\n]/.test(text.slice(0, start) + inner);
  if (!isLong) {
    const pad = inner !== '' && isBlank(inner) && !/[\r\n]/.test(inner) ? ' ' : '';
    return { start: start + 1, end: end - 1, text: pad + item(undefined) + pad };
  }
  const eol = eolAt(text, start);
  const indent = outer + indentUnit(text, usualIndent);
  // a comment between the brackets stays
  return { start: start + 1, end: end - 1, text: `${inner.trimEnd()}${eol}${indent}${item(indent)}${eol}${outer}` };
}

/** Takes an item out of a collection in brackets, with its comma. */
export function removeFlow(text: string, { items, end: close }: Branch, index: number): Splice {
  const item = items[index]!;
  const [before, after] = [items[index - 1], items[index + 1]];
  const end = contentEnd(item);
  if (after) return { start: item.start, end: after.start, text: '' };
  if (!before) {
    const comma = /^\s*,?[ \t]*/.exec(text.slice(end, close - 1))![0];
    return { start: item.start, end: comma.includes(',') ? end + comma.length : end, text: '' };
  }
  // what stands between, such as a comment, is about the item before
  const between = text.slice(contentEnd(before), item.start);
  return { start: contentEnd(before), end, text: between.replace(',', '').trimEnd() };
}
