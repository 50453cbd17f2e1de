/** What matters of the kinds that online services use; what all kinds owe is in the contract test. */
import type { ClientConfig, CustomPart, Holding, Layout, MiddlewareKind, Part, WorkloadPart } from '../../../constructs/middleware/index.ts';
import { MIDDLEWARE } from '../../../constructs/middleware/index.ts';
import { MYSQL_IMAGES } from '../../../constructs/middleware/products/innodb-cluster.ts';
import type { Edition } from '../../../constructs/words.ts';
import { quantity } from '../../../engine/quantity/index.ts';
import type { Loose } from '../../fixtures/middleware.ts';

const SERVICE: Holding = {
  service: 'hsa-mbs', namespace: 'core-mbs', tenant: 'vendor-02', schema: 'hsa_mbs', access: 'readWrite', publishes: ['MQ_HSA_SETL_DONE'], subscribes: ['MQ_HSA_CLR_DONE'],
};
const DIGEST = `sha256:${'0'.repeat(64)}`;

function layOut(kind: MiddlewareKind, own: Partial<Layout> = {}): readonly Part[] {
  const row = MIDDLEWARE[kind];
  const product = row.editions[own.edition ?? 'opensource'];
  const production = own.production ?? true;
  if (product.mode !== 'self-hosted') throw new Error(`${kind} is ${product.mode}`);
  return product.layout({
    environment: 'linyi', zone: 'core', edition: 'opensource', namespace: `core-mw-${kind}`, production, replicas: row.replicas[production ? 'city10M' : 'dev'], storage: row.storage,
    storageClass: 'fast', clusterDomain: 'cluster.local', holdings: [SERVICE], topics: [{ id: 'MQ_HSA_SETL_DONE', partitions: 12 }, { id: 'MQ_HSA_CLR_DONE', partitions: 4 }],
    image: (key) => `registry.example/hsa/${row.images?.[key]?.image ?? key}:${row.images?.[key]?.tag ?? 'none'}@${DIGEST}`,
    endpoint: (needed) => `${needed}.core-mw-${needed}.svc.cluster.local:6446`,
    ...own,
  });
}

function workload(parts: readonly Part[], name: string): WorkloadPart {
  const found = parts.find((part): part is WorkloadPart => part.part === 'workload' && part.name === name);
  if (!found) throw new Error(`no workload ${name}`);
  return found;
}

const customs = (parts: readonly Part[], kind: string) => parts.filter((part): part is CustomPart => part.part === 'custom' && part.kind === kind);
const specOf = (parts: readonly Part[], kind: string): Loose => customs(parts, kind)[0]!.spec;
const fileOf = (part: WorkloadPart, path: string) => part.files!.find((file) => file.path === path)!.text;

function clientOf(kind: MiddlewareKind, edition: Edition = 'opensource', holding = SERVICE): Readonly<Record<string, string>> {
  const made: readonly ClientConfig[] = MIDDLEWARE[kind].client!(holding, edition, `${kind}.core-mw-${kind}.svc.cluster.local:1234`);
  return Object.fromEntries(made.flatMap(({ entries }) => entries.map(([key, value]) => [key, value])));
}

