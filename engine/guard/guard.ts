import { nearest, problem, type Problem } from '../problem/index.ts';
import { BUDGET, budgetOf, type Budget } from './budget.ts';
import { dangers, type GuardRow } from './dangers.ts';
import type { PlacedObject } from './placed.ts';
import { shown } from './values.ts';

export interface GuardOptions {
  /** Exact names that may be lost: `Kind/namespace/name`, `Kind/name` where there is no namespace. A name stands for the object in every zone given. */
  readonly allow?: readonly string[];
  readonly budget?: Budget;
}

export interface GuardReport {
  /** Every danger, allowed or not, in the order of the objects before. */
  readonly rows: readonly GuardRow[];
  /** Those that neither the list nor the budget lets pass. */
  readonly refused: readonly GuardRow[];
  /** Plain objects that may go without being listed, and that go so. */
  readonly budget: number;
  readonly spent: number;
  /** One problem for each refused row and each name of `allow` that allows nothing; empty when all may pass. */
  readonly problems: readonly Problem[];
  /** Value of `--allow-delete` with which all would pass: each name once, sorted, by commas; empty when there is no danger beyond the budget. */
  readonly allowDelete: string;
}

/** What a change from one state to another would destroy, and what of it may pass. Several zones may be given at once. Linear in the number of objects. */
export function guard(before: readonly PlacedObject[], after: readonly PlacedObject[], { allow = [], budget = BUDGET }: GuardOptions = {}): GuardReport {
  const rows = dangers(before, after);
  const listed = new Set(allow);
  const open = rows.filter(({ object }) => !listed.has(object));
  const plain = open.filter(isPlain);
  const limit = budgetOf(before.length, budget);
  const beyond = plain.length > limit;
  const refused = open.filter((row) => beyond || !isPlain(row));
  const names = new Set(rows.map(({ object }) => object));
  const idle = [...listed].filter((name) => !names.has(name));
  const needed = [...new Set([...[...listed].filter((name) => names.has(name)), ...refused.map(({ object }) => object)])].sort();
  return {
    rows, refused, budget: limit, spent: beyond ? 0 : plain.length,
    problems: [...refused.map((row) => asProblem(row, limit, plain.length)), ...idle.map((name) => problem('CHAMP7110', name, { value: name, near: nearest(name, names) }))],
    allowDelete: needed.join(','),
  };
}

const isPlain = ({ danger }: GuardRow): boolean => danger === 'delete' || danger === 'move';

/** Names shown of what goes with an object. */
const FEW = 5;

function asProblem({ object, file, why, change, to, with: others }: GuardRow, budget: number, count: number): Problem {
  const few = others.slice(0, FEW).join(', ');
  return problem(why, file, {
    value: object, count: others.length, names: others.length > FEW ? `${few}, ...` : few || '-', field: change?.field, before: change && shown(change.before), after: change && shown(change.after), to, budget, plain: count,
  });
}
