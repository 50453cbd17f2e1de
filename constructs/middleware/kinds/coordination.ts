import { ETCD, ETCD_CLIENT, etcd } from '../products/etcd.ts';
import type { Layout, MiddlewareRow, Port, Product, Sizing, WorkloadPart } from '../contract.ts';
import { peerNames } from '../products/peers.ts';
import { scaled } from '../products/sizing.ts';

const NAME = 'zookeeper';
const CLIENT: Port = { name: 'client', port: 2181 };
const PEER: Port = { name: 'peer', port: 2888 };
const ELECTION: Port = { name: 'election', port: 3888 };
const METRICS: Port = { name: 'metrics', port: 7000 };
/** User of the published image. */
const USER = 1000;

const MEMBER: Sizing = { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2', memory: '1536Mi' }, source: 'D: locks and leaders of HDFS, HBase, Flink and DolphinScheduler; 768 MiB heap' };

function configuration(layout: Layout): string {
  const servers = peerNames(layout, NAME, layout.replicas).map((host, index) => `server.${index + 1}=${host}:${PEER.port}:${ELECTION.port}`);
  return [
    'dataDir=/data', 'dataLogDir=/data/log', `clientPort=${CLIENT.port}`,
    'tickTime=2000', 'initLimit=10', 'syncLimit=5', 'maxClientCnxns=200',
    'autopurge.purgeInterval=24', 'autopurge.snapRetainCount=5',
    'admin.enableServer=false', 'reconfigEnabled=false', 'quorumListenOnAllIPs=true', '4lw.commands.whitelist=ruok,srvr',
    'metricsProvider.className=org.apache.zookeeper.metrics.prometheus.PrometheusMetricsProvider', `metricsProvider.httpPort=${METRICS.port}`,
    // one alone is no ensemble
    ...(servers.length > 1 ? servers : []),
    '',
  ].join('\n');
}

function zooKeeper(layout: Layout): WorkloadPart {
  return {
    part: 'workload', name: NAME, workload: 'StatefulSet', replicas: layout.replicas, image: NAME, user: USER,
    // a member's number is one more than that of its pod
    command: ['bash', '-ec', 'echo $((${HOSTNAME##*-} + 1)) > /data/myid; exec zkServer.sh start-foreground'],
    env: [{ name: 'ZK_SERVER_HEAP', value: '768' }, { name: 'SERVER_JVMFLAGS', value: '-XX:+ExitOnOutOfMemoryError' }],
    files: [{ path: '/conf/zoo.cfg', text: configuration(layout) }],
    storage: { size: layout.storage ?? '1Gi', path: '/data' },
    writable: [{ path: '/logs', size: '256Mi' }],
    ports: [CLIENT, PEER, ELECTION, METRICS],
    peers: ['peer', 'election'],
    // a member that serves says which part it has in the ensemble
    readiness: { type: 'exec', command: ['bash', '-c', `echo srvr | nc -w 2 127.0.0.1 ${CLIENT.port} | grep -q ^Mode`] },
    liveness: { type: 'exec', command: ['bash', '-c', `[ "$(echo ruok | nc -w 2 127.0.0.1 ${CLIENT.port})" = imok ]`] },
    sizing: scaled(layout, MEMBER),
  };
}

/** All pods of the kind where there are two products. */
const PODS: Readonly<Record<Layout['zone'], Readonly<Record<string, string>>>> = { core: { 'app.kubernetes.io/name': NAME }, public: {} };

/** ZooKeeper for the data products; etcd where the edge gateway stands. */
const COORDINATION: Product = {
  mode: 'self-hosted', product: 'ZooKeeper / etcd',
  layout: (layout) => [zooKeeper(layout), ...(layout.zone === 'public' ? etcd(layout) : [])],
  endpoint: ({ zone }) => ({
    service: NAME, main: 'client', pods: PODS[zone],
    ports: [CLIENT, ...(zone === 'public' ? [{ ...ETCD_CLIENT, service: ETCD }] : [])],
  }),
};

export const coordination: MiddlewareRow = {
  kind: 'coordination', zh: '协调服务', en: 'Coordination',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 3 },
  quorum: true,
  storage: '10Gi',
  exporter: { port: 'metrics', path: '/metrics' },
  images: {
    zookeeper: { image: 'library/zookeeper', tag: '3.9.4' },
    etcd: { image: 'coreos/etcd', tag: 'v3.6.14' },
    curl: { image: 'curlimages/curl', tag: '8.15.0' },
  },
  source: __filename,
  editions: { opensource: COORDINATION, alibaba: COORDINATION, tencent: COORDINATION },
};
