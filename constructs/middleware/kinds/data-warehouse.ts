import type { FileRow, Layout, MiddlewareRow, Part, WorkloadPart } from '../contract.ts';
import { hadoopXml, type Setting } from '../products/hadoop-xml.ts';
import { DATA_NODE_PORTS, HADOOP_IMAGE, NAME_NODE_PORTS, hdfs, hdfsClient } from '../products/hdfs.ts';
import { JDBC, JDBC_IMAGE, mysqlUrl } from '../products/jdbc.ts';
import { scaled } from '../products/sizing.ts';

/** Logical name of the warehouse's file system. */
export const WAREHOUSE = 'warehouse';

const HS2_PORTS = [{ name: 'hs2', port: 10000 }, { name: 'hs2-ui', port: 10002 }] as const;
const METASTORE_PORT = { name: 'metastore', port: 9083 } as const;
const CONF = '/opt/hive/conf';

/** Layers of the warehouse: as delivered, cleaned, summed, for use. */
const LAYERS = ['ods', 'dwd', 'dws', 'ads'] as const;

export const dataWarehouse: MiddlewareRow = {
  kind: 'data-warehouse', zh: '离线数仓', en: 'Offline warehouse',
  zones: ['core'],
  replicas: { dev: 1, city10M: 5 },
  storage: '20Ti',
  images: { hive: { image: 'apache/hive', tag: '4.0.1' }, ...HADOOP_IMAGE, ...JDBC_IMAGE },
  needs: ['relational-db', 'coordination'],
  holds: [{ in: 'relational-db', schema: 'hive_metastore', access: 'owner' }],
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'Hive on HDFS',
      layout: (layout) => [
        ...hdfs(layout, { nameservice: WAREHOUSE, dataNodes: { count: layout.replicas, storage: layout.storage ?? '1Gi', cpu: '1', memory: '3Gi' } }),
        ...hive(layout),
      ],
      endpoint: () => ({
        service: 'hiveserver2', main: 'hs2', pods: {},
        ports: [
          ...HS2_PORTS,
          { ...METASTORE_PORT, service: 'metastore' },
          ...NAME_NODE_PORTS.map((port) => ({ ...port, service: 'namenode' })),
          ...DATA_NODE_PORTS.slice(0, 2).map((port) => ({ ...port, service: 'datanode' })),
        ],
      }),
    },
    alibaba: { mode: 'managed', product: 'MaxCompute', ports: [{ name: 'https', port: 443 }] },
    tencent: { mode: 'managed', product: 'TBDS Hive/HDFS', ports: [HS2_PORTS[0], METASTORE_PORT, NAME_NODE_PORTS[0]!, ...DATA_NODE_PORTS.slice(0, 2)] },
  },
  client: ({ tenant, service }, edition) => [{
    path: 'data/warehouse.properties',
    entries: edition === 'alibaba'
      ? [
        ['odps.endpoint', 'https://${endpoint:data-warehouse:https}/api'],
        ['odps.project', `\${secret:${tenant}/${service}/data-warehouse#project}`],
        ['odps.accessId', `\${secret:${tenant}/${service}/data-warehouse#accessId}`],
        ['odps.accessKey', `\${secret:${tenant}/${service}/data-warehouse#accessKey}`],
      ]
      : [
        ['hive.jdbc.driverClassName', 'org.apache.hive.jdbc.HiveDriver'],
        ['hive.jdbc.url', 'jdbc:hive2://${endpoint:data-warehouse:hs2}/ods'],
        ['hive.jdbc.username', `\${secret:${tenant}/${service}/data-warehouse#username}`],
        ['hive.jdbc.password', `\${secret:${tenant}/${service}/data-warehouse#password}`],
        ['hive.metastore.uris', 'thrift://${endpoint:data-warehouse:metastore}'],
      ],
  }],
};

