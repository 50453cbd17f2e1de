import type { Zone } from '../../constructs/zone.ts';
import type { PodGroup } from '../../engine/capacity/index.ts';
import { fitOf, podsOf } from '../estate/capacity.ts';
import { inspectFacts, type Rendered } from '../estate/index.ts';

/** Pods and what they request: cores and bytes. */
export interface Weight {
  readonly pods: number;
  /** Pods with every HPA at its maximum. */
  readonly most: number;
  readonly cpu: number;
  readonly memory: number;
}

export interface ZoneWeight extends Weight {
  readonly zone: string;
  readonly services: number;
  /** What the pods at rest take of the nodes, one of them down; 0 to 1. */
  readonly share: { readonly cpu: number; readonly memory: number };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

export function weightOf(groups: readonly PodGroup[], nodes: number): Weight {
  const sum = (of: (group: PodGroup, count: number) => number) => groups.reduce((total, each) => total + of(each, each.everyNode ? nodes : each.count.rest), 0);
  return {
    pods: sum((_, count) => count),
    most: sum((group, count) => (group.everyNode ? count : group.count.most)),
    cpu: rounded(sum(({ cpu }, count) => cpu * count)),
    memory: sum(({ memory }, count) => memory * count),
  };
}

/** All pods of each zone. */
export function zoneWeights({ environment, output }: Rendered): readonly ZoneWeight[] {
  const groups = podsOf(environment, output, inspectFacts(environment));
  return environment.zones.map((zone) => {
    const { rest } = fitOf(zone, groups);
    return {
      zone: zone.id, services: environment.allServices.filter((service) => service.zone === zone).length,
      ...weightOf(groups.filter((each) => each.zone === zone.id), zone.props.nodes.count), share: { cpu: rounded(rest.cpu), memory: rounded(rest.memory) },
    };
  });
}

/** The pods in one namespace of a zone. */
export function namespaceWeight({ environment, output }: Rendered, zone: Zone, namespace: string): Weight {
  const groups = podsOf(environment, output, inspectFacts(environment));
  return weightOf(groups.filter((each) => each.zone === zone.id && each.namespace === namespace), zone.props.nodes.count);
}
