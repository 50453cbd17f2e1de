import { ProblemError } from '../problem/index.ts';
import { Refusal } from './answers.ts';

/** A call of a library; what was refused is a ProblemError, wherever the library wraps it. */
export async function answered<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const refusal = refusalIn(error);
    throw refusal ? new ProblemError([refusal.problem]) : error;
  }
}

/** The Refusal that an error is or was caused by. */
export function refusalIn(error: unknown): Refusal | undefined {
  for (let [each, depth] = [error, 0]; each instanceof Error && depth < 5; [each, depth] = [each.cause, depth + 1]) if (each instanceof Refusal) return each;
  return undefined;
}

/** The same call, whose Refusal comes out as it is. */
export async function unwrapped<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw refusalIn(error) ?? error;
  }
}
