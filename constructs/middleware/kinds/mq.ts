import { accountSecret } from '../products/accounts.ts';
import type { ClientConfig, EndpointPort, Holding, Layout, MiddlewareRow, Part, Port, Sizing, WorkloadPart } from '../contract.ts';
import { brokerProperties, groupOf, nameServers, provisionFiles, proxyJson } from '../products/rocketmq.ts';
import { scaled } from '../products/sizing.ts';

const NAMESRV: Port = { name: 'namesrv', port: 9876 };
const METRICS: Port = { name: 'metrics', port: 5557 };
const BROKER: readonly Port[] = [{ name: 'broker', port: 10911 }, { name: 'broker-vip', port: 10909 }];
const BROKER_HA: Port = { name: 'broker-ha', port: 10912 };
const PROXY: readonly Port[] = [{ name: 'proxy-remoting', port: 8080 }, { name: 'proxy-grpc', port: 8081 }];

const NAMESRV_SIZING: Sizing = { requests: { cpu: '250m', memory: '768Mi' }, limits: { cpu: '1', memory: '1Gi' }, source: 'D: routes of some dozen topics; 512 MiB heap' };
const BROKER_SIZING: Sizing = { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '4', memory: '6Gi' }, source: 'D: a fifth of some 2,000 messages a second; 2 GiB heap, 1 GiB direct, the rest page cache' };
const PROXY_SIZING: Sizing = { requests: { cpu: '500m', memory: '1536Mi' }, limits: { cpu: '2', memory: '2Gi' }, source: 'D: 1 GiB heap; few clients speak gRPC yet' };
const PROVISION: Sizing = { requests: { cpu: '250m', memory: '384Mi' }, limits: { cpu: '1', memory: '512Mi' }, source: 'D: one tool at a time with 256 MiB heap' };

/** User of the published image. */
const USER = 3000;
const HOME = '/home/rocketmq';
const LOGS = { path: `${HOME}/logs`, size: '1Gi' };
/** Where /dev/shm would hold the log of the collector. */
const GC_LOG = { name: 'JAVA_OPT_EXT', value: '-Xloggc:/tmp/gc.log -XX:GCLogFileSize=8m -XX:NumberOfGCLogFiles=2' };

const labels = (name: string) => ({ 'app.kubernetes.io/name': name });
const nameServerCount = (layout: Layout) => (layout.production ? 3 : 1);

function nameServer(layout: Layout): WorkloadPart {
  return {
    part: 'workload', name: 'mq-namesrv', workload: 'StatefulSet', replicas: nameServerCount(layout), image: 'rocketmq', user: USER,
    command: ['sh', './mqnamesrv'],
    env: [{ name: 'HEAP_OPTS', value: '-Xms512m -Xmx512m -Xmn256m' }, GC_LOG],
    writable: [LOGS, { path: `${HOME}/namesrv`, size: '16Mi' }],
    ports: [NAMESRV],
    readiness: { type: 'tcp', port: 'namesrv' }, liveness: { type: 'tcp', port: 'namesrv' },
    sizing: scaled(layout, NAMESRV_SIZING),
  };
}

function broker(layout: Layout): WorkloadPart {
  const name = 'mq-broker';
  return {
    part: 'workload', name, workload: 'StatefulSet', replicas: layout.replicas, image: 'rocketmq', user: USER,
    command: ['sh', './mqbroker', '-c', '/broker/$(POD_NAME).properties'],
    env: [
      { name: 'POD_NAME', field: 'metadata.name' },
      { name: 'NAMESRV_ADDR', value: nameServers(layout, nameServerCount(layout)) },
      { name: 'HEAP_OPTS', value: '-Xms2g -Xmx2g -Xmn1g -XX:MaxDirectMemorySize=1g' },
      GC_LOG,
    ],
    files: Array.from({ length: layout.replicas }, (_, index) => ({ path: `/broker/${name}-${index}.properties`, text: brokerProperties(`${name}-${index}`, METRICS.port) })),
    storage: { size: layout.storage ?? '1Gi', path: `${HOME}/store` },
    writable: [LOGS],
    ports: [...BROKER, BROKER_HA, METRICS],
    peers: ['broker', 'broker-ha'],
    connects: [{ to: 'mq-namesrv', ports: [NAMESRV.port] }],
    readiness: { type: 'tcp', port: 'broker' }, liveness: { type: 'tcp', port: 'broker' },
    startupSeconds: 900,
    graceSeconds: 120,
    sizing: scaled(layout, BROKER_SIZING),
  };
}