function hive(layout: Layout): readonly Part[] {
  const replicas = layout.production ? 2 : 1;
  const base = {
    part: 'workload', image: 'hive', user: 1000, writable: [{ path: '/tmp', size: '2Gi' }],
    // without its entry point, which would migrate the schema in every pod
    command: ['/opt/hive/bin/hive', '--skiphadoopversion', '--skiphbasecp', '--service'],
  } as const;
  const metastore: WorkloadPart = {
    // one after another, so that the first alone makes the tables
    ...base, name: 'metastore', workload: 'StatefulSet', replicas, args: ['metastore'], env: environment('-Xmx1536m', JDBC.classPath),
    ports: [METASTORE_PORT], readiness: { type: 'tcp', port: 'metastore' }, liveness: { type: 'tcp', port: 'metastore' },
    sizing: scaled(layout, { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '2', memory: '2Gi' }, source: 'D: 1.5 GiB heap; Hive documents 1 to 2 GiB for fewer than 20 connections' }),
    writable: [{ path: '/tmp', size: '1Gi' }, JDBC.writable],
    init: [JDBC.init, { name: 'schema', image: 'hive', command: ['/bin/bash', '/opt/champ/schema.sh'] }],
    files: [...siteFiles(layout, metastoreSettings(layout)), { path: '/opt/champ/schema.sh', text: SCHEMA }],
    connects: [{ to: 'relational-db', ports: [] }, { to: 'namenode', ports: [8020] }, { to: 'datanode', ports: [9866, 9867] }],
  };
  const server: WorkloadPart = {
    ...base, name: 'hiveserver2', workload: 'Deployment', replicas, args: ['hiveserver2'], env: environment('-Xmx4g', TEZ),
    ports: HS2_PORTS, readiness: { type: 'tcp', port: 'hs2' }, liveness: { type: 'tcp', port: 'hs2-ui' },
    sizing: scaled(layout, { requests: { cpu: '2', memory: '6Gi' }, limits: { cpu: '4', memory: '6Gi' }, source: 'D: 4 GiB heap for Tez in the server itself; large jobs run in Spark' }),
    // results of queries and what does not fit into memory
    writable: [{ path: '/tmp', size: '20Gi' }],
    files: siteFiles(layout, []),
    connects: [{ to: 'metastore', ports: [9083] }, { to: 'namenode', ports: [8020] }, { to: 'datanode', ports: [9866, 9867] }],
    graceSeconds: 120,
  };
  const provision: WorkloadPart = {
    ...base, name: 'data-warehouse-provision', workload: 'Job', command: ['/opt/hive/bin/beeline', '-u', 'jdbc:hive2://hiveserver2:10000', '-n', 'hive', '-f', '/opt/champ/layers.sql'],
    env: environment('-Xmx512m', TEZ), ports: [],
    sizing: { requests: { cpu: '100m', memory: '768Mi' }, limits: { cpu: '1', memory: '1Gi' }, source: 'D: a command-line client with 512 MiB heap' },
    files: [{ path: '/opt/champ/layers.sql', text: LAYERS.map((layer) => `CREATE DATABASE IF NOT EXISTS ${layer};\n`).join('') }],
    connects: [{ to: 'hiveserver2', ports: [10000] }],
  };
  return [metastore, server, provision];
}

const TEZ = '/opt/tez/*:/opt/tez/lib/*';

function environment(heap: string, classPath: string): NonNullable<WorkloadPart['env']> {
  return [
    { name: 'HIVE_CONF_DIR', value: CONF }, { name: 'HADOOP_CONF_DIR', value: CONF }, { name: 'TEZ_CONF_DIR', value: CONF },
    { name: 'HADOOP_CLIENT_OPTS', value: heap },
    { name: 'HADOOP_CLASSPATH', value: classPath },
  ];
}

function siteFiles(layout: Layout, extra: readonly Setting[]): readonly FileRow[] {
  const { url, settings } = hdfsClient(layout, WAREHOUSE);
  return [
    { path: `${CONF}/core-site.xml`, text: hadoopXml([['fs.defaultFS', url], ['hadoop.tmp.dir', '/tmp/hadoop']]) },
    { path: `${CONF}/hdfs-site.xml`, text: hadoopXml(settings) },
    {
      path: `${CONF}/hive-site.xml`,
      text: hadoopXml([
        ['hive.metastore.uris', `thrift://metastore.${layout.namespace}.svc.${layout.clusterDomain}:9083`],
        ['hive.metastore.warehouse.dir', '/user/hive/warehouse'],
        ['hive.execution.engine', 'tez'],
        ['tez.local.mode', true],
        ['tez.runtime.optimize.local.fetch', true],
        ['mapreduce.framework.name', 'local'],
        ['hive.exec.submit.local.task.via.child', false],
        ['hive.exec.scratchdir', '/tmp/hive'],
        ['hive.user.install.directory', '/user'],
        ['hive.exec.local.scratchdir', '/tmp/hive-local'],
        ['hive.server2.logging.operation.log.location', '/tmp/hive-operations'],
        // passwords would need Kerberos or LDAP: network policies alone decide who reaches it
        ['hive.server2.enable.doAs', false],
        ...extra,
      ]),
    },
  ];
}

function metastoreSettings(layout: Layout): readonly Setting[] {
  return [
    ['javax.jdo.option.ConnectionDriverName', 'com.mysql.cj.jdbc.Driver'],
    ['javax.jdo.option.ConnectionURL', mysqlUrl(layout.endpoint('relational-db'), 'hive_metastore')],
    ['javax.jdo.option.ConnectionUserName', '${secret:platform/data-warehouse/relational-db#username}'],
    ['javax.jdo.option.ConnectionPassword', '${secret:platform/data-warehouse/relational-db#password}'],
    ['metastore.metastore.event.db.notification.api.auth', false],
  ];
}

/** The metastore's tables, the folders of Hive and a common one for other kinds. A container that prepares has no environment of its own. */
const SCHEMA = `set -eu
export HIVE_CONF_DIR=${CONF} HADOOP_CONF_DIR=${CONF} HADOOP_CLASSPATH='${JDBC.classPath}' HADOOP_CLIENT_OPTS=-Xmx512m
/opt/hive/bin/schematool -dbType mysql -initOrUpgradeSchema
export HADOOP_USER_NAME=hadoop
/opt/hadoop/bin/hdfs dfs -mkdir -p /user/hive/warehouse /tmp/hive /apps
/opt/hadoop/bin/hdfs dfs -chown -R hive:hive /user/hive
/opt/hadoop/bin/hdfs dfs -chmod 1777 /tmp /tmp/hive /apps
`;
