import { core, group, keySelector, labelled, labelSelector, list, map, object, oneOf } from '../schema.ts';
import { affinity, imagePullSecrets, podSecurityContext, resources, securityContext, tolerations, topologySpreadConstraints, volumeMounts } from './pod-parts.ts';

const jvmOptions = object({
  '-Xms': 'string',
  '-Xmx': 'string',
  '-XX': map('string'),
  gcLoggingEnabled: 'boolean',
  javaSystemProperties: list(object({ name: 'string', value: 'string' })),
});
const fromConfigMap = object({ configMapKeyRef: core('ConfigMapKeySelector') });
const logging = object({ type: oneOf('inline', 'external'), loggers: map('string'), valueFrom: fromConfigMap }, ['type']);
const metricsConfig = object({ type: oneOf('jmxPrometheusExporter', 'strimziMetricsReporter'), valueFrom: fromConfigMap, values: object({ allowList: list('string') }) }, ['type']);

/** What is probed is the operator's business, only its timing is not. */
const probe = object({ initialDelaySeconds: 'integer', timeoutSeconds: 'integer', periodSeconds: 'integer', successThreshold: 'integer', failureThreshold: 'integer' });
const env = list(object({ name: 'string', value: 'string', valueFrom: object({ secretKeyRef: keySelector, configMapKeyRef: core('ConfigMapKeySelector') }) }), 'name');

const made = object({ metadata: labelled });
const madeService = object({ metadata: labelled, ipFamilies: list(oneOf('IPv4', 'IPv6')), ipFamilyPolicy: oneOf('SingleStack', 'PreferDualStack', 'RequireDualStack') });
const container = object({ env, securityContext, volumeMounts });
const pod = object({
  metadata: labelled,
  affinity,
  tolerations,
  topologySpreadConstraints,
  securityContext: podSecurityContext,
  priorityClassName: 'string',
  schedulerName: 'string',
  imagePullSecrets,
  terminationGracePeriodSeconds: 'integer',
  enableServiceLinks: 'boolean',
  tmpDirSizeLimit: 'string',
  volumes: list(
    object({
      name: 'string',
      configMap: core('ConfigMapVolumeSource'),
      secret: core('SecretVolumeSource'),
      emptyDir: core('EmptyDirVolumeSource'),
      persistentVolumeClaim: core('PersistentVolumeClaimVolumeSource'),
    }),
    'name',
  ),
});
const deployment = object({ metadata: labelled, deploymentStrategy: oneOf('RollingUpdate', 'Recreate') });
const budget = object({ metadata: labelled, maxUnavailable: 'integer' });

const volume = {
  type: oneOf('ephemeral', 'persistent-claim'),
  id: 'integer',
  size: 'string',
  sizeLimit: 'string',
  class: 'string',
  selector: map('string'),
  deleteClaim: 'boolean',
  kraftMetadata: oneOf('shared'),
  volumeAttributesClass: 'string',
} as const;
const storage = object({ ...volume, type: oneOf('ephemeral', 'persistent-claim', 'jbod'), volumes: list(object(volume, ['type'])) }, ['type']);

const listener = object(
  {
    name: 'string',
    port: 'integer',
    type: oneOf('internal', 'route', 'loadbalancer', 'nodeport', 'ingress', 'cluster-ip'),
    tls: 'boolean',
    authentication: object({ type: oneOf('tls', 'scram-sha-512', 'custom'), sasl: 'boolean', listenerConfig: map('any') }, ['type']),
    networkPolicyPeers: list(object({ podSelector: labelSelector, namespaceSelector: labelSelector, ipBlock: object({ cidr: 'string', except: list('string') }) })),
    configuration: object({
      brokerCertChainAndKey: object({ secretName: 'string', certificate: 'string', key: 'string' }, ['secretName', 'certificate', 'key']),
      useServiceDnsDomain: 'boolean',
      publishNotReadyAddresses: 'boolean',
      maxConnections: 'integer',
      maxConnectionCreationRate: 'integer',
      bootstrap: object({ alternativeNames: list('string'), annotations: map('string'), labels: map('string') }),
    }),
  },
  ['name', 'port', 'type', 'tls'],
);

