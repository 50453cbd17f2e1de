import { sentence, type Landing } from '../../engine/argocd/index.ts';
import { problem, ProblemError, Problems, type Problem } from '../../engine/problem/index.ts';
import type { WaitCommandOptions } from '../commands/wait.ts';
import { definitionOf, ROOT } from '../estate/environments.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { byZone, connections, type Connection } from '../status/connections.ts';
import { interruptible, INTERRUPTED, Interrupted } from '../status/interrupt.ts';
import { statusWords } from '../status/words.ts';
import { chosenZones } from '../status/zones.ts';
import { durationOf } from './duration.ts';
import { learner, prepare, type Prepared, type RepositoryOptions, type ZoneRepository } from './prepare.ts';
import { landedIn, Progress, type Landings } from './progress.ts';
import { sourceCommit } from './resolve.ts';
import { waitWords } from './words.ts';
import { waitZone } from './zone-wait.ts';

/** For so long all that is left must have failed: a person may have started it again. */
const GIVE_UP_MS = 20_000;

interface Input {
  readonly environment: string;
  readonly commit: string;
  readonly timeoutMs: number;
  readonly zones: readonly ZoneRepository[];
  readonly connections: readonly Connection[];
  readonly repository: RepositoryOptions;
}

class TimedOut extends Error {}
class Ended extends Error {}

/** Waits as the command says; returns its exit code. */
export async function waitAll(options: WaitCommandOptions, console_: Console, folder?: string): Promise<number> {
  const exit = await interruptible(async (interrupted) => {
    let input: Input;
    const ended = new AbortController();
    try {
      input = await inputOf(options, AbortSignal.any([interrupted, ended.signal]), folder);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      console_.problems(error.problems);
      return EXIT.usage;
    }
    try {
      return await run(input, options, console_, interrupted, ended);
    } finally {
      for (const { argo } of input.connections) argo.close();
    }
  });
  if (exit === INTERRUPTED) console_.note(say(waitWords.interrupted, console_.language));
  return exit;
}

/** Everything that can be wrong with the command line, at once. */
async function inputOf(options: WaitCommandOptions, signal: AbortSignal, folder?: string): Promise<Input> {
  const { props } = definitionOf(options.env, folder);
  const all = Object.keys(props.zones);
  const problems = new Problems();
  const zones = problems.gather(() => chosenZones(options.zone, all)) ?? all;
  const declared = new Map(Object.entries(props.zones));
  const repositories = byZone(options.repo, '--repo', all, problems);
  const timeoutMs = durationOf(options.timeout);
  if (timeoutMs === undefined) problems.add('CHAMP8020', '--timeout', { option: '--timeout', value: options.timeout });
  const commit = await sourceCommit(options.commit, folder ?? ROOT);
  if (commit === undefined) problems.add('CHAMP8106', '--commit', { value: options.commit });
  const found = problems.gather(() => connections(zones, all, options, process.env, signal, Object.fromEntries(all.map((zone) => [zone, declared.get(zone)?.argocdServer]))));
  problems.throwIfAny();
  return {
    environment: options.env, commit: commit!, timeoutMs: timeoutMs!, connections: found!, repository: { branch: options.branch, source: folder ?? ROOT },
    zones: zones.map((zone) => ({ zone, repository: repositories.get(zone) ?? declared.get(zone)?.configRepository ?? props.configRepository })),
  };
}

