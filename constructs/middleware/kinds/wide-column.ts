import type { FileRow, Layout, MiddlewareRow, Part, Port, WorkloadPart } from '../contract.ts';
import { hadoopXml } from '../products/hadoop-xml.ts';
import { HADOOP_IMAGE, hdfs, hdfsClient } from '../products/hdfs.ts';
import { scaled } from '../products/sizing.ts';

const NAMESERVICE = 'wide';
const CONF = '/etc/hbase';
const HBASE = '/opt/hbase/bin/hbase';
const MASTER_PORTS: readonly Port[] = [{ name: 'master', port: 16000 }, { name: 'master-ui', port: 16010 }];
const REGION_PORTS: readonly Port[] = [{ name: 'rs', port: 16020 }, { name: 'rs-ui', port: 16030 }];

/** HBase on a file system of its own: a large job in the warehouse never slows a look-up of a fee detail. */
export const wideColumn: MiddlewareRow = {
  kind: 'wide-column', zh: '宽表存储', en: 'Wide-column store',
  zones: ['core'],
  replicas: { dev: 1, city10M: 5 },
  storage: '5Ti',
  // its project publishes no image: built on site from the release archive, unpacked at /opt/hbase
  images: { hbase: { image: 'champ/hbase', tag: '2.6.3' }, ...HADOOP_IMAGE },
  needs: ['coordination'],
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'HBase',
      layout: (layout) => [
        ...hdfs(layout, { nameservice: NAMESERVICE, dataNodes: { count: layout.replicas, storage: layout.storage ?? '1Gi', cpu: '500m', memory: '2Gi' } }),
        ...hbase(layout),
      ],
      endpoint: () => ({
        service: 'hbase-master', main: 'master', pods: {},
        ports: [...MASTER_PORTS, ...REGION_PORTS.map((port) => ({ ...port, service: 'regionserver' }))],
      }),
    },
    alibaba: { mode: 'managed', product: 'Lindorm / HBase', ports: [{ name: 'hbase', port: 30020 }] },
    tencent: { mode: 'managed', product: 'TBDS HBase', ports: [...MASTER_PORTS, ...REGION_PORTS] },
  },
  client: ({ tenant, service }, edition) => [{
    path: 'data/wide-column.properties',
    entries: [
      ...(edition === 'alibaba'
        ? [
          ['hbase.zookeeper.quorum', '${endpoint:wide-column:hbase}'],
          ['hbase.client.username', `\${secret:${tenant}/${service}/wide-column#username}`],
          ['hbase.client.password', `\${secret:${tenant}/${service}/wide-column#password}`],
        ] as const
        : [
          // the registry of the masters, so that clients need no ZooKeeper
          ['hbase.client.registry.impl', 'org.apache.hadoop.hbase.client.MasterRegistry'],
          ['hbase.masters', '${endpoint:wide-column:master}'],
        ] as const),
      ['hbase.namespace', namespaceOf(service)],
    ],
  }],
};

const namespaceOf = (service: string): string => service.replaceAll('-', '_');

