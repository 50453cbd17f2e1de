import { FETCHED } from './crossings.ts';
import type { ZoneReach } from './facts.ts';
import { ReachGraph, type Node } from './path.ts';
import { channelOf, external, gapPeer, zoneAt, zonePeer } from './peers.ts';

/**
 * Everybody in other zones whom some pod of a zone gets at by what is allowed, with any number of others between, but not those who
 * are `shut`. Addresses of the gap and of another zone lead into that zone, and the place where one comes in there is counted,
 * whether or not it leads on: so a way that nobody thought of is found. What else is outside passes nothing on.
 */
export function beyond(zones: readonly ZoneReach[], zone: string, shut: readonly string[] = []): readonly string[] {
  const graph = new ReachGraph(zones);
  const pods = zones.filter((each) => each.zone === zone).flatMap(({ layers }) => [...layers]).filter(([, layer]) => layer !== 'external');
  const seen = new Map<string, Node>();
  const add = (node: Node) => {
    if (!shut.includes(node.id)) seen.set(`${node.zone} ${node.id}`, seen.get(`${node.zone} ${node.id}`) ?? node);
  };
  for (const [id] of pods) add({ zone, id });
  // a Map gives what is added while it is read
  for (const node of seen.values()) {
    const far = node.zone !== zone;
    if (isOutside(node)) {
      if (!leadsOn(node)) continue;
      for (const each of entries(zones, node)) add(each);
      if (!far) continue;
    }
    for (const { at, channel } of graph.steps(node.zone, node.id)) if (channel === undefined) add(at);
    for (const each of fetchers(zones, node)) add(each);
  }
  return [...seen.values()].filter((node) => node.zone !== zone && (leadsOn(node) || !isOutside(node))).map(({ id }) => id);
}

const isOutside = ({ id }: Node): boolean => id.startsWith(external(''));

const leadsOn = ({ id }: Node): boolean => channelOf(id) !== undefined || zoneAt(id) !== undefined;

/** Where one comes in by an address of the gap or of another zone. */
function entries(zones: readonly ZoneReach[], { zone, id }: Node): readonly Node[] {
  const others = zones.filter((each) => each.zone !== zone);
  if (channelOf(id) !== undefined) return others.map((other) => ({ zone: other.zone, id }));
  return others.filter((other) => other.zone === zoneAt(id)).map((other) => ({ zone: other.zone, id: zonePeer(zone) }));
}

/** Those who fetch what was left in a channel. */
function fetchers(zones: readonly ZoneReach[], { zone, id }: Node): readonly Node[] {
  const channel = FETCHED.find((each) => gapPeer(each) === id);
  if (channel === undefined) return [];
  return zones.filter((each) => each.zone === zone).flatMap(({ allowed }) => allowed.filter(({ to }) => to === id).flatMap(({ from, senders }) => [...(senders ?? [from])]))
    .map((sender) => ({ zone, id: sender }));
}
