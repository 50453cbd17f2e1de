import type { Environment } from '../../constructs/environment.ts';
import type { Service } from '../../constructs/service/index.ts';
import { nearest, type Problems } from '../../engine/problem/index.ts';

/** What services are chosen by; a tenant is also called a vendor, and a layer may be given by its number alone: `L5`. */
const KEYS: Readonly<Record<string, (service: Service) => readonly string[]>> = {
  layer: ({ layer }) => [layer, layer.split('-')[0]!],
  tenant: ({ subsystem }) => [subsystem.tenant],
  vendor: ({ subsystem }) => [subsystem.tenant],
  subsystem: ({ subsystem }) => [subsystem.props.id],
  service: ({ id }) => [id],
  kind: ({ kind }) => [kind],
  zone: ({ zone }) => [zone.id],
};

/**
 * Services that match every key of `layer=L5,tenant=vendor-08,...`; a key that is given twice means either value. Nothing after a
 * problem: an unknown key or value, or services that do not exist.
 */
export function selectServices(environment: Environment, selectors: readonly string[], where: string, problems: Problems): readonly Service[] {
  const services = environment.allServices;
  const known = problems.size;
  const wanted = new Map<string, Set<string>>();
  for (const pair of selectors.flatMap((each) => each.split(','))) {
    const [key = '', value, ...more] = pair.split('=').map((part) => part.trim());
    const valuesOf = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    if (!valuesOf || !value || more.length > 0) {
      problems.add('CHAMP9233', where, { value: pair, allowed: Object.keys(KEYS), near: valuesOf ? undefined : nearest(key, Object.keys(KEYS)) });
      continue;
    }
    const values = new Set(services.flatMap(valuesOf));
    if (!values.has(value)) problems.add('CHAMP9234', where, { key, value, allowed: values.size > 20 ? undefined : [...values].sort(), near: nearest(value, values) });
    wanted.set(key, (wanted.get(key) ?? new Set()).add(value));
  }
  if (problems.size > known) return [];
  const found = services.filter((service) => [...wanted].every(([key, values]) => KEYS[key]!(service).some((value) => values.has(value))));
  if (found.length === 0) problems.add('CHAMP9235', where, { environment: environment.name, value: selectors });
  return found;
}

/** Services by their ids, each once; what does not exist is a problem. */
export function namedServices(environment: Environment, ids: readonly string[], where: string, problems: Problems): readonly Service[] {
  return [...new Set(ids)].flatMap((id) => {
    const service = environment.tryService(id);
    if (service) return [service];
    problems.add('CHAMP9226', where, { value: id, environment: environment.name, near: nearest(id, environment.allServices.map((each) => each.id)) });
    return [];
  });
}