function proxy(layout: Layout): WorkloadPart {
  return {
    part: 'workload', name: 'mq-proxy', workload: 'Deployment', replicas: layout.production ? 2 : 1, image: 'rocketmq', user: USER,
    command: ['sh', './mqproxy', '-pc', '/proxy/rmq-proxy.json'],
    env: [
      { name: 'NAMESRV_ADDR', value: nameServers(layout, nameServerCount(layout)) },
      { name: 'HEAP_OPTS', value: '-Xms1g -Xmx1g -Xmn512m' },
      GC_LOG,
    ],
    files: [{ path: '/proxy/rmq-proxy.json', text: proxyJson() }],
    writable: [LOGS],
    ports: PROXY,
    connects: [{ to: 'mq-namesrv', ports: [NAMESRV.port] }, { to: 'mq-broker', ports: BROKER.map(({ port }) => port) }],
    readiness: { type: 'tcp', port: 'proxy-grpc' }, liveness: { type: 'tcp', port: 'proxy-grpc' },
    sizing: scaled(layout, PROXY_SIZING),
  };
}

function provision(layout: Layout): WorkloadPart {
  return {
    part: 'workload', name: 'mq-provision', workload: 'Job', image: 'rocketmq', user: USER,
    command: ['sh', '-e', '/provision/provision.sh'],
    env: [{ name: 'NAMESRV_ADDR', value: nameServers(layout, nameServerCount(layout)) }],
    files: provisionFiles(layout),
    // the tools log there
    writable: [{ path: '/tmp', size: '256Mi' }],
    ports: [],
    connects: [{ to: 'mq-namesrv', ports: [NAMESRV.port] }, { to: 'mq-broker', ports: BROKER.map(({ port }) => port) }],
    sizing: scaled(layout, PROVISION),
  };
}

const at = (ports: readonly Port[], service: string): readonly EndpointPort[] => ports.map((port) => ({ ...port, service, pods: labels(service) }));

const topicsOf = ({ publishes, subscribes }: Holding) => [...new Set([...publishes, ...subscribes])].sort();

function client(holding: Holding, edition: keyof MiddlewareRow['editions']): readonly ClientConfig[] {
  const topics: ClientConfig['entries'] = topicsOf(holding).length > 0 ? [['mq.topic.dto', topicsOf(holding).join(',')]] : [];
  if (edition === 'tencent') {
    return [{
      path: 'mq/mq.properties',
      entries: [
        ['mq.tencent.NAME_SERVER_ADDRESS', '${endpoint:mq:namesrv}'],
        ['mq.tencent.SECRET_ID', accountSecret(holding, 'mq', 'username')],
        ['mq.tencent.SECRET_KEY', accountSecret(holding, 'mq', 'password')],
        ...topics,
      ],
    }];
  }
  return [{
    path: 'mq/mq.properties',
    entries: [
      // RocketMQ speaks what Alibaba's client speaks; the keys of the generic adapter are Kafka's
      ['mq.ali.GROUP_ID', groupOf(holding.service)],
      ['mq.ali.AccessKey', accountSecret(holding, 'mq', 'username')],
      ['mq.ali.SecretKey', accountSecret(holding, 'mq', 'password')],
      ['mq.ali.NAMESRV_ADDR', '${endpoint:mq:namesrv}'],
      ...topics,
    ],
  }];
}

export const mq: MiddlewareRow = {
  kind: 'mq', zh: '消息队列', en: 'Message queue',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 5 },
  storage: '200Gi',
  exporter: { port: 'metrics', path: '/metrics' },
  images: { rocketmq: { image: 'apache/rocketmq', tag: '5.3.3' } },
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'RocketMQ',
      layout: (layout): readonly Part[] => [
        { part: 'secret', name: 'mq-admin', keys: ['username', 'password'] },
        nameServer(layout), broker(layout), proxy(layout), provision(layout),
      ],
      // clients learn brokers from the name server and then speak to their pods
      endpoint: () => ({ service: 'mq-namesrv', ports: [NAMESRV, ...at(BROKER, 'mq-broker'), ...at(PROXY, 'mq-proxy')], main: 'namesrv', pods: labels('mq-namesrv') }),
    },
    alibaba: { mode: 'managed', product: 'MQ for RocketMQ (ONS, NAMESRV 9876)', ports: [NAMESRV, ...BROKER] },
    tencent: { mode: 'managed', product: 'CMQ / TDMQ', ports: [NAMESRV, ...BROKER] },
  },
  client,
};
