/** Configuration of ShardingSphere-Proxy: one logical database a schema, over every shard. */
import { accountSecret, accountsOf, named, type Account } from './accounts.ts';
import type { Holding } from '../contract.ts';
import { mysqlUrl } from './jdbc.ts';
import { schemasOf } from './mysql-accounts.ts';

/**
 * Tables that are spread by person, by schema; all others stand whole on the first shard.
 * D: the settlement, fee-detail and enrolment tables of the national data standard.
 */
const SHARDED: Readonly<Record<string, readonly string[]>> = {
  hsa_mbs: ['mdtrt_d', 'setl_d', 'fee_list_d'],
  hsa_smc: ['setl_d', 'setl_fund_sect_d'],
  hsa_clr: ['clr_d'],
  hsa_acc: ['acct_inc_expd_d'],
  hsa_pic: ['psn_info_b'],
  hsa_mba_inc: ['psn_insu_d', 'clct_d'],
  hsa_mba_mdt: ['mdtrt_d', 'fee_list_d'],
};
const SHARDING_COLUMN = 'psn_no';

/** The proxy's own account on every shard. */
export const PROXY_ACCOUNT = 'platform/mw/distributed-db/distributed-db-proxy';

const proxied = (holdings: readonly Holding[]) => holdings.filter(({ schema, access }) => schema !== undefined && access !== 'replication');

/** `global.yaml`: who may sign in, and to which logical databases. */
export function globalYaml(holdings: readonly Holding[]): string {
  const accounts = accountsOf(proxied(holdings));
  const user = (account: Account) => `${accountSecret(account, 'distributed-db', 'username')}@%`;
  const mappings = accounts.flatMap((account) => named(account, ({ schema }) => [schema!]).map((schema) => `${user(account)}=${schema}`));
  return [
    'mode:',
    '  type: Standalone',
    ...(accounts.length === 0 ? [] : [
      'authority:',
      '  users:',
      ...accounts.flatMap((account) => [`    - user: "${user(account)}"`, `      password: "${accountSecret(account, 'distributed-db', 'password')}"`]),
      '  privilege:',
      '    type: DATABASE_PERMITTED',
      '    props:',
      `      user-database-mappings: "${mappings.join(',')}"`,
    ]),
    'props:',
    '  proxy-default-port: 3307',
    '  proxy-frontend-ssl-enabled: true',
    '  proxy-frontend-ssl-version: TLSv1.2,TLSv1.3',
    '  proxy-mysql-default-version: 8.4.6',
    '  max-connections-size-per-query: 1',
    '',
  ].join('\n');
}

/** `database-<schema>.yaml` of each schema, by file name. `shards` are addresses. */
export function databaseYamls(holdings: readonly Holding[], shards: readonly string[]): ReadonlyMap<string, string> {
  return new Map(schemasOf(proxied(holdings)).map((schema) => [`database-${schema}.yaml`, databaseYaml(schema, shards)]));
}

function databaseYaml(schema: string, shards: readonly string[]): string {
  const tables = SHARDED[schema] ?? [];
  return [
    `databaseName: ${schema}`,
    'dataSources:',
    ...shards.flatMap((address, index) => [
      `  ds_${index}:`,
      `    url: "${mysqlUrl(address, schema)}"`,
      `    username: "\${secret:${PROXY_ACCOUNT}#username}"`,
      `    password: "\${secret:${PROXY_ACCOUNT}#password}"`,
      '    connectionTimeoutMilliseconds: 10000',
      '    maxLifetimeMilliseconds: 1800000',
      '    minPoolSize: 1',
      '    maxPoolSize: 20',
    ]),
    'rules:',
    '  - !SINGLE',
    '    tables: ["*.*"]',
    '    defaultDataSource: ds_0',
    ...(tables.length === 0 ? [] : [
      '  - !SHARDING',
      '    tables:',
      ...tables.flatMap((table) => [
        `      ${table}:`,
        `        actualDataNodes: "ds_$->{0..${shards.length - 1}}.${table}"`,
        '        databaseStrategy:',
        '          standard:',
        `            shardingColumn: ${SHARDING_COLUMN}`,
        '            shardingAlgorithmName: by_person',
      ]),
      // what one person holds lies on one shard, so that a settlement is one local transaction
      ...(tables.length > 1 ? ['    bindingTables:', `      - "${tables.join(',')}"`] : []),
      '    shardingAlgorithms:',
      '      by_person:',
      '        type: HASH_MOD',
      '        props:',
      `          sharding-count: ${shards.length}`,
    ]),
    '',
  ].join('\n');
}

/** `agent.yaml`: metrics alone. */
export function agentYaml(port: number): string {
  return ['plugins:', '  metrics:', '    Prometheus:', '      host: "0.0.0.0"', `      port: ${port}`, '      props:', '        jvm-information-collector-enabled: "true"', ''].join('\n');
}

/** The proxy's account on a shard: reads, writes and, for products that migrate their schema through it, changes tables. */
export function proxyAccountSql(holdings: readonly Holding[]): string {
  const login = `IDENTIFIED BY '\${secret:${PROXY_ACCOUNT}#password}'`;
  const account = `'\${secret:${PROXY_ACCOUNT}#username}'@'%'`;
  return [
    `CREATE USER IF NOT EXISTS ${account} ${login};`,
    `ALTER USER ${account} ${login} REQUIRE SSL;`,
    ...schemasOf(proxied(holdings)).map((schema) => `GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE, CREATE TEMPORARY TABLES ON \`${schema}\`.* TO ${account};`),
    '',
  ].join('\n');
}
