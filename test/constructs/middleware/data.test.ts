/** What matters of the kinds of the data platform; what all kinds owe is in the contract test. */
import { quantity } from '../../../engine/quantity/index.ts';
import type { MiddlewareRow, WorkloadPart } from '../../../constructs/middleware/index.ts';
import { batchCompute } from '../../../constructs/middleware/kinds/batch-compute.ts';
import { biReport } from '../../../constructs/middleware/kinds/bi-report.ts';
import { cdc } from '../../../constructs/middleware/kinds/cdc.ts';
import { dataDev } from '../../../constructs/middleware/kinds/data-dev.ts';
import { dataIntegration } from '../../../constructs/middleware/kinds/data-integration.ts';
import { dataWarehouse } from '../../../constructs/middleware/kinds/data-warehouse.ts';
import { graphDb } from '../../../constructs/middleware/kinds/graph-db.ts';
import { olap } from '../../../constructs/middleware/kinds/olap.ts';
import { streamCompute } from '../../../constructs/middleware/kinds/stream-compute.ts';
import { wideColumn } from '../../../constructs/middleware/kinds/wide-column.ts';
import { HOLDER, allFiles, clientLines, fileOf, laidOut, specOf, workload, workloads } from '../../fixtures/layout.ts';

const SELF_HOSTED: readonly MiddlewareRow[] = [cdc, dataIntegration, dataDev, dataWarehouse, streamCompute, wideColumn, olap, graphDb, biReport];
const targets = ({ connects = [] }: WorkloadPart) => connects.map(({ to }) => to);
/** Render starts the pods of such a set one after another, so the first alone prepares what all share. */
const ordered = ({ workload: shape, peers }: WorkloadPart) => shape === 'StatefulSet' && !peers?.length;

describe('cdc', () => {
  const parts = laidOut(cdc, { replicasOf: () => 3 });
  const canal = workload(parts, 'canal');
  const ferry = workload(parts, 'canal-ferry');

  it('addresses the gap from the ferry alone', () => {
    expect(workloads(parts).filter((part) => targets(part).some((to) => to.startsWith('gap:'))).map(({ name }) => name)).toEqual(['canal-ferry']);
    expect(fileOf(ferry, 'application.yml')).toContain('jdbc:mysql://db-sync.gap.example:3306/publication?');
  });

  it('lets nothing leave the zone but the published schema', () => {
    expect(fileOf(ferry, 'application.yml').match(/instance: (\S+)/g)).toEqual(['instance: publication']);
    expect(fileOf(canal, 'publication/instance.properties')).toContain('canal.instance.filter.regex=publication\\\\..*\n');
    expect(fileOf(canal, 'relational/instance.properties')).toMatch(/black\.regex=.*publication/);
  });

  it('reads each shard as a stream of its own', () => {
    expect(fileOf(canal, 'canal.properties')).toContain('canal.destinations=publication,relational,shard-0,shard-1,shard-2\n');
    expect(fileOf(canal, 'shard-2/instance.properties')).toContain('canal.instance.master.address=shard-2.core-mw-distributed-db.svc.cluster.local:6446\n');
  });

  it('keeps positions where another server finds them, and never skips a lost one', () => {
    const text = fileOf(canal, 'canal.properties');
    expect(text).toContain('canal.instance.global.spring.xml=classpath:spring/default-instance.xml\n');
    expect(text).toContain('canal.auto.reset.latest.pos.mode=false\n');
  });
});

describe('data-integration', () => {
  const parts = laidOut(dataIntegration);
  const engine = workload(parts, 'data-integration');

  it('forms one cluster of all its members', () => {
    const members = fileOf(engine, 'hazelcast.yaml').match(/data-integration-\d\.data-integration-peers\.core-mw-data-integration\.svc\.cluster\.local:5801/g);
    expect(members).toHaveLength(3);
    expect(engine.peers).toEqual(['hazelcast']);
  });

  it('takes jobs only through the interface that asks for a password', () => {
    expect(fileOf(engine, 'seatunnel.yaml')).toContain('enable-basic-auth: true');
    expect(fileOf(engine, 'hazelcast.yaml')).not.toMatch(/CLUSTER_WRITE|DATA/);
    const product = dataIntegration.editions.opensource;
    expect(product.mode === 'self-hosted' && product.endpoint({} as never)).toMatchObject({ main: 'rest', ports: [{ name: 'rest' }] });
  });

  it('keeps one copy of its state where there is no second member', () => {
    expect(fileOf(workload(laidOut(dataIntegration, { production: false }), 'data-integration'), 'seatunnel.yaml')).toContain('backup-count: 0');
  });
});

