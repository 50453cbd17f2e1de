import type { Service } from '../../constructs/service/index.ts';
import type { Middleware } from '../../constructs/middleware/index.ts';
import type { Zone } from '../../constructs/zone.ts';
import type { Fit, PodGroup } from '../../engine/capacity/index.ts';
import { asSubsystem } from '../../engine/render/guardrails/index.ts';
import type { Rendered } from './estate.ts';
import { fitOf, podsOf } from './capacity.ts';
import { inspectFacts } from './inspect-facts.ts';

/** Pods and containers that stay, by who makes them. */
export interface Count {
  readonly services: number;
  readonly middleware: number;
  readonly operators: number;
  /** Sidecars of the mesh; 0 for pods. */
  readonly injected: number;
  readonly total: number;
}

export interface ZoneInventory {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly nodes: number;
  readonly subsystems: readonly { readonly id: string; readonly zh: string; readonly en: string; readonly namespace: string; readonly tenant: string; readonly services: readonly ServiceInventory[] }[];
  readonly middleware: readonly { readonly kind: string; readonly zh: string; readonly en: string; readonly product: string; readonly mode: string; readonly namespace: string; readonly replicas: number }[];
  readonly pods: Count;
  readonly containers: Count;
  /** All pods at rest with one node down, and at HPA maximum with all nodes up. */
  readonly capacity: { readonly rest: Fit; readonly most: Fit };
}

export interface ServiceInventory {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: string;
  readonly size: string;
  readonly pods: { readonly min: number; readonly max: number };
  readonly layer: string;
  readonly sensitivity: string;
  readonly constraint: string;
}

export interface Inventory {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly stage: string;
  readonly edition: string;
  readonly objects: number;
  readonly zones: readonly ZoneInventory[];
}

/** What an environment consists of, as plain data. */
export function inventory({ environment, output }: Rendered): Inventory {
  const groups = podsOf(environment, output, inspectFacts(environment));
  const { name, zh, en, stage, edition } = environment.props;
  return {
    name, zh, en, stage, edition,
    objects: output.objects.length,
    zones: environment.zones.map((zone) => zoneInventory(zone, groups.filter((each) => each.zone === zone.id))),
  };
}

function zoneInventory(zone: Zone, groups: readonly PodGroup[]): ZoneInventory {
  const { count } = zone.props.nodes;
  const pods = (group: PodGroup) => (group.everyNode ? count : group.count.rest);
  return {
    id: zone.id, ...zone.text, nodes: count,
    subsystems: zone.applications.flatMap((each) => asSubsystem(each) ?? []).map((subsystem) => ({
      id: subsystem.props.id, zh: subsystem.props.zh, en: subsystem.props.en, namespace: subsystem.name, tenant: subsystem.tenant,
      services: subsystem.services.map(serviceInventory),
    })),
    middleware: [...zone.middleware.values()].map(middlewareInventory),
    pods: counted(groups, pods, () => 0),
    containers: counted(groups, (group) => pods(group) * group.containers, (group) => pods(group) * group.injected),
    capacity: fitOf(zone, groups),
  };
}

function counted(groups: readonly PodGroup[], of: (group: PodGroup) => number, extra: (group: PodGroup) => number): Count {
  const sum = (origin: PodGroup['origin']) => groups.filter((each) => each.origin === origin).reduce((total, each) => total + of(each), 0);
  const [services, middleware, operators] = [sum('service'), sum('middleware'), sum('operator')];
  const injected = groups.reduce((total, each) => total + extra(each), 0);
  return { services, middleware, operators, injected, total: services + middleware + operators + injected };
}

function serviceInventory(service: Service): ServiceInventory {
  const { zh, en, sensitivity } = service.props;
  return {
    id: service.id, zh, en, kind: service.kind, size: service.size, pods: { min: service.minPods, max: service.maxPods },
    layer: service.layer, sensitivity, constraint: service.constraint,
  };
}

function middlewareInventory(middleware: Middleware): ZoneInventory['middleware'][number] {
  const { kind, product, text, name, replicas } = middleware;
  return { kind, zh: text.zh, en: text.en, product: product.product, mode: product.mode, namespace: name, replicas };
}
