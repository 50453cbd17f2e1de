import type { Environment } from '../../constructs/environment.ts';
import type { PlacedObject } from '../../engine/guard/index.ts';
import type { CheckInput } from '../check/input.ts';
import { paramsOf, policyFacts, rulesVersion, waiversOf } from '../estate/policies.ts';

/** What was published once, as the rules see it today. Files are named as they are in the config repository. */
export function publishedInput(environment: Environment, objects: readonly PlacedObject[]): CheckInput {
  const zoneOf = (file: string) => file.split('/')[1] ?? '';
  return {
    name: environment.name, kubernetes: rulesVersion(environment.props.kubernetes), waivers: waiversOf(environment), notJudged: [], problems: [], locate: () => ({ line: 1, column: 1 }),
    zones: environment.zones.map((zone) => ({
      zone: zone.id, objects: objects.filter(({ file }) => zoneOf(file) === zone.id).map(({ file, manifest }) => ({ file, manifest, zone: zone.id })), files: [],
      facts: policyFacts(zone), params: paramsOf(zone, []),
    })).filter((zone) => zone.objects.length > 0),
  };
}
