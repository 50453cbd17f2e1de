import type { SourceFile } from '../text/index.ts';
import type { Splice } from './splice.ts';

/** Formats of configuration files in which one value can be edited. */
export type EditFormat = 'properties' | 'yaml' | 'json' | 'xml' | 'nginx';

/** One value of a file, or an empty mapping, list or block. */
export interface Entry {
  /** As `editText` takes it; indexes and document numbers are always written. */
  readonly key: string;
  readonly value: string;
  /** Offsets of the value as it is written, quotes included. */
  readonly start: number;
  readonly end: number;
  /** Written elsewhere, behind an alias. */
  readonly isShared?: boolean;
}

export interface Writing {
  /** Writes a number or `true` as text too, where the format tells them apart; @default false */
  readonly asText?: boolean;
}

/** A file that was read for editing. Paths that mean nothing, or more than one value, throw a `ProblemError`. */
export interface Reading {
  /** In the order of the file. */
  readonly entries: readonly Entry[];
  /** The value, through aliases too; undefined when there is none. */
  find(path: string): Entry | undefined;
  set(path: string, value: string, writing: Writing): Splice;
  /** Undefined when there is nothing to remove. */
  unset(path: string): Splice | undefined;
}

/** Reads one format whose syntax was found right. */
export type Reader = (file: SourceFile) => Reading;
