import { cidrsOf, type AddressRange } from './addresses.ts';
import type { NetworkPeer, NetworkZone } from './graph.ts';
import { Members } from './members.ts';
import { readPolicy, type Direction, type Policy } from './policy.ts';
import type { Ports } from './ports.ts';

/** A rule of a policy, at one of the pods that the policy selects. */
export interface Grant {
  readonly ports: Ports;
  readonly why: string;
  /** Addresses of the other side that its block leaves out. */
  readonly missing?: readonly AddressRange[];
}

/** What all policies together let one set of pods do in one direction. */
export interface Allowed {
  readonly everyone: Grant[];
  readonly peers: Map<NetworkPeer, Grant[]>;
}

/** Which pods of a zone are isolated, and what they may do all the same. A direction that no policy speaks of for some pods is open for them. */
export class Isolation {
  private readonly ingress = new Map<NetworkPeer, Allowed>();
  private readonly egress = new Map<NetworkPeer, Allowed>();
  private readonly members: Members;

  constructor(zone: NetworkZone) {
    this.members = new Members(zone);
    for (const manifest of zone.policies) {
      const policy = readPolicy(manifest);
      const selected = this.members.selected(policy.namespace, policy.selector);
      if (selected.length === 0) continue;
      this.read(policy, 'ingress', selected);
      this.read(policy, 'egress', selected);
    }
  }

  /** Undefined when the pods are not isolated in this direction. */
  of(peer: NetworkPeer, direction: Direction): Allowed | undefined {
    return this[direction].get(peer);
  }

  private read(policy: Policy, direction: Direction, selected: readonly NetworkPeer[]): void {
    const rules = policy[direction];
    if (!rules) return;
    const sides = selected.map((peer) => this.side(peer, direction));
    for (const { peers, ports } of rules) {
      const plain: Grant = { ports, why: policy.name };
      if (!peers) {
        for (const { everyone } of sides) everyone.push(plain);
        continue;
      }
      const notes = new Map<string, Grant>([['', plain]]);
      for (const rule of peers) {
        for (const { peer, note, missing } of this.members.find(policy.namespace, rule)) {
          const key = missing ? `${note} but ${missing.flatMap(cidrsOf).join()}` : note;
          let grant = notes.get(key);
          if (!grant) notes.set(key, grant = { ports, why: policy.name + note, ...(missing ? { missing } : {}) });
          for (const { peers: known } of sides) {
            const grants = known.get(peer);
            if (!grants) known.set(peer, [grant]);
            else if (!grants.includes(grant)) grants.push(grant);
          }
        }
      }
    }
  }

  private side(peer: NetworkPeer, direction: Direction): Allowed {
    let side = this[direction].get(peer);
    if (!side) this[direction].set(peer, side = { everyone: [], peers: new Map() });
    return side;
  }
}
