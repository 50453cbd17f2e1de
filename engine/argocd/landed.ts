import type { Application, DeepPartial } from './applications.ts';
import { CAUSES, sortedCauses, type Cause } from './causes.ts';
import { causesOf, heldBy, isGood, isRunning, type Evidence } from './evidence.ts';

/** A commit of the config repository that Applications are to reach. */
export interface Target {
  readonly commit: string;
  /** When it was pushed, or made, ISO 8601: an older comparison says nothing about it. */
  readonly since?: string;
  /** True for the commit and those after it. */
  readonly has: (revision: string) => boolean;
  /** True where the folder is not the same at the commit and at `revision`, or nothing is known about `revision`. */
  readonly changed: (folder: string, revision: string | undefined) => boolean;
}

/**
 * `landed`: done. `unapplied`: all is well at the commit, yet no sync of it ran although the folder changed; ArgoCD found no difference
 * when it looks so at a later comparison too. `failed`: its sync failed for good. `held`: a person or an hour decides. `waiting`: goes on.
 */
export interface Landing {
  readonly state: 'landed' | 'unapplied' | 'failed' | 'held' | 'waiting';
  /** Why not, the most telling first. */
  readonly causes: readonly Cause[];
}

/** Whether a commit is landed in one Application. Charts have no commit: they are to be Synced and Healthy. */
export function landing(evidence: Evidence, target: Target): Landing {
  const { application } = evidence;
  const { status, spec } = application;
  const folder = spec?.source?.path;
  const own = causesOf(evidence);
  if (folder === undefined || spec?.source?.chart !== undefined) {
    return isGood(application) && !isRunning(application) ? landedNow : verdict(application, own, true);
  }
  const revision = status?.sync?.revision ?? '';
  const there = revision !== '' && target.has(revision);
  if (!there) return verdict(application, [...own, revision === '' ? { kind: 'unreconciled' } : { kind: 'behind', detail: revision.slice(0, 12) }], false);
  if (!isFresh(status?.reconciledAt, target.since)) return verdict(application, [...own, { kind: 'unreconciled' }], true);
  if (!isGood(application) || isRunning(application)) return verdict(application, own, true);
  const state = status?.operationState;
  const applied = state?.syncResult?.revision;
  const needed = target.changed(folder, applied);
  const reached = applied !== undefined && target.has(applied);
  if (reached && (state?.phase === 'Failed' || state?.phase === 'Error')) return verdict(application, own, true);
  if (!needed || (reached && state?.phase === 'Succeeded')) return landedNow;
  return heldBy(evidence.windows) === undefined ? { state: 'unapplied', causes: [{ kind: 'unapplied' }] } : { state: 'held', causes: [{ kind: 'window', detail: heldBy(evidence.windows)! }, { kind: 'unapplied' }] };
}

const landedNow: Landing = { state: 'landed', causes: [] };

/** An Application that ArgoCD does not have (yet). */
export const absent: Landing = { state: 'waiting', causes: [{ kind: 'absent' }] };

function verdict(application: DeepPartial<Application>, found: readonly Cause[], there: boolean): Landing {
  const state = application.status?.operationState;
  const causes = sortedCauses(found.length > 0 ? found : [{ kind: 'syncing' }]);
  // a failed sync of a commit is not tried again
  const failed = there && !isRunning(application) && (state?.phase === 'Failed' || state?.phase === 'Error') && application.status?.sync?.status !== 'Synced';
  if (failed) return { state: 'failed', causes };
  return { state: causes.some(({ kind }) => CAUSES[kind].weight === 'held') ? 'held' : 'waiting', causes };
}

/** Times have whole seconds. */
function isFresh(reconciledAt: string | undefined, since: string | undefined): boolean {
  if (since === undefined) return true;
  return reconciledAt !== undefined && Date.parse(reconciledAt) + 999 >= Date.parse(since);
}
