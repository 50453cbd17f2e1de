import type { LedgerObject } from '../../emit/index.ts';
import type { PlacedObject } from '../../guard/index.ts';
import type { Manifest } from '../../manifest.ts';
import { networkZones, reach, type Edge, type NetworkZone } from '../../network/index.ts';
import { hasPods, podsIn } from '../../pods/index.ts';
import type { Change } from '../change.ts';
import type { Flow } from '../report.ts';
import { zoneOfFile, type EnvironmentPair } from './pair.ts';
import { outsideOf, type Places } from './places.ts';

/** A flow with the policies that allow it, as `namespace/name` in a sentence. */
export interface FoundFlow extends Flow {
  readonly why: string;
}

export interface Exposure {
  readonly opened: readonly FoundFlow[];
  readonly closed: readonly FoundFlow[];
}

const NONE: Exposure = { opened: [], closed: [] };

const DNS = 'kube-system/';

/**
 * Traffic that is possible on one side alone, by the NetworkPolicies of both. A zone in which nothing changed that policies speak of
 * is not looked at; nor is an environment that only one side has, in which everything would be new.
 */
export function exposureOf(pair: EnvironmentPair, places: Places = {}): Exposure {
  if (!pair.isOnBoth) return NONE;
  const zones = new Set(pair.changes.filter(matters).map(({ zone }) => zone));
  const found = [...zones].sort().map((zone) => inZone(pair, zone, places));
  return { opened: found.flatMap(({ opened }) => opened), closed: found.flatMap(({ closed }) => closed) };
}

/** True for what can open or close traffic: policies, namespaces with their labels, pods with their labels and ports. */
function matters({ before, after, object }: Change): boolean {
  if (object.kind === 'NetworkPolicy') return specOf(before) !== specOf(after);
  if (object.kind === 'Namespace') return JSON.stringify(before?.metadata.labels) !== JSON.stringify(after?.metadata.labels);
  const sample = after ?? before;
  return sample !== undefined && hasPods(sample) && shapeOf(before) !== shapeOf(after);
}

const specOf = (manifest: Manifest | undefined): string => JSON.stringify(manifest?.['spec'] ?? null);

/** What the network sees of an object's pods. */
function shapeOf(manifest: Manifest | undefined): string {
  if (!manifest) return '';
  return JSON.stringify(podsIn(manifest).map(({ metadata, spec, containers }) => [metadata['labels'], spec['hostNetwork'], containers.map(({ container }) => [container['ports'], container['restartPolicy']])]));
}

const isSeen = (zone: string) => ({ file, apiVersion, kind }: LedgerObject): boolean =>
  zoneOfFile(file) === zone && (kind === 'NetworkPolicy' || kind === 'Namespace' || hasPods({ apiVersion, kind } as Manifest));

function inZone(pair: EnvironmentPair, zone: string, places: Places): Exposure {
  const [before, after] = [pair.before(isSeen(zone)), pair.after(isSeen(zone))];
  const outside = outsideOf(zone, places, [...before, ...after]);
  const more: Places = { ...places, otherPods: (places.otherPods ?? []).filter((each) => each.zone === zone), outside };
  const [was, is] = [flowsOf(zone, before, more), flowsOf(zone, after, more)];
  const relays = new Set([...was.relays, ...is.relays]);
  return {
    opened: merged(pair.name, zone, is.edges.filter((edge) => !was.has(edge)), is, relays),
    closed: merged(pair.name, zone, was.edges.filter((edge) => !is.has(edge)), was, relays),
  };
}

interface NamedEdge extends Edge {
  readonly fromName: string;
  readonly toName: string;
}

/** What one side lets through, by the names of peers. */
class Flows {
  readonly edges: readonly NamedEdge[];
  /** Names that pass on what comes from the gap, or goes into it. */
  readonly relays: ReadonlySet<string>;
  readonly gap: ReadonlySet<string>;
  readonly metrics: ReadonlyMap<string, ReadonlySet<number>>;
  private readonly ranges = new Map<string, (readonly [number, number, string])[]>();

