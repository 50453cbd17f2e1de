import type { Manifest } from '../manifest.ts';
import type { Text } from '../problem/index.ts';

/** What happened to an object. `replaced`: a field changed that cannot change in place, so it is deleted and made anew. */
export type ChangeClass = 'created' | 'changed' | 'moved' | 'renamed' | 'replaced' | 'deleted';

/** One field; list elements are named by their key, e.g. `spec.template.spec.containers[app].image`. A side that lacks it is undefined. */
export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** One object, or one plain file of a component, that is not the same on both sides. */
export interface Change {
  readonly class: ChangeClass;
  readonly environment: string;
  readonly zone: string;
  /** Folder of the Application, e.g. `core-mbs`. */
  readonly application: string;
  /** File after the change, before it where it is deleted: `<zone>/<application>/<name>`. */
  readonly file: string;
  /** Construct path, e.g. `linyi/core/mbs/hsa-mbs`, and the file that declares it. */
  readonly path: string;
  readonly source: string;
  readonly object: ObjectId;
  /** Of `moved` and `renamed`: application and name before. */
  readonly from?: { readonly application: string; readonly name: string; readonly file: string };
  readonly before?: Manifest;
  readonly after?: Manifest;
  /** What differs, all of it, in the order of the fields; empty for created and deleted objects. */
  readonly fields: readonly FieldChange[];
}

/** `kind` is `File` for a plain file, whose `name` is its path. */
export interface ObjectId {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

export const MEANINGS = [
  'image', 'config', 'secret', 'scale', 'resources', 'exposure', 'access', 'finding', 'waiver', 'quota', 'capacity', 'restart', 'path', 'storage', 'schedule', 'health', 'security', 'metadata', 'policy', 'delivery',
] as const;

export type MeaningKind = (typeof MEANINGS)[number];

/** What a change means to people, in a sentence; `data` is for programs, without secrets. */
export interface Meaning extends Text {
  readonly kind: MeaningKind;
  readonly data?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

export const RISKS = ['low', 'medium', 'high', 'blocked'] as const;

export type Risk = (typeof RISKS)[number];
