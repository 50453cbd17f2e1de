import type { Text } from '../../problem/index.ts';
import { fill } from '../../report/phrases.ts';
import type { ChangeClass } from '../change.ts';
import type { ChangeReport, JudgedChange } from '../report.ts';
import { COMMA, joined } from './spans.ts';
import { classNames, words } from './words.ts';

export const CLASSES: readonly ChangeClass[] = ['created', 'changed', 'moved', 'renamed', 'replaced', 'deleted'];

/** What a report says in numbers; objects count once for each place. */
export interface ChangeSummary {
  readonly objects: number;
  readonly byClass: Readonly<Record<ChangeClass, number>>;
  readonly environments: number;
  readonly services: number;
  readonly restarts: number;
  readonly pods: number;
  /** Guards that block. */
  readonly blocked: number;
}

export function summaryOf({ changes, restarts, guards }: ChangeReport): ChangeSummary {
  const byClass = Object.fromEntries(CLASSES.map((each) => [each, 0])) as Record<ChangeClass, number>;
  for (const change of changes) byClass[change.class] += objectsOf(change);
  return {
    objects: CLASSES.reduce((sum, each) => sum + byClass[each], 0), byClass,
    environments: new Set(changes.flatMap(({ environment, also }) => [environment, ...also.map((each) => each.environment)])).size,
    services: new Set(changes.flatMap(({ services }) => services)).size,
    restarts: restarts.length,
    pods: restarts.reduce((sum, { pods }) => sum + pods, 0),
    blocked: guards.filter(({ state }) => state === 'blocked').length,
  };
}

/** The change itself and its likes elsewhere. */
export const objectsOf = ({ also }: JudgedChange): number => 1 + also.length;

/** `created 3, changed 2`; empty without changes. */
export function classCounts(changes: readonly JudgedChange[]): Text {
  const counts = new Map<ChangeClass, number>();
  for (const each of changes) counts.set(each.class, (counts.get(each.class) ?? 0) + objectsOf(each));
  const parts = CLASSES.filter((each) => counts.has(each)).map((each) => ({ zh: `${classNames[each].zh} ${counts.get(each)}`, en: `${classNames[each].en} ${counts.get(each)}` }));
  return joined(parts, COMMA);
}

/** The whole change in a sentence. */
export function headline(report: ChangeReport): Text {
  const { objects, environments, services, restarts, pods, blocked } = summaryOf(report);
  const guards = blocked > 0 ? [fill(words.blocks, { count: blocked })] : [];
  if (objects === 0) return joined([words.none, ...guards]);
  const counts = classCounts(report.changes);
  const all = fill(words.objects, { count: objects });
  return joined([
    { zh: `${all.zh}：${counts.zh}`, en: `${all.en} (${counts.en})` },
    ...(environments > 1 ? [fill(words.environments, { count: environments })] : []),
    ...(services > 0 ? [fill(words.services, { count: services })] : []),
    restarts > 0 ? fill(words.restart, { count: restarts, pods }) : words.restartsNone,
    ...guards,
  ]);
}
