import type { Environment } from '../../constructs/environment.ts';
import type { Zone } from '../../constructs/zone.ts';
import { fit, podGroups, type Fit, type PodGroup } from '../../engine/capacity/index.ts';
import type { InspectFacts } from '../../engine/inspect/index.ts';
import { quantity } from '../../engine/quantity/index.ts';
import type { Output } from '../../engine/render/index.ts';

/** Pods that stay, with those of services told apart. */
export function podsOf(environment: Environment, output: Output, facts: InspectFacts): readonly PodGroup[] {
  const services = new Set(environment.allServices.map((service) => `${service.namespace}/${service.id}`));
  return podGroups(output.objects, facts, ({ manifest }) => services.has(`${manifest.metadata.namespace}/${manifest.metadata.name}`));
}

/** All pods of a zone at rest with one node down, and at HPA maximum with all nodes up. */
export function fitOf(zone: Zone, groups: readonly PodGroup[]): { readonly rest: Fit; readonly most: Fit } {
  const { count, shape, reserved } = zone.props.nodes;
  const nodes = { count, cpu: quantity(shape.cpu) - quantity(reserved.cpu), memory: quantity(shape.memory) - quantity(reserved.memory) };
  const here = groups.filter((each) => each.zone === zone.id);
  return { rest: fit(here, nodes, 'rest', 1), most: fit(here, nodes, 'most') };
}

/** A city must fit its nodes; a development environment need not survive the loss of one. */
export function checkCapacity(environment: Environment, groups: readonly PodGroup[]): void {
  for (const zone of environment.zones) {
    const found = fitOf(zone, groups);
    for (const moment of environment.production ? (['rest', 'most'] as const) : (['most'] as const)) {
      const { fits, left, cpu, memory } = found[moment];
      if (fits) continue;
      const missing = left.slice(0, 5).map((each) => `${each.namespace}/${each.name} x${each.count}`).join(', ');
      environment.problems.add(moment === 'rest' ? 'CHAMP2044' : 'CHAMP2045', environment.pathOf(zone), {
        zone: zone.id, value: `CPU ${Math.round(cpu * 100)} %, memory ${Math.round(memory * 100)} %; ${missing}${left.length > 5 ? ' ...' : ''}`,
      });
    }
  }
}
