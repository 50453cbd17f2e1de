import type { EstateObject, PolicyEstate } from '../../engine/policy/index.ts';
import { SYSTEM_NAMESPACES } from './kinds.ts';
import { nameOf, namespaceOf, placeOf } from './place.ts';

export interface WorkloadNamespace {
  readonly zone: string;
  readonly name: string;
  /** Where a finding about the namespace points: the Namespace, else the first object with pods. */
  readonly at: EstateObject;
  readonly declared: boolean;
}

/** Namespaces with pods, a zone apart; those of Kubernetes itself and unknown ones left out. */
export function workloadNamespaces(estate: PolicyEstate): readonly WorkloadNamespace[] {
  const declared = new Map(estate.ofKind('Namespace').map((object) => [placeOf(object.zone, nameOf(object)), object]));
  const found = new Map<string, WorkloadNamespace>();
  const add = (zone: string, name: string, fallback?: EstateObject): void => {
    const place = placeOf(zone, name);
    if (name === '' || found.has(place) || SYSTEM_NAMESPACES.includes(name)) return;
    const at = declared.get(place) ?? fallback;
    if (at) found.set(place, { zone, name, at, declared: declared.has(place) });
  };
  for (const object of estate.objects) {
    if (estate.podsOf(object).length > 0) add(object.zone, namespaceOf(object), object);
  }
  for (const { zone, namespace } of estate.facts.otherPods ?? []) add(zone, namespace);
  return [...found.values()];
}

/** Objects of a kind of the core API by the namespace that they are in. */
export function byNamespace(estate: PolicyEstate, kind: string): ReadonlyMap<string, readonly EstateObject[]> {
  const found = new Map<string, EstateObject[]>();
  for (const object of estate.ofKind(kind)) {
    const place = placeOf(object.zone, namespaceOf(object));
    const list = found.get(place);
    if (list) list.push(object);
    else found.set(place, [object]);
  }
  return found;
}
