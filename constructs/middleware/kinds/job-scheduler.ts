import type { Layout, MiddlewareRow, Part, Port, Product, Sizing, WorkloadPart } from '../contract.ts';
import { MYSQL_IMAGES, MYSQL_USER } from '../products/innodb-cluster.ts';
import { scaled } from '../products/sizing.ts';
import { xxlJobSql } from '../products/xxl-job-tables.ts';

const HTTP: Port = { name: 'http', port: 8080 };
const NAME = 'job-scheduler';
const SCHEMA = 'xxl_job';
const CONTEXT = '/xxl-job-admin';
const AUTH = `platform/mw/${NAME}/${NAME}-auth`;
const DATABASE = `platform/${NAME}/relational-db`;
/** Port convention of the executors in the services. */
const EXECUTOR_PORT = 9999;

const ADMIN: Sizing = { requests: { cpu: '500m', memory: '768Mi' }, limits: { cpu: '2', memory: '1Gi' }, source: 'D: a few hundred jobs a day; 512 MiB heap' };
const PROVISION: Sizing = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' }, source: 'D: a client that runs a script' };

/** Java 7 knows no cipher of MySQL 8.4: the password goes encrypted by the server's key, the rest as it is. */
function properties(layout: Layout): string {
  const options = 'useUnicode=true&characterEncoding=UTF-8&useSSL=false&allowPublicKeyRetrieval=true&connectTimeout=3000&socketTimeout=60000';
  return [
    `server.port=${HTTP.port}`,
    `server.context-path=${CONTEXT}`,
    `spring.datasource.url=jdbc:mysql://${layout.endpoint('relational-db')}/${SCHEMA}?${options}`,
    `spring.datasource.username=\${secret:${DATABASE}#username}`,
    `spring.datasource.password=\${secret:${DATABASE}#password}`,
    'spring.datasource.driver-class-name=com.mysql.jdbc.Driver',
    'spring.datasource.type=org.apache.tomcat.jdbc.pool.DataSource',
    'spring.datasource.tomcat.max-wait=10000',
    'spring.datasource.tomcat.max-active=30',
    'spring.datasource.tomcat.test-on-borrow=true',
    'spring.datasource.tomcat.validation-query=SELECT 1',
    `xxl.job.login.username=\${secret:${AUTH}#username}`,
    `xxl.job.login.password=\${secret:${AUTH}#password}`,
    `xxl.job.accessToken=\${secret:${AUTH}#accessToken}`,
    'xxl.job.i18n=',
    '',
  ].join('\n');
}

/** To standard output alone; its own file would want /data. */
const LOGBACK = `<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
    <encoder><pattern>%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{36} - %msg%n</pattern></encoder>
  </appender>
  <root level="info"><appender-ref ref="console"/></root>
</configuration>
`;

function admin(layout: Layout): WorkloadPart {
  return {
    part: 'workload', name: NAME, workload: 'Deployment', replicas: layout.replicas, image: 'xxl-job-admin',
    command: ['java', '-Xms512m', '-Xmx512m', '-Djava.io.tmpdir=/tmp', '-jar', '/app.jar', '--spring.config.location=file:/config/application.properties', '--logging.config=file:/config/logback.xml'],
    files: [{ path: '/config/application.properties', text: properties(layout) }, { path: '/config/logback.xml', text: LOGBACK }],
    ports: [HTTP],
    clientPorts: [EXECUTOR_PORT],
    readiness: { type: 'http', port: 'http', path: `${CONTEXT}/toLogin` },
    liveness: { type: 'tcp', port: 'http' },
    sizing: scaled(layout, ADMIN),
  };
}

/** Makes the tables with the product's own account, which owns its schema. */
function provision(layout: Layout): WorkloadPart {
  const [host, port] = layout.endpoint('relational-db').split(':');
  const client = `mysql --defaults-extra-file=/provision/client.cnf --database=${SCHEMA}`;
  return {
    part: 'workload', name: `${NAME}-provision`, workload: 'Job', image: 'mysql-server', user: MYSQL_USER,
    command: ['bash', '-ec', `until ${client} --execute='SELECT 1'; do sleep 5; done\n${client} < /provision/tables.sql\n`],
    files: [
      {
        path: '/provision/client.cnf',
        text: ['[client]', `host=${host}`, `port=${port}`, `user="\${secret:${DATABASE}#username}"`, `password="\${secret:${DATABASE}#password}"`, 'ssl-mode=REQUIRED', ''].join('\n'),
      },
      { path: '/provision/tables.sql', text: xxlJobSql(layout.holdings.map(({ service }) => service)) },
    ],
    ports: [], sizing: scaled(layout, PROVISION),
  };
}

const product = (name: string): Product => ({
  mode: 'self-hosted', product: name,
  layout: (layout): readonly Part[] => [{ part: 'secret', name: `${NAME}-auth`, keys: ['username', 'password', 'accessToken'] }, admin(layout), provision(layout)],
  endpoint: () => ({ service: NAME, ports: [HTTP], main: 'http', pods: { 'app.kubernetes.io/name': NAME } }),
});

/**
 * The executors of the national release are xxl-job-core 2.0.1. They speak Hessian, which later schedulers have dropped,
 * so the scheduler is of the same version until they move; it has no metrics of its own.
 */
export const jobScheduler: MiddlewareRow = {
  kind: NAME, zh: '任务调度', en: 'Job scheduler',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 2 },
  images: { 'xxl-job-admin': { image: 'xuxueli/xxl-job-admin', tag: '2.0.1' }, 'mysql-server': MYSQL_IMAGES['mysql-server'] },
  needs: ['relational-db'],
  holds: [{ in: 'relational-db', schema: SCHEMA, access: 'owner' }],
  source: __filename,
  editions: { opensource: product('XXL-JOB'), alibaba: product('XXL-JOB (SchedulerX)'), tencent: product('XXL-JOB / TCT') },
  client: ({ tenant, service }) => [{
    path: 'job/job.properties',
    entries: [
      ['xxl.job.admin.addresses', `http://\${endpoint:${NAME}:http}${CONTEXT}`],
      ['xxl.job.executor.appname', service],
      // empty: the address of the pod
      ['xxl.job.executor.ip', ''],
      ['xxl.job.executor.port', String(EXECUTOR_PORT)],
      ['xxl.job.accessToken', `\${secret:${tenant}/${service}/${NAME}#accessToken}`],
      ['xxl.job.executor.logpath', '/app/logs/xxl-job'],
    ],
  }],
};