describe('relational-db', () => {
  const parts = layOut('relational-db', { holdings: [SERVICE, { ...SERVICE, service: 'iam', tenant: 'platform', schema: 'keycloak', access: 'owner' }, { ...SERVICE, service: 'cdc', tenant: 'platform', schema: undefined, access: 'replication' }] });
  const spec = specOf(parts, 'InnoDBCluster');
  const sql = fileOf(workload(parts, 'relational-db-provision'), '/provision/accounts.sql');

  it('pins every image that the operator would take by tag', () => {
    const images = [...spec.podSpec.initContainers, ...spec.podSpec.containers, ...spec.router.podSpec.containers].flatMap(({ image }: Loose) => (image === undefined ? [] : [image]));
    expect(images).toHaveLength(6);
    for (const image of images) expect(image).toMatch(/@sha256:0{64}$/);
    expect(spec).toMatchObject({ imageRepository: 'registry.example/hsa/mysql', version: MYSQL_IMAGES['mysql-server'].tag });
  });

  it('lets no container of the operator run as root', () => {
    expect(spec.podSpec.initContainers).toContainEqual(expect.objectContaining({ name: 'fixdatadir', securityContext: expect.objectContaining({ runAsNonRoot: true, runAsUser: 27 }) }));
  });

  it('bounds every empty directory of the operator', () => {
    const volumes: Loose[] = [...spec.podSpec.volumes, ...spec.router.podSpec.volumes];
    expect(volumes.length).toBeGreaterThan(5);
    for (const volume of volumes) expect(volume.emptyDir.sizeLimit).toMatch(/^\d+[MG]i$/);
  });

  it('takes tables without a primary key, which group replication alone refuses', () => {
    expect(spec.mycnf).toContain('sql_generate_invisible_primary_key=ON');
  });

  it('gives a service the rights that it needs on its own schema, and only over TLS', () => {
    const user = "'${secret:vendor-02/hsa-mbs/relational-db#username}'@'%'";
    expect(sql).toContain('CREATE DATABASE IF NOT EXISTS `hsa_mbs`;');
    expect(sql).toContain(`GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE, CREATE TEMPORARY TABLES ON \`hsa_mbs\`.* TO ${user};`);
    expect(sql).toMatch(/ALTER USER '\$\{secret:vendor-02\/hsa-mbs\/relational-db#username\}'@'%' IDENTIFIED BY .* REQUIRE SSL;/);
    expect(sql).not.toContain('*.* TO \'${secret:vendor-02');
  });

  it('lets a product that migrates its tables own its schema, and a reader of the binlog read', () => {
    expect(sql).toContain('GRANT ALL PRIVILEGES ON `keycloak`.* TO \'${secret:platform/iam/relational-db#username}\'@\'%\';');
    expect(sql).toContain('GRANT SELECT ON `hsa_mbs`.* TO \'${secret:platform/cdc/relational-db#username}\'@\'%\';');
    expect(sql).toContain('GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO \'${secret:platform/cdc/relational-db#username}\'@\'%\';');
  });

  it('sends clients to the port that routers listen on, which policies see', () => {
    const product = MIDDLEWARE['relational-db'].editions.opensource;
    expect(product.mode === 'self-hosted' && product.endpoint({} as Layout)).toMatchObject({ ports: [{ name: 'mysql', port: 6446 }, { name: 'mysqlx' }], pods: { component: 'mysqlrouter' } });
    expect(clientOf('relational-db')['db.druid.url']).toMatch(/^jdbc:mysql:\/\/\$\{endpoint:relational-db:mysql\}\/hsa_mbs\?.*requireSSL=true.*enabledTLSProtocols=TLSv1\.2$/);
  });

  it('gives a service without a schema no data source', () => {
    expect(MIDDLEWARE['relational-db'].client!({ ...SERVICE, schema: undefined }, 'opensource', '')).toEqual([]);
  });
});

