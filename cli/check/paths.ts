import type { Environment } from '../../constructs/environment.ts';
import { readManifests, locate, type Manifests } from '../../engine/manifests/index.ts';
import { at } from '../../engine/inspect/plain.ts';
import type { WaiverTarget } from '../../engine/waivers/index.ts';
import { ProblemError } from '../../engine/problem/index.ts';
import type { NotJudged } from '../../engine/report/report.ts';
import { buildEnvironment, chosenEnvironments } from '../estate/index.ts';
import { paramsOf, policyFacts, rulesVersion, waiversOf } from '../estate/policies.ts';
import type { CheckInput, ZoneInput } from './input.ts';

/**
 * What is found below the paths. Output of an environment of this repository is judged with that environment's facts and waivers,
 * everything else by itself.
 */
export function pathInputs(paths: readonly string[], folder?: string): readonly CheckInput[] {
  const found = readManifests(paths);
  const zones = [...new Set([...found.objects, ...found.files].map(({ zone }) => zone))].sort();
  const byEstate = new Map<string, string[]>();
  for (const zone of zones) {
    const estate = estateOf(zone, found);
    byEstate.set(estate, [...(byEstate.get(estate) ?? []), zone]);
  }
  const inputs = [...byEstate].map(([estate, of]) => input(estate, of, found, environmentOf(estate, folder)));
  const notJudged = found.skipped.map(({ file, why }): NotJudged => ({ what: file, zone: '', file, why }));
  const [first = { name: paths.join(' '), zones: [], waivers: [], problems: [], notJudged: [], locate }, ...rest] = inputs;
  return [{ ...first, problems: found.problems, notJudged }, ...rest];
}

/** With several estates zones are named `<environment>/<zone>`; manifests of nobody's have the zone `''`. */
function estateOf(zone: string, { estates }: Manifests): string {
  if (zone === '') return '';
  return estates.length === 1 ? (estates[0] ?? '') : zone.slice(0, zone.lastIndexOf('/'));
}

/** A waiver of an object that was not asked for is not unused. */
function isThere({ zone, kind, namespace, name }: WaiverTarget, { objects, files }: Manifests): boolean {
  const isIn = (label: string) => zone === undefined || zone === label.slice(label.lastIndexOf('/') + 1);
  return files.some((file) => isIn(file.zone) && at(file.content, 'kind') === kind)
    || objects.some((object) => isIn(object.zone) && object.manifest.kind === kind && object.manifest.metadata.name === name && object.manifest.metadata.namespace === namespace);
}

function environmentOf(name: string, folder?: string): Environment | undefined {
  if (name === '') return undefined;
  try {
    return chosenEnvironments([name], folder).map((each) => buildEnvironment(each, folder))[0];
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

function input(name: string, zones: readonly string[], found: Manifests, environment: Environment | undefined): CheckInput {
  return {
    name: name === '' ? 'manifests' : name,
    ...(environment ? { kubernetes: rulesVersion(environment.props.kubernetes) } : {}),
    waivers: environment ? waiversOf(environment).filter(({ target }) => isThere(target, found)) : [],
    problems: [],
    notJudged: [],
    locate: (at, field) => locate(at, field),
    zones: zones.map((label): ZoneInput => {
      const zone = environment?.zones.find(({ id }) => id === label.slice(label.lastIndexOf('/') + 1));
      const id = zone?.id ?? label;
      return {
        zone: id,
        objects: found.objects.filter((each) => each.zone === label).map((each) => ({ ...each, zone: id })),
        files: found.files.filter((each) => each.zone === label).map((each) => ({ ...each, zone: id })),
        facts: zone ? policyFacts(zone) : {},
        params: zone ? paramsOf(zone, []) : {},
      };
    }),
  };
}
