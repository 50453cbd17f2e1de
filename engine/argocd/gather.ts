import { ProblemError } from '../problem/index.ts';
import { getApplication, listApplications, refOf, resourceEvents, resourceTree, syncWindows, type Application, type DeepPartial, type ListQuery, type ResourceEvent } from './applications.ts';
import type { ApplicationRef, ArgoCd } from './client.ts';
import { isGood, isRunning, type Evidence } from './evidence.ts';
import { infoOf } from './pods.ts';

/** Requests at once: the server is shared with people. */
const AT_ONCE = 6;
/** Objects of one Application whose events are asked for. */
const MOST_EVENTS = 5;

/** What a list needs for the tree; conditions and results of a sync are no part of it, and are asked for where something is wrong. */
export const LIST_FIELDS = [
  'metadata.name', 'metadata.namespace', 'metadata.labels', 'metadata.annotations', 'metadata.deletionTimestamp', 'spec.project', 'spec.source', 'spec.syncPolicy',
  'status.sync.status', 'status.sync.revision', 'status.health', 'status.operationState.phase', 'status.operationState.finishedAt', 'status.resources', 'operation.sync',
] as const;

const failed = ({ status }: DeepPartial<Application>): boolean => status?.operationState?.phase === 'Failed' || status?.operationState?.phase === 'Error';

export const needsDetails = (application: DeepPartial<Application>): boolean => !isGood(application) || isRunning(application) || failed(application) || application.metadata?.deletionTimestamp !== undefined;

/** All Applications with what there is to know about those that are not well. */
export async function gather(argo: ArgoCd, query: ListQuery, wanted: (application: DeepPartial<Application>) => boolean = () => true): Promise<readonly Evidence[]> {
  const listed = (await listApplications(argo, { ...query, fields: LIST_FIELDS })).filter(wanted);
  return eachOf(listed, async (application) => (needsDetails(application) ? details(argo, application, true) : { application }));
}

/** The whole of one Application; `reload` where only some of its fields are known. One that went in between stays as it was. */
export async function details(argo: ArgoCd, application: DeepPartial<Application>, reload: boolean): Promise<Evidence> {
  const ref = refOf(application);
  if (!ref) return { application };
  try {
    const [whole, tree, windows] = await Promise.all([
      reload ? getApplication(argo, ref) : application,
      resourceTree(argo, ref),
      application.status?.sync?.status === 'OutOfSync' || isRunning(application) ? syncWindows(argo, ref) : undefined,
    ]);
    return { application: whole, tree, windows, events: await eventsOf(argo, ref, (tree.nodes ?? []).filter((each) => each !== null)) };
  } catch (error) {
    if (error instanceof ProblemError && error.problems.every(({ code }) => code === 'CHAMP8008')) return { application };
    throw error;
  }
}

/** Events of pods that wait, and of what should make pods and does not. */
async function eventsOf(argo: ArgoCd, ref: ApplicationRef, nodes: readonly Parameters<typeof infoOf>[0][]): Promise<ReadonlyMap<string, readonly ResourceEvent[]>> {
  const parents = new Set(nodes.flatMap((node) => (node.parentRefs ?? []).map((each) => each?.uid)));
  const waits = (node: (typeof nodes)[number]) => node.kind === 'Pod' && /^(Pending|ContainerCreating|PodInitializing|Running)?$/.test(infoOf(node, 'Status Reason') ?? '');
  const makes = (node: (typeof nodes)[number]) => ['StatefulSet', 'DaemonSet', 'Job', 'ReplicaSet', 'PersistentVolumeClaim'].includes(node.kind ?? '') && !parents.has(node.uid);
  const asked = nodes.filter((node) => node.uid && node.name && node.health && node.health.status !== 'Healthy' && (waits(node) || makes(node))).slice(0, MOST_EVENTS);
  const found = await eachOf(asked, async (node) => [node.uid!, await resourceEvents(argo, ref, { namespace: node.namespace, name: node.name!, uid: node.uid })] as const);
  return new Map(found);
}

/** In order, some at a time; the first failure ends it. */
export async function eachOf<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!);
    }
  }));
  return results;
}
