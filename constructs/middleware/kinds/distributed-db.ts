import { accountSecret } from '../products/accounts.ts';
import type { Layout, MiddlewareRow, Part, Port, Sizing, WorkloadPart } from '../contract.ts';
import { innodbCluster, MYSQL_IMAGES, MYSQL_USER, PRIMARY_PORT, rootSecret } from '../products/innodb-cluster.ts';
import { JDBC_IMAGE, mysqlDriver, serviceMysqlUrl } from '../products/jdbc.ts';
import { accountsSql, rootClient, runAccounts, schemasOf, schemasSql } from '../products/mysql-accounts.ts';
import { agentYaml, databaseYamls, globalYaml, proxyAccountSql } from '../products/sharding-proxy.ts';
import { scaled } from '../products/sizing.ts';

const PROXY: Port = { name: 'proxy-mysql', port: 3307 };
const METRICS: Port = { name: 'metrics', port: 9090 };
const ROOT = 'shard-root';
const HOME = '/opt/shardingsphere-proxy';

const SHARD_SIZING: Sizing = { requests: { cpu: '3', memory: '12Gi' }, limits: { cpu: '8', memory: '12Gi' }, source: 'D: a third of 411 interface transactions a second at the peak, some ten statements each; 8 GiB of buffer pool' };
const PROXY_SIZING: Sizing = { requests: { cpu: '2', memory: '4Gi' }, limits: { cpu: '4', memory: '4Gi' }, source: 'D: parsing and merging of some 4,000 statements a second over three proxies' };
const PROVISION: Sizing = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' }, source: 'D: a client that runs a script' };

const shardNames = (layout: Layout) => Array.from({ length: layout.replicas }, (_, index) => `shard-${index}`);
const connects = (shards: readonly string[]) => shards.map((shard) => ({ to: `${shard}-router`, ports: [PRIMARY_PORT] }));

function proxy(layout: Layout, shards: readonly string[]): WorkloadPart {
  const databases = databaseYamls(layout.holdings, shards.map((shard) => `${shard}:${PRIMARY_PORT}`));
  return {
    part: 'workload', name: 'distributed-db', workload: 'Deployment', replicas: layout.production ? 3 : 1, image: 'shardingsphere-proxy',
    init: [
      mysqlDriver(`${HOME}/ext-lib`),
      {
        name: 'agent', image: 'shardingsphere-agent',
        command: ['sh', '-ec', 'cp -r /usr/agent/. /agent\nmv /agent/shardingsphere-agent-*.jar /agent/shardingsphere-agent.jar\ncp /agent-conf/agent.yaml /agent/conf/agent.yaml'],
      },
    ],
    env: [
      { name: 'JAVA_TOOL_OPTIONS', value: '-javaagent:/agent/shardingsphere-agent.jar' },
      { name: 'CGROUP_MEM_OPTS', value: '-XX:InitialRAMPercentage=60 -XX:MaxRAMPercentage=60' },
    ],
    files: [
      { path: `${HOME}/conf/global.yaml`, text: globalYaml(layout.holdings) },
      ...[...databases].map(([name, text]) => ({ path: `${HOME}/conf/${name}`, text })),
      { path: '/agent-conf/agent.yaml', text: agentYaml(METRICS.port) },
    ],
    writable: [{ path: `${HOME}/logs`, size: '256Mi' }, { path: `${HOME}/ext-lib`, size: '16Mi' }, { path: '/agent', size: '256Mi' }],
    ports: [PROXY, METRICS],
    readiness: { type: 'tcp', port: 'proxy-mysql' },
    liveness: { type: 'tcp', port: 'proxy-mysql' },
    sizing: scaled(layout, PROXY_SIZING),
    connects: connects(shards),
  };
}

function provision(layout: Layout, shards: readonly string[]): WorkloadPart {
  return {
    part: 'workload', name: 'distributed-db-provision', workload: 'Job', image: 'mysql-server', user: MYSQL_USER,
    command: ['bash', '-ec', shards.map((shard) => runAccounts(shard)).join('')],
    files: [
      { path: '/provision/client.cnf', text: rootClient(`platform/mw/distributed-db/${ROOT}`) },
      // services sign in at the proxy; accounts of the shards themselves are for readers of the binlog
      {
        path: '/provision/accounts.sql',
        text: schemasSql(layout.holdings) + proxyAccountSql(layout.holdings) + accountsSql('distributed-db', layout.holdings.filter(({ access }) => access === 'replication'), schemasOf(layout.holdings)),
      },
    ],
    ports: [], sizing: scaled(layout, PROVISION), connects: connects(shards),
  };
}

/** Shards are InnoDB clusters of three, so that settlement outlives a host; replicas count shards. */
export const distributedDb: MiddlewareRow = {
  kind: 'distributed-db', zh: '分布式数据库', en: 'Distributed database',
  zones: ['core'],
  replicas: { dev: 1, city10M: 3 },
  storage: '4Ti',
  exporter: { port: 'metrics', path: '/metrics' },
  images: {
    ...MYSQL_IMAGES, ...JDBC_IMAGE,
    'shardingsphere-proxy': { image: 'apache/shardingsphere-proxy', tag: '5.5.2' },
    'shardingsphere-agent': { image: 'apache/shardingsphere-agent', tag: '5.5.2' },
  },
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'MySQL + ShardingSphere-Proxy',
      layout: (layout): readonly Part[] => {
        const shards = shardNames(layout);
        return [
          rootSecret(ROOT),
          { part: 'secret', name: 'distributed-db-proxy', keys: ['username', 'password'] },
          ...shards.map((name) => innodbCluster(layout, {
            name, root: ROOT, instances: layout.production ? 3 : 1, routers: layout.production ? 2 : 1, storage: layout.storage ?? '1Gi',
            server: SHARD_SIZING, bufferPool: layout.production ? '8G' : '512M', maxConnections: 2000,
          })),
          proxy(layout, shards),
          provision(layout, shards),
        ];
      },
      endpoint: () => ({ service: 'distributed-db', ports: [PROXY], main: 'proxy-mysql', pods: { 'app.kubernetes.io/name': 'distributed-db' } }),
    },
    alibaba: { mode: 'managed', product: 'PolarDB-X (DRDS)', ports: [{ name: 'proxy-mysql', port: 3306 }] },
    tencent: { mode: 'managed', product: 'TDSQL MySQL sharded', ports: [{ name: 'proxy-mysql', port: 3306 }] },
  },
  client: (holding) => (holding.schema === undefined ? [] : [{
    path: 'db/db.properties',
    entries: [
      ['db.druid.driverClassName', 'com.mysql.jdbc.Driver'],
      ['db.druid.url', serviceMysqlUrl('${endpoint:distributed-db:proxy-mysql}', holding.schema)],
      ['db.druid.username', accountSecret(holding, 'distributed-db', 'username')],
      ['db.druid.password', accountSecret(holding, 'distributed-db', 'password')],
      ['db.druid.validationQuery', 'SELECT 1'],
      ['mybatis.database.pageHelper.dialect', 'mysql'],
    ],
  }]),
};
