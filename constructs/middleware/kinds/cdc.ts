import { ADAPTER_HOME, ADAPTER_PORT, canalFiles, ferryFiles } from '../products/canal.ts';
import type { Layout, MiddlewareRow, Part, Port, WorkloadPart } from '../contract.ts';
import { SHARD_PORT } from '../products/shards.ts';
import { scaled } from '../products/sizing.ts';

const PORTS: readonly Port[] = [{ name: 'admin', port: 11110 }, { name: 'server', port: 11111 }, { name: 'metrics', port: 11112 }];
const TAG = 'v1.1.8';
const HOME = '/home/admin/canal-server';

export const cdc: MiddlewareRow = {
  kind: 'cdc', zh: '数据订阅同步', en: 'Change data capture',
  zones: ['core'],
  replicas: { dev: 1, city10M: 2 },
  storage: '10Gi',
  exporter: { port: 'metrics', path: '/metrics' },
  images: {
    canal: { image: 'canal/canal-server', tag: TAG },
    // its project publishes no image: built on site from the release archive, unpacked at /opt/canal-adapter over a Java 8
    'canal-adapter': { image: 'champ/canal-adapter', tag: TAG },
  },
  needs: ['relational-db', 'distributed-db', 'coordination'],
  holds: [{ in: 'relational-db', access: 'replication' }, { in: 'distributed-db', access: 'replication' }],
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'Canal', layout: (layout): readonly Part[] => [server(layout), ferry(layout)],
      endpoint: () => ({ service: 'canal', main: 'server', ports: [PORTS[1]!], pods: { 'app.kubernetes.io/name': 'canal' } }),
    },
    alibaba: { mode: 'managed', product: 'DTS', ports: [{ name: 'server', port: 18001 }] },
    tencent: { mode: 'managed', product: 'DTS', ports: [{ name: 'server', port: 7507 }] },
  },
  client: ({ tenant, service }) => [{
    path: 'data/cdc.properties',
    entries: [
      ['cdc.server', '${endpoint:cdc:server}'],
      // one for the relational database and one for each shard
      ['cdc.destinations', 'relational,shard-*'],
      ['cdc.username', `\${secret:${tenant}/${service}/cdc#username}`],
      ['cdc.password', `\${secret:${tenant}/${service}/cdc#password}`],
    ],
  }],
};

function server(layout: Layout): WorkloadPart {
  return {
    part: 'workload', name: 'canal', workload: 'StatefulSet', replicas: layout.replicas, image: 'canal', user: 10001,
    // not by its entry point, which starts an SSH server and changes owners as root
    command: ['/usr/java/latest/bin/java'],
    args: [
      '-server', '-Xms1536m', '-Xmx1536m', '-XX:+UseG1GC', '-XX:+ExitOnOutOfMemoryError', '-Dfile.encoding=UTF-8', '-DappName=otter-canal',
      '-Dlogback.configurationFile=/etc/canal/logback.xml', '-cp', `/etc/canal:${HOME}/conf:${HOME}/lib/*`, 'com.alibaba.otter.canal.deployer.CanalLauncher',
    ],
    ports: PORTS, readiness: { type: 'tcp', port: 'server' }, liveness: { type: 'tcp', port: 'metrics' },
    sizing: scaled(layout, { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '4', memory: '2560Mi' }, source: 'D: its start script takes 2 to 3 GiB of heap for any load; 16 MiB of ring buffer for each of five streams needs less' }),
    storage: { size: layout.storage ?? '1Gi', path: '/data' },
    files: canalFiles(layout),
    connects: [{ to: 'relational-db', ports: [] }, { to: 'distributed-db:pods', ports: [SHARD_PORT] }, { to: 'coordination', ports: [2181] }],
  };
}

/** Carries the published schema to the gap's database channel; the only part of the kind that addresses the gap. */
function ferry(layout: Layout): WorkloadPart {
  return {
    part: 'workload', name: 'canal-ferry', workload: 'Deployment', replicas: 1, image: 'canal-adapter', user: 10001,
    command: ['/bin/sh', '-c', `cd ${ADAPTER_HOME}/bin && exec java -Xms512m -Xmx512m -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -DappName=canal-adapter -cp '.:../conf:../lib/*' com.alibaba.otter.canal.adapter.launcher.CanalAdapterApplication`],
    ports: [{ name: 'adapter', port: ADAPTER_PORT }], readiness: { type: 'http', port: 'adapter', path: '/destinations' }, liveness: { type: 'tcp', port: 'adapter' },
    sizing: scaled(layout, { requests: { cpu: '250m', memory: '768Mi' }, limits: { cpu: '1', memory: '1Gi' }, source: 'D: 512 MiB heap; catalogues change a few thousand times a day' }),
    writable: [{ path: '/tmp', size: '256Mi' }, { path: `${ADAPTER_HOME}/logs`, size: '1Gi' }],
    files: ferryFiles(layout),
    connects: [{ to: 'canal', ports: [11111] }, { to: 'coordination', ports: [2181] }, { to: 'gap:db-sync', ports: [] }],
  };
}
