import type { Application, DeepPartial, ResourceEvent, ResourceTree, SyncWindows } from './applications.ts';
import { brief, readMessage, sortedCauses, type Cause, type CauseKind } from './causes.ts';
import { objectOf, podCause, eventCause } from './pods.ts';

/** What is known of one Application; more than the Application itself is asked for where something is wrong. */
export interface Evidence {
  readonly application: DeepPartial<Application>;
  readonly tree?: DeepPartial<ResourceTree>;
  /** By the uid of the object. */
  readonly events?: ReadonlyMap<string, readonly DeepPartial<ResourceEvent>[]>;
  readonly windows?: DeepPartial<SyncWindows>;
}

const CONDITIONS: Readonly<Record<string, CauseKind>> = { ComparisonError: 'comparison', InvalidSpecError: 'spec', SyncError: 'sync', DeletionError: 'operation', UnknownError: 'comparison', SharedResourceWarning: 'conflict' };
const CONFIRMATION = /waiting for (?:pruning|deletion) confirmation of (?:[^/\s]*)\/(\S+?)\/(\S+?)(?: and (\d+) more .*)?$/;

export const isGood = ({ status }: DeepPartial<Application>): boolean => status?.sync?.status === 'Synced' && status.health?.status === 'Healthy';

/** The active window that keeps changes from coming by themselves, in a few words. */
export function heldBy(windows: DeepPartial<SyncWindows> | undefined): string | undefined {
  const describe = (each: { readonly kind?: string; readonly schedule?: string; readonly duration?: string } | undefined) => `${each?.kind ?? ''} ${each?.schedule ?? ''} ${each?.duration ?? ''}`.trim();
  const active = windows?.activeWindows ?? [];
  const deny = active.find((each) => each?.kind === 'deny');
  if (deny) return describe(deny);
  // with allow windows everything outside of them is closed
  const allow = (windows?.assignedWindows ?? []).filter((each) => each?.kind === 'allow');
  return allow.length > 0 && !active.some((each) => each?.kind === 'allow') ? describe(allow[0]) : undefined;
}

/** Why an Application is not Synced and Healthy, the most telling first; nothing for one that is, whose last sync succeeded. */
export function causesOf({ application, tree, events, windows }: Evidence): readonly Cause[] {
  const { status, metadata, spec } = application;
  const found: Cause[] = [];
  if (metadata?.deletionTimestamp) found.push({ kind: 'deleting' });
  for (const condition of status?.conditions ?? []) {
    const kind = CONDITIONS[condition?.type ?? ''];
    if (kind) found.push(readMessage(condition?.message ?? '') ?? { kind, detail: brief(condition?.message ?? '') });
  }
  found.push(...operationCauses(application));
  const behind = status?.sync?.status === 'OutOfSync' && !isRunning(application);
  const window = heldBy(windows);
  if (behind && window !== undefined) found.push({ kind: 'window', detail: window });
  if (behind && spec && !spec.syncPolicy?.automated) found.push({ kind: 'manual' });
  if (!isGood(application)) found.push(...resourceCauses(application));
  for (const node of tree?.nodes ?? []) {
    if (!node) continue;
    const own = events?.get(node.uid ?? '') ?? [];
    const cause = node.kind === 'Pod' ? podCause(node, own) : nodeCause(node, own);
    if (cause) found.push(cause);
  }
  if (found.length === 0 && status?.sync?.status === 'Unknown') found.push({ kind: 'unknown' });
  return sortedCauses(withoutGeneral(found));
}

export const isRunning = ({ status, operation }: DeepPartial<Application>): boolean => status?.operationState?.phase === 'Running' || status?.operationState?.phase === 'Terminating' || operation?.sync !== undefined;

function operationCauses({ metadata, status }: DeepPartial<Application>): readonly Cause[] {
  const state = status?.operationState;
  if (!state) return [];
  const message = state.message ?? '';
  const failed = state.phase === 'Failed' || state.phase === 'Error';
  const running = state.phase === 'Running' || state.phase === 'Terminating';
  if (!failed && !running) return [];
  const confirmation = CONFIRMATION.exec(message);
  if (confirmation) {
    const [, kind, name, more] = confirmation;
    const object = `${kind} ${name}${more ? ` (+${more})` : ''}`;
    // ArgoCD waits on at the revision that it began with
    const isBack = (status?.resources ?? []).some((each) => each?.kind === kind && each?.name === name && each?.requiresPruning !== true);
    return [isBack ? { kind: 'outdated', object, detail: metadata?.name ?? '' } : { kind: 'confirmation', object }];
  }
  if (/blocked by sync window/i.test(message)) return [{ kind: 'window', detail: '' }];
  const rows = (state.syncResult?.resources ?? []).flatMap((each): readonly Cause[] => {
    if (!each) return [];
    const object = objectOf(each);
    const said = each.message ?? '';
    if (each.hookPhase === 'Failed' || each.hookPhase === 'Error') {
      if (each.hookType) return [{ kind: 'hook', object, detail: brief(said) }];
      return [readMessage(said, object) ?? { kind: 'apply', object, detail: brief(said) }];
    }
    return each.status === 'SyncFailed' ? [readMessage(said, object) ?? { kind: 'apply', object, detail: brief(said) }] : [];
  });
  if (rows.length > 0) return rows;
  if (failed) return [readMessage(message) ?? { kind: 'operation', detail: brief(message) }];
  return [{ kind: 'syncing', detail: brief(message) }];
}

function resourceCauses({ status }: DeepPartial<Application>): readonly Cause[] {
  return (status?.resources ?? []).flatMap((each): readonly Cause[] => {
    if (!each) return [];
    const object = objectOf(each);
    const health = each.health?.status;
    const said = each.health?.message ?? '';
    const read = said === '' ? undefined : readMessage(said, object);
    const bad: readonly Cause[] = health === 'Degraded' ? [read ?? { kind: 'degraded', object, detail: brief(said) }]
      : health === 'Suspended' ? [{ kind: 'suspended', object, detail: brief(said) }]
      : health === 'Missing' ? [{ kind: 'missing', object }]
      : health === 'Progressing' ? [read ?? { kind: 'progressing', object, detail: brief(said) }] : [];
    return [...bad, ...(each.status === 'OutOfSync' && health !== 'Missing' ? [{ kind: 'different', object } as const] : [])];
  });
}

/** What stands between an Application and its pods, such as a ReplicaSet whose pods are refused. */
function nodeCause(node: NonNullable<NonNullable<NonNullable<Evidence['tree']>['nodes']>[number]>, events: readonly DeepPartial<ResourceEvent>[]): Cause | undefined {
  const bad = node.health?.status === 'Degraded' || node.health?.status === 'Progressing';
  if (!bad) return undefined;
  return readMessage(node.health?.message ?? '', objectOf(node)) ?? eventCause(objectOf(node), events);
}

/** `degraded` and `not ready` say nothing beside the cause of the same object, or of its pods. */
function withoutGeneral(found: readonly Cause[]): readonly Cause[] {
  const telling = new Set<CauseKind>(['image', 'config', 'memory', 'crash', 'unschedulable', 'volume', 'evicted', 'probe', 'quota', 'limits', 'admission', 'podSecurity', 'webhook']);
  const explained = found.filter(({ kind }) => telling.has(kind)).map(({ object = '' }) => object.split(' ')[1] ?? '');
  // a pod is named after what made it
  return found.filter(({ kind, object = '' }) => !((kind === 'degraded' || kind === 'progressing' || kind === 'deadline') && explained.some((name) => name.startsWith(object.split(' ')[1] ?? '\n'))));
}
