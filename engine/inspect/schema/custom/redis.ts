import { core, group, list, map, object, oneOf, partial, type ObjectSchema } from '../schema.ts';
import { affinity, claimSpec, env, imagePullSecrets, nodeSelector, probe, resources, tolerations, topologySpreadConstraints, volumeMounts, volumes } from './pod-parts.ts';

// The CRD was made from an older Kubernetes, and drops what it does not know.
const podSecurityContext = partial('PodSecurityContext', 'appArmorProfile', 'seLinuxChangePolicy', 'supplementalGroupsPolicy');
const securityContext = partial('SecurityContext', 'appArmorProfile');

const serviceType = oneOf('ClusterIP', 'NodePort', 'LoadBalancer');
const extraService = object({ enabled: 'boolean', type: serviceType, additionalAnnotations: map('string'), includeBusPort: 'boolean' });
const secretFiles = object({
  secretName: 'string',
  defaultMode: 'integer',
  optional: 'boolean',
  items: list(object({ key: 'string', path: 'string', mode: 'integer' }, ['key', 'path'])),
});

const kubernetesConfig = object(
  {
    image: 'string',
    imagePullPolicy: 'string',
    imagePullSecrets,
    ignoreAnnotations: list('string'),
    minReadySeconds: 'integer',
    redisSecret: object({ name: 'string', key: 'string' }),
    resources,
    service: object({ serviceType, annotations: map('string'), includeBusPort: 'boolean', headless: extraService, additional: extraService }),
    updateStrategy: object({ type: 'string', rollingUpdate: object({ partition: 'integer', maxUnavailable: 'int-or-string' }) }),
    persistentVolumeClaimRetentionPolicy: object({ whenDeleted: 'string', whenScaled: 'string' }),
  },
  ['image'],
);

const pdb = object({ enabled: 'boolean', minAvailable: 'integer', maxUnavailable: 'integer' });
const redisConfig = object({ additionalRedisConfig: 'string', dynamicConfig: list('string'), maxMemoryPercentOfLimit: 'integer' });

/** Where and how pods of one role run. */
const placement = {
  affinity,
  nodeSelector,
  tolerations,
  topologySpreadConstraints,
  terminationGracePeriodSeconds: 'integer',
  livenessProbe: probe,
  readinessProbe: probe,
  securityContext,
  pdb,
} as const;

const common = {
  clusterSize: 'integer',
  kubernetesConfig,
  TLS: object({ ca: 'string', cert: 'string', key: 'string', secret: secretFiles }, ['secret']),
  env,
  hostPort: 'integer',
  podSecurityContext,
  priorityClassName: 'string',
  serviceAccountName: 'string',
  initContainer: object({ image: 'string', imagePullPolicy: 'string', enabled: 'boolean', command: list('string'), args: list('string'), env, resources, securityContext }, ['image']),
  redisExporter: object({ enabled: 'boolean', image: 'string', imagePullPolicy: 'string', port: 'integer', env, resources, securityContext }, ['image']),
  sidecars: list(
    object(
      { name: 'string', image: 'string', imagePullPolicy: 'string', command: list('string'), env, resources, securityContext, mountPath: volumeMounts, ports: list(core('ContainerPort')) },
      ['name', 'image'],
    ),
  ),
} as const;

/** The operator names and labels the claims itself. */
const claimTemplate = object({ spec: claimSpec });
const acl = object({ secret: secretFiles });
const extraVolumes = object({ volume: volumes, mountPath: volumeMounts });
const storage = { keepAfterDelete: 'boolean', volumeClaimTemplate: claimTemplate, volumeMount: extraVolumes } as const;
const role = object({ replicas: 'integer', redisConfig, resources, ...placement });

const required = ['clusterSize', 'kubernetesConfig'] as const;

const cluster: ObjectSchema = object(
  {
    ...common,
    acl,
    clusterVersion: 'string',
    hostNetwork: 'boolean',
    persistenceEnabled: 'boolean',
    port: 'integer',
    redisConfig,
    redisLeader: role,
    redisFollower: role,
    resources,
    storage: object({ ...storage, nodeConfVolume: 'boolean', nodeConfVolumeClaimTemplate: claimTemplate }),
  },
  required,
);

const replication = object({ ...common, ...placement, acl, redisConfig, storage: object(storage) }, required);

const sentinel = object(
  {
    ...common,
    ...placement,
    volumeMount: extraVolumes,
    redisSentinelConfig: object(
      {
        redisReplicationName: 'string',
        redisReplicationPassword: object({ secretKeyRef: core('SecretKeySelector'), configMapKeyRef: core('ConfigMapKeySelector') }),
        additionalSentinelConfig: 'string',
        masterGroupName: 'string',
        redisPort: 'string',
        quorum: 'string',
        parallelSyncs: 'string',
        failoverTimeout: 'string',
        downAfterMilliseconds: 'string',
        resolveHostnames: 'string',
        announceHostnames: 'string',
      },
      ['redisReplicationName'],
    ),
  },
  required,
);

/** Redis operator of OpsTree. */
export const redis = group('redis.redis.opstreelabs.in/v1beta2', {
  RedisCluster: { plural: 'redisclusters', spec: cluster },
  RedisReplication: { plural: 'redisreplications', spec: replication },
  RedisSentinel: { plural: 'redissentinels', spec: sentinel },
});
