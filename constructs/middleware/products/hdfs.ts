import type { FileRow, Layout, Port, WorkloadPart } from '../contract.ts';
import { hadoopXml, type Setting } from './hadoop-xml.ts';
import { peerNames } from './peers.ts';
import { scaled } from './sizing.ts';

/** Image of all HDFS processes. */
export const HADOOP_IMAGE = { hadoop: { image: 'apache/hadoop', tag: '3.4.1' } } as const;

export const NAME_NODE_PORTS: readonly Port[] = [{ name: 'nn-rpc', port: 8020 }, { name: 'nn-ui', port: 9870 }];
export const DATA_NODE_PORTS: readonly Port[] = [{ name: 'dn-data', port: 9866 }, { name: 'dn-ipc', port: 9867 }, { name: 'dn-http', port: 9864 }];

const CONF = '/opt/hadoop/etc/hadoop';
const LOGS = '/var/log/hadoop';
const HDFS = '/opt/hadoop/bin/hdfs';
const PROVIDER = 'org.apache.hadoop.hdfs.server.namenode.ha.ConfiguredFailoverProxyProvider';

/** Two name nodes in production, where one fails over to the other; one elsewhere. */
const nameNodeCount = ({ production }: Pick<Layout, 'production'>): number => (production ? 2 : 1);

const nameNodes = (layout: Pick<Layout, 'production' | 'namespace' | 'clusterDomain'>): readonly string[] =>
  peerNames(layout, 'namenode', nameNodeCount(layout));

export interface Hdfs {
  /** `hdfs://...`, as `fs.defaultFS` has it. */
  readonly url: string;
  /** What a client needs beside the URL. */
  readonly settings: readonly Setting[];
}

/** A file system as its clients see it. */
export function hdfsClient(layout: Pick<Layout, 'production' | 'namespace' | 'clusterDomain'>, nameservice: string): Hdfs {
  const nodes = nameNodes(layout);
  const client: readonly Setting[] = [['dfs.client.use.datanode.hostname', true]];
  if (nodes.length === 1) return { url: `hdfs://${nodes[0]}:8020`, settings: client };
  return {
    url: `hdfs://${nameservice}`,
    settings: [
      ...client,
      ['dfs.nameservices', nameservice],
      [`dfs.ha.namenodes.${nameservice}`, nodes.map((_, index) => `nn${index}`).join(',')],
      ...nodes.map((node, index): Setting => [`dfs.namenode.rpc-address.${nameservice}.nn${index}`, `${node}:8020`]),
      [`dfs.client.failover.proxy.provider.${nameservice}`, PROVIDER],
    ],
  };
}

/** The file system of another kind; `address` is its `nn-rpc` endpoint. */
export function hdfsAt(layout: Pick<Layout, 'production' | 'clusterDomain'>, address: string, nameservice: string): Hdfs {
  return hdfsClient({ ...layout, namespace: address.split('.')[1] ?? '' }, nameservice);
}

export interface HdfsOptions {
  /** Logical name of the file system, once in a zone. */
  readonly nameservice: string;
  readonly dataNodes: { readonly count: number; readonly storage: string; readonly cpu: string; readonly memory: string };
}

/** Parts of a file system; with the parts `journalnode` and fail-over by ZooKeeper in production. */
export function hdfs(layout: Layout, options: HdfsOptions): readonly WorkloadPart[] {
  const { dataNodes } = options;
  const zooKeeper = layout.endpoint('coordination', 'client');
  const highlyAvailable = layout.production;
  const files = siteFiles(layout, options, zooKeeper);
  const base = { part: 'workload', workload: 'StatefulSet', image: 'hadoop', files, user: 1000, writable: [{ path: '/tmp', size: '256Mi' }, { path: LOGS, size: '1Gi' }] } as const;
  const nameNode: WorkloadPart = {
    ...base, name: 'namenode', replicas: nameNodeCount(layout),
    command: [HDFS, 'namenode'], env: environment('HDFS_NAMENODE_OPTS', '-Xmx2g'),
    ports: NAME_NODE_PORTS, readiness: { type: 'tcp', port: 'nn-rpc' }, liveness: { type: 'tcp', port: 'nn-ui' }, startupSeconds: 900,
    sizing: scaled(layout, { requests: { cpu: '500m', memory: '3Gi' }, limits: { cpu: '2', memory: '3Gi' }, source: 'Hadoop cluster setup: about 1 GiB of heap for a million blocks; 2 GiB here' }),
    storage: { size: layout.production ? '100Gi' : '5Gi', path: '/data' },
    files: [...files, { path: '/opt/champ/format.sh', text: formatScript(highlyAvailable) }, ...(highlyAvailable ? [{ path: '/opt/champ/failover.sh', text: FAILOVER }] : [])],
    init: [{ name: 'format', image: 'hadoop', command: ['/bin/bash', '/opt/champ/format.sh'] }],
    sidecars: highlyAvailable ? [{
      name: 'failover', image: 'hadoop', command: ['/bin/bash', '/opt/champ/failover.sh'], env: environment('HDFS_ZKFC_OPTS', '-Xmx256m'), ports: [{ name: 'zkfc', port: 8019 }],
      sizing: { requests: { cpu: '50m', memory: '384Mi' }, limits: { cpu: '500m', memory: '512Mi' }, source: 'D: heart-beats only, 256 MiB heap' },
    }] : [],
    peers: [...NAME_NODE_PORTS.map(({ name }) => name), ...(highlyAvailable ? ['zkfc'] : [])],
    connects: [{ to: 'coordination', ports: [2181] }, ...(highlyAvailable ? [{ to: 'journalnode', ports: [8485, 8480] }] : [])],
  };
  const dataNode: WorkloadPart = {
    ...base, name: 'datanode', replicas: dataNodes.count,
    command: [HDFS, 'datanode'], env: environment('HDFS_DATANODE_OPTS', '-Xmx1g'),
    ports: DATA_NODE_PORTS, readiness: { type: 'tcp', port: 'dn-data' }, liveness: { type: 'tcp', port: 'dn-http' },
    sizing: scaled(layout, { requests: { cpu: dataNodes.cpu, memory: dataNodes.memory }, limits: { cpu: '4', memory: dataNodes.memory }, source: 'D: 1 GiB heap, the rest for transfer buffers' }),
    storage: { size: dataNodes.storage, path: '/data' },
    peers: ['dn-data', 'dn-ipc'],
    connects: [{ to: 'namenode', ports: [8020] }],
  };
  const journalNode: WorkloadPart = {
    ...base, name: 'journalnode', replicas: 3,
    command: [HDFS, 'journalnode'], env: environment('HDFS_JOURNALNODE_OPTS', '-Xmx512m'),
    ports: [{ name: 'jn-rpc', port: 8485 }, { name: 'jn-http', port: 8480 }], readiness: { type: 'tcp', port: 'jn-rpc' }, liveness: { type: 'tcp', port: 'jn-http' },
    sizing: scaled(layout, { requests: { cpu: '100m', memory: '768Mi' }, limits: { cpu: '1', memory: '768Mi' }, source: 'Hadoop HA with QJM: journal nodes are lightweight; 512 MiB heap' }),
    storage: { size: '20Gi', path: '/data' },
    peers: ['jn-rpc', 'jn-http'],
  };
  return highlyAvailable ? [journalNode, nameNode, dataNode] : [nameNode, dataNode];
}

