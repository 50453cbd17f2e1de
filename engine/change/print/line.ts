import type { Text } from '../../problem/index.ts';
import type { FieldChange, Risk } from '../change.ts';

/**
 * A piece of a line. `text` is a sentence that may hold values, `code` one value, `names` several, of which a format may show the first.
 * What is in them is never trusted: each format makes it harmless in its own way.
 */
export type Span =
  | { readonly text: Text }
  | { readonly strong: Text }
  /** With a colon after it. */
  | { readonly label: Text }
  | { readonly code: string }
  | { readonly risk: Risk }
  | { readonly names: readonly string[] };

/** What happened, as a mark before the line. */
export type Mark = 'added' | 'removed' | 'changed' | 'warning' | 'plain';

export interface Line {
  readonly mark: Mark;
  readonly spans: readonly Span[];
  /** Lines below it. */
  readonly under?: readonly (readonly Span[])[];
  /** Text of several lines to take over as it is. */
  readonly block?: Text;
  readonly fields?: readonly FieldChange[];
}

export interface Section {
  /** Stable, for anchors. */
  readonly id: string;
  readonly title: Text;
  /** A title that is a value. @default none */
  readonly place?: string;
  /** Of what the title speaks. @default the number of lines */
  readonly count?: number;
  /** Said beside the title. */
  readonly spans?: readonly Span[];
  readonly lines: readonly Line[];
  /** The same in fewer lines, for where there is no room. */
  readonly short?: readonly Line[];
}
