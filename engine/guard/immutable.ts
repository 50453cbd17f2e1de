import { isRecord } from '../inspect/plain.ts';
import type { Manifest } from '../manifest.ts';
import { groupOf } from '../pods/index.ts';
import { parseQuantity } from '../quantity/index.ts';
import { grownInto, IMMUTABLE, type ImmutableRow } from './immutable-rows.ts';
import { canonical, valueAt } from './values.ts';

export interface FieldChange {
  /** Dotted path, e.g. `spec.selector`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const BY_KIND = new Map<string, ImmutableRow[]>();
for (const row of IMMUTABLE) {
  const key = `${row.group}/${row.kind}`;
  BY_KIND.set(key, [...(BY_KIND.get(key) ?? []), row]);
}

/** Fields of an object that the API server would refuse to change. Both are states of the same object. */
export function replacedFields(before: Manifest, after: Manifest): readonly FieldChange[] {
  const rows = BY_KIND.get(`${groupOf(after.apiVersion)}/${after.kind}`) ?? [];
  return rows.flatMap((row) => {
    if (row.unless?.(before, after)) return [];
    const [from, to] = [read(row, before), read(row, after)];
    return breaks(row, from, to, before) ? [{ field: row.field, before: from, after: to }] : [];
  });
}

const read = ({ field, of, absent }: ImmutableRow, manifest: Manifest): unknown => (of ? of(manifest) : valueAt(manifest, field)) ?? absent;

function breaks(row: ImmutableRow, from: unknown, to: unknown, before: Manifest): boolean {
  if (row.rule === 'may-grow') return shrinks(row, from, to);
  const [left, right] = [compared(row, from), compared(row, to)];
  if (left === right) return false;
  switch (row.rule) {
    case 'fixed': return true;
    case 'may-come': return left !== undefined;
    case 'may-go': return right !== undefined;
    case 'frozen': return before['immutable'] === true;
  }
}

function shrinks(row: ImmutableRow, from: unknown, to: unknown): boolean {
  if (!Array.isArray(from)) return isLess(from, to);
  const former: unknown = row.as ? row.as(from) : from;
  const now: unknown = grownInto(row)?.(to) ?? to;
  return Array.isArray(former) && former.some((each) => !(Array.isArray(now) && now.includes(each)));
}

/** Whether a quantity became smaller; what is no quantity on both sides did not. */
export function isLess(from: unknown, to: unknown): boolean {
  const [left, right] = [numberOf(from), numberOf(to)];
  return left !== undefined && right !== undefined && right < left;
}

function compared({ as, except }: ImmutableRow, value: unknown): string | undefined {
  const kept = except && isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !except.includes(key))) : value;
  return canonical(as ? as(kept) : kept);
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined);
