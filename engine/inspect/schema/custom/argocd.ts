import { group, list, map, object, oneOf } from '../schema.ts';

const groupKind = { group: 'string', kind: 'string' } as const;
const nameValue = object({ name: 'string', value: 'string' }, ['name', 'value']);

const directory = object({
  recurse: 'boolean',
  include: 'string',
  exclude: 'string',
  jsonnet: object({ libs: list('string'), extVars: list(object({ name: 'string', value: 'string', code: 'boolean' }, ['name', 'value'])), tlas: list(object({ name: 'string', value: 'string', code: 'boolean' }, ['name', 'value'])) }),
});

const helm = object({
  releaseName: 'string',
  values: 'string',
  valuesObject: map('any'),
  valueFiles: list('string'),
  ignoreMissingValueFiles: 'boolean',
  parameters: list(object({ name: 'string', value: 'string', forceString: 'boolean' })),
  fileParameters: list(object({ name: 'string', path: 'string' })),
  passCredentials: 'boolean',
  skipCrds: 'boolean',
  skipSchemaValidation: 'boolean',
  skipTests: 'boolean',
  version: 'string',
  kubeVersion: 'string',
  apiVersions: list('string'),
  namespace: 'string',
});

const source = object(
  { repoURL: 'string', targetRevision: 'string', path: 'string', chart: 'string', ref: 'string', name: 'string', directory, helm },
  ['repoURL'],
);

const application = object(
  {
    project: 'string',
    destination: object({ server: 'string', name: 'string', namespace: 'string' }),
    source,
    sources: list(source),
    syncPolicy: object({
      automated: object({ prune: 'boolean', selfHeal: 'boolean', allowEmpty: 'boolean', enabled: 'boolean' }),
      syncOptions: list('string'),
      retry: object({ limit: 'integer', refresh: 'boolean', backoff: object({ duration: 'string', factor: 'integer', maxDuration: 'string' }) }),
      managedNamespaceMetadata: object({ labels: map('string'), annotations: map('string') }),
    }),
    ignoreDifferences: list(
      object({ ...groupKind, name: 'string', namespace: 'string', jsonPointers: list('string'), jqPathExpressions: list('string'), managedFieldsManagers: list('string') }, ['kind']),
    ),
    info: list(nameValue),
    revisionHistoryLimit: 'integer',
  },
  ['project', 'destination'],
);

const clusterResource = object({ ...groupKind, name: 'string' }, ['group', 'kind']);
const namespaceResource = object(groupKind, ['group', 'kind']);

const project = object({
  description: 'string',
  sourceRepos: list('string'),
  sourceNamespaces: list('string'),
  destinations: list(object({ server: 'string', name: 'string', namespace: 'string' })),
  destinationServiceAccounts: list(object({ server: 'string', namespace: 'string', defaultServiceAccount: 'string' }, ['server', 'defaultServiceAccount'])),
  clusterResourceWhitelist: list(clusterResource),
  clusterResourceBlacklist: list(clusterResource),
  namespaceResourceWhitelist: list(namespaceResource),
  namespaceResourceBlacklist: list(namespaceResource),
  orphanedResources: object({ warn: 'boolean', ignore: list(object({ ...groupKind, name: 'string' })) }),
  permitOnlyProjectScopedClusters: 'boolean',
  roles: list(
    object({ name: 'string', description: 'string', groups: list('string'), policies: list('string') }, ['name']),
    'name',
  ),
  syncWindows: list(
    object({
      kind: oneOf('allow', 'deny'),
      schedule: 'string',
      duration: 'string',
      applications: list('string'),
      namespaces: list('string'),
      clusters: list('string'),
      manualSync: 'boolean',
      timeZone: 'string',
      andOperator: 'boolean',
      syncOverrun: 'boolean',
      description: 'string',
    }),
  ),
});

/** Argo CD 3.5. */
export const argocd = group('argoproj.io/v1alpha1', {
  AppProject: { plural: 'appprojects', spec: project },
  Application: { plural: 'applications', spec: application },
});
