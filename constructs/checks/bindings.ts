import { nearest } from '../../engine/problem/index.ts';
import type { Environment } from '../environment.ts';
import { SENSITIVITIES, SIZE_CLASSES } from '../words.ts';
import { MIDDLEWARE_KINDS, type MiddlewareKind } from '../middleware/kinds.ts';
import type { Service } from '../service/index.ts';

/** What a service names must exist where it stands: kinds, sizes, parties, exposed services. */
export function checkBindings(environment: Environment): void {
  for (const service of environment.allServices) {
    checkKinds(service);
    checkParties(service);
    if (!(service.size in SIZE_CLASSES)) {
      environment.problems.add('CHAMP2026', environment.pathOf(service), { value: service.size, allowed: Object.keys(SIZE_CLASSES) });
    }
    const { min, max, city10M } = service.props.replicas;
    if (min > max || city10M < min || city10M > max) {
      environment.problems.add('CHAMP2027', environment.pathOf(service), { value: `min ${min}, city10M ${city10M}, max ${max}` });
    }
  }
  for (const service of environment.allServices) {
    const own = environment.facts.sizes.services[service.id];
    if (!own) continue;
    const at = environment.facts.at('sizes', ['services', service.id]);
    if (own.replicas !== undefined && (own.min ?? own.max) !== undefined) environment.problems.add('CHAMP2041', at, { value: service.id });
    const [min, max] = [own.min ?? (own.max === undefined ? undefined : service.atRest), own.max ?? (own.min === undefined ? undefined : service.atMost)];
    if (min !== undefined && max !== undefined && min > max) environment.problems.add('CHAMP2027', at, { value: `min ${min}, max ${max}` });
  }
  for (const [kind, own] of Object.entries(environment.facts.sizes.middleware)) {
    const row = environment.zones.map((zone) => zone.middleware.get(kind as MiddlewareKind)?.row).find(Boolean);
    if (row?.quorum && own?.replicas !== undefined && own.replicas % 2 === 0) environment.problems.add('CHAMP2050', environment.facts.at('sizes', ['middleware', kind, 'replicas']), { value: `${kind}: ${own.replicas}` });
  }
  const namespaces = environment.zones.flatMap((zone) => zone.applications.map((each) => each.name));
  for (const name of Object.keys(environment.facts.sizes.quotas)) {
    if (namespaces.includes(name)) continue;
    environment.problems.add('CHAMP2038', environment.facts.at('sizes', ['quotas', name]), { value: name, near: nearest(name, namespaces) });
  }
  for (const zone of environment.zones) {
    for (const id of Object.keys(zone.props.exposed)) {
      const service = environment.tryService(id);
      if (id !== 'ingress' && (service?.zone !== zone || service.kind !== 'gateway')) {
        const gateways = environment.allServices.filter((each) => each.zone === zone && each.kind === 'gateway').map((each) => each.id);
        environment.problems.add('CHAMP2029', environment.pathOf(zone), { value: id, allowed: gateways, near: nearest(id, gateways) });
      }
    }
  }
}

function checkKinds(service: Service): void {
  const { environment, zone } = service;
  for (const kind of service.uses) {
    if (zone.middleware.has(kind)) continue;
    environment.problems.add('CHAMP2020', environment.pathOf(service), {
      value: kind, zone: zone.id, near: (MIDDLEWARE_KINDS as readonly string[]).includes(kind) ? undefined : nearest(kind, MIDDLEWARE_KINDS), allowed: [...zone.middleware.keys()],
    });
  }
}

/** An outside party is reached through a gateway of the zone; data of a level without egress has no other way. */
function checkParties(service: Service): void {
  const { environment, zone } = service;
  for (const party of service.parties) {
    const address = environment.props.parties[party];
    if (!address) {
      const comesIn = service.kind === 'gateway' && service.id in zone.props.exposed;
      if (!comesIn) environment.problems.add('CHAMP2028', environment.pathOf(service), { value: party, allowed: Object.keys(environment.props.parties) });
      continue;
    }
    if (address.cidrs.length === 0) environment.problems.add('CHAMP2031', environment.pathOf(environment), { value: party });
    const gateways = environment.allServices.filter((each) => each.kind === 'gateway' && each.zone === zone);
    const leads = gateways.some((each) => each.parties.includes(party) || each.id === address.gateway);
    if (!leads) {
      const { noEgress } = SENSITIVITIES[service.props.sensitivity];
      environment.problems.add('CHAMP2030', environment.pathOf(service), { value: party, level: noEgress ? `${service.props.sensitivity} (noEgress)` : service.props.sensitivity, allowed: gateways.map((each) => each.id) });
    }
  }
}
