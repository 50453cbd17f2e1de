import { createHash } from 'node:crypto';
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
  const [opened, closed] = [is.beyond(was), was.beyond(is)];
  if (opened.length + closed.length === 0) return NONE;
  const relays = new Set([...was.relays(), ...is.relays()]);
  return { opened: merged(pair.name, zone, opened, (edge) => is.isAcross(edge, relays)), closed: merged(pair.name, zone, closed, (edge) => was.isAcross(edge, relays)) };
}

interface NamedEdge extends Edge {
  readonly fromName: string;
  readonly toName: string;
}

type Range = readonly [first: number, last: number, leftOut: string];

/** What one side lets through, by the names of peers. */
class Flows {
  private readonly edges: readonly Edge[];
  private readonly keys: ReadonlySet<string>;
  private readonly peers: NetworkZone['peers'];
  private readonly names: ReadonlyMap<string, string>;
  private readonly gap: ReadonlySet<string>;

  /** Namespaces with policies; what stands in others, as operators do, may send anywhere and is no way over the gap by that. */
  private readonly confined: ReadonlySet<string>;

  constructor(edges: readonly Edge[], zone: NetworkZone | undefined, places: Places, confined: ReadonlySet<string>) {
    this.confined = confined;
    this.peers = zone?.peers ?? [];
    this.names = new Map(this.peers.map(({ id, name = id }) => [id, name]));
    this.gap = new Set(places.gap ?? []);
    this.edges = edges;
    this.keys = new Set(edges.map(keyOf));
  }

  /** Edges of which the other side does not allow all. */
  beyond(other: Flows): readonly NamedEdge[] {
    const found = this.edges.filter((edge) => !other.keys.has(keyOf(edge))).flatMap((edge): readonly NamedEdge[] => (
      // what stands for many senders is looked at one by one: a single one may be new
      [...(edge.senders ?? [edge.from])].map((from) => ({ ...edge, from, fromName: this.nameOf(from), toName: this.nameOf(edge.to) }))
    ));
    if (found.length === 0) return found;
    const ranges = other.rangesOf(new Set(found.map(pairOf)));
    return found.filter((edge) => !isWithin(edge, ranges.get(pairOf(edge)) ?? []));
  }

  /** Workloads that pass on what comes from the gap, or goes into it: what sends there, and gateways that it alone sends to. */
  relays(): readonly string[] {
    const gateways = new Set(this.peers.filter(({ labels }) => labels?.['app.kubernetes.io/component'] === 'gateway').map(({ id }) => this.nameOf(id)));
    const outside = new Set(this.peers.filter(({ namespace }) => namespace === undefined).map(({ id }) => this.nameOf(id)));
    // a gateway that takes from other places too is one for clients, whose networks may hold the gap's addresses
    const pairs = this.edges.map(({ from, to }) => [this.nameOf(from), this.nameOf(to)] as const);
    const forClients = new Set(pairs.filter(([from]) => outside.has(from) && !this.gap.has(from)).map(([, to]) => to));
    return pairs.flatMap(([from, to]) => [...(this.gap.has(to) && this.confined.has(from.slice(0, from.indexOf('/'))) ? [from] : []), ...(this.gap.has(from) && gateways.has(to) && !forClients.has(to) ? [to] : [])]);
  }

  /** Directly to or from the gap; or to or from a workload that relays it, but for its metrics and its names. */
  isAcross({ fromName, toName, to, port }: NamedEdge, relays: ReadonlySet<string>): boolean {
    if (this.gap.has(fromName) || this.gap.has(toName)) return true;
    if (toName.startsWith(DNS) || this.peers.some(({ id, ports = [] }) => id === to && ports.some((each) => each.name === 'metrics' && each.port === port))) return false;
    return relays.has(fromName) || relays.has(toName);
  }

  private nameOf(id: string): string {
    return this.names.get(id) ?? id;
  }

