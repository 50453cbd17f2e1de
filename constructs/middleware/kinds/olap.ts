import type { FileRow, Holding, Layout, MiddlewareRow, Part, Port, WorkloadPart } from '../contract.ts';
import { hdfsAt } from '../products/hdfs.ts';
import { scaled } from '../products/sizing.ts';
import { WAREHOUSE } from './data-warehouse.ts';

const FE_PORTS: readonly Port[] = [{ name: 'fe-http', port: 8030 }, { name: 'fe-mysql', port: 9030 }, { name: 'fe-rpc', port: 9020 }, { name: 'fe-edit-log', port: 9010 }];
const BE_PORTS: readonly Port[] = [{ name: 'be-http', port: 8040 }, { name: 'be-heartbeat', port: 9050 }, { name: 'be-thrift', port: 9060 }, { name: 'be-brpc', port: 8060 }];
const FE = '/opt/apache-doris/fe';
const BE = '/opt/apache-doris/be';

/** Database of a service, and its account's name. */
const databaseOf = ({ schema, service }: Pick<Holding, 'schema' | 'service'>): string => schema ?? service.replaceAll('-', '_');

export const olap: MiddlewareRow = {
  kind: 'olap', zh: '分析型数据库', en: 'OLAP',
  zones: ['core'],
  replicas: { dev: 1, city10M: 3 },
  storage: '5Ti',
  exporter: { port: 'fe-http', path: '/metrics' },
  images: { 'doris-fe': { image: 'apache/doris', tag: 'fe-3.0.8' }, 'doris-be': { image: 'apache/doris', tag: 'be-3.0.8' } },
  needs: ['data-warehouse'],
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'Apache Doris', layout: doris,
      endpoint: () => ({ service: 'olap-fe', main: 'fe-mysql', pods: {}, ports: [...FE_PORTS.slice(0, 2), { ...BE_PORTS[0]!, service: 'olap-be' }] }),
    },
    alibaba: { mode: 'managed', product: 'AnalyticDB (ADB)', ports: [{ name: 'fe-mysql', port: 3306 }] },
    tencent: { mode: 'managed', product: 'TBase (TDSQL-PG) / CDW', ports: [{ name: 'postgres', port: 5432 }] },
  },
  client: (holding, edition) => {
    const postgres = edition === 'tencent';
    return [{
      path: 'data/olap.properties',
      entries: [
        ['olap.druid.driverClassName', postgres ? 'org.postgresql.Driver' : 'com.mysql.jdbc.Driver'],
        ['olap.druid.url', postgres
          ? `jdbc:postgresql://\${endpoint:olap:postgres}/${databaseOf(holding)}`
          : `jdbc:mysql://\${endpoint:olap:fe-mysql}/${databaseOf(holding)}?useUnicode=true&characterEncoding=UTF-8&useSSL=false&serverTimezone=Asia/Shanghai`],
        ['olap.druid.username', `\${secret:${holding.tenant}/${holding.service}/olap#username}`],
        ['olap.druid.password', `\${secret:${holding.tenant}/${holding.service}/olap#password}`],
        ['olap.druid.validationQuery', 'SELECT 1'],
      ],
    }];
  },
};

