import type { CustomPart, Middleware, Port, WorkloadPart } from '../../../constructs/middleware/index.ts';
import { selector, type Labels } from '../labels.ts';
import { applicationOf } from '../middleware/place.ts';
import type { FlowPort, Peer } from './flow.ts';

export type PodPeer = Extract<Peer, { readonly namespace: string }>;

/** One set of pods of a kind, whoever makes them. */
export interface MiddlewarePods {
  readonly peer: PodPeer;
  readonly ports: readonly Port[];
  /** Ports on which the pods of a kind talk to each other. */
  readonly peers: readonly string[];
  readonly connects: NonNullable<WorkloadPart['connects']>;
  /** Calls the Kubernetes API. */
  readonly api: boolean;
  /** What others of the kind call it. */
  readonly names: readonly string[];
  readonly workload?: WorkloadPart;
  readonly custom?: CustomPart;
}

const known = new WeakMap<Middleware, readonly MiddlewarePods[]>();

/** Pods of a kind: our own workloads, and what operators make from custom resources. */
export function podsOf(middleware: Middleware): readonly MiddlewarePods[] {
  const found = known.get(middleware);
  if (found) return found;
  const pods: MiddlewarePods[] = [];
  for (const part of middleware.parts) {
    if (part.part === 'workload') pods.push(ofWorkload(middleware, part));
    if (part.part === 'custom') pods.push(...ofCustom(middleware, part));
  }
  known.set(middleware, pods);
  return pods;
}

function ofWorkload(middleware: Middleware, part: WorkloadPart): MiddlewarePods {
  return {
    peer: peerOf(middleware, applicationOf(middleware, part).name, selector(part.name), part.name),
    ports: [...part.ports, ...(part.sidecars ?? []).flatMap((sidecar) => sidecar.ports)],
    peers: part.peers ?? [],
    connects: part.connects ?? [],
    api: part.api !== undefined,
    names: [part.name],
    workload: part,
  };
}

function ofCustom(middleware: Middleware, part: CustomPart): readonly MiddlewarePods[] {
  return part.pods.map(({ name, labels, ports, peers, api }) => ({
    peer: peerOf(middleware, middleware.name, labels, name),
    ports,
    peers: peers ?? [],
    connects: part.connects ?? [],
    api: api ?? false,
    names: [name, part.name],
    custom: part,
  }));
}

/** Policies of all kinds lie in one folder, so the name starts with the kind. */
export function peerOf(middleware: Middleware, namespace: string, labels: Labels, name: string): PodPeer {
  const { kind, zone } = middleware;
  return { zone: zone.id, namespace, labels, name: name === kind || name.startsWith(`${kind}-`) ? name : `${kind}-${name}` };
}

export function flowPorts(ports: readonly Port[], names?: readonly string[]): readonly FlowPort[] {
  return ports
    .filter(({ name }) => names === undefined || names.includes(name))
    .map(({ port, protocol }) => (protocol === 'UDP' ? { port, protocol } : { port }));
}
