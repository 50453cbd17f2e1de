import { LabelIndex } from '../inspect/label-index.ts';
import { parseBlock, subtract, type AddressRange } from './addresses.ts';
import type { NetworkPeer, NetworkZone } from './graph.ts';
import { covers, type IpBlock } from './ip-block.ts';
import type { PolicyPeer } from './policy.ts';

const NAME = 'kubernetes.io/metadata.name';

/** A peer that a selector or block has found. */
export interface Found {
  readonly peer: NetworkPeer;
  /** How a block has found it, where that is less than plain. @default '' */
  readonly note: string;
  /** Addresses of the peer that the block does not hold, where it holds some. */
  readonly missing?: readonly AddressRange[];
}

/** The peers of a zone, found by the selectors and blocks of policies; every answer is kept. */
export class Members {
  private readonly pods = new Map<string, LabelIndex<NetworkPeer>>();
  private readonly isolable: NetworkPeer[] = [];
  /** Outside, and on the network of the host: with the addresses that are known of them. */
  private readonly byAddress: { readonly peer: NetworkPeer; readonly ranges: readonly AddressRange[] | undefined }[] = [];
  private readonly namespaces = new LabelIndex<string>();
  private readonly podRanges: readonly AddressRange[] | undefined;
  private readonly answers = new Map<string, readonly Found[]>();

  constructor({ peers, namespaces, podCidrs }: NetworkZone) {
    this.podRanges = podCidrs?.flatMap((each) => parseBlock(each) ?? []);
    const labels = new Map(namespaces.map((each) => [each.name, each.labels]));
    for (const peer of peers) {
      if (peer.namespace === undefined || peer.hostNetwork) {
        this.byAddress.push({ peer, ranges: peer.cidrs?.flatMap((each) => parseBlock(each) ?? []) });
        continue;
      }
      this.isolable.push(peer);
      if (!labels.has(peer.namespace)) labels.set(peer.namespace, {});
      let index = this.pods.get(peer.namespace);
      if (!index) this.pods.set(peer.namespace, index = new LabelIndex());
      index.add(peer.labels ?? {}, peer);
    }
    // the API server sets the name itself
    for (const [name, own] of labels) this.namespaces.add({ ...own, [NAME]: name }, name);
  }

  /** Pods that a policy of a namespace isolates; those on the network of the host never are. */
  selected(namespace: string, selector: unknown): readonly NetworkPeer[] {
    return this.pods.get(namespace)?.select(selector) ?? [];
  }

  /** Who a peer of a rule is, seen from the namespace of its policy. */
  find(namespace: string, rule: PolicyPeer): readonly Found[] {
    const key = rule.block ? rule.block.text : JSON.stringify([rule.namespaces ?? namespace, rule.pods]);
    let found = this.answers.get(key);
    if (!found) {
      found = rule.block ? this.inBlock(rule.block) : (rule.namespaces ? this.namespaces.select(rule.namespaces) : [namespace])
        .flatMap((each) => this.selected(each, rule.pods))
        .map((peer) => ({ peer, note: '' }));
      this.answers.set(key, found);
    }
    return found;
  }

  private inBlock(block: IpBlock): readonly Found[] {
    const found: Found[] = [];
    for (const { peer, ranges } of this.byAddress) {
      const much = covers(block, ranges);
      if (much !== 'none') found.push({ peer, note: much === 'part' ? ` (ipBlock ${block.text} holds a part of its addresses)` : '', ...missingOf(block, ranges, much) });
    }
    const much = covers(block, this.podRanges);
    if (much !== 'none') {
      const rest = missingOf(block, this.podRanges, much);
      for (const peer of this.isolable) found.push({ peer, note: ` (ipBlock ${block.text} holds addresses of pods)`, ...rest });
    }
    return found;
  }
}

function missingOf(block: IpBlock, ranges: readonly AddressRange[] | undefined, much: 'part' | 'whole'): Pick<Found, 'missing'> {
  return much === 'part' && ranges ? { missing: ranges.flatMap((each) => subtract(each, block.ranges)) } : {};
}
