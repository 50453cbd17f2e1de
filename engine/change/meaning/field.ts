import type { Change, FieldChange } from '../change.ts';
import { stepsOf, type Step } from '../field-path.ts';
import { groupOf } from '../../pods/index.ts';
import { FILE } from '../entries.ts';

/** A field that changed, with its path taken apart. */
export interface Field extends FieldChange {
  readonly steps: readonly Step[];
  /** Keys of mappings on the way, elements of lists left out. */
  readonly keys: readonly string[];
}

export function fieldOf(change: FieldChange): Field {
  const steps = stepsOf(change.field);
  return { ...change, steps, keys: steps.flatMap((step) => ('key' in step ? [step.key] : [])) };
}

/** `apps/Deployment`, `/ConfigMap`, `File`. */
export const kindOf = ({ object: { apiVersion, kind } }: Pick<Change, 'object'>): string => (kind === FILE ? FILE : `${groupOf(apiVersion)}/${kind}`);

export const lastKey = ({ keys }: Field): string => keys.at(-1) ?? '';

/** Name of the element that stands right behind a key, e.g. of `env` in `env[TZ].value`. */
export function itemOf({ steps }: Field, ...lists: readonly string[]): string | undefined {
  const at = steps.findIndex((step, index) => 'key' in step && lists.includes(step.key) && steps[index + 1] !== undefined && 'item' in steps[index + 1]!);
  const item = at < 0 ? undefined : steps[at + 1];
  return item && 'item' in item ? item.item : undefined;
}

export const CONTAINERS = ['containers', 'initContainers', 'ephemeralContainers'] as const;

/** Name of the container that the field is of. */
export const containerOf = (field: Field): string | undefined => itemOf(field, ...CONTAINERS);

/** Path of what stands behind the first of these keys; empty for the key itself. */
export function restBehind({ steps }: Field, key: string): readonly Step[] {
  const at = steps.findIndex((step) => 'key' in step && step.key === key);
  return at < 0 ? [] : steps.slice(at + 1);
}
