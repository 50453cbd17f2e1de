/** What a value may be. `#name` refers to the table of definitions of the core kinds, e.g. `#core.v1.Container`. */
export type Schema = Scalar | Reference | ObjectSchema | PartialSchema | ListSchema | MapSchema | EnumSchema;

export type Scalar = 'any' | 'string' | 'integer' | 'number' | 'boolean' | 'quantity' | 'int-or-string' | 'byte' | 'date-time';

export type Reference = `#${string}`;

/** A closed object: any other field is unknown. */
export interface ObjectSchema {
  readonly fields: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** A definition of which nothing is required at its top, e.g. a pod spec that an operator completes, less the fields that an older API has not. */
export interface PartialSchema {
  readonly partial: Reference;
  readonly without?: readonly string[];
}

export interface ListSchema {
  readonly list: Schema;
  /**
   * Fields that together may not repeat, `protocol=TCP` with a default; an empty list is a set of scalars.
   * Without `keys` the items may repeat.
   */
  readonly keys?: readonly string[];
}

export interface MapSchema {
  readonly map: Schema;
}

export interface EnumSchema {
  readonly enum: readonly string[];
}

/** A kind that may be emitted. */
export interface KindSchema {
  readonly schema: Schema;
  readonly namespaced: boolean;
  /** The resource of the API, e.g. `configmaps`. */
  readonly plural: string;
}

/** By `apiVersion/Kind`, e.g. `apps/v1/Deployment`. */
export type KindTable = Readonly<Record<string, KindSchema>>;

export type Definitions = Readonly<Record<string, Schema>>;

/** `object({ server: 'string', path: 'string' }, ['server'])`: a closed object and which of its fields are required. */
export function object<F extends Record<string, Schema>>(fields: F, required?: readonly (keyof F & string)[]): ObjectSchema {
  return required ? { fields, required } : { fields };
}

/** `list(item)`, or with keys `list(item, 'name')` for a list where each name comes once. */
export function list(item: Schema, ...keys: readonly string[]): ListSchema {
  return keys.length > 0 ? { list: item, keys } : { list: item };
}

export function map(value: Schema): MapSchema {
  return { map: value };
}

export function oneOf(...words: readonly string[]): EnumSchema {
  return { enum: words };
}

/** A definition of the core kinds, e.g. `core('ResourceRequirements')`. */
export function core(name: string): Reference {
  return `#core.v1.${name}`;
}

/** As `core`, with nothing required, and less the fields named. */
export function partial(name: string, ...without: readonly string[]): PartialSchema {
  return without.length > 0 ? { partial: core(name), without } : { partial: core(name) };
}

export const labelSelector: Reference = '#meta.v1.LabelSelector';

/** `{ name, key, optional }` of a ConfigMap or Secret in the same namespace. */
export const keySelector: Reference = '#core.v1.SecretKeySelector';

/** Labels and annotations that an operator puts on what it makes. */
export const labelled = object({ annotations: map('string'), labels: map('string') });

/** Rows of one custom group: `group('velero.io/v1', { Schedule: { plural: 'schedules', spec } })`. */
export function group(apiVersion: string, kinds: Readonly<Record<string, CustomKind>>): KindTable {
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, row]) => [
      `${apiVersion}/${kind}`,
      {
        plural: row.plural,
        namespaced: row.namespaced ?? true,
        schema: object(
          { apiVersion: 'string', kind: 'string', metadata: '#meta.v1.ObjectMeta', spec: row.spec, status: 'any' },
          row.specOptional ? ['metadata'] : ['metadata', 'spec'],
        ),
      },
    ]),
  );
}

export interface CustomKind {
  readonly plural: string;
  readonly spec: Schema;
  /** @default true */
  readonly namespaced?: boolean;
  /** @default false */
  readonly specOptional?: boolean;
}
