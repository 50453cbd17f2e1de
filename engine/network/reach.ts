import { EVERYONE, type Edge, type NetworkPeer, type NetworkZone } from './graph.ts';
import { Isolation, type Allowed, type Grant } from './isolation.ts';
import { pairEdges } from './pair.ts';
import type { Direction } from './policy.ts';
import { readPorts } from './ports.ts';

/** A side that is not asked. */
const ANY: readonly Grant[] = [{ ports: readPorts(undefined), why: 'not asked' }];

/** Pairs of peers that nothing isolates, said one by one; more are said as one statement a receiver. */
const OPEN_PAIRS = 40_000;

/**
 * Every allowed connection of a zone, sorted: the egress of the source and the ingress of the destination both allow it.
 * Not in it: traffic of a pod with itself and of a node with its own pods, which no NetworkPolicy can stop, and traffic between
 * two outside peers. An edge from a peer to itself is traffic between its replicas. Where more than 40,000 pairs are
 * open for want of any policy, a receiver has edges from `*` instead, with all those senders.
 */
export function reach(zone: NetworkZone): readonly Edge[] {
  return edgesOf(zone, 'both');
}

/**
 * What the policies of one direction open, where they isolate, whatever the other side does. What a policy opens too much shows
 * here even while the other side still holds it off.
 */
export function reachOneSide(zone: NetworkZone, side: Direction): readonly Edge[] {
  return edgesOf(zone, side);
}

function edgesOf(zone: NetworkZone, side: Direction | 'both'): readonly Edge[] {
  const isolation = new Isolation(zone);
  const free = side === 'both' ? tooMany(zone.peers, isolation) : undefined;
  const senders = sendersOf(zone.peers, isolation, side === 'egress' || free !== undefined);
  const edges: Edge[] = [];
  for (const to of zone.peers) {
    const ingress = isolation.of(to, 'ingress');
    if (side === 'ingress' && !ingress) continue;
    if (free && !ingress) for (const edge of pairEdges(ANYONE, to, undefined, undefined)) edges.push({ ...edge, senders: to.namespace === undefined ? free.pods : free.ids });
    const named = side !== 'egress' && ingress?.everyone.length === 0;
    for (const from of named ? ingress.peers.keys() : side === 'ingress' ? zone.peers : free && ingress ? [...free.peers, ...senders(to)] : senders(to)) {
      if (from.namespace === undefined && to.namespace === undefined) continue;
      const out = side === 'ingress' ? ANY : grants(isolation.of(from, 'egress'), to);
      if (out?.length === 0) continue;
      const into = side === 'egress' ? ANY : grants(ingress, from);
      if (into?.length === 0) continue;
      for (const edge of pairEdges(from, to, out, into)) edges.push(edge);
    }
  }
  return unique(edges.sort(compareEdges));
}

/** Stands for all whom nothing isolates. */
const ANYONE: NetworkPeer = { id: EVERYONE, zone: '', namespace: '' };

/** Those whose sending nothing isolates, where they are too many to be said pair by pair. */
function tooMany(peers: readonly NetworkPeer[], isolation: Isolation): { readonly peers: readonly NetworkPeer[]; readonly ids: ReadonlySet<string>; readonly pods: ReadonlySet<string> } | undefined {
  const free = peers.filter((peer) => !isolation.of(peer, 'egress'));
  const receivers = peers.filter((peer) => !isolation.of(peer, 'ingress')).length;
  if (free.length * receivers <= OPEN_PAIRS) return undefined;
  const ids = (of: readonly NetworkPeer[]) => new Set(of.map(({ id }) => id));
  return { peers: free, ids: ids(free), pods: ids(free.filter(({ namespace }) => namespace !== undefined)) };
}

/** What a side lets through to or from a peer; undefined when the side is not isolated. */
function grants(allowed: Allowed | undefined, peer: NetworkPeer): readonly Grant[] | undefined {
  if (!allowed) return undefined;
  const known = allowed.peers.get(peer) ?? [];
  return allowed.everyone.length === 0 ? known : [...allowed.everyone, ...known];
}

/** Who may send something to a peer, as far as the senders themselves are concerned; `isolated` leaves out those that are not. */
function sendersOf(peers: readonly NetworkPeer[], isolation: Isolation, isolated: boolean): (to: NetworkPeer) => Iterable<NetworkPeer> {
  const toAll = new Set<NetworkPeer>();
  const named = new Map<NetworkPeer, NetworkPeer[]>();
  for (const from of peers) {
    const egress = isolation.of(from, 'egress');
    if (isolated && !egress) continue;
    if (!egress || egress.everyone.length > 0) {
      toAll.add(from);
      continue;
    }
    for (const to of egress.peers.keys()) {
      const known = named.get(to);
      if (known) known.push(from);
      else named.set(to, [from]);
    }
  }
  return (to) => [...toAll, ...(named.get(to) ?? [])];
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareEdges(a: Edge, b: Edge): number {
  return compareText(a.from, b.from) || compareText(a.to, b.to) || a.port - b.port || (a.endPort ?? a.port) - (b.endPort ?? b.port)
    || compareText(a.protocol, b.protocol) || compareText(a.why, b.why);
}

/** Peers may share an id, and then have edges in common. */
function unique(edges: readonly Edge[]): readonly Edge[] {
  return edges.filter((edge, index) => {
    const last = edges[index - 1];
    return !last || last.from !== edge.from || last.to !== edge.to || last.port !== edge.port || last.endPort !== edge.endPort || last.protocol !== edge.protocol;
  });
}
