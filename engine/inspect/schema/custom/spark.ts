import { core, group, list, map, object, oneOf } from '../schema.ts';
import { affinity, containers, env, envFrom, nodeSelector, partialPodTemplate, podSecurityContext, securityContext, tolerations, volumeMounts, volumes } from './pod-parts.ts';

const named = object({ name: 'string', path: 'string' }, ['name', 'path']);

/** What driver and executor have in common. */
const pod = {
  cores: 'integer',
  coreRequest: 'string',
  coreLimit: 'string',
  memory: 'string',
  memoryLimit: 'string',
  memoryOverhead: 'string',
  image: 'string',
  serviceAccount: 'string',
  labels: map('string'),
  annotations: map('string'),
  env,
  envFrom,
  envVars: map('string'),
  envSecretKeyRefs: map(object({ name: 'string', key: 'string' }, ['name', 'key'])),
  configMaps: list(named),
  secrets: list(object({ name: 'string', path: 'string', secretType: 'string' }, ['name', 'path', 'secretType'])),
  volumeMounts,
  initContainers: containers,
  sidecars: containers,
  affinity,
  nodeSelector,
  tolerations,
  priorityClassName: 'string',
  schedulerName: 'string',
  securityContext,
  podSecurityContext,
  terminationGracePeriodSeconds: 'integer',
  shareProcessNamespace: 'boolean',
  hostNetwork: 'boolean',
  javaOptions: 'string',
  lifecycle: core('Lifecycle'),
  template: partialPodTemplate,
  ports: list(object({ name: 'string', containerPort: 'integer', protocol: 'string' }, ['name', 'containerPort', 'protocol'])),
} as const;

const spec = object(
  {
    type: oneOf('Java', 'Python', 'Scala', 'R'),
    mode: oneOf('cluster', 'client'),
    sparkVersion: 'string',
    image: 'string',
    imagePullPolicy: 'string',
    imagePullSecrets: list('string'),
    mainClass: 'string',
    mainApplicationFile: 'string',
    arguments: list('string'),
    pythonVersion: oneOf('2', '3'),
    sparkConf: map('string'),
    sparkConfigMap: 'string',
    hadoopConf: map('string'),
    hadoopConfigMap: 'string',
    memoryOverheadFactor: 'string',
    proxyUser: 'string',
    deps: object({ jars: list('string'), files: list('string'), pyFiles: list('string'), archives: list('string'), packages: list('string'), excludePackages: list('string'), repositories: list('string') }),
    volumes,
    nodeSelector,
    driver: object({ ...pod, podName: 'string', serviceLabels: map('string'), serviceAnnotations: map('string'), kubernetesMaster: 'string' }),
    executor: object({ ...pod, instances: 'integer', deleteOnTermination: 'boolean' }),
    dynamicAllocation: object({ enabled: 'boolean', initialExecutors: 'integer', minExecutors: 'integer', maxExecutors: 'integer', shuffleTrackingEnabled: 'boolean', shuffleTrackingTimeout: 'integer' }),
    monitoring: object(
      {
        exposeDriverMetrics: 'boolean',
        exposeExecutorMetrics: 'boolean',
        metricsProperties: 'string',
        metricsPropertiesFile: 'string',
        prometheus: object({ jmxExporterJar: 'string', port: 'integer', portName: 'string', configFile: 'string', configuration: 'string' }, ['jmxExporterJar']),
      },
      ['exposeDriverMetrics', 'exposeExecutorMetrics'],
    ),
    restartPolicy: object({ type: oneOf('Never', 'Always', 'OnFailure'), onFailureRetries: 'integer', onFailureRetryInterval: 'integer', onSubmissionFailureRetries: 'integer', onSubmissionFailureRetryInterval: 'integer' }),
    batchScheduler: 'string',
    batchSchedulerOptions: object({ queue: 'string', priorityClassName: 'string', resources: map('quantity') }),
    timeToLiveSeconds: 'integer',
    failureRetries: 'integer',
    retryInterval: 'integer',
  },
  ['type', 'sparkVersion', 'mainApplicationFile', 'driver', 'executor'],
);

/** Spark operator. */
export const spark = group('sparkoperator.k8s.io/v1beta2', { SparkApplication: { plural: 'sparkapplications', spec } });