describe('distributed-db', () => {
  const parts = layOut('distributed-db');
  const proxy = workload(parts, 'distributed-db');

  it('replicates each shard, so that settlement outlives a host', () => {
    const shards = customs(parts, 'InnoDBCluster');
    expect(shards.map(({ name }) => name)).toEqual(['shard-0', 'shard-1', 'shard-2']);
    for (const { spec } of shards) expect(spec).toMatchObject({ instances: 3, datadirVolumeClaimTemplate: { resources: { requests: { storage: '4Ti' } } } });
    expect(customs(layOut('distributed-db', { production: false }), 'InnoDBCluster')).toMatchObject([{ spec: { instances: 1, router: { instances: 1 } } }]);
  });

  it('shows each account its own logical database alone', () => {
    expect(fileOf(proxy, '/opt/shardingsphere-proxy/conf/global.yaml')).toContain('user-database-mappings: "${secret:vendor-02/hsa-mbs/distributed-db#username}@%=hsa_mbs"');
  });

  it('keeps what belongs to one person on one shard', () => {
    const database = fileOf(proxy, '/opt/shardingsphere-proxy/conf/database-hsa_mbs.yaml');
    expect(database).toContain('actualDataNodes: "ds_$->{0..2}.setl_d"');
    expect(database).toContain('- "mdtrt_d,setl_d,fee_list_d"');
    expect(database.match(/jdbc:mysql:\/\/shard-\d:6446\/hsa_mbs/g)).toHaveLength(3);
  });

  it('makes the schema on every shard, and no account of a service there', () => {
    const job = workload(parts, 'distributed-db-provision');
    expect(job.command!.at(-1)!.match(/--host=shard-\d/g)).toHaveLength(6);
    expect(fileOf(job, '/provision/accounts.sql')).toContain('CREATE DATABASE IF NOT EXISTS `hsa_mbs`;');
    expect(fileOf(job, '/provision/accounts.sql')).not.toContain('vendor-02');
  });

  it('takes the driver that its licence keeps out of the image', () => {
    expect(proxy.init).toContainEqual(expect.objectContaining({ name: 'mysql-driver' }));
    expect(proxy.writable).toContainEqual(expect.objectContaining({ path: '/opt/shardingsphere-proxy/ext-lib' }));
  });
});

describe('mq', () => {
  const parts = layOut('mq');
  const script = fileOf(workload(parts, 'mq-provision'), '/provision/provision.sh');

  it('gives each broker its own name, a confirmed write on disk and no topic by accident', () => {
    const broker = workload(parts, 'mq-broker');
    expect(broker.files!.map(({ path }) => path)).toEqual([0, 1, 2, 3, 4].map((index) => `/broker/mq-broker-${index}.properties`));
    const text = fileOf(broker, '/broker/mq-broker-3.properties');
    for (const line of ['brokerName=mq-broker-3', 'flushDiskType=SYNC_FLUSH', 'autoCreateTopicEnable=false', 'authorizationEnabled=true']) expect(text.split('\n')).toContain(line);
  });

  it('registers brokers with every name server by a stable name', () => {
    const servers = workload(parts, 'mq-broker').env!.find(({ name }) => name === 'NAMESRV_ADDR')!.value!.split(';');
    expect(servers).toHaveLength(3);
    expect(servers[2]).toBe('mq-namesrv-2.mq-namesrv-peers.core-mw-mq.svc.cluster.local:9876');
  });

  it('spreads at least as many queues over the brokers as a topic has partitions', () => {
    expect(script).toContain('updateTopic -c hsa -t MQ_HSA_SETL_DONE -r 3 -w 3');
    expect(script).toContain('updateTopic -c hsa -t MQ_HSA_CLR_DONE -r 1 -w 1');
  });

  it('lets a service publish and read what it declares, and nothing else', () => {
    expect(script).toContain('-r Topic:MQ_HSA_SETL_DONE -a Pub -d Allow');
    expect(script).toContain('-r Topic:MQ_HSA_CLR_DONE,Group:GID_hsa-mbs -a Sub -d Allow');
    expect(script).toContain('revoke -e Topic:MQ_HSA_SETL_DONE -e Topic:MQ_HSA_CLR_DONE');
  });

  it('writes the keys of the edition that its clients are built for', () => {
    expect(clientOf('mq')).toMatchObject({ 'mq.ali.GROUP_ID': 'GID_hsa-mbs', 'mq.ali.NAMESRV_ADDR': '${endpoint:mq:namesrv}', 'mq.topic.dto': 'MQ_HSA_CLR_DONE,MQ_HSA_SETL_DONE' });
    expect(clientOf('mq', 'tencent')).toMatchObject({ 'mq.tencent.SECRET_KEY': '${secret:vendor-02/hsa-mbs/mq#password}' });
    expect(Object.keys(clientOf('mq', 'tencent')).filter((key) => key.startsWith('mq.ali'))).toEqual([]);
  });
});

