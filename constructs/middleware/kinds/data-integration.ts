import type { FileRow, Layout, MiddlewareRow, WorkloadPart } from '../contract.ts';
import { hadoopXml } from '../products/hadoop-xml.ts';
import { hdfsAt } from '../products/hdfs.ts';
import { JDBC, JDBC_IMAGE } from '../products/jdbc.ts';
import { peerNames } from '../products/peers.ts';
import { SHARD_PORT, shardAddresses } from '../products/shards.ts';
import { scaled } from '../products/sizing.ts';
import { WAREHOUSE } from './data-warehouse.ts';

const NAME = 'data-integration';
const HOME = '/opt/seatunnel';
const PORTS = [{ name: 'hazelcast', port: 5801 }, { name: 'rest', port: 8080 }] as const;

export const dataIntegration: MiddlewareRow = {
  kind: 'data-integration', zh: '数据集成', en: 'Data integration',
  zones: ['core'],
  replicas: { dev: 1, city10M: 3 },
  storage: '20Gi',
  exporter: { port: 'hazelcast', path: '/hazelcast/rest/instance/metrics' },
  images: { seatunnel: { image: 'apache/seatunnel', tag: '2.3.12' }, ...JDBC_IMAGE },
  needs: ['data-warehouse', 'relational-db', 'distributed-db', 'olap'],
  // sources are read whole or by their binlog; what is ready for use goes into a database that all users of OLAP read
  holds: [{ in: 'relational-db', access: 'replication' }, { in: 'distributed-db', access: 'replication' }, { in: 'olap', schema: 'ads', access: 'owner' }],
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'SeaTunnel', layout: (layout) => [seaTunnel(layout)],
      endpoint: () => ({ service: NAME, main: 'rest', ports: [PORTS[1]], pods: { 'app.kubernetes.io/name': NAME } }),
    },
    alibaba: { mode: 'managed', product: 'DataWorks DI', ports: [{ name: 'rest', port: 443 }] },
    tencent: { mode: 'managed', product: 'TBDS / WeData', ports: [{ name: 'rest', port: 443 }] },
  },
  client: ({ tenant, service }, edition) => [{
    path: 'data/integration.properties',
    entries: [
      ['integration.rest.url', `${edition === 'opensource' ? 'http' : 'https'}://\${endpoint:data-integration:rest}`],
      ['integration.rest.username', `\${secret:${tenant}/${service}/data-integration#username}`],
      ['integration.rest.password', `\${secret:${tenant}/${service}/data-integration#password}`],
    ],
  }],
};

function seaTunnel(layout: Layout): WorkloadPart {
  const classPath = ['/etc/hadoop', `${HOME}/lib/*`, JDBC.classPath, `${HOME}/starter/seatunnel-starter.jar`].join(':');
  const properties = {
    'seatunnel.config': '/etc/seatunnel/seatunnel.yaml', 'hazelcast.config': '/etc/seatunnel/hazelcast.yaml', 'hazelcast.logging.type': 'log4j2',
    'log4j2.configurationFile': `${HOME}/config/log4j2.properties`, 'seatunnel.logs.path': '/data/logs', 'seatunnel.logs.file_name': 'seatunnel-engine-server',
  };
  const options = Object.entries(properties).map(([key, value]) => `-D${key}=${value}`).join(' ');
  return {
    part: 'workload', name: NAME, workload: 'StatefulSet', replicas: layout.replicas, image: 'seatunnel', user: 10001,
    // accounts of the sources go from a file to the environment, where a job's configuration names them
    command: ['/bin/sh', '-c', `. /etc/seatunnel/accounts.env\nexec java -Xms4g -Xmx4g -XX:MaxMetaspaceSize=1g -XX:+UseG1GC ${options} -cp '${classPath}' org.apache.seatunnel.core.starter.seatunnel.SeaTunnelServer`],
    env: [{ name: 'SEATUNNEL_HOME', value: HOME }, { name: 'HADOOP_USER_NAME', value: 'seatunnel' }],
    ports: PORTS, readiness: { type: 'tcp', port: 'rest' }, liveness: { type: 'tcp', port: 'hazelcast' },
    sizing: scaled(layout, { requests: { cpu: '1500m', memory: '6Gi' }, limits: { cpu: '4', memory: '6Gi' }, source: 'D: 4 GiB heap and 1 GiB of classes, since each job loads its connectors; SeaTunnel starts with 2 GiB' }),
    storage: { size: layout.storage ?? '1Gi', path: '/data' },
    writable: [{ path: '/tmp', size: '2Gi' }, JDBC.writable],
    init: [JDBC.init],
    files: files(layout),
    peers: ['hazelcast'],
    connects: [
      { to: 'relational-db', ports: [] }, { to: 'distributed-db:pods', ports: [SHARD_PORT] }, { to: 'olap', ports: [] },
      { to: 'data-warehouse', ports: [9083, 8020, 9866, 9867] },
    ],
    graceSeconds: 120,
  };
}

