import type { ContainerPlace, PodPlace } from './places.ts';

/** Kinds whose operator makes the pods: fields as the custom resource definitions of the products have them. */

type Row = Omit<PodPlace, 'group' | 'kind' | 'partial'>;

const rows = (group: string, kinds: readonly string[], ...all: readonly Row[]): readonly PodPlace[] => (
  kinds.flatMap((kind) => all.map((row) => ({ group, kind, partial: true, ...row })))
);

const container = (path: string, name: string, ...keys: readonly string[]): ContainerPlace => ({ path, name, ...(keys.length > 0 ? { keys } : {}) });
const template = (path: string, ...made: readonly string[]): Row => ({ spec: `${path}.spec`, made });
/** An image beside the pod template. */
const image = (path: string, name: string): Row => ({ spec: path, fields: {}, metadata: '', containers: [container(path, name, 'image', 'imagePullPolicy', 'resources')] });

const PLACEMENT = { tolerations: 'tolerations', nodeSelector: 'nodeSelector', affinity: 'affinity', serviceAccountName: 'serviceAccountName', priorityClassName: 'priorityClassName' };

/** A part of Strimzi: pods and containers stand side by side in its `template`. */
function strimzi(path: string, containers: Readonly<Record<string, string>>, images: Readonly<Record<string, string>> = {}): Row {
  return {
    spec: `${path}.template.pod`,
    metadata: `${path}.template.pod.metadata`,
    containers: [
      ...Object.entries(containers).map(([field, name]) => container(`${path}.template.${field}`, name)),
      ...Object.entries(images).map(([field, name]) => container(field, name, 'image', 'resources')),
    ],
  };
}

const REDIS_PARTS: readonly ContainerPlace[] = [
  container('spec.kubernetesConfig', 'redis'),
  container('spec', 'redis', 'securityContext', 'resources'),
  container('spec.initContainer', 'init'),
  container('spec.redisExporter', 'redis-exporter'),
  { path: 'spec.sidecars.*', made: false },
];

/** Elastic Cloud on Kubernetes: one container of the product, `spec.image` for all. */
const elastic = (group: string, kind: string, name: string, ...paths: readonly string[]): readonly PodPlace[] => (
  rows(`${group}.k8s.elastic.co`, [kind], ...paths.map((path) => template(path, name, `elastic-internal-init-${name}`)), image('spec', name))
);

const MYSQL = ['mysql', 'sidecar', 'metrics', 'fixdatadir', 'initconf', 'initmysql', 'router', 'logcollector'];
const BEATS = ['filebeat', 'metricbeat', 'heartbeat', 'auditbeat', 'packetbeat', 'journalbeat'];
const ENVOY = ['spec.provider.kubernetes.envoyDeployment', 'spec.provider.kubernetes.envoyDaemonSet'];

