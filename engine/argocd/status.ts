import type { Application, DeepPartial } from './applications.ts';
import { CAUSES, type Cause, type Weight } from './causes.ts';
import { causesOf, isGood, isRunning, type Evidence } from './evidence.ts';
import { infoOf, objectOf, podCause } from './pods.ts';

export const GROUPS = ['roots', 'platform', 'middleware', 'subsystems', 'operators', 'others'] as const;

export type Group = (typeof GROUPS)[number];

/** `good`, or the weightiest of its causes. */
export type State = 'good' | Weight;

export interface PodStatus {
  readonly name: string;
  readonly namespace: string;
  /** As `kubectl get pods` shows it, e.g. `CrashLoopBackOff`. */
  readonly reason: string;
  readonly cause: Cause;
}

export interface ApplicationStatus {
  readonly name: string;
  readonly project: string;
  readonly group: Group;
  /** The subsystem or kind of middleware, e.g. `mbs` or `relational-db`. */
  readonly part: string;
  /** From its annotations. */
  readonly zh?: string;
  readonly en?: string;
  readonly state: State;
  readonly sync: string;
  readonly health: string;
  /** What it was compared with: a commit, or the version of a chart. */
  readonly revision?: string;
  readonly operation?: { readonly phase: string; readonly revision?: string; readonly finishedAt?: string };
  readonly reconciledAt?: string;
  readonly outOfSync: readonly { readonly object: string; readonly prune: boolean }[];
  readonly pods: readonly PodStatus[];
  readonly causes: readonly Cause[];
}

export interface ZoneStatus {
  readonly zone: string;
  readonly server: string;
  readonly counts: Readonly<Record<State, number>>;
  readonly applications: readonly ApplicationStatus[];
}

const ZH = 'champ.hsa/name-zh';
const EN = 'champ.hsa/name-en';

export function applicationStatus(evidence: Evidence): ApplicationStatus {
  const { application, tree } = evidence;
  const { metadata, spec, status } = application;
  const name = metadata?.name ?? '';
  const causes = causesOf(evidence);
  const state = status?.operationState;
  const [zh, en] = [metadata?.annotations?.[ZH], metadata?.annotations?.[EN]];
  return {
    name, project: spec?.project ?? '', ...placeOf(application), ...(zh ? { zh } : {}), ...(en ? { en } : {}),
    state: stateOf(application, causes),
    sync: status?.sync?.status ?? 'Unknown',
    health: status?.health?.status ?? 'Unknown',
    ...(status?.sync?.revision ? { revision: status.sync.revision } : {}),
    ...(state?.phase ? { operation: { phase: state.phase, ...(state.syncResult?.revision ? { revision: state.syncResult.revision } : {}), ...(state.finishedAt ? { finishedAt: state.finishedAt } : {}) } } : {}),
    ...(status?.reconciledAt ? { reconciledAt: status.reconciledAt } : {}),
    outOfSync: (status?.resources ?? []).flatMap((each) => (each?.status === 'OutOfSync' ? [{ object: objectOf(each), prune: each.requiresPruning === true }] : [])),
    pods: (tree?.nodes ?? []).flatMap((node) => {
      const cause = node?.kind === 'Pod' ? podCause(node, evidence.events?.get(node.uid ?? '')) : undefined;
      return node && cause ? [{ name: node.name ?? '', namespace: node.namespace ?? '', reason: infoOf(node, 'Status Reason') ?? '', cause }] : [];
    }),
    causes,
  };
}

function stateOf(application: DeepPartial<Application>, causes: readonly Cause[]): State {
  const failed = application.status?.operationState?.phase === 'Failed' || application.status?.operationState?.phase === 'Error';
  if (isGood(application) && !isRunning(application) && !failed) return 'good';
  const weights = new Set(causes.map(({ kind }) => CAUSES[kind].weight));
  return weights.has('broken') ? 'broken' : weights.has('held') ? 'held' : 'busy';
}

/** By labels and names, as they are rendered. */
export function placeOf({ metadata, spec }: DeepPartial<Application>): { readonly group: Group; readonly part: string } {
  const name = metadata?.name ?? '';
  const component = metadata?.labels?.['app.kubernetes.io/component'];
  const own = name.replace(/^[a-z0-9]+-/, '');
  if (component === 'root') return { group: 'roots', part: name };
  if (component === 'operator' || spec?.project === 'champ-operators') return { group: 'operators', part: name };
  if (own.startsWith('mw-')) return { group: 'middleware', part: own.slice('mw-'.length) };
  if (own === 'guardrails' || own === 'agents') return { group: 'platform', part: own };
  return component === 'application' ? { group: 'subsystems', part: own } : { group: 'others', part: name };
}

/** A zone with its Applications by group, then name. */
export function zoneStatus(zone: string, server: string, applications: readonly ApplicationStatus[]): ZoneStatus {
  const counts: Record<State, number> = { good: 0, busy: 0, held: 0, broken: 0 };
  for (const { state } of applications) counts[state]++;
  const at = (group: Group) => GROUPS.indexOf(group);
  return { zone, server, counts, applications: [...applications].sort((a, b) => at(a.group) - at(b.group) || (a.name < b.name ? -1 : 1)) };
}