describe('event-log', () => {
  const kafka = (own: Partial<Layout> = {}) => layOut('event-log', own);

  it('copies each stream as often as its size allows, and confirms on all copies but one', () => {
    expect(specOf(kafka(), 'Kafka').kafka.config).toMatchObject({ 'default.replication.factor': 3, 'min.insync.replicas': 2, 'auto.create.topics.enable': false });
    expect(specOf(kafka({ production: false, replicas: 1 }), 'Kafka').kafka.config).toMatchObject({ 'default.replication.factor': 1, 'min.insync.replicas': 1 });
  });

  it('makes an account with the password of the holder from the holder\'s own path', () => {
    const parts = kafka();
    expect(customs(parts, 'KafkaUser')).toMatchObject([{ name: 'hsa-mbs', labels: { 'strimzi.io/cluster': 'event-log' }, spec: { authentication: { password: { valueFrom: { secretKeyRef: { name: 'hsa-mbs-kafka' } } } } } }]);
    expect(parts).toContainEqual({ part: 'secret', name: 'hsa-mbs-kafka', keys: ['password'], from: 'vendor-02/hsa-mbs/event-log' });
  });

  it('takes streams from those who declare them, and no topics of mq', () => {
    const parts = kafka({ holdings: [{ ...SERVICE, publishes: ['MQ_HSA_SETL_DONE', 'hsa-audit'], subscribes: [] }] });
    expect(customs(parts, 'KafkaTopic').map(({ name }) => name)).toEqual(['hsa-log', 'hsa-cdc', 'hsa-audit']);
    expect((customs(parts, 'KafkaUser')[0]!.spec as Loose).authorization.acls).toMatchObject([{ resource: { type: 'topic', name: 'hsa-audit', patternType: 'literal' }, operations: ['Write', 'Describe'] }, { resource: { type: 'group' } }]);
  });
});

