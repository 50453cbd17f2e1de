import { fileName } from '../manifest.ts';
import { problem, type Problem } from '../problem/index.ts';
import type { Check } from './check.ts';
import { Estate, type Item } from './estate.ts';
import { place } from './identity.ts';

/** No object twice in one zone, whatever its version, and no two objects in one file of the output. */
export const duplicates: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const found: Problem[] = [];
  const byName = new Map<string, Item>();
  const byFile = new Map<string, Item>();
  for (const item of estate.items) {
    const { object, zone, group, kind, namespace, name } = item;
    if (!kind || !name) continue;
    const key = `${zone}\n${group}\n${kind}\n${namespace}\n${name}`;
    const file = `${zone}/${object.application}/${fileName(object.application, item)}`.toLowerCase();
    const same = byName.get(key);
    const inFile = byFile.get(file);
    if (same) found.push(problem('CHAMP3021', place(object), { value: name, other: place(same.object) }));
    else if (inFile) found.push(problem('CHAMP3022', place(object), { value: file, other: place(inFile.object) }));
    if (!same) byName.set(key, item);
    if (!inFile) byFile.set(file, item);
  }
  return found;
};
