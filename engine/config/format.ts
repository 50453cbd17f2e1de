import type { SourceFile } from '../text/index.ts';
import type { Quoting } from './quoting.ts';

/** A piece of a file that reaches the product as text: comments and structure are in no span. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** How text is written here; undefined in a key, where no reference may stand. */
  readonly quoting: Quoting | undefined;
}

export interface Syntax {
  /** In the order of the file. */
  readonly spans: readonly Span[];
  /** Names that the file defines for `${name}`. */
  readonly defined: ReadonlySet<string>;
}

/** One format of configuration files. */
export interface Format {
  readonly name: string;
  /** Ends of file names, lower case, with the dot. */
  readonly endings: readonly string[];
  /** Whether the product resolves `${name}` itself, so that an undefined name is an error. */
  readonly placeholders: boolean;
  /** Checks the syntax; problems go to the file. */
  parse(file: SourceFile): Syntax;
}

export const NOTHING: ReadonlySet<string> = new Set();
