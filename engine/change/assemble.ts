import type { Problem, Text } from '../problem/index.ts';
import { collapse } from './collapse.ts';
import { compareEnvironments } from './compare.ts';
import type { JudgeContext } from './context.ts';
import { judgeWithProblems } from './judge.ts';
import { maskedChange, type Mask } from './mask.ts';
import { meaningsOf } from './meaning/index.ts';
import type { ChangeReport } from './report.ts';
import type { Side } from './side.ts';

/** What a report depends on besides the two sides. */
export interface ReportContext extends Omit<JudgeContext, 'base' | 'head' | 'meaningsOf'> {
  /** Stands in for secrets. */
  readonly mask: Mask;
  /** What was found out about the sides themselves. */
  readonly notes: readonly Text[];
}

export interface Reported {
  readonly report: ChangeReport;
  /** Of approvals that are needed and over. */
  readonly problems: readonly Problem[];
}

/** What the change from `base` to `head` is and means. An environment that one side lacks is created or deleted as a whole. */
export function report(base: Side, head: Side, { mask, notes, ...context }: ReportContext): Reported {
  const names = [...new Set([...base.environments, ...head.environments].map(({ name }) => name))].sort();
  const of = (side: Side, name: string) => side.environments.find((each) => each.name === name);
  const changes = names.flatMap((name) => compareEnvironments(of(base, name), of(head, name)));
  const { report: judged, problems } = judgeWithProblems(changes, { ...context, base: base.environments, head: head.environments, meaningsOf: (change) => meaningsOf(change, { mask }) });
  const labelOf = ({ label, commit }: Side) => ({ label, ...(commit === undefined ? {} : { commit }) });
  return {
    problems,
    report: {
      version: 1, base: labelOf(base), head: labelOf(head), ...judged,
      changes: collapse(judged.changes.map((change) => ({ ...change, ...maskedChange(change, mask) }))),
      notes: [...notes, ...judged.notes],
    },
  };
}
