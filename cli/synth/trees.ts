import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Prepared, PrepareOptions } from '../../engine/emit/index.ts';
import { ProblemError, Problems, type Problem } from '../../engine/problem/index.ts';
import { ROOT } from '../estate/environments.ts';
import { unmeasured, type InStage } from '../estate/stages.ts';
import * as lazy from '../lazy.ts';

/** What one environment came to; what a thread throws besides problems goes on in the main one. */
interface Result {
  readonly index: number;
  readonly prepared?: Prepared;
  readonly problems?: readonly Problem[];
  readonly error?: unknown;
}

/** What every thread is told. */
export interface TreesInput {
  readonly names: readonly string[];
  /** Absolute path of the output. */
  readonly out: string;
  /** Folder of the environments. @default that of this project */
  readonly folder?: string;
}

export interface TreesOptions {
  /** @default one for each core, at most one for each environment */
  readonly threads?: number;
  readonly inStage?: InStage;
  /** Of the main thread alone. */
  readonly digestOf?: PrepareOptions['digestOf'];
  /** Told in the main thread alone. */
  readonly onStart?: (name: string) => void;
}

/**
 * Renders several environments and stages what differs from the output, each by itself: of an environment that is prepared nothing
 * stays in memory. All threads take the next one from one counter, so a thread that is not up yet holds nobody up. The result is in the
 * order of the names. Throws a ProblemError with what was found in all of them, in that order too, and leaves the output as it was.
 */
export async function prepareTrees(input: TreesInput, { threads = availableParallelism(), ...means }: TreesOptions = {}): Promise<readonly Prepared[]> {
  const { names, out } = input;
  const counter = new Int32Array(new SharedArrayBuffer(4));
  const results: Result[] = [];
  const others = Array.from({ length: Math.min(threads, names.length) - 1 }, () => thread(counter, input, results));
  try {
    prepareNext(counter, input, (result) => results.push(result), means);
    // whoever came too late to take one has nothing to tell
    await Promise.all(others.map(({ ended, end }) => (results.length === names.length ? end() : ended)));
    results.sort((a, b) => a.index - b.index);
    const broken = results.find(({ error }) => error !== undefined);
    if (broken) throw broken.error;
    const problems = new Problems();
    for (const each of results) problems.push(...(each.problems ?? []));
    problems.throwIfAny();
  } catch (error) {
    await Promise.all(others.map(({ end }) => end()));
    lazy.emitter().abandon(out, names);
    throw error;
  }
  return results.flatMap(({ prepared }) => prepared ?? []);
}

/** Prepares until there is no environment left; `counter` is the index of the next, shared by all threads. */
export function prepareNext(counter: Int32Array, input: TreesInput, done: (result: Result) => void, means: Omit<TreesOptions, 'threads'> = {}): void {
  for (;;) {
    const index = Atomics.add(counter, 0, 1);
    const name = input.names[index];
    if (name === undefined) return;
    means.onStart?.(name);
    done({ index, ...prepared(name, input, means) });
  }
}

function prepared(name: string, { out, folder }: TreesInput, { inStage = unmeasured, digestOf }: TreesOptions): Omit<Result, 'index'> {
  try {
    const { beFrugal, buildEnvironment, renderEnvironment, takeTree } = inStage('load', lazy.estate);
    const environment = inStage('construct', () => buildEnvironment(name, folder));
    beFrugal(environment.allServices.length);
    const tree = takeTree(renderEnvironment(environment, inStage), inStage);
    return { prepared: inStage('write', () => lazy.emitter().prepare(out, tree, digestOf ? { digestOf } : {})) };
  } catch (error) {
    return error instanceof ProblemError ? { problems: error.problems } : { error };
  }
}

function thread(counter: Int32Array, input: TreesInput, results: Result[]): { readonly ended: Promise<void>; readonly end: () => Promise<unknown> } {
  const worker = new Worker(join(ROOT, 'cli', 'synth', 'thread.js'), { workerData: { counter, input } });
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('message', (result: Result) => results.push(result));
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
  // of one that took nothing, nobody asks
  ended.catch(() => {});
  return { ended, end: () => worker.terminate() };
}
