import type { PlacedObject } from '../../guard/index.ts';
import { at, isRecord, records, text, texts } from '../../inspect/plain.ts';
import { lastDue, parseCron } from './cron.ts';

/** A changed Application that ArgoCD does not sync by itself now. */
export interface HeldApplication {
  readonly zone: string;
  readonly application: string;
  readonly project: string;
  readonly schedule: string;
  readonly timeZone: string;
  /** End of the window; absent when it is no deny window that holds it, but the lack of an open allow window. */
  readonly until?: string;
  /** A person may sync it all the same. */
  readonly manual: boolean;
}

interface Window {
  readonly kind: 'allow' | 'deny';
  readonly schedule: string;
  readonly timeZone: string;
  readonly manual: boolean;
  readonly isActive: boolean;
  readonly until?: string;
}

/** Longest window that is looked back for; ArgoCD has no limit. */
const LONGEST_MS = 32 * 86_400_000;

/** The changed Applications (folders that hold one of `changed`) that a sync window of their project holds at `now`. `objects` are those published. */
export function heldApplications(objects: readonly PlacedObject[], changed: readonly string[], now: Date): readonly HeldApplication[] {
  const folders = new Set(changed.map((path) => path.slice(0, path.lastIndexOf('/'))));
  const zoneOf = (file: string) => file.split('/').at(-3) ?? '';
  const projects = new Map(objects.filter(({ manifest }) => manifest.kind === 'AppProject').map(({ file, manifest }) => [`${zoneOf(file)}/${manifest.metadata.name}`, manifest]));
  return objects.flatMap(({ file, manifest }): readonly HeldApplication[] => {
    if (manifest.kind !== 'Application' || !folders.has(text(at(manifest, 'spec', 'source', 'path')) ?? '')) return [];
    const project = text(at(manifest, 'spec', 'project')) ?? 'default';
    const cluster = [text(at(manifest, 'spec', 'destination', 'server')), text(at(manifest, 'spec', 'destination', 'name'))];
    const namespace = text(at(manifest, 'spec', 'destination', 'namespace'));
    const windows = records(at(projects.get(`${zoneOf(file)}/${project}`), 'spec', 'syncWindows'))
      .filter((row) => applies(row, manifest.metadata.name, namespace, cluster)).flatMap((row) => windowOf(row, now));
    const held = holding(windows);
    return held ? [{ zone: zoneOf(file), application: manifest.metadata.name, project, schedule: held.schedule, timeZone: held.timeZone, ...(held.until ? { until: held.until } : {}), manual: held.manual }] : [];
  });
}

/** An open deny window holds; so do allow windows none of which is open. A manual sync passes if every holding window says so. */
function holding(windows: readonly Window[]): Window | undefined {
  const denied = windows.filter(({ kind, isActive }) => kind === 'deny' && isActive);
  if (denied.length > 0) return { ...denied[0]!, manual: denied.every(({ manual }) => manual) };
  const allowed = windows.filter(({ kind }) => kind === 'allow');
  if (allowed.length === 0 || allowed.some(({ isActive }) => isActive)) return undefined;
  return { ...allowed[0]!, manual: allowed.some(({ manual }) => manual), until: undefined };
}

function applies(row: unknown, name: string, namespace: string | undefined, cluster: readonly (string | undefined)[]): boolean {
  const asked = [
    [texts(at(row, 'applications')), [name]], [texts(at(row, 'namespaces')), [namespace]], [texts(at(row, 'clusters')), cluster],
  ] as const;
  const given = asked.filter(([patterns]) => patterns.length > 0);
  const matches = given.map(([patterns, values]) => patterns.some((pattern) => values.some((value) => value !== undefined && matchesGlob(pattern, value))));
  return at(row, 'andOperator') === true ? matches.length > 0 && matches.every(Boolean) : matches.some(Boolean);
}

const matchesGlob = (pattern: string, value: string): boolean =>
  new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`).test(value);

function windowOf(row: unknown, now: Date): readonly Window[] {
  if (!isRecord(row)) return [];
  const schedule = text(row['schedule']) ?? '';
  const cron = parseCron(schedule);
  const length = durationMs(text(row['duration']) ?? '');
  const timeZone = text(row['timeZone']) || 'UTC';
  if (!cron || length === undefined) return [];
  let due: Date | undefined;
  try {
    due = lastDue(cron, now, Math.min(length, LONGEST_MS), timeZone);
  } catch (error) {
    if (error instanceof RangeError || (error as Error).name === 'RangeError') return [];
    throw error;
  }
  return [{
    kind: row['kind'] === 'allow' ? 'allow' : 'deny', schedule: `${schedule} ${text(row['duration'])}`, timeZone, manual: row['manualSync'] === true, isActive: due !== undefined,
    ...(due ? { until: new Date(due.getTime() + length).toISOString() } : {}),
  }];
}

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000 };

/** A Go duration such as `1h30m`, in milliseconds. */
function durationMs(value: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?[hms])+$/.test(value)) return undefined;
  return [...value.matchAll(/(\d+(?:\.\d+)?)([hms])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit!]!, 0);
}
