import type { Zone } from '../../../constructs/zone.ts';
import type { Manifest } from '../../manifest.ts';
import type { Labels } from '../labels.ts';
import { ARGOCD } from '../names.ts';

/** Each zone has an ArgoCD of its own, which knows no other cluster. */
export const SERVER = 'https://kubernetes.default.svc';

/** A full ref is resolved without a search through branches and tags. */
const REVISION = 'refs/heads/main';

/** Earlier first. Order across Applications is a courtesy: services bear a late dependency. */
export const WAVES = { roots: -40, projects: -30, guardrails: -20, middleware: -10, services: 0 } as const;

const SYNC_OPTIONS = [
  'ApplyOutOfSyncOnly=true',
  'CreateNamespace=false',
  'FailOnSharedResource=true',
  'PruneLast=true',
  // without a watching controller the foreground finalizer would hold a pruned object for ever
  'PrunePropagationPolicy=background',
  'RespectIgnoreDifferences=true',
  'ServerSideApply=true',
];

/** Compared as the API server would store it, so that defaults of custom resources are no drift. */
const SERVER_SIDE_DIFF: Labels = { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' };

export interface ApplicationInput {
  readonly name: string;
  readonly project: string;
  readonly labels: Labels;
  readonly annotations?: Labels;
  readonly source: Readonly<Record<string, unknown>>;
  /** Of objects that name none. */
  readonly namespace: string;
  readonly wave: number;
  /** Deleting the Application deletes what it made; never where state lives. */
  readonly cascade?: boolean;
  /** Beside those that all have. */
  readonly syncOptions?: readonly string[];
  readonly ignoreDifferences?: readonly unknown[];
}

/** An ArgoCD Application that follows its source by itself. */
export function argoApplication(input: ApplicationInput): Manifest {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: input.name,
      namespace: ARGOCD,
      labels: input.labels,
      annotations: { ...input.annotations, ...SERVER_SIDE_DIFF, 'argocd.argoproj.io/sync-wave': String(input.wave) },
      ...(input.cascade ? { finalizers: ['resources-finalizer.argocd.argoproj.io/background'] } : {}),
    },
    spec: {
      project: input.project,
      source: input.source,
      destination: { server: SERVER, namespace: input.namespace },
      syncPolicy: {
        automated: { prune: true, selfHeal: true, allowEmpty: false },
        syncOptions: [...SYNC_OPTIONS, ...(input.syncOptions ?? [])].sort(),
        // half an hour: on a new cluster the operators come first, and a failed commit is not tried again
        retry: { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '5m' }, refresh: true },
      },
      ...(input.ignoreDifferences?.length ? { ignoreDifferences: input.ignoreDifferences } : {}),
      revisionHistoryLimit: 10,
    },
  };
}

/** A folder of the config repository, one file an object and no folder below: ArgoCD takes away a `directory` that only says so, and the root would never be in sync. */
export function folderSource(zone: Zone, folder: string) {
  const { environment } = zone;
  return { repoURL: zone.configRepository, targetRevision: REVISION, path: `${environment.name}/${zone.id}/${folder}` };
}

/** A commit that leaves the folder alone does not render it again. */
export const FOLDER_ONLY: Labels = { 'argocd.argoproj.io/manifest-generate-paths': '.' };
