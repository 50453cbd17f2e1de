import type { Zone } from '../../constructs/zone.ts';
import { coverage } from '../../engine/network/addresses.ts';
import type { Declared, NetworkPeer, NetworkZone, Protocol } from '../../engine/network/index.ts';
import { isMeshed } from '../../engine/render/guardrails/index.ts';
import type { Flow, Peer } from '../../engine/render/network/flow.ts';
import { rangesOf } from '../../engine/network/blocks.ts';
import type { Identities } from './identity.ts';
import { DNS, idOf, ISTIOD } from './peers.ts';

export const keyOf = ({ from, to, port, protocol }: Pick<Declared, 'from' | 'to' | 'port' | 'protocol'>): string => `${from} ${to} ${port} ${protocol}`;

/** Between the reasons of a connection that has several. */
export const REASONS = '; ';

/**
 * What the model says is needed in a zone, by ids of its peers: every flow, for all the pods and places that it means, and what any
 * pod of the platform needs. A connection that several flows need has all their reasons.
 */
export function declaredIn(zone: Zone, { peers }: NetworkZone, identities: Identities, flows: readonly Flow[]): readonly Declared[] {
  const needs = new Needs();
  const find = finder(zone, peers, identities);
  for (const { from, to, ports, why } of flows) {
    const [senders, receivers] = [find(from), find(to)];
    for (const sender of senders) {
      for (const receiver of receivers) for (const { port, protocol = 'TCP' } of ports) needs.add(sender, receiver, port, protocol, why);
    }
  }
  const managed = new Set(zone.applications.map(({ name }) => name));
  const meshed = new Set(zone.applications.filter(isMeshed).map(({ name }) => name));
  for (const { id, namespace } of identities.all.filter((each) => managed.has(each.namespace))) {
    for (const { port, protocol } of DNS.ports) needs.add(id, idOf(DNS), port, protocol, 'every pod asks for names');
    for (const { port, protocol } of meshed.has(namespace) ? ISTIOD.ports : []) needs.add(id, idOf(ISTIOD), port, protocol, 'a sidecar fetches its configuration and certificate');
  }
  return needs.all();
}

/** Pods in the namespaces of the platform's own Applications. */
export function managedPeers(zone: Zone, peers: readonly NetworkPeer[]): readonly (NetworkPeer & { readonly namespace: string })[] {
  const managed = new Set(zone.applications.map(({ name }) => name));
  return peers.filter((peer): peer is NetworkPeer & { readonly namespace: string } => peer.namespace !== undefined && managed.has(peer.namespace));
}

/** Ids of those whom a side of a flow means: pods of the model, or the places all of whose addresses it names. */
function finder(zone: Zone, peers: readonly NetworkPeer[], identities: Identities): (side: Peer) => readonly string[] {
  const outside = peers.filter(({ namespace }) => namespace === undefined).map(({ id, cidrs = [] }) => ({ id, ranges: rangesOf(cidrs) }));
  const known = new Map<Peer, readonly string[]>();
  const find = (side: Peer): readonly string[] => {
    if ('cidrs' in side) {
      const wanted = rangesOf(side.cidrs);
      return outside.filter(({ ranges }) => coverage(ranges, wanted) === 'whole').map(({ id }) => id);
    }
    return side.zone === zone.id ? identities.of(side).map(({ id }) => id) : [];
  };
  return (side) => {
    let found = known.get(side);
    if (!found) known.set(side, (found = find(side)));
    return found;
  };
}

class Needs {
  private readonly found = new Map<string, Omit<Declared, 'why'> & { readonly whys: Set<string> }>();

  add(from: string, to: string, port: number, protocol: Protocol, why: string): void {
    const key = keyOf({ from, to, port, protocol });
    const known = this.found.get(key);
    if (known) known.whys.add(why);
    else this.found.set(key, { from, to, port, protocol, whys: new Set([why]) });
  }

  all(): readonly Declared[] {
    return [...this.found.values()].map(({ whys, ...each }) => ({ ...each, why: [...whys].join(REASONS) }));
  }
}
