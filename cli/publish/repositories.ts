import type { Environment } from '../../constructs/environment.ts';
import { nearest, Problems } from '../../engine/problem/index.ts';

export interface ZoneRepository {
  readonly zone: string;
  readonly repository: string;
}

/** `core=URL` names a zone; an address with `=` in it begins with something that is no zone's name. */
const OF_ZONE = /^([a-z][a-z0-9-]*)=(.+)$/;

/** The config repository of each zone: as `--repo` says, else as the environment says. Throws a ProblemError for what cannot be meant. */
export function zoneRepositories({ zones }: Environment, asked: readonly string[] = [], only: readonly string[] = []): readonly ZoneRepository[] {
  const problems = new Problems();
  const names = zones.map(({ id }) => id as string);
  const given = new Map<string, string>();
  for (const value of asked) {
    const [, zone = '', address = value] = OF_ZONE.exec(value) ?? [];
    if (given.has(zone)) problems.add('CHAMP7025', '--repo', { value: zone === '' ? '--repo' : zone, allowed: names });
    else if (zone !== '' && !names.includes(zone)) problems.add('CHAMP7025', '--repo', { value: zone, allowed: names, near: nearest(zone, names) });
    given.set(zone, address);
  }
  for (const zone of only) if (!names.includes(zone)) problems.add('CHAMP7025', '--zone', { value: zone, allowed: names, near: nearest(zone, names) });
  problems.throwIfAny();
  return zones.filter(({ id }) => only.length === 0 || only.includes(id)).map((zone) => ({ zone: zone.id, repository: given.get(zone.id) ?? given.get('') ?? zone.configRepository }));
}
