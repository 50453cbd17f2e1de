import type { Middleware, OperatorPods } from '../../../constructs/middleware/index.ts';
import type { Zone } from '../../../constructs/zone.ts';
import { at, record, records } from '../../inspect/plain.ts';
import { containersOf, podTemplates } from '../../inspect/pod-templates.ts';
import { amounts, podNeed, type Amounts, type Need } from '../../inspect/quota/pod-need.ts';
import { autoscaled, mostPods } from '../../inspect/quota/replicas.ts';
import type { RenderedObject } from '../../manifest.ts';
import { quantity } from '../../quantity/index.ts';
import type { Output } from '../output.ts';
import { CONTAINER_DEFAULTS } from './limits.ts';
import { isMeshed, MESH_SIDECAR } from './mesh.ts';

interface Amount { cpu: number; memory: number }

/** What a namespace takes at its busiest: autoscalers at their maximum, an update of everything at once. Cores, bytes, counts. */
export interface NamespaceNeed {
  readonly requests: Amount;
  readonly limits: Amount;
  pods: number;
  claims: number;
  storage: number;
  loadBalancers: number;
  nodePorts: number;
  /** Largest limits that one container states. */
  readonly largest: Amount;
  largestClaim: number;
}

/** Most that a cluster of this size has. */
const CONTROL_PLANE_NODES = 5;

const DEFAULTS: Need = { requests: amounts(CONTAINER_DEFAULTS.requests), limits: amounts(CONTAINER_DEFAULTS.limits) };
const SIDECAR: Need = { requests: amounts(MESH_SIDECAR.requests), limits: amounts(MESH_SIDECAR.limits) };

/** The need of every namespace of a zone, from the objects rendered so far and the pods that operators will make. */
export function needsOf(zone: Zone, out: Output): ReadonlyMap<string, NamespaceNeed> {
  const needs = new Map<string, NamespaceNeed>();
  const needOf = (namespace: string): NamespaceNeed => {
    const found = needs.get(namespace) ?? nothing();
    needs.set(namespace, found);
    return found;
  };
  const here = out.objects.filter((object) => object.zone === zone.id);
  const scaled = autoscaled(here);
  // agents also run on the control plane, which is not among the nodes
  const nodes = [{ zone: zone.id, count: zone.props.nodes.count + CONTROL_PLANE_NODES }];
  const meshed = new Set(zone.applications.filter(isMeshed).map((application) => application.name));
  for (const object of here) {
    const { namespace } = object.manifest.metadata;
    if (namespace === undefined) continue;
    addService(needOf(namespace), object);
    addClaim(needOf(namespace), object.manifest.kind === 'PersistentVolumeClaim' ? object.manifest : undefined, 1);
    for (const template of podTemplates(object.manifest)) {
      const most = mostPods(object, template.spec, scaled, nodes);
      const injected = meshed.has(namespace) ? [SIDECAR] : [];
      addPods(needOf(namespace), podNeed(template, DEFAULTS, injected), most + leaving(object, most, scaled));
      for (const { container } of containersOf(template)) widen(needOf(namespace), amounts(at(container, 'resources', 'limits')));
      for (const { limits } of injected) widen(needOf(namespace), limits);
      for (const claim of records(at(object.manifest, 'spec', 'volumeClaimTemplates'))) addClaim(needOf(namespace), claim, most);
    }
  }
  for (const middleware of zone.middleware.values()) {
    for (const pods of operatorPods(middleware)) addOperatorPods(needOf(middleware.name), pods);
  }
  return needs;
}

export function nothing(): NamespaceNeed {
  return {
    requests: { cpu: 0, memory: 0 }, limits: { cpu: 0, memory: 0 }, pods: 0, claims: 0, storage: 0, loadBalancers: 0, nodePorts: 0,
    largest: { cpu: 0, memory: 0 }, largestClaim: 0,
  };
}

/** A pod that drains counts until it is gone, so an update holds its surge twice: pods that come and pods that go. */
function leaving(object: RenderedObject, most: number, scaled: ReadonlyMap<string, number>): number {
  const { kind, metadata: { name, namespace } } = object.manifest;
  if (kind !== 'Deployment') return 0;
  const own = at(object.manifest, 'spec', 'replicas');
  return most - (scaled.get([object.zone, namespace, kind, name].join('\n')) ?? (typeof own === 'number' ? own : 1));
}

function addPods(need: NamespaceNeed, one: Need, count: number): void {
  for (const side of ['requests', 'limits'] as const) {
    for (const resource of ['cpu', 'memory'] as const) need[side][resource] += (one[side][resource] ?? 0) * count;
  }
  need.pods += count;
}

function widen(need: NamespaceNeed, limits: Amounts): void {
  for (const resource of ['cpu', 'memory'] as const) need.largest[resource] = Math.max(need.largest[resource], limits[resource] ?? 0);
}

function addService(need: NamespaceNeed, { manifest }: RenderedObject): void {
  // Envoy Gateway makes the Service of a Gateway from these words
  const spec = manifest.kind === 'EnvoyProxy' ? at(manifest, 'spec', 'provider', 'kubernetes', 'envoyService') : manifest.kind === 'Service' ? manifest['spec'] : undefined;
  const { type, ports, allocateLoadBalancerNodePorts: allocates } = record(spec);
  if (type === 'LoadBalancer') need.loadBalancers += 1;
  if (type === 'NodePort' || (type === 'LoadBalancer' && allocates !== false)) need.nodePorts += records(ports).length;
}

function addClaim(need: NamespaceNeed, claim: unknown, count: number): void {
  const bytes = amounts(at(claim, 'spec', 'resources', 'requests'))['storage'];
  if (bytes === undefined) return;
  need.claims += count;
  need.storage += bytes * count;
  need.largestClaim = Math.max(need.largestClaim, bytes);
}

function operatorPods(middleware: Middleware): readonly OperatorPods[] {
  return middleware.parts.flatMap((part) => (part.part === 'custom' ? part.pods : [])).filter((pods) => pods.count > 0);
}

/** One pod more of each sort, since an operator may start the new one before the old one is gone. */
function addOperatorPods(need: NamespaceNeed, { count, sizing, storage }: OperatorPods): void {
  const one: Need = { requests: amounts(sizing.requests), limits: amounts(sizing.limits) };
  addPods(need, one, count + 1);
  widen(need, one.limits);
  if (storage === undefined) return;
  const bytes = quantity(storage);
  // it may also keep the data of one pod in several volumes
  need.claims += count * 2;
  need.storage += bytes * count;
  need.largestClaim = Math.max(need.largestClaim, bytes);
}
