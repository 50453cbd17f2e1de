import { isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import { nearest } from '../problem/index.ts';
import type { SourceFile } from '../text/index.ts';
import { refuse, refuseType, words, type Infer, type Shape } from './shape.ts';

/** A key that may be left out. */
export interface Optional<T> {
  readonly optional: Shape<T>;
}

export const optional = <T>(shape: Shape<T>): Optional<T> => ({ optional: shape });

type Fields = Readonly<Record<string, Shape<unknown> | Optional<unknown>>>;

type Read<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Shape<unknown> ? K : never]: Infer<F[K]>;
} & {
  readonly [K in keyof F as F[K] extends Optional<unknown> ? K : never]?: F[K] extends Optional<infer T> ? T : never;
};

const keysOf = (node: YAMLMap.Parsed): readonly string[] => node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));

/** A mapping with exactly these keys. */
export function object<F extends Fields>(fields: F): Shape<Read<F>> {
  const shapes = new Map(Object.entries(fields).map(([key, field]) => [key, 'optional' in field ? field.optional : field]));
  const required = Object.keys(fields).filter((key) => !('optional' in fields[key]!));
  return {
    type: 'mapping',
    read(node, file) {
      if (!isMap(node)) return refuseType(file, node, 'mapping');
      const values = entries(node, file, [...shapes.keys()], 'key', (key) => shapes.get(key));
      // a misspelt key is one mistake, not a missing key beside an unknown one
      const misspelt = new Set(keysOf(node).filter((key) => !shapes.has(key)).map((key) => nearest(key, [...shapes.keys()])));
      for (const key of required) {
        if (!values.has(key) && !misspelt.has(key)) refuse(file, 'CHAMP1121', node, { value: key, type: shapes.get(key)!.type });
      }
      return Object.fromEntries(values) as Read<F>;
    },
  };
}

export interface RecordOptions<K extends string, V> {
  /** The only keys there are, none required. @default any */
  readonly keys?: readonly K[];
  /** What a key names, for problems, e.g. `service`. @default `key` */
  readonly what?: string;
  readonly values: Shape<V>;
}

/** A mapping from names to values of one shape; with `keys` typed by them. */
export function record<const K extends string = string, V = unknown>(
  { keys, what = 'key', values }: RecordOptions<K, V>,
): Shape<string extends K ? Readonly<Record<string, V>> : Readonly<Partial<Record<K, V>>>> {
  const allowed = keys && new Set<string>(keys);
  return {
    type: 'mapping',
    read(node, file) {
      if (!isMap(node)) return refuseType(file, node, 'mapping');
      const read = entries(node, file, keys ?? [], what, (key) => (allowed && !allowed.has(key) ? undefined : values));
      return Object.fromEntries(read) as never;
    },
  };
}

/** A sequence of values of one shape. */
export function list<T>(of: Shape<T>): Shape<readonly T[]> {
  return {
    type: 'sequence',
    read(node, file) {
      if (!isSeq(node)) return refuseType(file, node, 'sequence');
      return node.items.map((item) => of.read(item as ParsedNode, file) as T);
    },
  };
}

/** Reads each value by the shape of its key; a key without a shape is unknown. */
function entries(
  map: YAMLMap.Parsed, file: SourceFile, allowed: readonly string[], what: string, shapeOf: (key: string) => Shape<unknown> | undefined,
): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const shape = shapeOf(name);
    if (!shape) refuse(file, 'CHAMP1120', key, { ...words(name, allowed), what });
    else values.set(name, value ? shape.read(value, file) : refuseType(file, key, shape.type));
  }
  return values;
}
