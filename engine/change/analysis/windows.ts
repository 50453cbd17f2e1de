import { heldApplications, type HeldApplication } from '../../publish/windows/sync-windows.ts';
import type { ChangeReport } from '../report.ts';
import type { EnvironmentPair } from './pair.ts';

export type WindowRow = ChangeReport['windows'][number];

const KINDS: ReadonlySet<string> = new Set(['Application', 'AppProject']);

/** Changed Applications that a sync window of their project holds at `now`, as the head declares the windows. */
export function heldIn(pair: EnvironmentPair, now: Date): readonly HeldApplication[] {
  const objects = pair.after(({ kind, apiVersion }) => KINDS.has(kind) && apiVersion.startsWith('argoproj.io/'));
  const below = (file: string) => `${pair.name}/${file}`;
  const changed = pair.changes.flatMap(({ file, from }) => [below(file), ...(from ? [below(from.file)] : [])]);
  return heldApplications(objects.map(({ file, manifest }) => ({ file: below(file), manifest })), changed, now);
}

/** The windows that hold, each with the Applications it holds. */
export function windowRows(environment: string, held: readonly HeldApplication[]): readonly WindowRow[] {
  const found = new Map<string, string[]>();
  for (const { schedule, application } of held) found.set(schedule, [...(found.get(schedule) ?? []), application]);
  return [...found].map(([text, applications]) => {
    const space = text.lastIndexOf(' ');
    return { environment, schedule: text.slice(0, space), duration: text.slice(space + 1), applications: [...new Set(applications)].sort() };
  });
}

const UNITS: Readonly<Record<string, number>> = { h: 1, m: 1 / 60, s: 1 / 3600 };

/** Length of a window such as `11h` or `1h30m`, in hours. */
export function hoursOf(duration: string): number {
  return [...duration.matchAll(/(\d+(?:\.\d+)?)([hms])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit!]!, 0);
}
