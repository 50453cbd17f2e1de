import type { ApplicationRef, ArgoCd, Schemas } from './client.ts';

export type Application = Schemas['v1alpha1Application'];
export type ResourceNode = Schemas['v1alpha1ResourceNode'];
export type ResourceTree = Schemas['v1alpha1ApplicationTree'];
export type ResourceEvent = Schemas['eventsEvent'];
export type SyncWindows = Schemas['applicationApplicationSyncWindowsResponse'];

/** What is left of a type where `fields` chose: anything may be missing. */
export type DeepPartial<T> = T extends readonly (infer E)[] ? readonly DeepPartial<E>[] : T extends object ? { readonly [K in keyof T]?: DeepPartial<T[K]> } : T;

/** Namespace of ArgoCD and its Applications, as the estate is rendered. */
export const ARGOCD_NAMESPACE = 'argocd';

/** Go writes null for an empty list, and for a member that a proxy cut out. */
const withoutNull = <T>(items: readonly T[] | null | undefined): T[] => (items ?? []).filter((each) => each !== null);

export interface ListQuery {
  /** Default `argocd`. */
  readonly namespace?: string;
  /** Of labels, e.g. `champ.hsa/zone=core`. */
  readonly selector?: string;
  /** Paths below an item, e.g. `status.sync.status`: what to answer with; not documented by ArgoCD, which knows a fixed set. */
  readonly fields?: readonly string[];
}

/** All Applications that the account may see, by name. There are no pages: with `fields` the answer is a tenth. */
export async function listApplications({ api, call }: ArgoCd, { namespace = ARGOCD_NAMESPACE, selector, fields }: ListQuery = {}): Promise<readonly DeepPartial<Application>[]> {
  const only = fields && { fields: fields.map((each) => `items.${each}`).join(',') };
  const { items } = await call(api.GET('/api/v1/applications', { params: { query: { appNamespace: namespace, ...(selector ? { selector } : {}), ...only } } }));
  const nameOf = (each: Application) => each.metadata?.name ?? '';
  return withoutNull(items).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const placed = ({ name, namespace, project }: ApplicationRef) => ({ path: { name }, query: { appNamespace: namespace, project } });

export interface GetOptions {
  /** `normal` compares with Git now and answers when that is done, however long it takes: give a signal. */
  readonly refresh?: 'normal' | 'hard';
  readonly signal?: AbortSignal;
}

export function getApplication(argo: ArgoCd, ref: ApplicationRef, { refresh, signal }: GetOptions = {}): Promise<Application> {
  const { path, query: { appNamespace, project } } = placed(ref);
  const query = { appNamespace, project: [project], ...(refresh ? { refresh } : {}) };
  return argo.call(argo.api.GET('/api/v1/applications/{name}', { params: { path, query }, ...(signal ? { signal } : {}) }), argo.page(ref));
}

/** What an Application consists of in the cluster, down to the pods. */
export function resourceTree(argo: ArgoCd, ref: ApplicationRef): Promise<ResourceTree> {
  const { path, query } = placed(ref);
  return argo.call(argo.api.GET('/api/v1/applications/{applicationName}/resource-tree', { params: { path: { applicationName: path.name }, query } }), argo.page(ref));
}

/** The newest events of one object, as far as the cluster still has them. */
export async function resourceEvents(argo: ArgoCd, ref: ApplicationRef, { namespace = '', name, uid = '' }: Partial<Pick<ResourceNode, 'namespace' | 'uid'>> & Pick<ResourceNode, 'name'>): Promise<readonly ResourceEvent[]> {
  const { path, query } = placed(ref);
  const { items } = await argo.call(argo.api.GET('/api/v1/applications/{name}/events', {
    params: { path, query: { ...query, resourceNamespace: namespace, resourceName: name, resourceUID: uid } },
  }), argo.page(ref));
  return withoutNull(items);
}

export function syncWindows(argo: ArgoCd, ref: ApplicationRef): Promise<SyncWindows> {
  const { path, query } = placed(ref);
  return argo.call(argo.api.GET('/api/v1/applications/{name}/syncwindows', { params: { path, query } }), argo.page(ref));
}

export interface SyncInput {
  /** Default: what the Application follows. */
  readonly revision?: string;
  readonly prune?: boolean;
  readonly dryRun?: boolean;
}

/** Asks for a sync and returns at once; what becomes of it is in `status.operationState`. Sent once: a lost answer does not say whether it started. */
export function syncApplication(argo: ArgoCd, ref: ApplicationRef, input: SyncInput = {}): Promise<Application> {
  const { name, namespace, project } = ref;
  return argo.call(argo.api.POST('/api/v1/applications/{name}/sync', { params: { path: { name } }, body: { name, appNamespace: namespace, project, prune: false, ...input } }), argo.page(ref));
}

/** Ends the running operation. */
export async function terminateOperation(argo: ArgoCd, ref: ApplicationRef): Promise<void> {
  const { path, query } = placed(ref);
  await argo.call(argo.api.DELETE('/api/v1/applications/{name}/operation', { params: { path, query } }), argo.page(ref));
}

/** The reference of what a list holds; undefined where `fields` left it out. */
export function refOf({ metadata, spec }: DeepPartial<Application>): ApplicationRef | undefined {
  return metadata?.name === undefined ? undefined : { name: metadata.name, namespace: metadata.namespace ?? ARGOCD_NAMESPACE, project: spec?.project || 'default' };
}
