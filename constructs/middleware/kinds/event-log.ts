import { accountSecret, accountsOf, named, type Account } from '../products/accounts.ts';
import type { ClientConfig, CustomPart, Holding, Layout, MiddlewareRow, Part, Port, Sizing } from '../contract.ts';
import type { Edition } from '../../words.ts';
import { apart, podSizing, resources, RESTRICTED_CONTAINER, restrictedPod } from '../products/operator-pods.ts';
import { scaled } from '../products/sizing.ts';

const NAME = 'event-log';
const API = 'kafka.strimzi.io/v1';
const POOL = 'dual';
/** Two kinds of streams; everything else of this name space belongs to a kind that declares it. */
const STREAMS = ['hsa-log', 'hsa-cdc'] as const;
const PREFIX = 'hsa-';
/** User of Strimzi's images. */
const USER = 1001;

const PLAIN: Port = { name: 'plain', port: 9092 };
const TLS: Port = { name: 'tls', port: 9093 };
const METRICS: Port = { name: 'tcp-prometheus', port: 9404 };
const INNER: readonly Port[] = [{ name: 'tcp-ctrlplane', port: 9090 }, { name: 'tcp-replication', port: 9091 }, { name: 'tcp-kafkaagent', port: 8443 }];
const LABEL_SOURCE = 'Strimzi, generateDefaultLabels in operator-common/src/main/java/io/strimzi/operator/common/model/Labels.java';

const BROKER: Readonly<Record<Layout['zone'], Sizing>> = {
  core: { requests: { cpu: '2', memory: '8Gi' }, limits: { cpu: '4', memory: '8Gi' }, source: 'D: change streams of all shards and the logs of 500 pods; 3 GiB heap, the rest page cache' },
  public: { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '4', memory: '4Gi' }, source: 'D: logs of some 120 pods; 2 GiB heap' },
};
const HEAP: Readonly<Record<Layout['zone'], string>> = { core: '3072m', public: '2048m' };
const ENTITY: Sizing = { requests: { cpu: '100m', memory: '384Mi' }, limits: { cpu: '500m', memory: '512Mi' }, source: 'D: some dozen topics and users; Strimzi suggests 512 MiB for a few hundred' };

const custom = (kind: string, name: string, spec: CustomPart['spec'], more: Partial<CustomPart> = {}): CustomPart => ({
  part: 'custom', apiVersion: API, kind, name, labels: { 'strimzi.io/cluster': NAME }, spec, pods: [], services: [], operator: { id: 'strimzi', ports: [] }, ...more,
});

/** Nodes that are both controllers and brokers: three members need no more. */
function nodePool(layout: Layout): CustomPart {
  const sizing = scaled(layout, BROKER[layout.zone]);
  const labels = { 'strimzi.io/cluster': NAME, 'strimzi.io/kind': 'Kafka', 'strimzi.io/pool-name': POOL };
  const size = layout.storage ?? '1Gi';
  const heap = layout.production ? HEAP[layout.zone] : '512m';
  return custom('KafkaNodePool', POOL, {
    replicas: layout.replicas,
    roles: ['controller', 'broker'],
    jvmOptions: { '-Xms': heap, '-Xmx': heap },
    resources: resources(sizing),
    storage: { type: 'jbod', volumes: [{ id: 0, type: 'persistent-claim', class: layout.storageClass, size, deleteClaim: false, kraftMetadata: 'shared' }] },
    template: {
      pod: { ...apart(layout, labels), securityContext: restrictedPod(USER), tmpDirSizeLimit: '128Mi', terminationGracePeriodSeconds: 120 },
      kafkaContainer: { securityContext: RESTRICTED_CONTAINER, env: [{ name: 'LOG_DIR', value: '/tmp' }] },
    },
  }, {
    pods: [{
      name: NAME, count: layout.replicas, labels, labelSource: LABEL_SOURCE, sizing, containers: 1,
      // brokers read certificates from the API server
      ports: [PLAIN, TLS, ...INNER, METRICS], peers: INNER.map(({ name }) => name), api: true, storage: size,
    }],
    operator: { id: 'strimzi', ports: INNER.map(({ port }) => port) },
  });
}

const listener = ({ name, port }: Port) => ({ name, port, type: 'internal', tls: name === 'tls', authentication: { type: 'scram-sha-512' } });

