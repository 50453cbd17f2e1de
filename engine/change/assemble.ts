import type { Text } from '../problem/index.ts';
import { compareEnvironments } from './compare.ts';
import { maskedChange, type Mask } from './mask.ts';
import type { ChangeReport } from './report.ts';
import type { Side } from './side.ts';

/** What a report depends on besides the two sides. */
export interface ReportContext {
  /** Day by which waivers and approvals are judged, YYYY-MM-DD. */
  readonly date: string;
  /** Tenant whose change it is. */
  readonly as?: string;
  /** Stands in for secrets. */
  readonly mask: Mask;
  /** What was found out about the sides themselves. */
  readonly notes: readonly Text[];
}

/** What the change from `base` to `head` is and means. An environment that one side lacks is created or deleted as a whole. */
export function report(base: Side, head: Side, { mask, notes }: ReportContext): ChangeReport {
  const names = [...new Set([...base.environments, ...head.environments].map(({ name }) => name))].sort();
  const of = (side: Side, name: string) => side.environments.find((each) => each.name === name);
  const changes = names.flatMap((name) => compareEnvironments(of(base, name), of(head, name))).map((change) => maskedChange(change, mask));
  const labelOf = ({ label, commit }: Side) => ({ label, ...(commit === undefined ? {} : { commit }) });
  return {
    version: 1, base: labelOf(base), head: labelOf(head), risk: 'low',
    changes: changes.map((change) => ({ ...change, risk: 'low', reasons: [], meanings: [], services: [], owners: [], also: [] })),
    guards: [], restarts: [], paths: [], exposure: { opened: [], closed: [] }, access: { gained: [], lost: [] }, findings: { appeared: [], gone: [] },
    waivers: { added: [], removed: [], expired: [] }, capacity: [], owners: [], windows: [], notes,
  };
}
