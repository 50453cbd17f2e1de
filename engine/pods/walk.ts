import { isRecord } from '../inspect/plain.ts';

export interface Found {
  readonly value: unknown;
  /** From the object's root, e.g. `spec.tasks[0].template.spec`. */
  readonly field: string;
  readonly parent: unknown;
  readonly parentField: string;
}

/** `field` followed by a key or an index. */
export function below(field: string, key: string | number): string {
  return typeof key === 'number' ? `${field}[${key}]` : field ? `${field}.${key}` : key;
}

/** All values at a path; `*` is every item of a list or every value of a map. */
export function resolve(root: unknown, path: string): readonly Found[] {
  let found: readonly Found[] = [{ value: root, field: '', parent: undefined, parentField: '' }];
  for (const step of path.split('.')) {
    found = found.flatMap(({ value, field }) => children(value, step).map(([key, child]) => ({ value: child, field: below(field, key), parent: value, parentField: field })));
  }
  return found;
}

function children(value: unknown, step: string): readonly (readonly [string | number, unknown])[] {
  if (step !== '*') return isRecord(value) && Object.hasOwn(value, step) && value[step] !== undefined ? [[step, value[step]]] : [];
  if (Array.isArray(value)) return value.map((child: unknown, index) => [index, child] as const);
  return isRecord(value) ? Object.entries(value) : [];
}

const DEEPEST = 64;

/** The value as the API server reads it: a key with null is no key. The same value when there is none. */
export function withoutNulls<T>(value: T): T {
  return hasNull(value, 0) ? stripped(value, 0) : value;
}

function hasNull(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return false;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) if (hasNull(value[index], depth + 1)) return true;
    return false;
  }
  const map = value as Readonly<Record<string, unknown>>;
  for (const key in map) if (map[key] === null || hasNull(map[key], depth + 1)) return true;
  return false;
}

function stripped<T>(value: T, depth: number): T {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => stripped(item, depth + 1)) as T;
  return Object.fromEntries(Object.entries(value).filter(([, child]) => child !== null).map(([key, child]: [string, unknown]) => [key, stripped(child, depth + 1)])) as T;
}
