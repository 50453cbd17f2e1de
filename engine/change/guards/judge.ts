import type { Text } from '../../problem/index.ts';
import { problem, type Problem } from '../../problem/index.ts';
import type { Change } from '../change.ts';
import type { GuardResult } from '../report.ts';
import { APPROVALS, type Approval } from './approvals.ts';
import { GUARDS } from './list.ts';
import type { GuardInput, GuardRow, Stop } from './row.ts';

export interface Guarded {
  readonly results: readonly GuardResult[];
  /** Results by the changes that they are about. */
  readonly byChange: ReadonlyMap<Change, readonly GuardResult[]>;
  /** Approvals of no use, and approvals that are over. */
  readonly notes: readonly Text[];
  /** An approval that is needed and over. */
  readonly problems: readonly Problem[];
}

/** What every guard says, with what the approvals let pass: one row for one guard and one target, in its environment, until its day. */
export function runGuards(input: GuardInput): Guarded {
  const { approvals = [], date } = input.context;
  const byKey = new Map<string, Approval>();
  for (const each of approvals) byKey.set(keyOf(each.environment, each.guard, each.target), byKey.get(keyOf(each.environment, each.guard, each.target)) ?? each);
  const used = new Set<Approval>();
  const problems: Problem[] = [];
  const results: GuardResult[] = [];
  const byChange = new Map<Change, GuardResult[]>();
  for (const guard of GUARDS) {
    for (const stop of unique(guard.find(input))) {
      const approval = guard.approval ? byKey.get(keyOf(stop.environment, guard.id, stop.target)) : undefined;
      const valid = approval !== undefined && approval.expires >= date;
      if (approval) used.add(approval);
      if (approval && !valid) problems.push(problem('CHAMP9104', approval.where, { value: approval.id, expires: approval.expires, target: stop.target }));
      const result = resultOf(guard, stop, valid ? approval : undefined);
      results.push(result);
      for (const change of stop.changes) byChange.set(change, [...(byChange.get(change) ?? []), result]);
    }
  }
  return { results, byChange, problems, notes: approvals.filter((each) => !used.has(each)).map(idle) };
}

const keyOf = (environment: string, guard: string, target: string): string => `${environment} ${guard} ${target}`;

function unique(stops: readonly Stop[]): readonly Stop[] {
  return [...new Map([...stops].reverse().map((each) => [`${each.environment} ${each.target}`, each])).values()].reverse();
}

function resultOf({ id, approval: isApprovable }: GuardRow, { environment, target, zh, en, instead }: Stop, approval: Approval | undefined): GuardResult {
  const common = { guard: id, target, environment, zh, en };
  if (approval) {
    const { by, reason, ticket, expires } = approval;
    return { ...common, state: 'approved', approval: approval.id, fix: { zh: `${by} 已批准(${ticket}):${reason};到 ${expires} 为止`, en: `approved by ${by} (${ticket}): ${reason}; until ${expires}` } };
  }
  if (!isApprovable) return { ...common, state: 'blocked', fix: instead ?? { zh: '修好它', en: 'mend it' } };
  const row = `- { id: <A-001>, guard: ${id}, target: '${target.replaceAll("'", "''")}', reason: <why>, by: <who>, ticket: <ticket>, expires: '<YYYY-MM-DD>' }`;
  const file = `environments/${environment}/${APPROVALS}`;
  return {
    ...common, state: 'blocked',
    fix: { zh: `${instead ? `${instead.zh};` : ''}确有必要时,经评审在 ${file} 加一行:${row}`, en: `${instead ? `${instead.en}; ` : ''}where it must be, have a row of ${file} reviewed: ${row}` },
  };
}

const idle = ({ environment, id, guard, target }: Approval): Text => ({
  zh: `${environment} 的批准 ${id}(${guard} ${target})没有用到,可以删除`, en: `the approval ${id} of ${environment} (${guard} ${target}) lets nothing pass: it can be removed`,
});
