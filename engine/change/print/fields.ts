import type { FieldChange } from '../change.ts';
import { lineHunks, type Hunk } from '../lines.ts';
import { valueText } from './values.ts';

/** A field as reports show it, with its values as text; a side that lacks it has none. */
export interface ToldField {
  /** With `:12` for what differs from line 12 on of a text of several lines. */
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

/**
 * The first of the fields, texts of several lines by what differs in them; and how many more there are. `isShort` leaves out what both
 * sides of a long value have in common, so that what is shown of it is what differs.
 */
export function toldFields(fields: readonly FieldChange[], most: number, isShort = false): { readonly shown: readonly ToldField[]; readonly left: number } {
  const shown: ToldField[] = [];
  let taken = 0;
  for (; taken < fields.length && shown.length < most; taken++) for (const each of told(fields[taken]!)) shown.push(each);
  return { shown: shown.slice(0, most).map(isShort ? focused : (each) => each), left: fields.length - taken + Math.max(0, shown.length - most) };
}

/** Characters up to which a value is shown whole, and those of what both sides have in common that stay beside what differs. */
const WHOLE = 80;
const BESIDE = 24;

function focused(told: ToldField): ToldField {
  const { field, before, after } = told;
  if (before === undefined || after === undefined || Math.max(before.length, after.length) <= WHOLE) return told;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const part = (value: string) => {
    const [from, to] = [Math.max(0, start - BESIDE), Math.min(value.length, value.length - end + BESIDE)];
    return `${from > 0 ? '...' : ''}${value.slice(from, to)}${to < value.length ? '...' : ''}`;
  };
  return { field, before: part(before), after: part(after) };
}

function told({ field, before, after }: FieldChange): readonly ToldField[] {
  if (typeof before === 'string' && typeof after === 'string' && (before.includes('\n') || after.includes('\n'))) {
    const hunks = lineHunks(before, after);
    // a change of the last line end alone is no hunk, and is told as the whole
    if (hunks.length > 0) return hunks.flatMap((hunk) => toldHunk(field, hunk));
  }
  return [{ field, ...(before === undefined ? {} : { before: valueText(before) }), ...(after === undefined ? {} : { after: valueText(after) }) }];
}

/** As many lines as before are told line by line. */
function toldHunk(field: string, { before: first, removed, added }: Hunk): readonly ToldField[] {
  if (removed.length === added.length) return removed.map((line, index) => ({ field: `${field}:${first + index}`, before: line, after: added[index]! }));
  return [{ field: `${field}:${first}`, ...text('before', removed), ...text('after', added) }];
}

const text = (side: 'before' | 'after', lines: readonly string[]) => (lines.length > 0 ? { [side]: lines.join('\n') } : {});