describe('object-store', () => {
  const parts = layOut('object-store', { holdings: [{ ...SERVICE, bucket: 'ebills' }], gap: (channel) => `${channel}.gap.example:18022` });

  it('names all members in one expression and tells each which one it is', () => {
    const env = workload(parts, 'object-store').env!;
    expect(env).toContainEqual({ name: 'RUSTFS_VOLUMES', value: 'http://object-store-{0...3}.object-store-peers.core-mw-object-store.svc.cluster.local:9000/data' });
    expect(env).toContainEqual({ name: 'RUSTFS_LOCAL_ENDPOINT_HOST', value: '$(POD_NAME).object-store-peers.core-mw-object-store.svc.cluster.local' });
    expect(workload(layOut('object-store', { production: false }), 'object-store').env).toContainEqual({ name: 'RUSTFS_VOLUMES', value: '/data' });
  });

  it('opens a bucket to its holder alone', () => {
    const job = workload(parts, 'object-store-provision');
    expect(fileOf(job, '/provision/provision.sh')).toContain('rc mb store/ebills');
    const policy = JSON.parse(fileOf(job, '/provision/policies/hsa-mbs.json'));
    expect(policy.Statement.flatMap(({ Resource }: Loose) => Resource)).toEqual(['arn:aws:s3:::ebills', 'arn:aws:s3:::ebills/*']);
  });

  it('has one part that addresses the gap, and nothing in the zone is open to it', () => {
    const meets = parts.flatMap((part) => (part.part === 'workload' && part.connects?.some(({ to }) => to.startsWith('gap:')) ? [part] : []));
    expect(meets).toMatchObject([{ name: 'file-ferry', workload: 'Deployment', replicas: 1, ports: [], connects: [{ to: 'object-store', ports: [9000] }, { to: 'gap:file-ferry' }] }]);
    expect(MIDDLEWARE['object-store'].receives).toBeUndefined();
  });

  it('gives the ferry an account that empties one bucket and fills another, and touches no service\'s', () => {
    const job = workload(parts, 'object-store-provision');
    const rights: readonly Loose[] = JSON.parse(fileOf(job, '/provision/policies/file-ferry.json')).Statement;
    const resources = (action: string) => rights.filter(({ Action }) => Action.includes(action)).flatMap(({ Resource }) => Resource);
    expect(fileOf(job, '/provision/provision.sh')).toMatch(/rc mb store\/ferry-out\n[^]*rc mb store\/ferry-in\n[^]*rc admin policy attach store\/ file-ferry /);
    expect(resources('s3:DeleteObject')).toEqual(['arn:aws:s3:::ferry-out/*']);
    expect(resources('s3:PutObject')).toEqual(['arn:aws:s3:::ferry-in/*']);
    expect(new Set(rights.flatMap(({ Resource }) => Resource))).toEqual(new Set(['arn:aws:s3:::ferry-out', 'arn:aws:s3:::ferry-out/*', 'arn:aws:s3:::ferry-in/*']));
    expect(fileOf(job, '/provision/policies/hsa-mbs.json')).not.toContain('ferry');
  });

  it('carries files to the zone\'s side of the channel with the key of the gap known', () => {
    const ferry = workload(parts, 'file-ferry');
    const conf = fileOf(ferry, '/etc/ferry/rclone.conf');
    expect(conf).toContain('host = file-ferry.gap.example\nport = 18022\n');
    expect(conf).toContain('endpoint = http://object-store:9000\n');
    expect(conf).toContain('known_hosts_file = /etc/ferry/known-hosts\n');
    expect(fileOf(ferry, '/etc/ferry/known-hosts')).toBe('${secret:platform/mw/object-store/gap-file-ferry#known-hosts}\n');
    expect(fileOf(ferry, '/etc/ferry/ferry.sh').match(/carry \S+ \S+$/gm)).toEqual(['carry store:ferry-out gap:out', 'carry gap:in store:ferry-in']);
  });

  it('writes the keys of each adapter', () => {
    const holding = { ...SERVICE, bucket: 'ebills' };
    expect(clientOf('object-store', 'opensource', holding)).toMatchObject({ 'fsstore.bucket': 'ebills', 'mio.endpoint': 'http://${endpoint:object-store:s3}' });
    expect(clientOf('object-store', 'alibaba', holding)).toMatchObject({ 'oss.endpoint': 'https://${endpoint:object-store:s3}' });
    expect(clientOf('object-store', 'tencent', holding)).toHaveProperty(['cos.secretKey']);
  });
});

describe('search', () => {
  const parts = layOut('search', { holdings: [{ ...SERVICE, index: 'catalogue' }, { ...SERVICE, service: 'tracing', tenant: 'platform', index: 'sw_*', access: 'owner' }] });
  const role = (service: string) => JSON.parse(fileOf(workload(parts, 'search-provision'), `/provision/roles/${service}.json`));

  it('lets services read and write their indexes, and products that own theirs manage them', () => {
    expect(role('hsa-mbs')).toEqual({ cluster: ['monitor'], indices: [{ names: ['catalogue', 'catalogue-*'], privileges: expect.not.arrayContaining(['all']) }] });
    expect(role('tracing')).toMatchObject({ cluster: expect.arrayContaining(['manage_ilm']), indices: [{ names: ['sw_*'], privileges: ['all'] }] });
  });

  it('needs no setting of the host and keeps its volumes', () => {
    expect(specOf(parts, 'Elasticsearch')).toMatchObject({ nodeSets: [{ config: { 'node.store.allow_mmap': false } }], volumeClaimDeletePolicy: 'DeleteOnScaledownOnly' });
  });

  it('bounds the local storage of node and exporter together, since emptyDirs count against the sum', () => {
    const { containers } = specOf(parts, 'Elasticsearch').nodeSets[0].podTemplate.spec;
    expect(containers.map(({ name, resources }: Loose) => [name, resources.requests['ephemeral-storage'], resources.limits['ephemeral-storage']])).toEqual([
      ['elasticsearch', '1Gi', '4Gi'], ['exporter', '64Mi', '256Mi'],
    ]);
  });

  it('gives its exporter the password in a file', () => {
    const [, exporter] = specOf(parts, 'Elasticsearch').nodeSets[0].podTemplate.spec.containers;
    expect(exporter.env).toBeUndefined();
    expect(exporter.volumeMounts).toEqual([{ name: 'exporter', mountPath: '/exporter', readOnly: true }]);
  });
});

