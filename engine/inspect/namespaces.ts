import { nearest, problem, type Problem } from '../problem/index.ts';
import type { Check } from './check.ts';
import { Estate } from './estate.ts';
import { place } from './identity.ts';

/** Every namespaced object is in a namespace which its own zone declares, or has already. */
export const namespaces: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const found: Problem[] = [];
  for (const { object, zone, kind, namespace } of estate.items) {
    if (!namespace || estate.objects.find(zone, 'Namespace', '', namespace)) continue;
    const allowed = estate.objects.names(zone, 'Namespace', '');
    found.push(problem('CHAMP3023', place(object), { value: namespace, kind, zone, near: nearest(namespace, allowed), allowed }));
  }
  return found;
};