function doris(layout: Layout): readonly Part[] {
  const frontEnds: WorkloadPart = {
    part: 'workload', name: 'olap-fe', workload: 'StatefulSet', replicas: layout.production ? 3 : 1, image: 'doris-fe', user: 1000,
    command: ['/bin/bash', '/opt/apache-doris/fe_entrypoint.sh'], args: [`olap-fe.${layout.namespace}.svc.${layout.clusterDomain}`],
    env: [{ name: 'ELECT_NUMBER', value: '3' }],
    ports: FE_PORTS,
    readiness: { type: 'http', port: 'fe-http', path: '/api/health' },
    liveness: { type: 'tcp', port: 'fe-edit-log' },
    startupSeconds: 600,
    sizing: scaled(layout, { requests: { cpu: '1', memory: '6Gi' }, limits: { cpu: '4', memory: '6Gi' }, source: 'Doris documents 8 GiB as the least of a front end in production; D: 4 GiB heap, metadata of a few thousand tablets' }),
    storage: { size: layout.production ? '100Gi' : '2Gi', path: `${FE}/doris-meta` },
    writable: [{ path: '/tmp', size: '2Gi' }, { path: `${FE}/log`, size: '4Gi' }],
    files: [{ path: `${FE}/conf/fe.conf`, text: FE_CONF }],
    // the entry point of the image reads the administrator's name and password here
    secrets: [{ secret: 'olap-root', path: '/etc/basic_auth' }],
    peers: FE_PORTS.map(({ name }) => name),
    connects: [{ to: 'olap-be', ports: BE_PORTS.map(({ port }) => port) }, { to: 'data-warehouse', ports: [9083, 8020] }],
    graceSeconds: 120,
  };
  const backEnds: WorkloadPart = {
    part: 'workload', name: 'olap-be', workload: 'StatefulSet', replicas: layout.replicas, image: 'doris-be', user: 1000,
    command: ['/bin/bash', '/opt/champ/start-be.sh'],
    ports: BE_PORTS,
    readiness: { type: 'http', port: 'be-http', path: '/api/health' },
    liveness: { type: 'tcp', port: 'be-heartbeat' },
    startupSeconds: 600,
    sizing: scaled(layout, { requests: { cpu: '3', memory: '16Gi' }, limits: { cpu: '8', memory: '16Gi' }, source: 'D: Doris takes 80 % of the limit; indicators and screens scan months, not years' }),
    storage: { size: layout.storage ?? '1Gi', path: `${BE}/storage` },
    writable: [{ path: '/tmp', size: '4Gi' }, { path: `${BE}/log`, size: '4Gi' }],
    files: [{ path: `${BE}/conf/be.conf`, text: BE_CONF }, { path: '/opt/champ/start-be.sh', text: startScript(layout) }, ADMIN],
    peers: BE_PORTS.map(({ name }) => name),
    connects: [{ to: 'olap-fe', ports: FE_PORTS.map(({ port }) => port) }, { to: 'data-warehouse', ports: [8020, 9866, 9867] }],
    graceSeconds: 180,
  };
  const provision: WorkloadPart = {
    part: 'workload', name: 'olap-provision', workload: 'Job', image: 'doris-fe', user: 1000,
    command: ['/bin/bash', '-c', `mysql --defaults-extra-file=${ADMIN.path} -h olap-fe -P 9030 < /opt/champ/provision.sql`],
    ports: [],
    sizing: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '256Mi' }, source: 'D: a SQL client' },
    files: [ADMIN, { path: '/opt/champ/provision.sql', text: provisionSql(layout) }],
    connects: [{ to: 'olap-fe', ports: [9030] }],
  };
  return [{ part: 'secret', name: 'olap-root', keys: ['username', 'password', 'password-hash'] }, frontEnds, backEnds, provision];
}

/** Lines in capitals go to the environment of the process. */
const FE_CONF = `LOG_DIR = ${FE}/log
PID_DIR = /tmp
JAVA_OPTS_FOR_JDK_17 = "-Xms4g -Xmx4g -XX:+UseG1GC -Djavax.security.auth.useSubjectCredsOnly=false -Dfile.encoding=UTF-8 --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.management/sun.management=ALL-UNNAMED"
meta_dir = ${FE}/doris-meta
tmp_dir = /tmp/doris
small_file_dir = /tmp/doris-files
enable_fqdn_mode = true
http_port = 8030
rpc_port = 9020
query_port = 9030
edit_log_port = 9010
sys_log_level = INFO
initial_root_password = \${secret:platform/mw/olap/olap-root#password-hash}
`;

const BE_CONF = `LOG_DIR = ${BE}/log
PID_DIR = /tmp
sys_log_level = INFO
be_port = 9060
webserver_port = 8040
heartbeat_service_port = 9050
brpc_port = 8060
storage_root_path = ${BE}/storage
mem_limit = 80%
`;

