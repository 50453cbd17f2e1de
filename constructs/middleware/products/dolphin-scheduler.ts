import type { FileRow, Layout, Port, Sizing, WorkloadPart } from '../contract.ts';
import { JDBC, JDBC_IMAGE, mysqlUrl } from './jdbc.ts';
import { scaled } from './sizing.ts';

const TAG = '3.2.2';
const HOME = '/opt/dolphinscheduler';
const CONF = '/etc/dolphinscheduler';
const JAVA = '/opt/java/openjdk/bin/java';

export const DOLPHIN_IMAGES = {
  'dolphinscheduler-api': { image: 'apache/dolphinscheduler-api', tag: TAG },
  'dolphinscheduler-master': { image: 'apache/dolphinscheduler-master', tag: TAG },
  'dolphinscheduler-worker': { image: 'apache/dolphinscheduler-worker', tag: TAG },
  'dolphinscheduler-alert': { image: 'apache/dolphinscheduler-alert-server', tag: TAG },
  'dolphinscheduler-tools': { image: 'apache/dolphinscheduler-tools', tag: TAG },
  ...JDBC_IMAGE,
} as const;

export const DOLPHIN_API: Port = { name: 'api', port: 12345 };
const MASTER: readonly Port[] = [{ name: 'master', port: 5678 }, { name: 'master-health', port: 5679 }];
const WORKER: readonly Port[] = [{ name: 'worker', port: 1234 }, { name: 'worker-health', port: 1235 }];
const ALERT: readonly Port[] = [{ name: 'alert', port: 50052 }, { name: 'alert-health', port: 50053 }];

const SIZES: Readonly<Record<'api' | 'master' | 'worker' | 'alert', Sizing & { readonly heap: string }>> = {
  api: { heap: '1g', requests: { cpu: '500m', memory: '1536Mi' }, limits: { cpu: '2', memory: '2Gi' }, source: 'D: 1 GiB heap, the default of its start script' },
  master: { heap: '1g', requests: { cpu: '500m', memory: '1536Mi' }, limits: { cpu: '2', memory: '2Gi' }, source: 'D: 1 GiB heap; some thousand task instances a day' },
  worker: { heap: '1g', requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '4', memory: '6Gi' }, source: 'D: 1 GiB heap, the rest for the processes of the tasks that it starts' },
  alert: { heap: '512m', requests: { cpu: '100m', memory: '768Mi' }, limits: { cpu: '500m', memory: '1Gi' }, source: 'D: 512 MiB heap; forwards messages' },
};

/** Development of workflows: an interface, masters that plan, workers that run tasks, and alerts. */
export function dolphinScheduler(layout: Layout): readonly WorkloadPart[] {
  const database = [{ to: 'relational-db', ports: [] }, { to: 'coordination', ports: [2181] }] as const;
  const storage = { to: 'object-store', ports: [9000] } as const;
  const base = { part: 'workload', user: 10001, workload: 'StatefulSet' } as const;
  // not from their start script, which takes the memory of the node for its own
  const command = (heap: string, main: string) =>
    [JAVA, `-Xms${heap}`, `-Xmx${heap}`, '-XX:+ExitOnOutOfMemoryError', '-cp', `${HOME}/conf:${HOME}/libs/*:${JDBC.classPath}`, `org.apache.dolphinscheduler.${main}`];
  const writable = [{ path: '/tmp', size: '1Gi' }, { path: `${HOME}/logs`, size: '2Gi' }];
  const withDatabase = { env: [...ENVIRONMENT, { name: 'SPRING_PROFILES_ACTIVE', value: 'mysql' }], init: [JDBC.init], writable: [...writable, JDBC.writable] } as const;
  const api: WorkloadPart = {
    ...base, ...withDatabase, name: 'data-dev-api', image: 'dolphinscheduler-api', replicas: layout.production ? 2 : 1,
    command: command(SIZES.api.heap, 'api.ApiApplicationServer'), sizing: scaled(layout, SIZES.api),
    ports: [DOLPHIN_API],
    readiness: { type: 'http', port: 'api', path: '/dolphinscheduler/actuator/health/readiness' }, liveness: { type: 'http', port: 'api', path: '/dolphinscheduler/actuator/health/liveness' },
    // the first pod alone makes and migrates the tables, since the second waits for it
    init: [JDBC.init, { name: 'schema', image: 'dolphinscheduler-tools', command: ['/bin/bash', '/opt/champ/schema.sh'] }],
    files: [databaseFile(layout), commonFile(layout), { path: '/opt/champ/schema.sh', text: SCHEMA }],
    connects: [...database, storage, { to: 'data-dev-master', ports: [5678] }, { to: 'data-dev-worker', ports: [1234] }, { to: 'data-dev-alert', ports: [50052] }],
  };
  const master: WorkloadPart = {
    ...base, ...withDatabase, name: 'data-dev-master', image: 'dolphinscheduler-master', replicas: layout.production ? 2 : 1,
    command: command(SIZES.master.heap, 'server.master.MasterServer'), sizing: scaled(layout, SIZES.master),
    ports: MASTER, readiness: health('master-health', 'readiness'), liveness: health('master-health', 'liveness'),
    files: [databaseFile(layout), commonFile(layout)],
    peers: ['master'],
    connects: [...database, storage, { to: 'data-dev-worker', ports: [1234] }, { to: 'data-dev-alert', ports: [50052] }],
  };
  const worker: WorkloadPart = {
    ...base, name: 'data-dev-worker', image: 'dolphinscheduler-worker', replicas: layout.replicas,
    command: command(SIZES.worker.heap, 'server.worker.WorkerServer'), sizing: scaled(layout, SIZES.worker),
    // tasks are people's own scripts: no account of the database is within their reach
    env: ENVIRONMENT,
    ports: WORKER, readiness: health('worker-health', 'readiness'), liveness: health('worker-health', 'liveness'),
    storage: { size: layout.storage ?? '1Gi', path: '/data' },
    writable,
    files: [registryFile(layout), commonFile(layout)],
    peers: ['worker'],
    connects: [{ to: 'coordination', ports: [2181] }, storage, { to: 'data-warehouse', ports: [10000, 9083] }, { to: 'data-dev-master', ports: [5678] }, { to: 'data-dev-alert', ports: [50052] }],
    graceSeconds: 300,
  };
  const alert: WorkloadPart = {
    ...base, ...withDatabase, name: 'data-dev-alert', image: 'dolphinscheduler-alert', replicas: 1,
    command: command(SIZES.alert.heap, 'alert.AlertServer'), sizing: scaled(layout, SIZES.alert),
    ports: ALERT, readiness: health('alert-health', 'readiness'), liveness: health('alert-health', 'liveness'),
    files: [databaseFile(layout), commonFile(layout)],
    connects: database,
  };
  return [api, master, worker, alert];
}