describe('session-cache', () => {
  it('is watched by three sentinels in production and by none where it is alone', () => {
    expect(customs(layOut('session-cache'), 'RedisSentinel')).toMatchObject([{ spec: { clusterSize: 3, redisSentinelConfig: { quorum: '2', redisReplicationName: 'session-cache' } } }]);
    expect(customs(layOut('session-cache', { production: false }), 'RedisSentinel')).toEqual([]);
  });

  it('gives servers and sentinels an account each, without a token', () => {
    const all = layOut('session-cache');
    expect(specOf(all, 'RedisReplication').serviceAccountName).toBe('session-cache');
    expect(specOf(all, 'RedisSentinel').serviceAccountName).toBe('session-cache-sentinel');
    const accounts = (parts: readonly Part[]) => parts.flatMap((part) => (part.part === 'object' && part.kind === 'ServiceAccount' ? [[part.name, part.body['automountServiceAccountToken']]] : []));
    expect(accounts(all)).toEqual([['session-cache', false], ['session-cache-sentinel', false]]);
    expect(accounts(layOut('session-cache', { production: false }))).toEqual([['session-cache', false]]);
  });

  it('hardens the container with which the operator writes the configuration', () => {
    expect(specOf(layOut('session-cache'), 'RedisReplication')).toMatchObject({ initContainer: { enabled: false, securityContext: { readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } } }, serviceAccountName: 'session-cache' });
  });

  it('gives clients the host alone', () => {
    expect(clientOf('session-cache')).toMatchObject({ 'session.redis.host': 'session-cache.core-mw-session-cache.svc.cluster.local', 'session.redis.password': '${secret:vendor-02/hsa-mbs/session-cache#password}' });
  });
});

describe('job-scheduler', () => {
  const parts = layOut('job-scheduler');

  it('keeps its tables in a schema of its own and makes those that are missing', () => {
    expect(MIDDLEWARE['job-scheduler'].holds).toEqual([{ in: 'relational-db', schema: 'xxl_job', access: 'owner' }]);
    const sql = fileOf(workload(parts, 'job-scheduler-provision'), '/provision/tables.sql');
    expect(sql.match(/CREATE TABLE IF NOT EXISTS XXL_JOB_QRTZ_/g)).toHaveLength(16);
    expect(sql).toContain("WHERE app_name = 'hsa-mbs'");
  });

  it('calls executors back on the port that they open', () => {
    expect(workload(parts, 'job-scheduler').clientPorts).toEqual([9999]);
    expect(clientOf('job-scheduler')).toMatchObject({ 'xxl.job.executor.port': '9999', 'xxl.job.executor.appname': 'hsa-mbs', 'xxl.job.admin.addresses': 'http://${endpoint:job-scheduler:http}/xxl-job-admin' });
  });

  it('has an account that may sign in without the ciphers that its Java does not know', () => {
    const sql = fileOf(workload(layOut('relational-db', { holdings: [{ ...SERVICE, service: 'job-scheduler', tenant: 'platform', schema: 'xxl_job', access: 'owner' }] }), 'relational-db-provision'), '/provision/accounts.sql');
    expect(sql).toMatch(/REQUIRE NONE;/);
  });
});

describe('workflow-engine', () => {
  it('makes an account for each service and shows no demo', () => {
    const parts = layOut('workflow-engine');
    expect(fileOf(workload(parts, 'workflow-engine'), '/config/application.properties')).toContain('flowable.rest.app.create-demo-definitions=false');
    expect(JSON.parse(fileOf(workload(parts, 'workflow-engine-provision'), '/provision/users/hsa-mbs.json'))).toMatchObject({ password: '${secret:vendor-02/hsa-mbs/workflow-engine#password}' });
  });
});