describe('data-dev', () => {
  const parts = laidOut(dataDev);

  it('keeps the account of its database away from the workers, which run people\'s scripts', () => {
    const worker = workload(parts, 'data-dev-worker');
    expect(allFiles(worker)).not.toContain('relational-db');
    expect(targets(worker)).not.toContain('relational-db');
    expect(allFiles(workload(parts, 'data-dev-master'))).toContain('${secret:platform/data-dev/relational-db#password}');
  });

  it('runs no task as another user', () => {
    const worker = workload(parts, 'data-dev-worker');
    expect(fileOf(worker, 'common.properties')).toContain('sudo.enable=false\n');
    expect(fileOf(worker, 'application.yaml')).toContain('auto-create-tenant-enabled: false');
  });

  it.each(['data-dev-api', 'openmetadata'])('migrates the tables of %s in one pod at a time', (name) => {
    const part = workload(parts, name);
    expect(part.init?.map((init) => init.name)).toContain('schema');
    expect(ordered(part)).toBe(true);
  });

  it('replaces the passwords that the products come with, and makes a user for each service', () => {
    const job = workload(parts, 'data-dev-provision');
    expect(fileOf(job, 'change.json')).toContain('"oldPassword":"${secret:platform/mw/data-dev/openmetadata#initial-password}"');
    expect(fileOf(job, `users/${HOLDER.service}`)).toBe('${secret:vendor-09/hsa-dss-idx/data-dev#password}');
    expect(clientLines(dataDev)).toMatchObject({ 'development.username': HOLDER.service });
  });
});

describe('data-warehouse', () => {
  const production = laidOut(dataWarehouse);
  const development = laidOut(dataWarehouse, { production: false, storage: '1Gi' });

  it('survives a name node in production', () => {
    const site = fileOf(workload(production, 'namenode'), 'hdfs-site.xml');
    expect(workload(production, 'namenode')).toMatchObject({ replicas: 2, sidecars: [{ name: 'failover' }] });
    expect(workload(production, 'journalnode').replicas).toBe(3);
    expect(site).toContain('<name>dfs.ha.namenodes.warehouse</name><value>nn0,nn1</value>');
    expect(site.match(/journalnode-\d\.journalnode-peers/g)).toHaveLength(3);
  });

  it('is one name node elsewhere', () => {
    expect(workloads(development).map(({ name }) => name)).not.toContain('journalnode');
    expect(workload(development, 'namenode')).toMatchObject({ replicas: 1, sidecars: [] });
    expect(fileOf(workload(development, 'namenode'), 'hdfs-site.xml')).not.toContain('qjournal');
  });

  it.each([[5, 3], [2, 2], [1, 1]])('on %d data nodes keeps %d copies of a block', (replicas, copies) => {
    const site = fileOf(workload(laidOut(dataWarehouse, { replicas }), 'datanode'), 'hdfs-site.xml');
    expect(site).toContain(`<name>dfs.replication</name><value>${copies}</value>`);
  });

  it('never formats a file system that exists', () => {
    const script = fileOf(workload(production, 'namenode'), 'format.sh');
    expect(script).toContain('if [ -f /data/name/current/VERSION ]; then exit 0; fi');
    expect(script).toContain('-format -nonInteractive');
    expect(script).not.toContain('-force');
  });

  it('gives the password of the metastore to the metastore alone', () => {
    const holders = workloads(production).filter((part) => allFiles(part).includes('relational-db#password'));
    expect(holders.map(({ name }) => name)).toEqual(['metastore']);
    expect(ordered(holders[0]!)).toBe(true);
  });

  it('escapes addresses for XML', () => {
    expect(fileOf(workload(production, 'metastore'), 'hive-site.xml')).toMatch(/hive_metastore\?\S+&amp;sslMode=REQUIRED/);
  });
});

describe('batch-compute', () => {
  it('has nothing that stands and nothing to connect to in the open-source edition', () => {
    expect(batchCompute.editions.opensource).toEqual({ mode: 'operator', product: 'Spark', operator: 'spark-operator' });
    expect(clientLines(batchCompute)).toEqual({});
    expect(clientLines(batchCompute, 'alibaba')).toMatchObject({ 'batch.odps.accessKey': '${secret:vendor-09/hsa-dss-idx/batch-compute#accessKey}' });
  });
});

