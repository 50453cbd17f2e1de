import { core, group, list, map, object, oneOf, partial } from '../schema.ts';
import { claimSpec, env, imagePullSecrets } from './pod-parts.ts';

/** The operator merges these into its own pods. */
const pod = { podSpec: partial('PodSpec'), podLabels: map('string'), podAnnotations: map('string') } as const;

const backupStorage = object({
  persistentVolumeClaim: core('PersistentVolumeClaimVolumeSource'),
  s3: object({ bucketName: 'string', prefix: 'string', config: 'string', profile: 'string', endpoint: 'string' }, ['bucketName', 'config']),
});
const dump = object({ dumpOptions: map('any'), storage: backupStorage });
const collected = object({ enabled: 'boolean', collect: 'boolean' });

const spec = object(
  {
    secretName: 'string',
    instances: 'integer',
    version: 'string',
    edition: 'string',
    baseServerId: 'integer',
    imageRepository: 'string',
    imagePullPolicy: 'string',
    imagePullSecrets,
    serviceAccountName: 'string',
    tlsUseSelfSigned: 'boolean',
    tlsSecretName: 'string',
    tlsCASecretName: 'string',
    mycnf: 'string',
    datadirVolumeClaimTemplate: claimSpec,
    ...pod,
    router: object({
      instances: 'integer',
      version: 'string',
      tlsSecretName: 'string',
      options: list('string'),
      bootstrapOptions: list('string'),
      routingOptions: object({ invalidated_cluster_policy: oneOf('drop_all', 'accept_ro'), read_only_targets: oneOf('all', 'read_replicas', 'secondaries'), stats_updates_frequency: 'integer' }),
      ...pod,
    }),
    service: object({ type: oneOf('ClusterIP', 'NodePort', 'LoadBalancer'), annotations: map('string'), labels: map('string'), defaultPort: oneOf('mysql-rw', 'mysql-ro', 'mysql-rw-split') }),
    readReplicas: list(
      object({ name: 'string', instances: 'integer', baseServerId: 'integer', version: 'string', mycnf: 'string', datadirVolumeClaimTemplate: claimSpec, ...pod }, ['name', 'baseServerId']),
      'name',
    ),
    metrics: object({ enable: 'boolean', image: 'string', options: list('string'), webConfig: 'string', tlsSecret: 'string', monitor: 'boolean', monitorSpec: map('any') }, ['enable', 'image']),
    logs: object({
      error: object({ collect: 'boolean', verbosity: 'integer' }),
      general: collected,
      slowQuery: object({ enabled: 'boolean', collect: 'boolean', longQueryTime: 'number' }),
      collector: object({ image: 'string', containerName: 'string', env }),
    }),
    backupProfiles: list(object({ name: 'string', dumpInstance: dump, snapshot: object({ storage: backupStorage }), podLabels: map('string'), podAnnotations: map('string') }, ['name']), 'name'),
    backupSchedules: list(
      object({ name: 'string', schedule: 'string', timeZone: 'string', enabled: 'boolean', deleteBackupData: 'boolean', backupProfileName: 'string', backupProfile: object({ dumpInstance: dump, podLabels: map('string'), podAnnotations: map('string') }) }, ['name', 'schedule']),
      'name',
    ),
  },
  ['secretName'],
);

/** MySQL Operator for Kubernetes. */
export const mysql = group('mysql.oracle.com/v2', { InnoDBCluster: { plural: 'innodbclusters', spec } });
