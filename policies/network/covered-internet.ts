import { merge, PRIVATE, sizeOf, subtract, type AddressRange } from '../../engine/network/addresses.ts';
import type { Direction, Policy } from '../../engine/network/policy.ts';
import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { DIRECTIONS, zonePods, type PlacedPolicy, type ZonePods } from './zone-pods.ts';

/** Public addresses that several blocks together may hold: as many as the widest single block may. */
const LIMIT = { 4: 1n << 24n, 6: 1n << 108n } as const;
const VERSIONS = [4, 6] as const;

/** Ranges of the blocks of a direction, without those that are found for themselves. */
function rangesOf(policy: Policy, direction: Direction): readonly AddressRange[] {
  return (policy[direction] ?? []).flatMap(({ peers = [] }) => peers.flatMap(({ block }) => block?.ranges.filter((range) => sizeOf(block.ranges.filter(({ version }) => version === range.version)) <= LIMIT[range.version]) ?? []));
}

/** The union of blocks, private networks left out, holds more than one block may. */
function coversInternet(ranges: readonly AddressRange[]): boolean {
  const outside = merge(ranges).flatMap((range) => subtract(range, PRIVATE));
  return VERSIONS.some((version) => sizeOf(outside.filter((range) => range.version === version)) > LIMIT[version]);
}

/** Sets of policies that come together at some pods, each set once. */
function together({ pods, policies, isolating }: ZonePods, direction: Direction, blocks: ReadonlyMap<PlacedPolicy, readonly AddressRange[]>): Iterable<readonly PlacedPolicy[]> {
  const numbers = new Map(policies.map((policy, index) => [policy, index]));
  const sets = new Map<string, readonly PlacedPolicy[]>();
  const add = (all: readonly PlacedPolicy[]) => {
    const set = all.filter((policy) => (blocks.get(policy)?.length ?? 0) > 0);
    if (set.length > 0) sets.set(set.map((policy) => numbers.get(policy)).join(), set);
  };
  for (const { peer } of pods) add(isolating(peer, direction));
  // a policy of pods that nobody shows stands for itself
  for (const policy of policies) if (policy.pods.length === 0) add([policy]);
  return sets.values();
}

function* find(estate: PolicyEstate): Iterable<Discovery> {
  for (const zone of zonePods(estate)) {
    for (const direction of DIRECTIONS) {
      const blocks = new Map(zone.policies.map((policy) => [policy, rangesOf(policy, direction)]));
      const reported = new Set<PlacedPolicy>();
      for (const set of together(zone, direction, blocks)) {
        const [first] = set;
        if (!first || reported.has(first) || !coversInternet(set.flatMap((policy) => blocks.get(policy) ?? []))) continue;
        reported.add(first);
        const names = set.map(({ name }) => name);
        yield {
          at: first.at, field: `spec.${direction}`,
          message: {
            zh: `${names.join('、')} 的 ipBlock 合起来覆盖互联网`, en: `the ipBlocks of ${names.join(', ')} together cover the internet`,
          },
        };
      }
    }
  }
}

/** Many blocks that are narrow each may be the internet together. */
export const coveredInternetRules: readonly EstateRule[] = [{
  id: 'NSA-NET-06',
  fix: {
    zh: '把各条 ipBlock.cidr 收窄到对端真正的网段；在 constructs 里这是外部系统与 zone 的 exposed 的网段',
    en: 'narrow each ipBlock.cidr to the networks of the peer; in constructs these are the blocks of endpoints and of `exposed` of the zone',
  },
  find,
  present: (estate) => zonePods(estate).some(({ policies }) => policies.length > 0),
}];