function files(layout: Layout): readonly FileRow[] {
  const { url, settings } = hdfsAt(layout, layout.endpoint('data-warehouse', 'nn-rpc'), WAREHOUSE);
  const members = peerNames(layout, NAME, layout.replicas).map((host) => `        - ${host}:5801\n`).join('');
  return [
    { path: '/etc/hadoop/core-site.xml', text: hadoopXml([['fs.defaultFS', url]]) },
    { path: '/etc/hadoop/hdfs-site.xml', text: hadoopXml(settings) },
    { path: '/etc/seatunnel/seatunnel.yaml', text: engineYaml(layout, url) },
    { path: '/etc/seatunnel/hazelcast.yaml', text: `${HAZELCAST_HEAD}${members}${hazelcastMaps(url)}` },
    { path: '/etc/seatunnel/accounts.env', text: accounts(layout) },
  ];
}

/** States of jobs are in the warehouse's file system, so that any member can go on with them. */
function engineYaml(layout: Layout, url: string): string {
  return `seatunnel:
  engine:
    history-job-expire-minutes: 1440
    backup-count: ${layout.replicas > 1 ? 1 : 0}
    queue-type: blockingqueue
    classloader-cache-mode: true
    slot-service:
      dynamic-slot: true
    checkpoint:
      interval: 60000
      timeout: 600000
      storage:
        type: hdfs
        max-retained: 3
        plugin-config:
          namespace: /apps/seatunnel/checkpoint/
          storage.type: hdfs
          fs.defaultFS: ${url}
    telemetry:
      metric:
        enabled: true
      logs:
        scheduled-deletion-enable: true
    http:
      enable-http: true
      port: 8080
      enable-dynamic-port: false
      enable-basic-auth: true
      basic-auth-username: "\${secret:platform/mw/data-integration/rest#username}"
      basic-auth-password: "\${secret:platform/mw/data-integration/rest#password}"
`;
}

const HAZELCAST_HEAD = `hazelcast:
  cluster-name: ${NAME}
  network:
    port:
      port: 5801
      auto-increment: false
    rest-api:
      enabled: true
      endpoint-groups:
        CLUSTER_READ:
          enabled: true
    join:
      tcp-ip:
        enabled: true
        member-list:
`;

const hazelcastMaps = (url: string): string => `  map:
    engine*:
      map-store:
        enabled: true
        initial-mode: EAGER
        factory-class-name: org.apache.seatunnel.engine.server.persistence.FileMapStoreFactory
        properties:
          type: hdfs
          namespace: /apps/seatunnel/imap
          clusterName: ${NAME}
          storage.type: hdfs
          fs.defaultFS: ${url}
  properties:
    hazelcast.logging.type: log4j2
    hazelcast.invocation.max.retry.count: 20
    hazelcast.heartbeat.failuredetector.type: phi-accrual
    hazelcast.heartbeat.interval.seconds: 2
    hazelcast.max.no.heartbeat.seconds: 180
`;

/** Names and passwords that a job may name, with the addresses that go with them. */
function accounts(layout: Layout): string {
  return (['relational-db', 'distributed-db', 'olap'] as const).map((kind) => {
    const prefix = kind.replace('-', '_').toUpperCase();
    const secret = (property: string) => `'\${secret:platform/data-integration/${kind}#${property}}'`;
    const address = kind === 'distributed-db' ? shardAddresses(layout).join(',') : layout.endpoint(kind);
    return `export ${prefix}_ADDRESS='${address}' ${prefix}_USERNAME=${secret('username')} ${prefix}_PASSWORD=${secret('password')}\n`;
  }).join('');
}