function kafka(layout: Layout): CustomPart {
  const operator = scaled(layout, ENTITY);
  const copies = Math.min(3, layout.replicas);
  const inSync = Math.max(1, copies - 1);
  const container = { securityContext: RESTRICTED_CONTAINER };
  const entity = { image: layout.image('strimzi-operator'), resources: resources(operator) };
  return custom('Kafka', NAME, {
    kafka: {
      version: '4.3.1',
      metadataVersion: '4.3-IV0',
      image: layout.image('kafka'),
      listeners: [listener(PLAIN), listener(TLS)],
      authorization: { type: 'simple' },
      config: {
        'default.replication.factor': copies, 'min.insync.replicas': inSync,
        'offsets.topic.replication.factor': copies,
        'transaction.state.log.replication.factor': copies, 'transaction.state.log.min.isr': inSync,
        'auto.create.topics.enable': false,
      },
      metricsConfig: { type: 'strimziMetricsReporter', values: { allowList: ['kafka_server.*', 'kafka_network.*', 'kafka_log.*', 'kafka_controller.*'] } },
    },
    entityOperator: {
      topicOperator: entity,
      userOperator: entity,
      template: { pod: { securityContext: restrictedPod(USER), tmpDirSizeLimit: '16Mi' }, topicOperatorContainer: container, userOperatorContainer: container },
    },
  }, {
    labels: {},
    pods: [{
      name: `${NAME}-entity-operator`, count: 1, labels: { 'strimzi.io/cluster': NAME, 'strimzi.io/name': `${NAME}-entity-operator` }, labelSource: LABEL_SOURCE,
      sizing: podSizing(operator, operator), containers: 2, ports: [{ name: 'healthcheck-to', port: 8080 }, { name: 'healthcheck-uo', port: 8081 }], api: true,
    }],
    services: [{ name: `${NAME}-kafka-bootstrap`, ports: [PLAIN, TLS] }, { name: `${NAME}-kafka-brokers`, ports: [PLAIN, TLS, ...INNER] }],
    secrets: [{ name: `${NAME}-cluster-ca-cert`, keys: ['ca.crt'] }, { name: `${NAME}-kafka`, keys: [] }, { name: `${NAME}-entity-operator`, keys: [] }],
  });
}

/** Topics of mq are upper case and none of ours. */
const streamsOf = (topics: readonly string[]) => topics.filter((topic) => /^[a-z]/.test(topic));
const secretName = (service: string) => `${service}-kafka`;

function topics(layout: Layout): readonly Part[] {
  const declared = layout.holdings.flatMap(({ publishes, subscribes }) => [...streamsOf(publishes), ...streamsOf(subscribes)]);
  return [...new Set([...STREAMS, ...declared])].map((name) => custom('KafkaTopic', name, {
    partitions: layout.production ? 12 : 3, replicas: Math.min(3, layout.replicas), config: { 'retention.ms': 259_200_000, 'cleanup.policy': 'delete' },
  }));
}

const allow = (type: 'topic' | 'group', name: string, patternType: 'literal' | 'prefix', operations: readonly string[]) => ({ type: 'allow', resource: { type, name, patternType }, operations });

/** An account a holder: exactly the streams that it declares, or the common ones; its own consumer groups. */
function user(account: Account): readonly Part[] {
  const { service, tenant } = account;
  const [writes, reads] = [streamsOf(named(account, (each) => each.publishes)), streamsOf(named(account, (each) => each.subscribes))];
  const acls = [
    ...(writes.length + reads.length === 0 ? [allow('topic', PREFIX, 'prefix', ['Read', 'Write', 'Describe'])] : []),
    ...writes.map((topic) => allow('topic', topic, 'literal', ['Write', 'Describe'])),
    ...reads.map((topic) => allow('topic', topic, 'literal', ['Read', 'Describe'])),
    allow('group', service, 'prefix', ['Read', 'Describe']),
  ];
  return [
    { part: 'secret', name: secretName(service), keys: ['password'], from: `${tenant}/${service}/${NAME}` },
    custom('KafkaUser', service, {
      authentication: { type: 'scram-sha-512', password: { valueFrom: { secretKeyRef: { name: secretName(service), key: 'password' } } } },
      authorization: { type: 'simple', acls },
    }),
  ];
}

function client(holding: Holding, edition: Edition): readonly ClientConfig[] {
  const [mechanism, module] = edition === 'opensource' ? ['SCRAM-SHA-512', 'scram.ScramLoginModule'] : ['PLAIN', 'plain.PlainLoginModule'];
  const { service } = holding;
  const username = edition === 'opensource' ? service : accountSecret(holding, NAME, 'username');
  return [{
    path: 'mq/kafka.properties',
    entries: [
      ['mq.kafka.bootstrap.servers', `\${endpoint:${NAME}:plain}`],
      ['mq.kafka.group.id', service],
      ['mq.kafka.security.protocol', 'SASL_PLAINTEXT'],
      ['mq.kafka.sasl.mechanism', mechanism!],
      ['mq.kafka.sasl.jaas.config', `org.apache.kafka.common.security.${module} required username="${username}" password="${accountSecret(holding, NAME, 'password')}";`],
    ],
  }];
}

export const eventLog: MiddlewareRow = {
  kind: NAME, zh: '事件日志流', en: 'Event log',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 3 },
  storage: '500Gi',
  exporter: { port: 'tcp-prometheus', path: '/metrics' },
  images: { kafka: { image: 'strimzi/kafka', tag: '1.2.0-kafka-4.3.1' }, 'strimzi-operator': { image: 'strimzi/operator', tag: '1.2.0' } },
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'Kafka',
      layout: (layout): readonly Part[] => [nodePool(layout), kafka(layout), ...topics(layout), ...accountsOf(layout.holdings).flatMap(user)],
      endpoint: () => ({
        service: `${NAME}-kafka-bootstrap`, ports: [PLAIN, TLS], main: 'plain', pods: { 'strimzi.io/cluster': NAME, 'strimzi.io/kind': 'Kafka', 'strimzi.io/pool-name': POOL },
      }),
    },
    alibaba: { mode: 'managed', product: 'SLS / Kafka', ports: [PLAIN, TLS] },
    tencent: { mode: 'managed', product: 'CKafka', ports: [PLAIN, TLS] },
  },
  client,
};