const broker = object(
  {
    version: 'string',
    metadataVersion: 'string',
    image: 'string',
    config: map('any'),
    listeners: list(listener, 'name'),
    authorization: object({ type: oneOf('simple', 'custom'), superUsers: list('string'), authorizerClass: 'string', supportsAdminApi: 'boolean' }, ['type']),
    jvmOptions,
    logging,
    metricsConfig,
    rack: object({ topologyKey: 'string' }, ['topologyKey']),
    brokerRackInitImage: 'string',
    livenessProbe: probe,
    readinessProbe: probe,
    template: object({
      pod,
      podSet: made,
      kafkaContainer: container,
      initContainer: container,
      bootstrapService: madeService,
      brokersService: madeService,
      persistentVolumeClaim: made,
      podDisruptionBudget: budget,
      serviceAccount: made,
      clusterCaCert: made,
    }),
  },
  ['listeners'],
);

const operator = {
  image: 'string',
  watchedNamespace: 'string',
  reconciliationIntervalMs: 'integer',
  resources,
  jvmOptions,
  logging,
  livenessProbe: probe,
  readinessProbe: probe,
} as const;

const authority = object({
  generateCertificateAuthority: 'boolean',
  generateSecretOwnerReference: 'boolean',
  validityDays: 'integer',
  renewalDays: 'integer',
  certificateExpirationPolicy: oneOf('renew-certificate', 'replace-key'),
});

const kafkaSpec = object(
  {
    kafka: broker,
    entityOperator: object({
      topicOperator: object({ ...operator, startupProbe: probe }),
      userOperator: object({ ...operator, secretPrefix: 'string' }),
      template: object({ pod, deployment, topicOperatorContainer: container, userOperatorContainer: container, serviceAccount: made, podDisruptionBudget: budget }),
    }),
    clusterCa: authority,
    clientsCa: authority,
    cruiseControl: object({ image: 'string', config: map('any'), resources, jvmOptions, logging, metricsConfig, livenessProbe: probe, readinessProbe: probe, template: object({ pod, deployment, cruiseControlContainer: container, serviceAccount: made }) }),
    kafkaExporter: object({
      image: 'string',
      groupRegex: 'string',
      groupExcludeRegex: 'string',
      topicRegex: 'string',
      topicExcludeRegex: 'string',
      logging: 'string',
      enableSaramaLogging: 'boolean',
      showAllOffsets: 'boolean',
      resources,
      livenessProbe: probe,
      readinessProbe: probe,
      template: object({ pod, deployment, container, serviceAccount: made }),
    }),
    maintenanceTimeWindows: list('string'),
  },
  ['kafka'],
);

const nodePool = object(
  {
    replicas: 'integer',
    roles: list(oneOf('controller', 'broker')),
    storage,
    resources,
    jvmOptions,
    template: object({ pod, podSet: made, kafkaContainer: container, initContainer: container, persistentVolumeClaim: made, perPodService: made }),
  },
  ['replicas', 'roles', 'storage'],
);

const operations = oneOf('Read', 'Write', 'Create', 'Delete', 'Alter', 'Describe', 'ClusterAction', 'AlterConfigs', 'DescribeConfigs', 'IdempotentWrite', 'All');
const user = object({
  authentication: object({ type: oneOf('tls', 'tls-external', 'scram-sha-512'), password: object({ valueFrom: object({ secretKeyRef: keySelector }) }, ['valueFrom']) }, ['type']),
  authorization: object(
    {
      type: oneOf('simple'),
      acls: list(
        object(
          {
            resource: object({ type: oneOf('topic', 'group', 'cluster', 'transactionalId'), name: 'string', patternType: oneOf('literal', 'prefix') }, ['type']),
            operations: list(operations),
            type: oneOf('allow', 'deny'),
            host: 'string',
          },
          ['resource', 'operations'],
        ),
      ),
    },
    ['type', 'acls'],
  ),
  quotas: object({ producerByteRate: 'integer', consumerByteRate: 'integer', requestPercentage: 'integer', controllerMutationRate: 'number' }),
  template: object({ secret: made }),
});

/** Strimzi, API v1. */
export const kafka = group('kafka.strimzi.io/v1', {
  Kafka: { plural: 'kafkas', spec: kafkaSpec },
  KafkaNodePool: { plural: 'kafkanodepools', spec: nodePool },
  KafkaTopic: { plural: 'kafkatopics', spec: object({ partitions: 'integer', replicas: 'integer', topicName: 'string', config: map('any') }) },
  KafkaUser: { plural: 'kafkausers', spec: user },
});