describe('stream-compute', () => {
  const parts = laidOut(streamCompute);
  const spec = specOf(parts, 'FlinkDeployment');
  const custom = parts.find((part) => part.part === 'custom')!;

  it('needs no Kubernetes API', () => {
    expect(spec).toMatchObject({ mode: 'standalone', serviceAccount: 'stream-compute', flinkConfiguration: { 'high-availability.type': 'zookeeper' } });
    expect(parts).toContainEqual(expect.objectContaining({ kind: 'ServiceAccount', name: 'stream-compute', body: { automountServiceAccountToken: false } }));
    for (const { podTemplate } of [spec.jobManager, spec.taskManager]) expect(podTemplate.spec.automountServiceAccountToken).toBe(false);
  });

  it('fixes every port that Flink would draw by lot, and declares it', () => {
    const declared = new Set((custom.part === 'custom' ? custom.pods : []).flatMap(({ ports }) => ports.map(({ port }) => String(port))));
    const fixed = Object.entries<string>(spec.flinkConfiguration).filter(([key]) => key.endsWith('.port')).map(([, port]) => port);
    expect(fixed).toHaveLength(6);
    expect(fixed.filter((port) => !declared.has(port))).toEqual([]);
  });

  it('is restricted, with bounded room to write', () => {
    for (const { podTemplate } of [spec.jobManager, spec.taskManager]) {
      expect(podTemplate.spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 9999 });
      expect(podTemplate.spec.containers[0].securityContext).toMatchObject({ readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
      for (const { emptyDir } of podTemplate.spec.volumes) if (emptyDir) expect(emptyDir.sizeLimit).toMatch(/^\d+[MG]i$/);
    }
  });

  it('asks the scheduler for what Flink will take', () => {
    const sizes = custom.part === 'custom' ? custom.pods.map(({ sizing, count }) => [count, quantity(sizing.requests.cpu), quantity(sizing.requests.memory) / 2 ** 20]) : [];
    expect(sizes).toEqual([spec.jobManager, spec.taskManager].map(({ replicas, resource }) => [replicas, resource.cpu, Number(resource.memory.slice(0, -1))]));
  });

  it('reads the account of its bucket from a file', () => {
    expect(JSON.stringify(spec.flinkConfiguration)).not.toMatch(/access.key|secret.key/i);
    expect(spec.taskManager.podTemplate.spec.volumes).toContainEqual(expect.objectContaining({ secret: expect.objectContaining({ secretName: 'stream-compute-object-store' }) }));
    expect(parts).toContainEqual(expect.objectContaining({ kind: 'ExternalSecret', name: 'stream-compute-object-store' }));
  });
});

describe('wide-column', () => {
  const parts = laidOut(wideColumn);

  it('stands on a file system of its own', () => {
    expect(fileOf(workload(parts, 'regionserver'), 'hbase-site.xml')).toContain('<value>hdfs://wide/hbase</value>');
    expect(wideColumn.needs).not.toContain('data-warehouse');
    expect(workload(parts, 'datanode')).toMatchObject({ replicas: 5, storage: { size: '5Ti' } });
  });

  it('makes a namespace for each service, and no job without one', () => {
    expect(fileOf(workload(parts, 'wide-column-provision'), 'namespaces.rb')).toContain('["hsa_dss_idx"]');
    expect(clientLines(wideColumn)).toMatchObject({ 'hbase.namespace': 'hsa_dss_idx' });
    expect(workloads(laidOut(wideColumn, { holdings: [] })).map(({ name }) => name)).not.toContain('wide-column-provision');
  });
});

describe('olap', () => {
  const own = { ...HOLDER, service: 'data-integration', tenant: 'platform', schema: 'ads', access: 'owner' } as const;
  const parts = laidOut(olap, { holdings: [HOLDER, { ...HOLDER, service: 'hsa-cep-rpt', access: 'readOnly' }, own] });
  const sql = fileOf(workload(parts, 'olap-provision'), 'provision.sql');
  const grant = (service: string) => sql.split('\n').filter((line) => line.startsWith('GRANT') && line.includes(`/${service}/olap#`));

  it('gives an account its own database and the shared layer, and no right to change tables', () => {
    expect(grant('hsa-dss-idx')).toEqual([
      expect.stringContaining('GRANT SELECT_PRIV, LOAD_PRIV ON internal.hsa_dss_idx.*'),
      expect.stringContaining('GRANT SELECT_PRIV ON warehouse.ads.*'),
      expect.stringContaining('GRANT SELECT_PRIV ON internal.ads.*'),
    ]);
    expect(grant('hsa-cep-rpt')[0]).toContain('GRANT SELECT_PRIV ON internal.hsa_cep_rpt.*');
    expect(grant('data-integration')[0]).toContain('DROP_PRIV ON internal.ads.*');
  });

  it('reads the warehouse as a catalogue, by the names of both name nodes', () => {
    expect(sql).toMatch(/^CREATE CATALOG IF NOT EXISTS warehouse/);
    expect(sql).toContain("'dfs.namenode.rpc-address.warehouse.nn1'='namenode-1.namenode-peers.core-mw-data-warehouse.svc.cluster.local:8020'");
  });

  it('has a password for root from the first start, and passes none as an argument', () => {
    expect(fileOf(workload(parts, 'olap-fe'), 'fe.conf')).toContain('initial_root_password = ${secret:platform/mw/olap/olap-root#password-hash}\n');
    for (const { command = [], args = [] } of workloads(parts)) expect([...command, ...args].join(' ')).not.toMatch(/ -p\S| --password/);
  });

  it('registers a back end by its stable name before it starts', () => {
    const script = fileOf(workload(parts, 'olap-be'), 'start-be.sh');
    expect(script.indexOf('ADD BACKEND')).toBeLessThan(script.indexOf('exec '));
    expect(fileOf(workload(parts, 'olap-fe'), 'fe.conf')).toContain('enable_fqdn_mode = true');
  });

  it('speaks the protocol of the edition', () => {
    expect(clientLines(olap)['olap.druid.url']).toMatch(/^jdbc:mysql:\/\/\$\{endpoint:olap:fe-mysql\}\/hsa_dss_idx\?/);
    expect(clientLines(olap, 'tencent')['olap.druid.url']).toBe('jdbc:postgresql://${endpoint:olap:postgres}/hsa_dss_idx');
  });
});

describe('graph-db', () => {
  const parts = laidOut(graphDb);

  it.each([[true, 3, 3], [false, 1, 1]])('with production %s has %d copies of each part on %d metadata nodes', (production, copies, metas) => {
    const all = laidOut(graphDb, { production });
    expect(fileOf(workload(all, 'graph-db-provision'), 'provision.ngql')).toContain(`replica_factor = ${copies}`);
    const flag = workload(all, 'graphd').args!.find((arg) => arg.startsWith('--meta_server_addrs='))!;
    expect(flag.match(/metad-\d\.metad-peers/g)).toHaveLength(metas);
  });

  it('asks for passwords, and puts its own in the place of the product\'s', () => {
    expect(workload(parts, 'graphd').args).toContain('--enable_authorize=true');
    expect(fileOf(workload(parts, 'storaged'), 'join.sh')).toContain('CHANGE PASSWORD root');
  });

  it('tells the graph service of a storage node before that starts, since it waits for it', () => {
    const storaged = workload(parts, 'storaged');
    expect(storaged.init).toMatchObject([{ name: 'join', image: 'nebula-console' }]);
    expect(targets(storaged)).toContain('graphd');
  });

  it('is measured at every process', () => {
    const exporter = workload(parts, 'graph-db-exporter');
    expect(fileOf(exporter, 'config.yaml').match(/componentType/g)).toHaveLength(8);
    expect(targets(exporter)).toEqual(['metad', 'storaged', 'graphd']);
  });
});

describe('bi-report', () => {
  const parts = laidOut(biReport);

  it('reads its secrets from files, so that no password needs quoting', () => {
    expect(fileOf(workload(parts, 'bi-report'), 'superset_config.py')).not.toContain('${');
    expect(fileOf(workload(parts, 'bi-report'), 'relational-db/password')).toBe('${secret:platform/bi-report/relational-db#password}');
  });

  it('migrates in one pod at a time', () => {
    expect(ordered(workload(parts, 'bi-report'))).toBe(true);
    expect(workload(parts, 'bi-report').init).toMatchObject([{ name: 'schema' }]);
  });

  it('gives each service a user that changes nothing', () => {
    expect(fileOf(workload(parts, 'bi-report-provision'), 'provision.sh')).toContain('--role Gamma --username hsa-dss-idx');
  });
});

describe('the data platform', () => {
  it.each(SELF_HOSTED.map((row) => [row.kind, row] as const))('%s is bought in the other editions, and its clients reach a port of what is bought', (_, row) => {
    for (const edition of ['alibaba', 'tencent'] as const) {
      const product = row.editions[edition];
      const ports = product.mode === 'managed' ? product.ports.map(({ name }) => name) : [];
      const asked = Object.values(clientLines(row, edition)).flatMap((value) => [...value.matchAll(/\$\{endpoint:[^}:]+:([^}]+)\}/g)].map(([, port]) => port));
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((port) => !ports.includes(port!))).toEqual([]);
    }
  });

  it('takes no more of the core zone than its share: 80 of 250 cores, 300 of 1000 GiB', () => {
    const sets = SELF_HOSTED.flatMap((row) => laidOut(row)).flatMap((part) => {
      if (part.part === 'custom') return part.pods.map(({ count, sizing }) => [count, sizing] as const);
      return part.part === 'workload' && part.replicas ? [part, ...(part.sidecars ?? [])].map(({ sizing }) => [part.replicas!, sizing] as const) : [];
    });
    const sum = (resource: 'cpu' | 'memory') => sets.reduce((total, [count, { requests }]) => total + count * quantity(requests[resource]), 0);
    expect(sum('cpu')).toBeLessThan(80);
    expect(sum('memory') / 2 ** 30).toBeLessThan(300);
  });
});
