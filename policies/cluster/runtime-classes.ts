import { text } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { nameOf, placeOf } from '../network/place.ts';

function* find(estate: PolicyEstate): Iterable<Discovery> {
  const known = new Set(estate.ofKind('RuntimeClass').map((object) => placeOf(object.zone, nameOf(object))));
  const existing = (estate.facts.existing ?? []).filter(({ kind }) => kind === 'RuntimeClass');
  for (const object of estate.objects) {
    for (const { spec, field } of estate.podsOf(object)) {
      const name = text(spec['runtimeClassName']) ?? '';
      if (name === '' || known.has(placeOf(object.zone, name))) continue;
      if (existing.some((each) => each.name === name && (each.zone ?? object.zone) === object.zone)) continue;
      yield { at: object, field: `${field}.runtimeClassName`, message: { zh: `没有声明 RuntimeClass ${name}`, en: `nothing declares the RuntimeClass ${name}` } };
    }
  }
}

/** A sandbox that pods ask for is declared; which workloads must ask for one is judged pod by pod. */
export const runtimeClassRules: readonly EstateRule[] = [{
  id: 'NSA-POD-28',
  fix: { zh: '声明 RuntimeClass（handler 为节点上的沙箱，例如 gVisor、Kata）', en: 'declare the RuntimeClass, with the sandbox of the nodes as handler, e.g. gVisor or Kata' },
  find,
  present: (estate) => estate.objects.some((object) => estate.podsOf(object).some(({ spec }) => spec['runtimeClassName'] !== undefined)),
}];
