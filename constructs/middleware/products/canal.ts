/** Files of Canal's server and of its adapter. */
import type { FileRow, Layout } from '../contract.ts';
import { serviceMysqlUrl } from './jdbc.ts';
import { shardAddresses } from './shards.ts';
import { PUBLICATION } from '../../route.ts';

/** What is written into this schema of the relational database appears in the public zone; nothing else leaves. */

export const ADAPTER_HOME = '/opt/canal-adapter';
export const ADAPTER_PORT = 8081;

/** A stream of changes: where it is read, and which tables. */
interface Instance {
  readonly name: string;
  readonly address: string;
  readonly account: string;
  /** Regular expressions over `schema.table`. */
  readonly only: string;
  readonly never: string;
}

/** Streams of the relational database, of what it publishes, and of each shard. */
function instances(layout: Layout): readonly Instance[] {
  const relational = { address: layout.endpoint('relational-db'), account: 'relational-db' };
  const system = 'mysql\\..*,mysql_innodb_cluster_metadata\\..*';
  return [
    { ...relational, name: PUBLICATION, only: `${PUBLICATION}\\..*`, never: system },
    { ...relational, name: 'relational', only: '.*\\..*', never: `${system},${PUBLICATION}\\..*` },
    ...shardAddresses(layout).map((address, index) => ({ name: `shard-${index}`, address, account: 'distributed-db', only: '.*\\..*', never: system })),
  ];
}

export function canalFiles(layout: Layout): readonly FileRow[] {
  const streams = instances(layout);
  return [
    { path: '/etc/canal/canal.properties', text: serverProperties(layout, streams) },
    { path: '/etc/canal/logback.xml', text: LOGBACK },
    ...streams.map((each) => ({ path: `/etc/canal/${each.name}/instance.properties`, text: instanceProperties(each) })),
  ];
}

function serverProperties(layout: Layout, streams: readonly Instance[]): string {
  const secret = (property: string) => `\${secret:platform/mw/cdc/canal#${property}}`;
  return properties([
    ['canal.port', '11111'], ['canal.metrics.pull.port', '11112'], ['canal.admin.port', '11110'],
    ['canal.user', secret('username')], ['canal.passwd', secret('password-hash')],
    ['canal.admin.user', secret('username')], ['canal.admin.passwd', secret('password-hash')],
    ['canal.serverMode', 'tcp'],
    ['canal.zkServers', layout.endpoint('coordination', 'client')],
    ['canal.zookeeper.flush.period', '1000'],
    ['canal.file.data.dir', '/data'],
    ['canal.destinations', streams.map(({ name }) => name).join(',')],
    ['canal.conf.dir', '/etc/canal'], ['canal.auto.scan', 'false'],
    // a lost position must not be skipped in silence
    ['canal.auto.reset.latest.pos.mode', 'false'],
    ['canal.instance.memory.buffer.size', '16384'], ['canal.instance.memory.buffer.memunit', '1024'], ['canal.instance.memory.batch.mode', 'MEMSIZE'], ['canal.instance.memory.rawEntry', 'true'],
    ['canal.instance.transaction.size', '1024'], ['canal.instance.fallbackIntervalInSeconds', '60'],
    ['canal.instance.detecting.enable', 'true'], ['canal.instance.detecting.sql', 'select 1'], ['canal.instance.detecting.heartbeatHaEnable', 'false'],
    ['canal.instance.binlog.format', 'ROW'], ['canal.instance.binlog.image', 'FULL,MINIMAL,NOBLOB'],
    ['canal.instance.parser.parallel', 'true'],
    ['canal.instance.tsdb.spring.xml', 'classpath:spring/tsdb/h2-tsdb.xml'], ['canal.instance.tsdb.snapshot.interval', '24'], ['canal.instance.tsdb.snapshot.expire', '360'],
    ['canal.instance.global.mode', 'spring'], ['canal.instance.global.lazy', 'false'],
    // positions are in ZooKeeper, so that another server goes on where one ended
    ['canal.instance.global.spring.xml', 'classpath:spring/default-instance.xml'],
  ]);
}

