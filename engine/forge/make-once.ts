import { problem } from '../problem/index.ts';
import { Refusal } from './answers.ts';
import type { Sender } from './send.ts';

interface Making<T> {
  /** What is there. */
  readonly look: () => Promise<T | undefined>;
  readonly make: () => Promise<T>;
  /** How people call it. */
  readonly name: string;
}

/**
 * Makes something that must not be there twice. When the answer to that was lost, or says that it exists, it is looked for; where it is
 * not found either, that is a Refusal, since only somebody who looks later can know.
 */
export async function makeOnce<T>({ look, make, name }: Making<T>, { wait, tries }: Pick<Sender, 'wait' | 'tries'>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const isThere = error.status === 409 || error.status === 422;
    if (error.isUndone && !isThere) throw error;
    for (let attempt = 1; attempt <= (isThere ? 1 : Math.max(1, tries - 1)); attempt += 1) {
      if (!isThere) await wait(attempt);
      const found = await look();
      if (found !== undefined) return found;
    }
    if (isThere) throw error;
    throw new Refusal(problem('CHAMP9316', error.problem.where, { value: `${name}; ${error.problem.args['value'] ?? ''}` }), error.status, false);
  }
}