function hbase(layout: Layout): readonly Part[] {
  const files: readonly FileRow[] = siteFiles(layout);
  const base = {
    part: 'workload', image: 'hbase', user: 1000, files,
    writable: [{ path: '/tmp', size: '1Gi' }, { path: '/var/log/hbase', size: '1Gi' }],
  } as const;
  const hdfsFlows = [{ to: 'coordination', ports: [2181] }, { to: 'namenode', ports: [8020] }, { to: 'datanode', ports: [9866, 9867] }] as const;
  const master: WorkloadPart = {
    ...base, name: 'hbase-master', workload: 'StatefulSet', replicas: layout.production ? 2 : 1,
    command: [HBASE, 'master', 'start'], env: environment('1g'),
    // a standby master answers on its port and on its page as well
    ports: MASTER_PORTS, readiness: { type: 'tcp', port: 'master' }, liveness: { type: 'tcp', port: 'master-ui' },
    sizing: scaled(layout, { requests: { cpu: '500m', memory: '1536Mi' }, limits: { cpu: '2', memory: '2Gi' }, source: 'HBase reference guide: the master needs little; 1 GiB heap' }),
    peers: ['master'],
    connects: [...hdfsFlows, { to: 'regionserver', ports: [16020] }],
  };
  const regionServer: WorkloadPart = {
    ...base, name: 'regionserver', workload: 'StatefulSet', replicas: layout.replicas,
    command: [HBASE, 'regionserver', 'start'], env: environment('5g'),
    ports: REGION_PORTS, readiness: { type: 'tcp', port: 'rs' }, liveness: { type: 'tcp', port: 'rs-ui' },
    sizing: scaled(layout, { requests: { cpu: '1500m', memory: '7Gi' }, limits: { cpu: '4', memory: '7Gi' }, source: 'D: 5 GiB heap, of which 40 % block cache; fee details of closed years are read seldom' }),
    // regions are given back before the process ends
    graceSeconds: 180,
    peers: ['rs'],
    connects: [...hdfsFlows, { to: 'hbase-master', ports: [16000] }],
  };
  const namespaces = layout.holdings.map(({ service }) => namespaceOf(service));
  const provision: WorkloadPart = {
    ...base, name: 'wide-column-provision', workload: 'Job', command: [HBASE, 'shell', '-n', '/opt/champ/namespaces.rb'], env: environment('512m'), ports: [],
    files: [...files, { path: '/opt/champ/namespaces.rb', text: `${JSON.stringify(namespaces)}.each do |name|\n  begin\n    create_namespace name\n  rescue => error\n    raise error unless error.message =~ /exist/i\n  end\nend\n` }],
    sizing: { requests: { cpu: '100m', memory: '768Mi' }, limits: { cpu: '1', memory: '1Gi' }, source: 'D: a command-line client with 512 MiB heap' },
    connects: [...hdfsFlows, { to: 'hbase-master', ports: [16000] }, { to: 'regionserver', ports: [16020] }],
  };
  return [master, regionServer, ...(namespaces.length > 0 ? [provision] : [])];
}

function environment(heap: string): NonNullable<WorkloadPart['env']> {
  return [
    { name: 'HBASE_CONF_DIR', value: CONF }, { name: 'HBASE_LOG_DIR', value: '/var/log/hbase' }, { name: 'HBASE_PID_DIR', value: '/tmp' },
    { name: 'HBASE_MANAGES_ZK', value: 'false' }, { name: 'HBASE_HEAPSIZE', value: heap },
    // owner of the file system, since there is no Kerberos between the two
    { name: 'HADOOP_USER_NAME', value: 'hadoop' },
  ];
}

function siteFiles(layout: Layout): readonly FileRow[] {
  const { url, settings } = hdfsClient(layout, NAMESERVICE);
  const [host = '', port = ''] = layout.endpoint('coordination', 'client').split(':');
  return [
    { path: `${CONF}/core-site.xml`, text: hadoopXml([['fs.defaultFS', url]]) },
    { path: `${CONF}/hdfs-site.xml`, text: hadoopXml(settings) },
    {
      path: `${CONF}/hbase-site.xml`,
      text: hadoopXml([
        ['hbase.cluster.distributed', true],
        ['hbase.rootdir', `${url}/hbase`],
        ['hbase.zookeeper.quorum', host],
        ['hbase.zookeeper.property.clientPort', port],
        ['zookeeper.znode.parent', '/hbase'],
        ['hbase.tmp.dir', '/tmp/hbase'],
        // a region server knows its stable name; the reverse look-up of its address may give another
        ['hbase.regionserver.hostname.disable.master.reversedns', true],
        ['hbase.regionserver.handler.count', 60],
        ['hfile.block.cache.size', '0.4'],
        ['hbase.unsafe.stream.capability.enforce', true],
      ]),
    },
    { path: `${CONF}/log4j2.properties`, text: LOGGING },
  ];
}

/** To the container's output, which the zone's log agent reads. */
const LOGGING = `status = warn
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{ISO8601} %-5p [%t] %c{2}: %m%n
rootLogger = INFO,console
`;
