import type { Check } from '../check.ts';
import { Estate } from '../estate.ts';
import { mounts } from './mounts.ts';
import { objectReferences } from './objects.ts';
import { podReferences } from './pods.ts';
import { selectors } from './selectors.ts';

/** Nothing that is named, mounted or selected is missing. */
export const references: Check = (objects, facts, estate = new Estate(objects, facts)) =>
  [podReferences, objectReferences, mounts, selectors].flatMap((check) => check(objects, facts, estate));
