import { ProblemError, type Code } from '../problem/index.ts';
import { ARGOCD_NAMESPACE, listApplications, type Application, type DeepPartial, type ListQuery } from './applications.ts';
import type { ArgoCd, Schemas } from './client.ts';
import { thrownProblem } from './errors.ts';
import { frames } from './frames.ts';
import { backoff, pause } from './retry.ts';

export interface FollowOptions {
  readonly signal: AbortSignal;
  /** Silence after which a stream counts as dead. Default 45 s. */
  readonly idleMs?: number;
  /** Everything is listed again this often: what a stream loses is late, never lost. Default 30 s. */
  readonly listMs?: number;
  /** After connecting, once more: what changes between the replay and the subscription is in neither. Default 2 s. */
  readonly settleMs?: number;
  /** How long a server may be away, e.g. for an upgrade. Default 3 min. */
  readonly outageMs?: number;
  /** Told when a stream broke and another try follows. */
  readonly onOutage?: (error: ProblemError) => void;
}

/** All Applications, or one that came, changed or went. */
export type Change =
  | { readonly kind: 'all'; readonly applications: readonly DeepPartial<Application>[] }
  | { readonly kind: 'put' | 'gone'; readonly application: DeepPartial<Application> };

type WatchEvent = Schemas['v1alpha1ApplicationWatchEvent'];

/** Faults that pass by themselves. */
const PASSING: ReadonlySet<Code> = new Set(['CHAMP8001', 'CHAMP8002', 'CHAMP8010', 'CHAMP8011', 'CHAMP8019']);

/** Whether such an error may be gone at the next try, as when a server restarts. */
export const passes = (error: unknown): error is ProblemError => error instanceof ProblemError && error.problems.every(({ code }) => PASSING.has(code));

/** Nobody needs it, and it is half of an Application. */
const LEFT_OUT = '-result.application.metadata.managedFields';

/**
 * Applications from now on, first all of them: by a stream that is renewed when it breaks, and by lists. Never ends by itself; throws
 * the reason of the signal, a ProblemError of what does not pass (an expired token), or of an outage that is too long.
 */
export async function* follow(argo: ArgoCd, query: Omit<ListQuery, 'fields'>, options: FollowOptions): AsyncGenerator<Change> {
  const { signal, outageMs = 180_000, onOutage } = options;
  let [failures, since] = [0, performance.now()];
  for (;;) {
    try {
      for await (const change of connected(argo, query, options)) {
        [failures, since] = [0, performance.now()];
        yield change;
      }
    } catch (error) {
      signal.throwIfAborted();
      const known = thrownProblem(error, argo.url);
      if (!passes(known)) throw known;
      if (performance.now() - since > outageMs) throw known;
      onOutage?.(known);
    }
    failures++;
    await pause(Math.min(10_000, backoff(failures, 250)), signal);
  }
}

async function* connected(argo: ArgoCd, query: Omit<ListQuery, 'fields'>, { signal, idleMs, listMs = 30_000, settleMs = 2000 }: FollowOptions): AsyncGenerator<Change> {
  const all = async (): Promise<Change> => ({ kind: 'all', applications: await listApplications(argo, query) });
  yield await all();
  const own = new AbortController();
  const ended = AbortSignal.any([signal, own.signal]);
  const response = await argo.stream('/api/v1/stream/applications', { appNamespace: query.namespace ?? ARGOCD_NAMESPACE, fields: LEFT_OUT, ...(query.selector ? { selector: query.selector } : {}) }, ended);
  const events = frames<WatchEvent>(response, { idleMs, where: argo.url });
  try {
    yield await all();
    let next = events.next();
    // whoever waits for the timer meets this rejection later
    next.catch(() => {});
    let listAt = performance.now() + settleMs;
    for (;;) {
      const timer = new AbortController();
      const due = pause(Math.max(0, listAt - performance.now()), timer.signal).then(() => 'list' as const, () => 'list' as const);
      const first = await Promise.race([next, due]).finally(() => timer.abort());
      signal.throwIfAborted();
      if (first === 'list') {
        listAt = performance.now() + listMs;
        yield await all();
      } else {
        if (first.done) return;
        const { type, application } = first.value;
        if (application) yield { kind: type === 'DELETED' ? 'gone' : 'put', application };
        next = events.next();
        next.catch(() => {});
      }
    }
  } finally {
    own.abort();
  }
}
