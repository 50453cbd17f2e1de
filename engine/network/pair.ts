import { cidrsOf, intersect, merge, type AddressRange } from './addresses.ts';
import type { Edge, NetworkPeer, Protocol } from './graph.ts';
import type { Grant } from './isolation.ts';
import { ALL_PORTS, PROTOCOLS, resolvePorts, type PortRange } from './ports.ts';

interface Opening extends PortRange {
  readonly out: string | undefined;
  readonly into: string | undefined;
  readonly missing?: readonly AddressRange[];
}

/** The edges between two peers whose grants are known; undefined grants are those of a side that is not isolated. */
export function pairEdges(from: NetworkPeer, to: NetworkPeer, out: readonly Grant[] | undefined, into: readonly Grant[] | undefined): readonly Edge[] {
  const openings = openingsOf(to, out, into);
  if (openings.length === 0) return [];
  const edge = (protocol: Protocol, port: number, endPort: number, through: readonly Opening[]): Edge => ({
    zone: to.zone, from: from.id, to: to.id, port, ...(endPort > port ? { endPort } : {}), protocol,
    why: `egress: ${names(through.map((each) => each.out)) ?? openBecause(from)}; ingress: ${names(through.map((each) => each.into)) ?? openBecause(to)}`,
    ...leftOut(port, endPort, through),
  });
  // one opening of one port is what nearly every pair has
  const [only] = openings;
  if (openings.length === 1 && only!.first === only!.last) return [edge(only!.protocol, only!.first, only!.first, openings)];

  const single = new Map<string, PortRange>();
  const add = (protocol: Protocol, port: number) => single.set(`${port}/${protocol}`, { protocol, first: port, last: port });
  for (const { port, protocol = 'TCP' } of to.ports ?? []) {
    if (openings.some((each) => each.protocol === protocol && each.first <= port && port <= each.last)) add(protocol, port);
  }
  for (const { protocol, first, last } of openings) if (first === last) add(protocol, first);
  const edges = [...single.values()].map(({ protocol, first }) => edge(protocol, first, first, openings.filter((each) => each.protocol === protocol && each.first <= first && first <= each.last)));

  const ranges = PROTOCOLS.flatMap((protocol) => mergeRanges(openings.filter((each) => each.protocol === protocol && each.first < each.last)));
  for (const { range, through } of ranges) edges.push(edge(range.protocol, range.first, range.last, through));
  return edges;
}

/** The ports that both sides open, with the policy of each side; a side that is open adds nothing. */
function openingsOf(to: NetworkPeer, out: readonly Grant[] | undefined, into: readonly Grant[] | undefined): readonly Opening[] {
  const sent = rangesOf(to, out);
  const taken = rangesOf(to, into);
  const openings: Opening[] = [];
  for (const a of sent) {
    for (const b of taken) {
      if (a.range.protocol !== b.range.protocol) continue;
      const first = Math.max(a.range.first, b.range.first);
      const last = Math.min(a.range.last, b.range.last);
      if (first > last) continue;
      const missing = a.missing && b.missing ? [...a.missing, ...b.missing] : a.missing ?? b.missing;
      openings.push({ protocol: a.range.protocol, first, last, out: a.why, into: b.why, ...(missing ? { missing } : {}) });
    }
  }
  return openings;
}

interface Side {
  readonly range: PortRange;
  readonly why: string | undefined;
  readonly missing?: readonly AddressRange[] | undefined;
}

const OPEN: readonly Side[] = ALL_PORTS.map((range) => ({ range, why: undefined }));

const rangesOf = (to: NetworkPeer, grants: readonly Grant[] | undefined): readonly Side[] => (
  grants ? grants.flatMap(({ ports, why, missing }) => resolvePorts(ports, to).map((range) => ({ range, why, missing }))) : OPEN
);

/** What no opening reaches; where none holds all the ports, what any of them does not reach. */
function leftOut(port: number, endPort: number, through: readonly Opening[]): Pick<Edge, 'leftOut'> {
  if (!through.some(({ missing }) => missing)) return {};
  const spanning = through.filter(({ first, last }) => first <= port && endPort <= last);
  const left = spanning.length > 0
    ? spanning.map(({ missing = [] }) => missing).reduce(intersect)
    : through.flatMap(({ missing = [] }) => missing);
  return left.length > 0 ? { leftOut: merge(left).flatMap(cidrsOf) } : {};
}

function mergeRanges(openings: readonly Opening[]): readonly { readonly range: PortRange; readonly through: readonly Opening[] }[] {
  const merged: { range: PortRange; through: Opening[] }[] = [];
  for (const opening of openings.toSorted((a, b) => a.first - b.first)) {
    const last = merged.at(-1);
    if (!last || opening.first > last.range.last + 1) merged.push({ range: opening, through: [opening] });
    else {
      last.range = { ...last.range, last: Math.max(last.range.last, opening.last) };
      last.through.push(opening);
    }
  }
  return merged;
}

function names(policies: readonly (string | undefined)[]): string | undefined {
  const known = policies.filter((each) => each !== undefined);
  return known.length < 2 ? known[0] : [...new Set(known)].sort().join(', ');
}

/** Why a side needs no policy to be open. */
function openBecause({ namespace, hostNetwork }: NetworkPeer): string {
  if (namespace === undefined) return 'outside';
  return hostNetwork ? 'network of the host' : 'not isolated';
}