/** Options of the SQL client, so that no password is an argument. */
const ADMIN: FileRow = { path: '/etc/olap/admin.cnf', text: '[client]\nuser=${secret:platform/mw/olap/olap-root#username}\npassword="${secret:platform/mw/olap/olap-root#password}"\n' };

/** Registers the back end and becomes it; the image's own script changes files of the image, which are read-only here. */
function startScript(layout: Layout): string {
  return `set -eu
self=$(hostname -f)
fe() { mysql --defaults-extra-file=${ADMIN.path} -h olap-fe.${layout.namespace}.svc.${layout.clusterDomain} -P 9030 --connect-timeout=5 -N -e "$1"; }
until fe 'SHOW BACKENDS' | grep -qwF "$self"; do
  fe "ALTER SYSTEM ADD BACKEND '$self:9050'" || sleep 5
done
export DORIS_HOME=${BE} LOG_DIR=${BE}/log PID_DIR=/tmp PPROF_TMPDIR=${BE}/log ODBCSYSINI=${BE}/conf DORIS_LOG_TO_STDERR=1
jars=
for jar in ${BE}/lib/java_extensions/preload-extensions/*.jar ${BE}/lib/java_extensions/java-udf/*.jar ${BE}/lib/hadoop_hdfs/*/*.jar ${BE}/lib/hadoop_hdfs/*/lib/*.jar; do
  jars="$jars:$jar"
done
export DORIS_CLASSPATH="-Djava.class.path=$jars" CLASSPATH="${BE}/conf/:$jars"
export LD_LIBRARY_PATH=${BE}/lib/hadoop_hdfs/native
export JAVA_OPTS="-Xmx1g -DlogPath=${BE}/log/jni.log -Dsun.java.command=DorisBE -XX:-CriticalJNINatives --add-opens=java.base/java.net=ALL-UNNAMED"
export LIBHDFS_OPTS="$JAVA_OPTS"
exec ${BE}/lib/doris_be
`;
}

/** What an account may do with its own database. */
const GRANTS: Readonly<Record<NonNullable<Holding['access']>, string>> = {
  readOnly: 'SELECT_PRIV', readWrite: 'SELECT_PRIV, LOAD_PRIV', replication: 'SELECT_PRIV', owner: 'SELECT_PRIV, LOAD_PRIV, ALTER_PRIV, CREATE_PRIV, DROP_PRIV',
};

/** Layer of the warehouse that is ready for use, and the copy of it here: all accounts read both. */
const SHARED = 'ads';

/** The warehouse as a catalogue, and a database and an account for each service. */
function provisionSql(layout: Layout): string {
  const { url, settings } = hdfsAt(layout, layout.endpoint('data-warehouse', 'nn-rpc'), WAREHOUSE);
  const properties = [['type', 'hms'], ['hive.metastore.uris', `thrift://${layout.endpoint('data-warehouse', 'metastore')}`], ['fs.defaultFS', url], ['hadoop.username', 'hive'], ...settings];
  return [
    `CREATE CATALOG IF NOT EXISTS warehouse PROPERTIES (${properties.map(([key, value]) => `'${key}'='${value}'`).join(', ')});`,
    `CREATE DATABASE IF NOT EXISTS internal.${SHARED};`,
    ...layout.holdings.flatMap((holding) => {
      const name = databaseOf(holding);
      const account = `'\${secret:${holding.tenant}/${holding.service}/olap#username}'@'%'`;
      const password = `'\${secret:${holding.tenant}/${holding.service}/olap#password}'`;
      return [
        `CREATE DATABASE IF NOT EXISTS internal.${name};`,
        `CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY ${password};`,
        `ALTER USER ${account} IDENTIFIED BY ${password};`,
        `GRANT ${GRANTS[holding.access ?? 'readWrite']} ON internal.${name}.* TO ${account};`,
        ...['warehouse', 'internal'].map((catalogue) => `GRANT SELECT_PRIV ON ${catalogue}.${SHARED}.* TO ${account};`),
      ];
    }),
    '',
  ].join('\n');
}
