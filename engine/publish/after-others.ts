import { problem, ProblemError } from '../problem/index.ts';
import type { RemoteReport } from './report.ts';

/** A failure after another repository was published must say so: that part stands. */
export async function afterOthers<T>(done: readonly RemoteReport[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const pushed = done.filter(({ state }) => state === 'pushed');
    if (!(error instanceof ProblemError) || pushed.length === 0) throw error;
    throw new ProblemError([...error.problems, ...pushed.map(({ repository, commit }) => problem('CHAMP7029', repository, { value: commit?.slice(0, 12) }))]);
  }
}
