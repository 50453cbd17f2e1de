import { relative, sep } from 'node:path';
import { nearest, Problems } from '../../engine/problem/index.ts';
import { PATHS } from './paths.ts';
import type { ServiceId, SubsystemRow } from './rows.ts';
import { SUBSYSTEMS } from './subsystems.ts';

/** What a city does without. */
export interface Selection {
  /** Ids of the subsystems that are left out. */
  readonly without: readonly string[];
  /**
   * What else goes with them: service -> the left-out services that it would call, or route to. Each is named, so that a call that a
   * later release brings is decided about and not lost.
   */
  readonly cuts: Readonly<Partial<Record<ServiceId, readonly ServiceId[]>>>;
  /** File that says so, `__filename`. */
  readonly source: string;
}

/**
 * The rows of the release but for what a selection leaves out. Throws a ProblemError with every reference that would lead nowhere, every
 * cut that cuts nothing, and every subsystem that does not exist or that a critical business path needs.
 */
export function selectSubsystems({ without, cuts, source }: Selection, rows: readonly SubsystemRow[] = SUBSYSTEMS): readonly SubsystemRow[] {
  const problems = new Problems();
  const where = relative(process.cwd(), source).split(sep).join('/');
  const ids = rows.map(({ id }) => id);
  for (const id of without) if (!ids.includes(id)) problems.add('CHAMP9250', where, { value: id, allowed: ids, near: nearest(id, ids) });
  const gone = new Set(rows.filter(({ id }) => without.includes(id)).flatMap(({ services }) => Object.keys(services)));
  for (const [path, { critical, hops }] of Object.entries(PATHS)) {
    for (const hop of critical ? hops : []) if (gone.has(hop)) problems.add('CHAMP9251', where, { value: hop, path });
  }
  const kept = rows.filter(({ id }) => !without.includes(id));
  const cut = new Set<string>();
  const result = kept.map((row) => ({
    ...row,
    services: Object.fromEntries(Object.entries(row.services).map(([id, service]) => {
      const allowed: readonly string[] = cuts[id as ServiceId] ?? [];
      return [id, withoutCalls(service, (target) => {
        if (!gone.has(target)) return true;
        if (!allowed.includes(target)) problems.add('CHAMP9252', where, { value: target, service: id });
        cut.add(`${id} ${target}`);
        return false;
      })];
    })),
  }));
  for (const [id, targets] of Object.entries(cuts)) {
    for (const target of targets) if (!cut.has(`${id} ${target}`)) problems.add('CHAMP9253', where, { value: target, service: id });
  }
  problems.throwIfAny();
  return result;
}

type Row = SubsystemRow['services'][string];

/** Calls, calls across and routes, as far as `stays` says of their target. */
function withoutCalls(row: Row, stays: (target: string) => boolean): Row {
  const lists = <T extends object>(of: T | undefined): T | undefined =>
    of && Object.fromEntries(Object.entries(of as Readonly<Record<string, readonly string[]>>).map(([key, targets]) => [key, targets.filter(stays)] as const).filter(([, targets]) => targets.length > 0)) as T;
  const routes = 'routesTo' in row ? row.routesTo?.filter(stays) : undefined;
  return { ...row, calls: lists(row.calls), callsAcross: lists(row.callsAcross), ...(routes ? { routesTo: routes } : {}) };
}
