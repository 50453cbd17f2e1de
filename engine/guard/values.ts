import { isRecord } from '../inspect/plain.ts';

/** What stands at a dotted path such as `spec.selector`; undefined where there is nothing. */
export function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

/** The same text for values that the API server takes as the same: key order, null and emptiness do not count. */
export function canonical(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : `[${value.map((each) => canonical(each) ?? 'null').join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const fields = Object.keys(value).sort().flatMap((key) => {
    const text = canonical(value[key]);
    return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`];
  });
  return fields.length === 0 ? undefined : `{${fields.join(',')}}`;
}

/** As people read it in a report: JSON, cut after 80 characters; `-` for nothing. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '-');
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
