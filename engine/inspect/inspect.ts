import type { RenderedObject } from '../manifest.ts';
import type { Problem } from '../problem/index.ts';
import { chartImages } from './chart-images.ts';
import type { Check } from './check.ts';
import { duplicates } from './duplicates.ts';
import { Estate } from './estate.ts';
import type { InspectFacts } from './facts.ts';
import { limits } from './limits/index.ts';
import { names } from './names.ts';
import { namespaces } from './namespaces.ts';
import { limitRange, quota } from './quota/index.ts';
import { references } from './references/index.ts';
import { structure } from './structure.ts';

/** Every check, in the order in which a person mends what they find. */
export const checks: readonly Check[] = [structure, names, duplicates, namespaces, references, limits, chartImages, quota, limitRange];

/**
 * All problems of all objects, in time linear in their number. Total: any plain value as a manifest gives problems, never an
 * error. The objects may come from anywhere; what they refer to outside of themselves is in `facts`.
 */
export function inspect(objects: readonly RenderedObject[], facts: InspectFacts = {}): readonly Problem[] {
  const estate = new Estate(objects, facts);
  return checks.flatMap((check) => check(objects, facts, estate));
}