function instanceProperties({ name, address, account, only, never }: Instance): string {
  return properties([
    ['canal.instance.gtidon', 'true'],
    ['canal.instance.master.address', address],
    ['canal.instance.master.sslMode', 'REQUIRED'],
    ['canal.instance.dbUsername', `\${secret:platform/cdc/${account}#username}`],
    ['canal.instance.dbPassword', `\${secret:platform/cdc/${account}#password}`],
    ['canal.instance.connectionCharset', 'UTF-8'],
    ['canal.instance.tsdb.enable', 'true'],
    ['canal.instance.tsdb.dir', `/data/${name}`],
    ['canal.instance.tsdb.url', `jdbc:h2:/data/${name}/h2;CACHE_SIZE=1000;MODE=MYSQL;`],
    ['canal.instance.tsdb.dbUsername', 'tsdb'],
    ['canal.instance.tsdb.dbPassword', '${secret:platform/mw/cdc/canal#tsdb-password}'],
    ['canal.instance.filter.regex', only.replaceAll('\\', '\\\\')],
    ['canal.instance.filter.black.regex', never.replaceAll('\\', '\\\\')],
  ]);
}

const properties = (entries: readonly (readonly [key: string, value: string])[]): string => entries.map(([key, value]) => `${key}=${value}\n`).join('');

export function ferryFiles(layout: Layout): readonly FileRow[] {
  const secret = (name: string, property: string) => `"\${secret:platform/mw/cdc/${name}#${property}}"`;
  return [
    // the one in the archive would look for a database of settings
    { path: `${ADAPTER_HOME}/conf/bootstrap.yml`, text: 'spring:\n  application:\n    name: canal-ferry\n' },
    {
      path: `${ADAPTER_HOME}/conf/application.yml`,
      text: `server:
  port: ${ADAPTER_PORT}
spring:
  jackson:
    date-format: yyyy-MM-dd HH:mm:ss
    time-zone: GMT+8
    default-property-inclusion: non_null
canal.conf:
  mode: tcp
  flatMessage: true
  zookeeperHosts: ${layout.endpoint('coordination', 'client')}
  syncBatchSize: 1000
  retries: -1
  consumerProperties:
    canal.tcp.zookeeper.hosts: ${layout.endpoint('coordination', 'client')}
    canal.tcp.batch.size: 500
    canal.tcp.username: ${secret('canal', 'username')}
    canal.tcp.password: ${secret('canal', 'password')}
  canalAdapters:
    - instance: publication
      groups:
        - groupId: ferry
          outerAdapters:
            - name: rdb
              key: public
              properties:
                jdbc.driverClassName: com.mysql.jdbc.Driver
                jdbc.url: "${serviceMysqlUrl(layout.gap?.('db-sync') ?? 'gap.invalid:3306', PUBLICATION)}"
                jdbc.username: ${secret('gap-db-sync', 'username')}
                jdbc.password: ${secret('gap-db-sync', 'password')}
`,
    },
    {
      path: `${ADAPTER_HOME}/conf/rdb/publication.yml`,
      text: `dataSourceKey: defaultDS\ndestination: publication\ngroupId: ferry\nouterAdapterKey: public\nconcurrent: true\ndbMapping:\n  mirrorDb: true\n  database: ${PUBLICATION}\n`,
    },
  ];
}

/** To the container's output, which the zone's log agent reads. */
const LOGBACK = `<configuration>
  <appender name="STDOUT" class="ch.qos.logback.core.ConsoleAppender">
    <encoder><pattern>%d{yyyy-MM-dd HH:mm:ss.SSS} [%thread] %-5level %logger{56} - %msg%n</pattern></encoder>
  </appender>
  <root level="INFO"><appender-ref ref="STDOUT"/></root>
</configuration>
`;
