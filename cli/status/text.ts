import { GROUPS, sentence, type ApplicationStatus, type ZoneStatus } from '../../engine/argocd/index.ts';
import type { Language } from '../../engine/problem/index.ts';
import { say } from '../output/language.ts';
import { table } from '../output/table.ts';
import { statusWords } from './words.ts';

/** Causes of one Application that are shown; `--json` has all. */
const SHOWN = 6;

export interface EnvironmentStatus {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly zones: readonly (ZoneStatus & { readonly zh: string; readonly en: string })[];
}

export function textStatus({ name, zh, en, zones }: EnvironmentStatus, language: Language): string {
  const title = { zh, en }[language];
  return [say(statusWords.environment, language, { name, title }), ...zones.flatMap((zone) => zoneLines(zone, language))].join('\n');
}

function zoneLines(zone: EnvironmentStatus['zones'][number], language: Language): readonly string[] {
  const head = say(statusWords.zoneLine, language, { zone: zone.zone, title: zone[language], server: zone.server });
  const groups = GROUPS.flatMap((group) => {
    const own = zone.applications.filter((each) => each.group === group);
    if (own.length === 0) return [];
    // all lines of a group share their columns; causes stand below their line
    const lines = table(own.map((each) => cells(each, language)), '      ').split('\n');
    return [`    ${say(statusWords[group], language)}`, ...own.flatMap((each, index) => [lines[index]!, ...causeLines(each, language)])];
  });
  return ['', `  ${head}`, `  ${say(statusWords.counts, language, zone.counts)}`, ...groups];
}

const cells = (each: ApplicationStatus, language: Language): readonly string[] => [
  say(statusWords[each.state], language), each.name, each.sync, each.health, shortRevision(each.revision), each[language] ?? '',
];

export function causeLines({ causes, outOfSync }: ApplicationStatus, language: Language): readonly string[] {
  const lines = causes.slice(0, SHOWN).map((cause) => {
    const prune = cause.kind === 'different' && outOfSync.some(({ object, prune: is }) => is && object === cause.object);
    return `          ${sentence(cause, language)}${prune ? ` (${say(statusWords.prune, language)})` : ''}`;
  });
  return causes.length > SHOWN ? [...lines, `          ${say(statusWords.more, language, { count: causes.length - SHOWN })}`] : lines;
}

/** A commit by its first digits; versions of charts stay. */
export const shortRevision = (revision = ''): string => (/^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 10) : revision);
