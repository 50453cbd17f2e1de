import type { Environment } from '../../constructs/environment.ts';
import type { OperatorRow } from '../../constructs/operators.ts';
import type { Zone } from '../../constructs/zone.ts';
import { fit, podGroups, type Fit, type PodGroup } from '../../engine/capacity/index.ts';
import type { InspectFacts } from '../../engine/inspect/index.ts';
import { quantity } from '../../engine/quantity/index.ts';
import { neededOperators, type Output } from '../../engine/render/index.ts';

/** Pods that stay, with those of services told apart. */
export function podsOf(environment: Environment, output: Output, facts: InspectFacts): readonly PodGroup[] {
  const services = new Set(environment.allServices.map((service) => `${service.namespace}/${service.id}`));
  return [
    ...podGroups(output.objects, facts, ({ manifest }) => services.has(`${manifest.metadata.namespace}/${manifest.metadata.name}`)),
    ...environment.zones.flatMap((zone) => neededOperators(zone, output).flatMap((row) => operatorGroups(zone, row))),
  ];
}

/** The controllers of a chart, which is not rendered here: its row says what they take, all together and on each node. */
function operatorGroups(zone: Zone, row: OperatorRow): readonly PodGroup[] {
  const group = { zone: zone.id, namespace: row.namespace, origin: 'operator', spread: false, containers: 1, injected: 0 } as const;
  const pods = zone.environment.production ? row.pods : Math.min(row.pods, 1);
  const share = row.pods === 0 ? 0 : 1 / row.pods;
  return [
    ...(pods > 0 ? [{ ...group, name: row.id, count: { rest: pods, most: pods }, everyNode: false, cpu: quantity(row.cpu) * share, memory: quantity(row.memory) * share }] : []),
    ...(row.perNode ? [{ ...group, name: `${row.id}-node`, count: { rest: 0, most: 0 }, everyNode: true, cpu: quantity(row.perNode.cpu), memory: quantity(row.perNode.memory) }] : []),
  ];
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
