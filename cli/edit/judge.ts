import { Problems, type Problem } from '../../engine/problem/index.ts';

/**
 * What is wrong after an edit and was not before, so that a mistake elsewhere does not keep anybody from mending another one.
 * Lines move, so places are compared without them.
 */
export function newProblems(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const key = ({ code, where, args }: Problem) => JSON.stringify([code, where.replace(/:\d+(?::\d+)?$/, ''), args]);
  const known = new Set(before.map(key));
  return after.filter((each) => !known.has(key(each)));
}

/** What `work` finds wrong: added to `problems` of what it returns, or thrown. */
export function problemsOf(work: () => { readonly problems: Problems }): readonly Problem[] {
  const thrown = new Problems();
  const found = thrown.gather(work);
  return found ? found.problems.all() : thrown.all();
}
