import { at, list, records, text } from '../../inspect/plain.ts';
import type { Manifest } from '../../manifest.ts';
import { canonical } from '../../guard/values.ts';
import { zoneOfFile, type EnvironmentPair } from '../analysis/pair.ts';
import type { Change } from '../change.ts';

const TENANT = 'champ.hsa/tenant';

/** Destinations that a project gains and that are neither a Namespace of its own tenant nor a new one. */
export function strangeDestinations(pair: EnvironmentPair, { zone, before, after, object }: Change): readonly string[] {
  if (object.kind !== 'AppProject' || !before || !after) return [];
  const known = new Set(list(at(before, 'spec', 'destinations')).map(canonical));
  const gained = records(at(after, 'spec', 'destinations')).filter((each) => !known.has(canonical(each)));
  if (gained.length === 0) return [];
  const tenant = after.metadata.labels?.[TENANT];
  const own = new Set(pair.after(({ kind, file }) => kind === 'Namespace' && zoneOfFile(file) === zone).filter(({ manifest }) => manifest.metadata.labels?.[TENANT] === tenant).map(({ manifest }) => manifest.metadata.name));
  // what is new, nobody had to himself
  for (const { class: of, zone: where, object: { kind, name } } of pair.changes) if (of === 'created' && where === zone && kind === 'Namespace') own.add(name);
  const servers = new Set(records(at(before, 'spec', 'destinations')).map((each) => each['server']));
  return gained.every((each) => own.has(text(each['namespace']) ?? '') && (servers.size === 0 || servers.has(each['server']))) ? [] : ['spec.destinations'];
}

const isWild = (value: unknown): boolean => /[*?[\]!]/.test(JSON.stringify(value ?? ''));

/** What a project that is new may deploy without bounds: no project of a tenant has such. */
export function boundless(project: Manifest): readonly string[] {
  const kinds = list(at(project, 'spec', 'namespaceResourceWhitelist'));
  return [
    ...(records(at(project, 'spec', 'destinations')).some((each) => isWild(each['namespace']) || isWild(each['server'])) ? ['spec.destinations'] : []),
    ...(list(at(project, 'spec', 'sourceRepos')).some((each) => each === '*') ? ['spec.sourceRepos'] : []),
    ...(list(at(project, 'spec', 'clusterResourceWhitelist')).length > 0 ? ['spec.clusterResourceWhitelist'] : []),
    ...(kinds.length === 0 || records(kinds).some((each) => each['kind'] === '*') ? ['spec.namespaceResourceWhitelist'] : []),
  ];
}