describe('dist-tx', () => {
  it('is a Raft group of stable names in which each member knows its own', () => {
    const server = workload(layOut('dist-tx'), 'dist-tx');
    const yaml = fileOf(server, '/seata-server/resources/application.yml');
    expect(yaml).toMatch(/server-addr: (?:dist-tx-\d\.dist-tx-peers\.core-mw-dist-tx\.svc\.cluster\.local:9091,?){3}\n/);
    expect(server.env).toContainEqual({ name: 'SEATA_IP', value: '$(POD_NAME).dist-tx-peers.core-mw-dist-tx.svc.cluster.local' });
  });

  it('leaves the clouds\' clients to their own configuration', () => {
    expect(clientOf('dist-tx')).toMatchObject({ 'seata.registry.raft.server-addr': '${endpoint:dist-tx:console}' });
    expect(clientOf('dist-tx', 'alibaba')).toEqual({});
  });
});

describe('iam', () => {
  const parts = layOut('iam');

  it('builds its server in a bounded copy, since the root file system is read-only', () => {
    const { spec } = specOf(parts, 'Keycloak').unsupported.podTemplate;
    expect(spec.volumes).toContainEqual({ name: 'built', emptyDir: { sizeLimit: '512Mi' } });
    expect(spec.containers[0]).toMatchObject({ securityContext: { readOnlyRootFilesystem: true }, volumeMounts: expect.arrayContaining([{ name: 'built', mountPath: '/opt/keycloak/lib/quarkus' }]) });
  });

  it('bounds the local storage of every container, the one of the server above all writable paths', () => {
    const { resources, unsupported } = specOf(parts, 'Keycloak');
    const { spec } = unsupported.podTemplate;
    expect(spec.initContainers[0].resources).toMatchObject({ requests: { 'ephemeral-storage': '128Mi' }, limits: { 'ephemeral-storage': '512Mi' } });
    const written = spec.volumes.reduce((sum: number, { emptyDir }: Loose) => sum + quantity(emptyDir.sizeLimit), 0);
    expect(quantity(resources.limits['ephemeral-storage'])).toBeGreaterThan(written);
  });

  it('signs in to the database with its own account', () => {
    expect(parts).toContainEqual({ part: 'secret', name: 'iam-db', keys: ['username', 'password'], from: 'platform/iam/relational-db' });
    expect(specOf(parts, 'Keycloak').db).toMatchObject({ vendor: 'mysql', url: expect.stringContaining('sslMode=REQUIRED'), passwordSecret: { name: 'iam-db' } });
  });

  it('lets a service send people back to itself alone', () => {
    expect(JSON.parse(fileOf(workload(parts, 'iam-provision'), '/provision/clients/hsa-mbs.json'))).toMatchObject({ redirectUris: ['/hsa-mbs/*'], directAccessGrantsEnabled: false });
    expect(clientOf('iam')).toMatchObject({ 'security.type': 'hsa-sso' });
  });
});

it('takes global ids from the cache in every edition', () => {
  for (const product of Object.values(MIDDLEWARE['id-generator'].editions)) expect(product).toMatchObject({ mode: 'library', backedBy: 'cache' });
  expect(clientOf('id-generator')).toMatchObject({ 'idgenerator.redis.clusterNodes': '${endpoint:id-generator:redis}' });
});

it('tells the configuration centre\'s clients before anything else is read', () => {
  expect(MIDDLEWARE['config-center'].client!(SERVICE, 'opensource', '')[0]!.path).toBe('bootstrap.properties');
  expect(clientOf('config-center', 'tencent')).toMatchObject({ 'spring.cloud.consul.host': 'config-center.core-mw-config-center.svc.cluster.local' });
});

it('evaluates rules without keeping anything', () => {
  expect(workload(layOut('rules-engine'), 'rules-engine')).toMatchObject({ workload: 'Deployment', replicas: 3, liveness: { path: '/q/health/live' } });
});