const health = (port: string, group: 'readiness' | 'liveness') => ({ type: 'http', port, path: `/actuator/health/${group}` }) as const;

const ENVIRONMENT = [
  // settings below win over those in the image
  { name: 'SPRING_CONFIG_ADDITIONAL_LOCATION', value: `file:${CONF}/` },
  { name: 'MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED', value: 'true' },
  { name: 'SPRING_JACKSON_TIME_ZONE', value: 'Asia/Shanghai' },
] as const;

const registryYaml = (layout: Layout): string => `registry:
  type: zookeeper
  zookeeper:
    namespace: dolphinscheduler
    connect-string: ${layout.endpoint('coordination', 'client')}
worker:
  tenant-config:
    # tasks run as the worker's own user: it may not become another one
    auto-create-tenant-enabled: false
    default-tenant-enabled: true
`;

const registryFile = (layout: Layout): FileRow => ({ path: `${CONF}/application.yaml`, text: registryYaml(layout) });

const databaseFile = (layout: Layout): FileRow => ({
  path: `${CONF}/application-mysql.yaml`,
  text: `spring:
  datasource:
    driver-class-name: com.mysql.cj.jdbc.Driver
    url: "${mysqlUrl(layout.endpoint('relational-db'), 'dolphinscheduler')}"
    username: "\${secret:platform/data-dev/relational-db#username}"
    password: "\${secret:platform/data-dev/relational-db#password}"
  quartz:
    properties:
      org.quartz.jobStore.driverDelegateClass: org.quartz.impl.jdbcjobstore.StdJDBCDelegate
${registryYaml(layout)}`,
});

const commonFile = (layout: Layout): FileRow => ({
  path: `${HOME}/conf/common.properties`,
  text: [
    'data.basedir.path=/data/tasks',
    'resource.storage.type=S3',
    'resource.storage.upload.base.path=/dolphinscheduler',
    'resource.aws.access.key.id=${secret:platform/data-dev/object-store#username}',
    'resource.aws.secret.access.key=${secret:platform/data-dev/object-store#password}',
    'resource.aws.region=cn-north-1',
    'resource.aws.s3.bucket.name=data-dev',
    `resource.aws.s3.endpoint=http://${layout.endpoint('object-store', 's3')}`,
    'hadoop.security.authentication.startup.state=false',
    'datasource.encryption.enable=false',
    'support.hive.oneSession=false',
    'sudo.enable=false',
    'development.state=false',
    'alert.rpc.port=50052',
    'task.resource.limit.state=false',
    'appId.collect=log',
    'shell.interceptor.type=bash',
    'remote.logging.enable=false',
    '',
  ].join('\n'),
});

/** A container that prepares has no environment of its own. */
const SCHEMA = `set -eu
cd /tmp
exec ${JAVA} -Xmx512m -cp "${HOME}/tools/conf:${HOME}/tools/libs/*:${HOME}/tools/sql:${JDBC.classPath}" \\
  -Dspring.profiles.active=upgrade,mysql -Dspring.config.additional-location=file:${CONF}/ \\
  org.apache.dolphinscheduler.tools.datasource.UpgradeDolphinScheduler
`;
