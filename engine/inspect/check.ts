import type { RenderedObject } from '../manifest.ts';
import type { Problem } from '../problem/index.ts';
import type { Estate } from './estate.ts';
import type { InspectFacts } from './facts.ts';

/**
 * One question asked of all objects at once, in time linear in their number.
 * `estate` is the same objects and facts, read before; whoever runs several checks passes it to save the work.
 */
export type Check = (objects: readonly RenderedObject[], facts: InspectFacts, estate?: Estate) => readonly Problem[];
