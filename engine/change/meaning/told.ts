import type { Manifest } from '../../manifest.ts';
import type { Text } from '../../problem/index.ts';
import type { Change, FieldChange, Meaning, MeaningKind } from '../change.ts';
import type { Field } from './field.ts';

/** A meaning, and the fields that it tells: every field is in one of them. */
export interface Told {
  readonly meaning: Meaning;
  readonly fields: readonly FieldChange[];
}

/** What one concern of people says of a change. The change is masked: no secret can be said. */
export interface Concern {
  readonly kind: MeaningKind;
  /** Sentences on the fields that are its own; what is left out is told as a plain change of a field. */
  readonly tell: (fields: readonly Field[], change: Change) => readonly Told[];
  /** What a created or deleted object has of it. @default nothing */
  readonly whole?: (manifest: Manifest, change: Change) => readonly Meaning[];
  /** Human names of fields by their key, for plain changes. @default the path */
  readonly words?: Readonly<Record<string, Text>>;
}

export type Data = NonNullable<Meaning['data']>;

export const meaning = (kind: MeaningKind, zh: string, en: string, data?: Data): Meaning => ({ kind, zh, en, ...(data ? { data } : {}) });

export const told = (fields: readonly FieldChange[], kind: MeaningKind, zh: string, en: string, data?: Data): Told => ({ fields, meaning: meaning(kind, zh, en, data) });

/** Data without what is undefined. */
export function data(values: Readonly<Record<string, Data[string] | undefined>>): Data {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Data[string]] => entry[1] !== undefined));
}
