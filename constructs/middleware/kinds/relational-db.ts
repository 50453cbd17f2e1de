import { accountSecret } from '../products/accounts.ts';
import type { Layout, MiddlewareRow, Sizing } from '../contract.ts';
import { innodbCluster, innodbEndpoint, MYSQL_IMAGES, MYSQL_USER, rootSecret } from '../products/innodb-cluster.ts';
import { serviceMysqlUrl } from '../products/jdbc.ts';
import { accountsSql, rootClient, runAccounts, schemasSql } from '../products/mysql-accounts.ts';
import { scaled } from '../products/sizing.ts';

const SERVER: Readonly<Record<Layout['zone'], { readonly sizing: Sizing; readonly bufferPool: string }>> = {
  core: {
    sizing: { requests: { cpu: '4', memory: '16Gi' }, limits: { cpu: '8', memory: '16Gi' }, source: 'D: 30 schemas of back-office work; two thirds of the memory as buffer pool, as the MySQL manual has it' },
    bufferPool: '10G',
  },
  public: {
    sizing: { requests: { cpu: '2', memory: '8Gi' }, limits: { cpu: '4', memory: '8Gi' }, source: 'D: 11 schemas of the halls and of published copies' },
    bufferPool: '5G',
  },
};
const PROVISION: Sizing = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' }, source: 'D: a client that runs a script' };

const ROOT = 'relational-db-root';

/** Schemas of services and of products that keep their own state here; each account reaches its own schema alone. */
export const relationalDb: MiddlewareRow = {
  kind: 'relational-db', zh: '关系型数据库', en: 'Relational database',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 3 },
  quorum: true,
  storage: '500Gi',
  exporter: { port: 'metrics', path: '/metrics' },
  // publications of the core zone arrive here
  receives: [{ channel: 'db-sync', zone: 'public' }],
  images: MYSQL_IMAGES,
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'MySQL 8',
      layout: (layout) => {
        const { sizing, bufferPool } = SERVER[layout.zone];
        return [
          rootSecret(ROOT),
          innodbCluster(layout, {
            name: 'relational-db', root: ROOT, instances: layout.replicas, routers: layout.production ? 3 : 1, storage: layout.storage ?? '1Gi',
            server: sizing, bufferPool: layout.production ? bufferPool : '512M', maxConnections: 4000,
          }),
          {
            part: 'workload', name: 'relational-db-provision', workload: 'Job', image: 'mysql-server', user: MYSQL_USER,
            command: ['bash', '-ec', runAccounts('relational-db')],
            files: [
              { path: '/provision/client.cnf', text: rootClient(`platform/mw/relational-db/${ROOT}`) },
              { path: '/provision/accounts.sql', text: schemasSql(layout.holdings) + accountsSql('relational-db', layout.holdings) },
            ],
            ports: [], sizing: scaled(layout, PROVISION),
          },
        ];
      },
      endpoint: () => innodbEndpoint('relational-db'),
    },
    alibaba: { mode: 'managed', product: 'RDS MySQL', ports: [{ name: 'mysql', port: 3306 }] },
    tencent: { mode: 'managed', product: 'TDSQL MySQL non-sharded', ports: [{ name: 'mysql', port: 3306 }] },
  },
  client: (holding) => (holding.schema === undefined ? [] : [{
    path: 'db/db.properties',
    entries: [
      ['db.druid.driverClassName', 'com.mysql.jdbc.Driver'],
      ['db.druid.url', serviceMysqlUrl('${endpoint:relational-db:mysql}', holding.schema)],
      ['db.druid.username', accountSecret(holding, 'relational-db', 'username')],
      ['db.druid.password', accountSecret(holding, 'relational-db', 'password')],
      ['db.druid.validationQuery', 'SELECT 1'],
      ['mybatis.database.pageHelper.dialect', 'mysql'],
    ],
  }]),
};
