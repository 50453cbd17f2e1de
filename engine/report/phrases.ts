import { codes, type Language, type Problem, type Text } from '../problem/index.ts';
import type { WaiverUse } from '../waivers/index.ts';
import type { CheckReport, CoverageRow, ReportFinding } from './report.ts';
import { STATES, type Summary } from './summary.ts';
import { verdictNames, words } from './words.ts';

const DAY = 86_400_000;

type Arguments = Readonly<Record<string, string | number>>;

/** Fills `{name}` in both languages. */
export function fill(text: Text, args: Arguments): Text {
  const one = (template: string) => template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(args, name) ? String(args[name] ?? whole) : whole));
  return { zh: one(text.zh), en: one(text.en) };
}

export const say = (text: Text, language: Language, args: Arguments = {}): string => fill(text, args)[language];

/** What is wrong with the input, and how to mend it. */
export function problemText({ code, args }: Problem): { readonly message: Text; readonly fix: Text } {
  const { message, fix } = codes[code];
  return { message: fill(message, args), fix: fill(fix, args) };
}

/** The verdict in a line, with what it does not cover. */
export function verdictText({ verdict, problems, notJudged }: Summary): Text {
  const parts = [verdictNames[verdict], ...(problems > 0 ? [fill(words.unread, { count: problems })] : []), ...(notJudged > 0 ? [fill(words.notJudgedCount, { count: notJudged })] : [])];
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}

/** `Deployment core-mbs/hsa-mbs`. */
export function nameOf({ kind, namespace, name }: { readonly kind: string; readonly namespace?: string; readonly name: string }): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

/** `file:line:column`. */
export const placeOf = ({ file, line, column }: ReportFinding): string => `${file}:${line}:${column}`;

/** `DaemonSet core-agents/fluent-bit, container/volume varlog, field hostPath, path /var/log`. */
export function targetOf({ waiver: { target } }: WaiverUse, language: Language): string {
  const part = (label: Text, value: string | undefined) => (value === undefined ? [] : [`${label[language]} ${value}`]);
  return [nameOf(target), ...part(words.container, target.container), ...part(words.field, target.field), ...part(words.path, target.path), ...part(words.zone, target.zone)].join(', ');
}

/** Expired, too wide and unused ones before those that hold. */
export const failedFirst = (waivers: readonly WaiverUse[]): readonly WaiverUse[] => [...waivers].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));

/** Days that a waiver still holds; undefined once it has ended. */
export function daysLeft({ waiver }: WaiverUse, { date }: CheckReport): number | undefined {
  const days = Math.round((Date.parse(waiver.expires) - Date.parse(date)) / DAY);
  return days >= 0 ? days : undefined;
}

export const rowsById = ({ coverage }: CheckReport): ReadonlyMap<string, CoverageRow> => new Map(coverage.map((row) => [row.id, row]));

/** In the order in which keys are first met. */
export function groupBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const of = key(value);
    const group = groups.get(of);
    if (group) group.push(value);
    else groups.set(of, [value]);
  }
  return groups;
}

/** One key for each object of each zone, for `groupBy`. */
export const objectKey = ({ zone, object: { apiVersion, kind, namespace, name } }: ReportFinding): string => JSON.stringify([zone, apiVersion, kind, namespace, name]);
