import type { Check } from '../check.ts';
import { Estate } from '../estate.ts';
import { images } from './images.ts';
import { pods } from './pods.ts';
import { resources } from './resources.ts';
import { size } from './size.ts';

/** What one object alone may not exceed or contradict. */
export const limits: Check = (objects, facts, estate = new Estate(objects, facts)) =>
  [size, resources, images, pods].flatMap((check) => check(objects, facts, estate));
