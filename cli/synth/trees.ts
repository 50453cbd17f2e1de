import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Tree } from '../../engine/emit/index.ts';
import { ProblemError, Problems, type Problem } from '../../engine/problem/index.ts';
import { ROOT } from '../estate/environments.ts';
import { unmeasured, type InStage } from '../estate/stages.ts';
import * as lazy from '../lazy.ts';

/** What one environment came to; what a thread throws besides problems goes on in the main one. */
interface Result {
  readonly index: number;
  readonly tree?: Tree;
  readonly problems?: readonly Problem[];
  readonly error?: unknown;
}

export interface TreesOptions {
  readonly folder?: string;
  /** @default one for each core, at most one for each environment */
  readonly threads?: number;
  readonly inStage?: InStage;
  /** Told in the main thread alone. */
  readonly onStart?: (name: string) => void;
}

/**
 * Trees of several environments, in the order of their names. All threads take the next environment from one counter, so a thread
 * that is not up yet holds nobody up. Throws a ProblemError with what was found in all of them, in that order too.
 */
export async function renderTrees(names: readonly string[], { folder, threads = availableParallelism(), inStage = unmeasured, onStart }: TreesOptions = {}): Promise<readonly Tree[]> {
  const counter = new Int32Array(new SharedArrayBuffer(4));
  const results: Result[] = [];
  const others = Array.from({ length: Math.min(threads, names.length) - 1 }, () => thread(counter, names, folder, results));
  renderNext(counter, names, folder, (result) => results.push(result), { inStage, onStart });
  // whoever came too late to take one has nothing to tell
  await Promise.all(others.map(({ ended, end }) => (results.length === names.length ? end() : ended)));
  results.sort((a, b) => a.index - b.index);
  const broken = results.find(({ error }) => error !== undefined);
  if (broken) throw broken.error;
  const problems = new Problems();
  for (const each of results) problems.push(...(each.problems ?? []));
  problems.throwIfAny();
  return results.flatMap(({ tree }) => tree ?? []);
}

/** Renders until there is no environment left; `counter` is the index of the next, shared by all threads. */
export function renderNext(counter: Int32Array, names: readonly string[], folder: string | undefined, done: (result: Result) => void, { inStage = unmeasured, onStart }: Pick<TreesOptions, 'inStage' | 'onStart'> = {}): void {
  for (;;) {
    const index = Atomics.add(counter, 0, 1);
    const name = names[index];
    if (name === undefined) return;
    onStart?.(name);
    done({ index, ...rendered(name, folder, inStage) });
  }
}

function rendered(name: string, folder: string | undefined, inStage: InStage): Omit<Result, 'index'> {
  try {
    const { beFrugal, buildEnvironment, renderEnvironment, takeTree } = inStage('load', lazy.estate);
    const environment = inStage('construct', () => buildEnvironment(name, folder));
    beFrugal(environment.allServices.length);
    return { tree: takeTree(renderEnvironment(environment, inStage), inStage) };
  } catch (error) {
    return error instanceof ProblemError ? { problems: error.problems } : { error };
  }
}

function thread(counter: Int32Array, names: readonly string[], folder: string | undefined, results: Result[]): { readonly ended: Promise<void>; readonly end: () => Promise<unknown> } {
  const worker = new Worker(join(ROOT, 'cli', 'synth', 'thread.js'), { workerData: { counter, names, folder } });
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('message', (result: Result) => results.push(result));
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
  // of one that took nothing, nobody asks
  ended.catch(() => {});
  return { ended, end: () => worker.terminate() };
}
