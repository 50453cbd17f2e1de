import { nearest, type Problems } from '../../engine/problem/index.ts';
import type { Waiver } from '../../engine/waivers/index.ts';
import { estateRules, objectRules } from '../../policies/index.ts';

/** Waivers that cannot be meant: of a rule that is none, with the id of another, for what another is for. What was refused is left out. */
export function checkWaivers(waivers: readonly (Partial<Waiver> | undefined)[], at: (path: readonly (string | number)[]) => string, problems: Problems): void {
  const rules = new Set([...objectRules, ...estateRules].map(({ id }) => id));
  const ids = new Map<string, number>();
  const subjects = new Map<string, number>();
  for (const [index, waiver] of waivers.entries()) {
    const { id, rule, target } = waiver ?? {};
    if (rule !== undefined && !rules.has(rule)) problems.add('CHAMP6040', at([index, 'rule']), { value: rule, near: nearest(rule, rules) });
    const [same, first] = [target && rule !== undefined ? earlier(subjects, subjectOf(rule, target), index) : undefined, id === undefined ? undefined : earlier(ids, id, index)];
    if (same !== undefined) problems.add('CHAMP6042', at([index]), { value: id, other: waivers[same]?.id, first: at([same]) });
    if (first !== undefined) problems.add('CHAMP6041', at([index, 'id']), { value: id, first: at([first, 'id']) });
  }
}

/** Index of the first with that key; this one where there is none yet. */
function earlier(known: Map<string, number>, key: string, index: number): number | undefined {
  const first = known.get(key);
  if (first === undefined) known.set(key, index);
  return first;
}

const subjectOf = (rule: string, target: Partial<Waiver['target']>): string =>
  JSON.stringify([rule, Object.entries(target).sort(([a], [b]) => (a < b ? -1 : 1))]);
