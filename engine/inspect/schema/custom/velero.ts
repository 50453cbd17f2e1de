import { group, keySelector, labelSelector, list, map, object, oneOf } from '../schema.ts';

const hook = list(object({ exec: object({ container: 'string', command: list('string'), onError: oneOf('Continue', 'Fail'), timeout: 'string' }, ['command']) }, ['exec']));

const backup = object({
  metadata: object({ labels: map('string') }),
  includedNamespaces: list('string'),
  excludedNamespaces: list('string'),
  includedResources: list('string'),
  excludedResources: list('string'),
  includedClusterScopedResources: list('string'),
  excludedClusterScopedResources: list('string'),
  includedNamespaceScopedResources: list('string'),
  excludedNamespaceScopedResources: list('string'),
  includeClusterResources: 'boolean',
  labelSelector,
  orLabelSelectors: list(labelSelector),
  orderedResources: map('string'),
  storageLocation: 'string',
  volumeSnapshotLocations: list('string'),
  snapshotVolumes: 'boolean',
  snapshotMoveData: 'boolean',
  defaultVolumesToFsBackup: 'boolean',
  datamover: 'string',
  csiSnapshotTimeout: 'string',
  itemOperationTimeout: 'string',
  ttl: 'string',
  resourcePolicy: object({ apiGroup: 'string', kind: 'string', name: 'string' }, ['kind', 'name']),
  uploaderConfig: object({ parallelFilesUpload: 'integer' }),
  hooks: object({
    resources: list(
      object(
        { name: 'string', includedNamespaces: list('string'), excludedNamespaces: list('string'), includedResources: list('string'), excludedResources: list('string'), labelSelector, pre: hook, post: hook },
        ['name'],
      ),
    ),
  }),
});

export const velero = group('velero.io/v1', {
  Schedule: {
    plural: 'schedules',
    spec: object({ schedule: 'string', template: backup, paused: 'boolean', skipImmediately: 'boolean', useOwnerReferencesInBackup: 'boolean' }, ['schedule', 'template']),
  },
  BackupStorageLocation: {
    plural: 'backupstoragelocations',
    spec: object(
      {
        provider: 'string',
        accessMode: oneOf('ReadOnly', 'ReadWrite'),
        default: 'boolean',
        config: map('string'),
        credential: keySelector,
        objectStorage: object({ bucket: 'string', prefix: 'string', caCert: 'byte' }, ['bucket']),
        backupSyncPeriod: 'string',
        validationFrequency: 'string',
      },
      ['provider', 'objectStorage'],
    ),
  },
});