/** `ended` ends every question to ArgoCD. */
async function run(input: Input, options: WaitCommandOptions, console_: Console, interrupted: AbortSignal, ended: AbortController): Promise<number> {
  const { language } = console_;
  const { environment, commit, timeoutMs } = input;
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  for (const { zone } of input.zones) console_.progress(say(waitWords.resolving, language, { zone, commit: commit.slice(0, 12) }));
  const prepared = await prepare(environment, commit, input.zones, input.repository);
  for (const { zone, resolved } of prepared) {
    const args = { zone, source: commit.slice(0, 12), commit: resolved.commit.slice(0, 12), later: resolved.later?.slice(0, 12) ?? '' };
    console_.note(say(resolved.later ? waitWords.later : waitWords.resolved, language, args));
  }
  const timer = setTimeout(() => ended.abort(new TimedOut()), Math.max(1, timeoutMs - (performance.now() - started)));
  const signal = AbortSignal.any([interrupted, ended.signal]);
  const progress = new Progress(console_);
  const state = new Map<string, Landings>();
  let failedSince: number | undefined;
  const onChange = (zone: string, landings: Landings): boolean => {
    state.set(zone, landings);
    progress.update(zone, landings);
    const every = [...state.values()].flatMap((each) => [...each.values()]);
    if (state.size < prepared.length) return false;
    if (every.length > 0 && every.every((each) => each.state === 'landed')) {
      ended.abort(new Ended());
      return true;
    }
    const lost = every.some((each) => each.state === 'failed') && every.every((each) => each.state === 'landed' || each.state === 'failed');
    failedSince = lost ? (failedSince ?? performance.now()) : undefined;
    if (failedSince !== undefined && performance.now() - failedSince > GIVE_UP_MS) ended.abort(new Ended());
    return ended.signal.aborted;
  };
  try {
    await Promise.all(prepared.map((each) => waitOne(each, input, options, console_, signal, onChange).catch((error: unknown) => {
      // one zone that cannot be asked ends them all
      ended.abort(new Ended());
      throw error;
    })));
  } finally {
    clearTimeout(timer);
    console_.done();
  }
  if (interrupted.reason instanceof Interrupted) throw interrupted.reason;
  return report(input, prepared, state, console_, seconds(), ended.signal.reason instanceof TimedOut);
}

async function waitOne(prepared: Prepared, input: Input, options: WaitCommandOptions, console_: Console, signal: AbortSignal, onChange: (zone: string, landings: Landings) => boolean): Promise<void> {
  const { zone, ancestry, expected } = prepared;
  const { argo } = input.connections.find((each) => each.zone === zone)!;
  await waitZone({
    environment: input.environment, zone, argo, target: ancestry, expected, subsystems: options.subsystem, skip: options.skip ?? [], refresh: options.refresh, signal,
    learn: learner(input.environment, prepared, input.repository),
    onChange: (landings) => onChange(zone, landings),
    onOutage: (error) => console_.note(say(statusWords.outage, console_.language, { zone, why: error.problems[0]?.args['value'] ?? '' })),
  });
}

function report({ environment, commit }: Input, prepared: readonly Prepared[], state: ReadonlyMap<string, Landings>, console_: Console, seconds: number, timedOut: boolean): number {
  const { language } = console_;
  const rows = [...state].flatMap(([zone, landings]) => [...landings].map(([name, landing]) => ({ zone, name, landing })));
  const done = [...state.values()].reduce((sum, each) => sum + landedIn(each), 0);
  const total = rows.length;
  const missing = prepared.filter(({ zone }) => (state.get(zone)?.size ?? 0) === 0);
  const landed = done === total && missing.length === 0 && total > 0;
  const problems = [
    ...missing.map(({ zone }) => problem('CHAMP8102', zone, { zone })),
    ...rows.filter(({ landing }) => landing.state !== 'landed').map(({ zone, name, landing }) => notLanded(environment, zone, name, commit, landing, language)),
  ];
  if (landed) console_.note(say(waitWords.allLanded, language, { count: total, seconds }));
  else {
    console_.warn(problems);
    console_.note(say(timedOut ? waitWords.timedOut : waitWords.gaveUp, language, { seconds, done, total }));
  }
  if (console_.json) {
    console_.document({
      environment, commit, landed, seconds, timedOut,
      zones: prepared.map(({ zone, resolved }) => ({
        zone, commit: resolved.commit, ...(resolved.later ? { source: resolved.later } : {}),
        applications: [...state.get(zone) ?? []].map(([name, { state: each, causes }]) => ({ name, state: each, causes: causes.map((cause) => ({ ...cause, text: sentence(cause, 'en') })) })),
      })),
    });
  }
  return landed ? EXIT.ok : EXIT.findings;
}

const notLanded = (environment: string, zone: string, application: string, commit: string, { causes }: Landing, language: 'zh' | 'en'): Problem =>
  problem('CHAMP8101', `${environment}/${zone}/${application}`, { environment, zone, application, commit: commit.slice(0, 12), causes: causes.slice(0, 4).map((cause) => sentence(cause, language)).join('; ') });
