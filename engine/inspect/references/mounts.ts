import { nearest, problem, type Problem } from '../../problem/index.ts';
import type { Check } from '../check.ts';
import { Estate } from '../estate.ts';
import { place } from '../identity.ts';
import { at, records, text } from '../plain.ts';

/** Every mount has its volume, and every volume one source; claim templates of a StatefulSet are volumes too. */
export const mounts: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const found: Problem[] = [];
  for (const { object, manifest, kind, templates } of estate.items) {
    for (const template of templates) {
      const volumes = records(template.spec['volumes']);
      volumes.forEach((volume, index) => {
        const count = Object.keys(volume).filter((key) => key !== 'name' && volume[key] !== undefined && volume[key] !== null).length;
        if (count !== 1) found.push(problem('CHAMP3036', place(object), { field: `${template.specField}.volumes[${index}]`, value: text(volume['name']), count }));
      });
      const claims = kind === 'StatefulSet' ? records(at(manifest, 'spec', 'volumeClaimTemplates')).map((claim) => at(claim, 'metadata', 'name')) : [];
      const names = [...volumes.map((volume) => volume['name']), ...claims].filter((name) => typeof name === 'string');
      for (const { field, container } of template.containers) {
        for (const list of ['volumeMounts', 'volumeDevices']) {
          records(container[list]).forEach((mount, index) => {
            const name = text(mount['name']);
            if (name !== undefined && !names.includes(name)) {
              found.push(problem('CHAMP3035', place(object), { field: `${field}.${list}[${index}]`, value: name, near: nearest(name, names), allowed: names }));
            }
          });
        }
      }
    }
  }
  return found;
};