function environment(options: string, heap: string): NonNullable<WorkloadPart['env']> {
  return [{ name: 'HADOOP_CONF_DIR', value: CONF }, { name: 'HADOOP_LOG_DIR', value: LOGS }, { name: 'HADOOP_PID_DIR', value: '/tmp' }, { name: options, value: heap }];
}

function siteFiles(layout: Layout, { nameservice, dataNodes }: HdfsOptions, zooKeeper: string): readonly FileRow[] {
  const { url, settings } = hdfsClient(layout, nameservice);
  const nodes = nameNodes(layout);
  const journals = peerNames(layout, 'journalnode', 3).map((node) => `${node}:8485`).join(';');
  const failover: readonly Setting[] = layout.production ? [
    ...nodes.map((node, index): Setting => [`dfs.namenode.http-address.${nameservice}.nn${index}`, `${node}:9870`]),
    ['dfs.namenode.shared.edits.dir', `qjournal://${journals}/${nameservice}`],
    ['dfs.ha.automatic-failover.enabled', true],
    // the journal nodes refuse a former writer, so nothing else must be fenced
    ['dfs.ha.fencing.methods', 'shell(/bin/true)'],
  ] : [['dfs.namenode.rpc-address', `${nodes[0]}:8020`]];
  return [
    { path: `${CONF}/core-site.xml`, text: hadoopXml([['fs.defaultFS', url], ['hadoop.tmp.dir', '/tmp/hadoop'], ...(layout.production ? [['ha.zookeeper.quorum', zooKeeper] as const] : [])]) },
    {
      path: `${CONF}/hdfs-site.xml`,
      text: hadoopXml([
        ...settings,
        ...failover,
        ['dfs.replication', Math.min(3, dataNodes.count)],
        ['dfs.namenode.name.dir', '/data/name'],
        ['dfs.datanode.data.dir', '/data/blocks'],
        ['dfs.journalnode.edits.dir', '/data/journal'],
        ['dfs.namenode.rpc-bind-host', '0.0.0.0'],
        ['dfs.namenode.http-bind-host', '0.0.0.0'],
        // pods change their addresses, never their names
        ['dfs.namenode.datanode.registration.ip-hostname-check', false],
        ['dfs.datanode.use.datanode.hostname', true],
        ['dfs.permissions.superusergroup', 'hadoop'],
        // a tenth of a volume stays free, so that a full one never stops a node
        ['dfs.datanode.du.reserved.pct', 10],
      ]),
    },
  ];
}

/** Formats the first name node once; when the journal already holds a file system, and on all others, it copies that. */
function formatScript(highlyAvailable: boolean): string {
  const copy = `${HDFS} namenode -bootstrapStandby -nonInteractive`;
  return [
    'set -eu',
    `export HADOOP_CONF_DIR=${CONF} HADOOP_LOG_DIR=${LOGS} HADOOP_PID_DIR=/tmp`,
    'if [ -f /data/name/current/VERSION ]; then exit 0; fi',
    ...(highlyAvailable
      ? ['case "$HOSTNAME" in', `  *-0) ${HDFS} namenode -format -nonInteractive || ${copy} ;;`, `  *) until ${copy}; do sleep 5; done ;;`, 'esac']
      : [`${HDFS} namenode -format -nonInteractive`]),
    '',
  ].join('\n');
}

/** Formatting what is there already changes nothing and ends with an error. */
const FAILOVER = `${HDFS} zkfc -formatZK -nonInteractive || true\nexec ${HDFS} zkfc\n`;
