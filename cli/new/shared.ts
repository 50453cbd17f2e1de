import { isDeepStrictEqual } from 'node:util';
import type { EnvironmentProps } from '../../constructs/environment.ts';
import { ZONES, type ZoneId } from '../../constructs/words.ts';

/** Values that are a place's own; a new environment with those of another one is not ready. */
const OWN = ['admdvs', 'population', 'registry', 'chartRegistry', 'configRepository', 'secretStore', 'gap', 'parties', 'managed'] as const satisfies readonly (keyof EnvironmentProps)[];
const OWN_OF_ZONE = ['cluster', 'configRepository', 'argocdServer', 'nodes', 'apiServer', 'nodeCidrs', 'podCidr', 'serviceCidr', 'exposed'] as const satisfies readonly (keyof EnvironmentProps['zones'][ZoneId])[];

/** Paths of the values that two environments have in common and should not, e.g. `zones.core.apiServer`. */
export function sharedValues(a: EnvironmentProps, b: EnvironmentProps): readonly string[] {
  const same = <T extends object>(one: T, other: T, keys: readonly (keyof T & string)[]) => keys.filter((key) => one[key] !== undefined && isDeepStrictEqual(one[key], other[key]));
  return [
    ...same(a, b, OWN),
    ...(Object.keys(ZONES) as ZoneId[]).flatMap((id) => same(a.zones[id], b.zones[id], OWN_OF_ZONE).map((key) => `zones.${id}.${key}`)),
  ];
}
