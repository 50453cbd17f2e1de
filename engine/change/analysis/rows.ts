import { parse } from 'yaml';
import { canonical } from '../../guard/values.ts';

/** A file of the sources on both sides; a side that lacks it is undefined. */
export interface SourceChange {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/**
 * Rows of a shared YAML file that differ: `services.hsa-mbs` below a mapping of mappings, `release` for a value of its own, the `id`
 * of a row of a list. Undefined where a side cannot be read as YAML, so that nobody knows. Comments, order and style are no difference.
 */
export function changedRows({ before, after }: SourceChange): readonly string[] | undefined {
  const [was, is] = [rowsOf(before), rowsOf(after)];
  if (!was || !is) return undefined;
  return [...new Set([...was.keys(), ...is.keys()])].filter((row) => was.get(row) !== is.get(row)).sort();
}

function rowsOf(text: string | undefined): ReadonlyMap<string, string | undefined> | undefined {
  const rows = new Map<string, string | undefined>();
  if (text === undefined) return rows;
  let value: unknown;
  try {
    value = parse(text, { mapAsMap: true, maxAliasCount: 100, logLevel: 'error' });
  } catch {
    return undefined;
  }
  if (value === null || value === undefined) return rows;
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      const id: unknown = each instanceof Map ? each.get('id') : undefined;
      const name = typeof id === 'string' ? id : `[${index}]`;
      // rows of one id are one row
      rows.set(name, `${rows.get(name) ?? ''}${contentOf(each)}`);
    }
    return rows;
  }
  if (!(value instanceof Map)) return undefined;
  for (const [key, each] of value) {
    if (!(each instanceof Map)) rows.set(String(key), contentOf(each));
    else for (const [below, row] of each) rows.set(`${String(key)}.${String(below)}`, contentOf(row));
  }
  return rows;
}

const contentOf = (value: unknown): string => canonical(plain(value)) ?? 'nothing';

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  // a key of any spelling is a key, not a prototype
  return Object.fromEntries([...value].map(([key, each]) => [`.${String(key)}`, plain(each)]));
}
