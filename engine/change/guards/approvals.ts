import { date, list, object, parsePartialFacts, text } from '../../facts/index.ts';
import type { PartialFacts } from '../../facts/index.ts';
import { nearest, type Problems } from '../../problem/index.ts';
import { readText } from '../../text/index.ts';
import { APPROVABLE, GUARD_IDS } from './ids.ts';

/** A row of `environments/<name>/approvals.yaml`: one thing that one guard may let pass, until a day, by somebody's word. */
export interface Approval {
  readonly environment: string;
  /** Unique in the file, e.g. `A-001`. */
  readonly id: string;
  readonly guard: string;
  /** Exactly what the guard named. */
  readonly target: string;
  readonly reason: string;
  /** Who takes it on himself. */
  readonly by: string;
  readonly ticket: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string;
  /** `file:line:column`. */
  readonly where: string;
}

/** File of an environment's folder. */
export const APPROVALS = 'approvals.yaml';

const shape = list(object({
  id: text({ pattern: /^[A-Za-z][\w-]{0,31}$/, form: 'a short id, e.g. A-001' }),
  guard: text(),
  // one name: whoever approves knows what
  target: text({ pattern: /^[^\s*?]{1,400}$/, form: 'one name as the guard gives it, without spaces, * or ?' }),
  reason: text(), by: text(), ticket: text(), expires: date,
}));

type Row = Omit<Approval, 'environment' | 'where'>;

/** Reads approvals from the text of a file that people call `name`; what is wrong in it is added to `problems`, and what is refused approves nothing. */
export function parseApprovals(content: string, name: string, environment: string, problems: Problems): readonly Approval[] {
  // an empty file, or one of comments, approves nothing
  if (content.split('\n').every((line) => /^\s*(?:#|$)/.test(line))) return [];
  const facts = parsePartialFacts(content, name, shape, problems);
  return facts ? checked(facts as unknown as PartialFacts<readonly Partial<Row>[]>, environment, problems) : [];
}

/** The same of a file; none where there is no such file. */
export function readApprovals(path: string, name: string, environment: string, problems: Problems): readonly Approval[] {
  const content = problems.gather(() => readText(path, { name }));
  return content === undefined ? [] : parseApprovals(content, name, environment, problems);
}

function checked({ value, at }: PartialFacts<readonly Partial<Row>[]>, environment: string, problems: Problems): readonly Approval[] {
  const ids = new Map<string, number>();
  const targets = new Map<string, number>();
  return (value as readonly (Partial<Row> | undefined)[]).flatMap((row, index): readonly Approval[] => {
    const { id, guard, target, reason, by, ticket, expires } = row ?? {};
    if (guard !== undefined && !GUARD_IDS.includes(guard)) {
      problems.add('CHAMP9100', at([index, 'guard']), { value: guard, near: nearest(guard, GUARD_IDS), allowed: GUARD_IDS });
      return [];
    }
    if (guard !== undefined && !APPROVABLE.has(guard)) {
      problems.add('CHAMP9101', at([index, 'guard']), { value: guard });
      return [];
    }
    const sameId = id === undefined ? undefined : first(ids, id, index);
    if (sameId !== undefined) problems.add('CHAMP9102', at([index, 'id']), { value: id, first: at([sameId, 'id']) });
    const key = guard === undefined || target === undefined ? undefined : `${guard} ${target}`;
    const same = key === undefined ? undefined : first(targets, key, index);
    if (same !== undefined) problems.add('CHAMP9103', at([index]), { value: target, guard, first: at([same]) });
    if (id === undefined || guard === undefined || target === undefined || reason === undefined || by === undefined || ticket === undefined || expires === undefined) return [];
    return [{ environment, id, guard, target, reason, by, ticket, expires, where: at([index]) }];
  });
}

/** Index of the first row with that key; this one where there is none yet. */
function first(known: Map<string, number>, key: string, index: number): number | undefined {
  const found = known.get(key);
  if (found === undefined) known.set(key, index);
  return found;
}
