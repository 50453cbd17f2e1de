import type { Places, PolicyInput } from '../../engine/change/analysis/index.ts';
import type { JudgeContext } from '../../engine/change/context.ts';
import type { Manifest } from '../../engine/manifest.ts';
import { PolicyEstate } from '../../engine/policy/index.ts';
import { controls, estateRules, objectRules } from '../../policies/index.ts';
import { limitDefaults, otherAllowances } from '../../policies/network/index.ts';
import { inspectFacts, type Rendered } from '../estate/index.ts';
import { paramsOf, policyFacts, rulesVersion } from '../estate/policies.ts';
import { channelOf, otherPods, outsidePeers, zoneAt } from '../reach/peers.ts';

/** What a judgement asks of the environments beside their objects; `rendered` by name. Both sides are judged by the same. */
export function partsOf(rendered: ReadonlyMap<string, Rendered>): Pick<JudgeContext, 'allowances' | 'places' | 'policy' | 'inspect'> {
  const once = <T>(make: (environment: Rendered) => T, none: T) => {
    const known = new Map<string, T>();
    return (name: string): T => {
      const found = rendered.get(name);
      if (!found) return none;
      if (!known.has(name)) known.set(name, make(found));
      return known.get(name)!;
    };
  };
  const policies = once(zonePolicyOf, () => ({ facts: {}, params: () => ({}) }));
  return {
    allowances: allowancesOf,
    places: once(placesOf, { outside: [] }),
    inspect: once(({ environment }): ReturnType<typeof inspectFacts> => inspectFacts(environment), {}),
    policy: { controls, objectRules, estateRules, zone: (name, zone) => policies(name)(name, zone) },
  };
}

/** What a network policy of another kind lets through, which no NetworkPolicy shows. */
export const allowancesOf = (manifest: Manifest): readonly string[] => otherAllowances(new PolicyEstate([{ manifest, zone: '', file: '' }])).map(({ field }) => field);

/** Names of what is outside of the clusters, and which of it is the gap. */
export function placesOf({ environment, output }: Rendered): Places {
  const outside = environment.zones.flatMap(outsidePeers);
  return {
    otherPods: environment.zones.flatMap((zone) => otherPods(zone, output)),
    outside,
    podCidrs: Object.fromEntries(environment.zones.map(({ id, props }) => [id, [props.podCidr]])),
    gap: [...new Set(outside.map(({ id }) => id).filter((id) => channelOf(id) !== undefined || zoneAt(id) !== undefined))],
  };
}

/** What the rules ask of each zone, made once. */
export function zonePolicyOf({ environment, output }: Rendered): PolicyInput['zone'] {
  const zones = new Map(environment.zones.map((zone) => {
    const params = paramsOf(zone, output.objects);
    return [zone.id as string, { facts: policyFacts(zone), kubernetes: rulesVersion(environment.props.kubernetes), params: (estate: PolicyEstate) => ({ ...params, limitDefaults: limitDefaults(estate).join('\n') }) }];
  }));
  return (_, id) => zones.get(id) ?? { facts: {}, params: () => ({}) };
}
