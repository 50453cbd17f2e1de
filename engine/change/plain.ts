import { isRecord, type Plain } from '../inspect/plain.ts';

export { isRecord, list, record, records, text, texts, type Plain } from '../inspect/plain.ts';

/** What stands at a dotted path; undefined where there is nothing. */
export function at(root: unknown, path: string): unknown {
  let value = root;
  for (const key of path.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

const LEADING: Readonly<Record<string, number>> = { apiVersion: 0, kind: 1, metadata: 2, name: 3, namespace: 4 };

/** Keys in the order in which manifests are written, whatever order the data has. */
export function orderedKeys(...maps: readonly Plain[]): readonly string[] {
  const keys = maps.length === 1 ? Object.keys(maps[0]!) : [...new Set(maps.flatMap((each) => Object.keys(each)))];
  const rank = (key: string) => (Object.hasOwn(LEADING, key) ? LEADING[key]! : 5);
  return keys.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}

/** Deeper than any API allows: what is below counts as one text. */
const MAX_DEPTH = 100;

/** The same text for equal data, whatever the order of its keys. */
export function exact(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return value === undefined ? 'undefined' : JSON.stringify(value);
  if (depth > MAX_DEPTH) return '"..."';
  if (Array.isArray(value)) return `[${value.map((each) => exact(each, depth + 1)).join(',')}]`;
  const map = value as Plain;
  return `{${Object.keys(map).sort().filter((key) => map[key] !== undefined).map((key) => `${JSON.stringify(key)}:${exact(map[key], depth + 1)}`).join(',')}}`;
}