export const OPERATORS: readonly PodPlace[] = [
  ...rows(
    'mysql.oracle.com', ['InnoDBCluster'],
    { spec: 'spec.podSpec', made: MYSQL, containers: [container('spec.metrics', 'metrics', 'image'), container('spec.logs.collector', 'logcollector', 'image', 'env')] },
    { spec: 'spec.router.podSpec', made: MYSQL },
    { spec: 'spec.readReplicas.*.podSpec', made: MYSQL },
  ),
  ...rows(
    'kafka.strimzi.io', ['Kafka'],
    strimzi('spec.kafka', { kafkaContainer: 'kafka', initContainer: 'kafka-init' }, { 'spec.kafka': 'kafka' }),
    strimzi(
      'spec.entityOperator', { topicOperatorContainer: 'topic-operator', userOperatorContainer: 'user-operator' },
      { 'spec.entityOperator.topicOperator': 'topic-operator', 'spec.entityOperator.userOperator': 'user-operator' },
    ),
    strimzi('spec.cruiseControl', { cruiseControlContainer: 'cruise-control' }, { 'spec.cruiseControl': 'cruise-control' }),
    strimzi('spec.kafkaExporter', { container: 'kafka-exporter' }, { 'spec.kafkaExporter': 'kafka-exporter' }),
  ),
  ...rows('kafka.strimzi.io', ['KafkaNodePool'], strimzi('spec', { kafkaContainer: 'kafka', initContainer: 'kafka-init' })),
  ...rows('kafka.strimzi.io', ['KafkaConnect', 'KafkaMirrorMaker2'], strimzi('spec', { connectContainer: 'connect', initContainer: 'init' }, { spec: 'connect' })),
  ...rows('kafka.strimzi.io', ['KafkaBridge'], strimzi('spec', { bridgeContainer: 'bridge', initContainer: 'init' }, { spec: 'bridge' })),
  ...elastic('elasticsearch', 'Elasticsearch', 'elasticsearch', 'spec.nodeSets.*.podTemplate'),
  ...elastic('kibana', 'Kibana', 'kibana', 'spec.podTemplate'),
  ...elastic('logstash', 'Logstash', 'logstash', 'spec.podTemplate'),
  ...elastic('apm', 'ApmServer', 'apm-server', 'spec.podTemplate'),
  ...elastic('agent', 'Agent', 'agent', 'spec.daemonSet.podTemplate', 'spec.deployment.podTemplate', 'spec.statefulSet.podTemplate'),
  ...rows('beat.k8s.elastic.co', ['Beat'], ...['spec.daemonSet', 'spec.deployment'].map((path) => template(`${path}.podTemplate`, ...BEATS)), image('spec', 'beat')),
  ...rows(
    'redis.redis.opstreelabs.in', ['Redis', 'RedisReplication', 'RedisSentinel'],
    { spec: 'spec', metadata: '', fields: { ...PLACEMENT, securityContext: 'podSecurityContext', hostNetwork: 'hostNetwork' }, containers: REDIS_PARTS },
  ),
  ...rows(
    'redis.redis.opstreelabs.in', ['RedisCluster'],
    { spec: 'spec', metadata: '', fields: { ...PLACEMENT, securityContext: 'podSecurityContext', hostNetwork: 'hostNetwork' }, containers: [...REDIS_PARTS, container('spec.redisLeader', 'redis'), container('spec.redisFollower', 'redis')] },
  ),
  ...rows('k8s.keycloak.org', ['Keycloak'], template('spec.unsupported.podTemplate', 'keycloak'), image('spec', 'keycloak')),
  ...([['Prometheus', 'prometheus'], ['PrometheusAgent', 'prometheus'], ['Alertmanager', 'alertmanager'], ['ThanosRuler', 'thanos-ruler']] as const).flatMap(([kind, name]) => rows(
    'monitoring.coreos.com', [kind],
    {
      spec: 'spec', metadata: 'spec.podMetadata', made: [name, 'config-reloader', 'init-config-reloader', 'thanos-sidecar'],
      containers: [container('spec', name, 'image', 'imagePullPolicy', 'resources', 'volumeMounts')],
    },
  )),
  ...rows(
    'gateway.envoyproxy.io', ['EnvoyProxy'],
    ...ENVOY.flatMap((path): Row[] => [
      { spec: `${path}.pod`, metadata: `${path}.pod`, containers: [container(`${path}.container`, 'envoy'), { path: `${path}.initContainers.*`, made: false }] },
      template(`${path}.patch.value.spec.template`, 'envoy', 'shutdown-manager'),
    ]),
  ),
  ...rows(
    'flink.apache.org', ['FlinkDeployment'],
    ...['spec.podTemplate', 'spec.jobManager.podTemplate', 'spec.taskManager.podTemplate'].map((path) => template(path, 'flink-main-container')),
    image('spec', 'flink-main-container'),
  ),
  ...[['SparkApplication', 'spec'], ['ScheduledSparkApplication', 'spec.template']].flatMap(([kind = '', path = '']) => rows(
    'sparkoperator.k8s.io', [kind],
    image(path, 'spark'),
    ...['driver', 'executor'].flatMap((role): Row[] => [
      template(`${path}.${role}.template`, `spark-kubernetes-${role}`),
      {
        spec: `${path}.${role}`, metadata: `${path}.${role}`,
        fields: { ...PLACEMENT, serviceAccountName: 'serviceAccount', securityContext: 'podSecurityContext', hostNetwork: 'hostNetwork', shareProcessNamespace: 'shareProcessNamespace' },
        containers: [
          container(`${path}.${role}`, `spark-kubernetes-${role}`, 'image', 'securityContext', 'volumeMounts', 'ports', 'lifecycle', 'env', 'envFrom'),
          { path: `${path}.${role}.initContainers.*`, made: false }, { path: `${path}.${role}.sidecars.*`, made: false },
        ],
      },
    ]),
  )),
  ...rows('cert-manager.io', ['Issuer', 'ClusterIssuer'], ...['ingress', 'gatewayHTTPRoute'].map((solver) => template(`spec.acme.solvers.*.http01.${solver}.podTemplate`))),
];
