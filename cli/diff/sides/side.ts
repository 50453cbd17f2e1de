import type { Text } from '../../../engine/problem/index.ts';
import type { Rendered } from '../../estate/index.ts';
import type { Given } from './contents.ts';

/** A side as it was found, with what people should know about it. */
export interface Found {
  readonly label: string;
  readonly commit?: string;
  /** All that it has, also those that nobody asked for. */
  readonly names: readonly string[];
  readonly environments: readonly Given[];
  readonly notes: readonly Text[];
  /** Where this process has rendered it, by name. */
  readonly rendered?: ReadonlyMap<string, Rendered>;
}