  constructor(edges: readonly Edge[], zone: NetworkZone | undefined, places: Places) {
    const names = new Map((zone?.peers ?? []).map(({ id, name = id }) => [id, name]));
    const nameOf = (id: string) => names.get(id) ?? id;
    this.edges = edges.map((edge) => ({ ...edge, fromName: nameOf(edge.from), toName: nameOf(edge.to) }));
    this.gap = new Set(places.gap ?? []);
    const gateways = new Set((zone?.peers ?? []).filter(({ labels }) => labels?.['app.kubernetes.io/component'] === 'gateway').map(({ id }) => nameOf(id)));
    const outside = new Set((zone?.peers ?? []).filter(({ namespace }) => namespace === undefined).map(({ id }) => nameOf(id)));
    // a gateway that takes from other places too is one for clients, whose networks may hold the gap's addresses
    const forClients = new Set(this.edges.filter(({ fromName }) => outside.has(fromName) && !this.gap.has(fromName)).map(({ toName }) => toName));
    this.relays = new Set(this.edges.flatMap(({ fromName, toName }) => [
      ...(this.gap.has(toName) ? [fromName] : []), ...(this.gap.has(fromName) && gateways.has(toName) && !forClients.has(toName) ? [toName] : []),
    ]));
    this.metrics = new Map((zone?.peers ?? []).map(({ id, ports = [] }) => [nameOf(id), new Set(ports.filter(({ name }) => name === 'metrics').map(({ port }) => port))]));
    for (const edge of this.edges) {
      for (const from of edge.senders ? [edge.fromName, ...[...edge.senders].map(nameOf)] : [edge.fromName]) {
        const key = keyOf(from, edge);
        const range = [edge.port, edge.endPort ?? edge.port, (edge.leftOut ?? []).join()] as const;
        const known = this.ranges.get(key);
        if (known) known.push(range);
        else this.ranges.set(key, [range]);
      }
    }
  }

  /** Whether all of the edge is allowed here, by one statement or by several. */
  has(edge: NamedEdge): boolean {
    const left = (edge.leftOut ?? []).join();
    const ranges = (this.ranges.get(keyOf(edge.fromName, edge)) ?? []).filter(([, , out]) => out === '' || out === left).sort(([a], [b]) => a - b);
    let next = edge.port;
    for (const [first, last] of ranges) {
      if (first > next) break;
      next = Math.max(next, last + 1);
    }
    return next > (edge.endPort ?? edge.port);
  }

  /** Directly to or from the gap; or to or from a workload that relays it, but for its metrics and its names. */
  isAcross({ fromName, toName, port }: NamedEdge, relays: ReadonlySet<string>): boolean {
    if (this.gap.has(fromName) || this.gap.has(toName)) return true;
    if (toName.startsWith(DNS) || this.metrics.get(toName)?.has(port)) return false;
    return relays.has(fromName) || relays.has(toName);
  }
}

const keyOf = (from: string, { toName, protocol }: NamedEdge): string => `${from} ${toName} ${protocol}`;

function flowsOf(zone: string, objects: readonly PlacedObject[], more: Places): Flows {
  const network = networkZones(objects.map(({ file, manifest }) => ({ manifest, zone, file })), more).find((each) => each.zone === zone);
  return new Flows(network ? reach(network) : [], network, more);
}

/** One flow for each pair, with all its ports. */
function merged(environment: string, zone: string, edges: readonly NamedEdge[], flows: Flows, relays: ReadonlySet<string>): readonly FoundFlow[] {
  const found = new Map<string, { readonly edge: NamedEdge; readonly ports: Set<string>; readonly whys: Set<string>; across: boolean }>();
  for (const edge of edges) {
    const key = `${edge.fromName} ${edge.toName}`;
    const port = `${edge.port}${edge.endPort === undefined ? '' : `-${edge.endPort}`}${edge.protocol === 'TCP' ? '' : `/${edge.protocol}`}`;
    let known = found.get(key);
    if (!known) found.set(key, (known = { edge, ports: new Set(), whys: new Set(), across: false }));
    known.ports.add(port);
    known.whys.add(edge.why);
    known.across ||= flows.isAcross(edge, relays);
  }
  return [...found.values()].map(({ edge, ports, whys, across }) => ({
    environment, zone, from: edge.fromName, to: edge.toName, ports: [...ports].join(', '), acrossGap: across, why: [...whys].join('; '),
  })).sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As people write it: `core-mbs/hsa-mbs -> core-mw-cache/cache:6379`. */
export const flowText = ({ from, to, ports }: Flow): string => `${from} -> ${to}:${ports}`;
