import { compare, type Declared, type Edge, type NetworkPeer, type NetworkZone } from '../../engine/network/index.ts';
import { Isolation, type Allowed } from '../../engine/network/isolation.ts';
import { pairEdges } from '../../engine/network/pair.ts';

/**
 * What the policies of one side open and nobody declares, while those of the other side still hold it off: one mistake more,
 * and it is open. `ours` are the pods whose policies are the platform's.
 */
export function openedOnOneSide(network: NetworkZone, declared: readonly Declared[], ours: readonly NetworkPeer[], allowed: readonly Edge[]): readonly Edge[] {
  const isolation = new Isolation(network);
  const known = new Set(allowed.map(keyOf));
  const received = ours.flatMap((to) => opened(network, isolation.of(to, 'ingress'), (from, into) => pairEdges(from, to, undefined, into)));
  const sent = ours.flatMap((from) => opened(network, isolation.of(from, 'egress'), (to, out) => pairEdges(from, to, out, undefined)));
  return [[received, 'ingress'] as const, [sent, 'egress'] as const].flatMap(([edges, side]) => {
    const found = new Map(compare(edges, declared).allowedButUndeclared.map((edge) => [keyOf(edge), edge]));
    return [...found].filter(([key]) => !known.has(key)).map(([, edge]) => ({
      ...edge, why: `${edge.why.split('; ').find((each) => each.startsWith(side)) ?? edge.why}; held off by the other side alone`,
    }));
  });
}

/** One side of a set of pods; pods that nothing isolates have none, and all that they do shows without it. */
function opened(network: NetworkZone, side: Allowed | undefined, edges: (peer: NetworkPeer, grants: Allowed['everyone']) => readonly Edge[]): readonly Edge[] {
  if (!side) return [];
  const peers = side.everyone.length > 0 ? network.peers : side.peers.keys();
  return [...peers].flatMap((peer) => edges(peer, [...side.everyone, ...(side.peers.get(peer) ?? [])]));
}

const keyOf = ({ from, to, port, endPort, protocol }: Edge): string => `${from} ${to} ${port}-${endPort ?? port} ${protocol}`;