  /** Ports that are open between some pairs, those of statements about many senders included. */
  private rangesOf(pairs: ReadonlySet<string>): ReadonlyMap<string, Range[]> {
    const found = new Map<string, Range[]>();
    for (const edge of this.edges) {
      const toName = this.nameOf(edge.to);
      for (const from of edge.senders ? [edge.from, ...edge.senders] : [edge.from]) {
        const key = pairOf({ fromName: this.nameOf(from), toName, protocol: edge.protocol });
        if (!pairs.has(key)) continue;
        const range: Range = [edge.port, edge.endPort ?? edge.port, (edge.leftOut ?? []).join()];
        const known = found.get(key);
        if (known) known.push(range);
        else found.set(key, [range]);
      }
    }
    return found;
  }
}

const pairOf = ({ fromName, toName, protocol }: Pick<NamedEdge, 'fromName' | 'toName' | 'protocol'>): string => `${fromName} ${toName} ${protocol}`;
const keyOf = ({ from, senders, to, protocol, port, endPort, leftOut }: Edge): string => `${senders ? manyOf(senders) : from} ${to} ${protocol} ${port} ${endPort ?? ''} ${leftOut?.join() ?? ''}`;

const many = new WeakMap<ReadonlySet<string>, string>();

/** One text for a set of senders, which many edges share. */
function manyOf(senders: ReadonlySet<string>): string {
  let text = many.get(senders);
  if (text === undefined) many.set(senders, (text = createHash('sha256').update([...senders].sort().join('\n')).digest('hex')));
  return text;
}

/** Whether all of the edge's ports are in some ranges, which leave no address out that it reaches. */
function isWithin(edge: NamedEdge, ranges: readonly Range[]): boolean {
  const left = (edge.leftOut ?? []).join();
  let next = edge.port;
  for (const [first, last] of ranges.filter(([, , out]) => out === '' || out === left).sort(([a], [b]) => a - b)) {
    if (first > next) break;
    next = Math.max(next, last + 1);
  }
  return next > (edge.endPort ?? edge.port);
}

function flowsOf(zone: string, objects: readonly PlacedObject[], more: Places): Flows {
  const network = networkZones(objects.map(({ file, manifest }) => ({ manifest, zone, file })), more).find((each) => each.zone === zone);
  const confined = new Set(objects.flatMap(({ manifest: { kind, metadata } }) => (kind === 'NetworkPolicy' ? metadata.namespace ?? [] : [])));
  return new Flows(network ? reach(network) : [], network, more, confined);
}

const ALL = ['1-65535', '1-65535/UDP', '1-65535/SCTP'];

/** One flow for each pair, with all its ports. */
function merged(environment: string, zone: string, edges: readonly NamedEdge[], isAcross: (edge: NamedEdge) => boolean): readonly FoundFlow[] {
  const found = new Map<string, { readonly edge: NamedEdge; readonly ports: Set<string>; readonly whys: Set<string>; across: boolean }>();
  for (const edge of edges) {
    const key = `${edge.fromName} ${edge.toName}`;
    const port = `${edge.port}${edge.endPort === undefined ? '' : `-${edge.endPort}`}${edge.protocol === 'TCP' ? '' : `/${edge.protocol}`}`;
    let known = found.get(key);
    if (!known) found.set(key, (known = { edge, ports: new Set(), whys: new Set(), across: false }));
    known.ports.add(port);
    known.whys.add(edge.why);
    known.across ||= isAcross(edge);
  }
  return [...found.values()].map(({ edge, ports, whys, across }) => ({
    environment, zone, from: edge.fromName, to: edge.toName, ports: ALL.every((each) => ports.has(each)) ? 'all' : [...ports].join(', '), acrossGap: across, why: [...whys].join('; '),
  })).sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As people write it: `core-mbs/hsa-mbs -> core-mw-cache/cache:6379`. */
export const flowText = ({ from, to, ports }: Flow): string => `${from} -> ${to}:${ports}`;
