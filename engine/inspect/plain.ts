/** Reads of values that nobody has checked: what has another shape counts as empty, so a check never crashes on it. */

export type Plain = Readonly<Record<string, unknown>>;

const EMPTY: Plain = Object.freeze({});
const NONE: readonly never[] = Object.freeze([]);

export function isRecord(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record(value: unknown): Plain {
  return isRecord(value) ? value : EMPTY;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NONE;
}

export function records(value: unknown): readonly Plain[] {
  if (!Array.isArray(value)) return NONE;
  for (const each of value) if (!isRecord(each)) return value.filter(isRecord);
  return value;
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function texts(value: unknown): readonly string[] {
  return list(value).filter((each) => typeof each === 'string');
}

/** The entries of a map of strings, e.g. labels; entries of another type are left to the structure check. */
export function strings(value: unknown): Readonly<Record<string, string>> {
  const map = record(value);
  for (const key in map) {
    if (typeof map[key] !== 'string') return Object.fromEntries(Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }
  return map as Readonly<Record<string, string>>;
}

/**
 * `at(manifest, 'spec', 'template')`: the value below these fields, undefined where a step is missing.
 * The fields are words of an API, never words of the input. Parameters are counted out, since this is called most of all.
 */
export function at(value: unknown, first: string, second?: string, third?: string, fourth?: string, fifth?: string): unknown {
  let found = isRecord(value) ? value[first] : undefined;
  if (second !== undefined) found = isRecord(found) ? found[second] : undefined;
  if (third !== undefined) found = isRecord(found) ? found[third] : undefined;
  if (fourth !== undefined) found = isRecord(found) ? found[fourth] : undefined;
  if (fifth !== undefined) found = isRecord(found) ? found[fifth] : undefined;
  return found;
}
