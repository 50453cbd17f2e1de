import type { FileRow, Layout, MiddlewareRow, Part, Port, WorkloadPart } from '../contract.ts';
import { peerNames } from '../products/peers.ts';
import { scaled } from '../products/sizing.ts';

const GRAPH_PORTS: readonly Port[] = [{ name: 'graphd', port: 9669 }, { name: 'graphd-http', port: 19669 }];
const META_PORTS: readonly Port[] = [{ name: 'metad', port: 9559 }, { name: 'metad-raft', port: 9560 }, { name: 'metad-http', port: 19559 }];
const STORAGE_PORTS: readonly Port[] = [
  { name: 'storaged', port: 9779 }, { name: 'storaged-raft', port: 9780 }, { name: 'storaged-admin', port: 9778 }, { name: 'storaged-http', port: 19779 },
];
const BIN = '/usr/local/nebula/bin';
const TAG = 'v3.8.0';

/** Graph of a service, and its account's name. */
const spaceOf = (service: string): string => service.replaceAll('-', '_');

export const graphDb: MiddlewareRow = {
  kind: 'graph-db', zh: '图数据库', en: 'Graph database',
  zones: ['core'],
  replicas: { dev: 1, city10M: 3 },
  storage: '500Gi',
  exporter: { port: 'metrics', path: '/metrics' },
  images: {
    'nebula-metad': { image: 'vesoft/nebula-metad', tag: TAG }, 'nebula-storaged': { image: 'vesoft/nebula-storaged', tag: TAG }, 'nebula-graphd': { image: 'vesoft/nebula-graphd', tag: TAG },
    'nebula-console': { image: 'vesoft/nebula-console', tag: TAG }, 'nebula-exporter': { image: 'vesoft/nebula-stats-exporter', tag: 'v3.3.0' },
  },
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'NebulaGraph', layout: nebula,
      endpoint: () => ({ service: 'graphd', main: 'graphd', ports: GRAPH_PORTS, pods: { 'app.kubernetes.io/name': 'graphd' } }),
    },
    alibaba: { mode: 'managed', product: 'GDB', ports: [{ name: 'gremlin', port: 8182 }] },
    tencent: { mode: 'managed', product: 'TGDB', ports: [{ name: 'gremlin', port: 8182 }] },
  },
  client: ({ tenant, service }, edition) => [{
    path: 'data/graph.properties',
    entries: [
      ...(edition === 'opensource' ? [['graph.addresses', '${endpoint:graph-db:graphd}'], ['graph.space', spaceOf(service)]] as const : [['graph.gremlin.address', '${endpoint:graph-db:gremlin}']] as const),
      ['graph.username', `\${secret:${tenant}/${service}/graph-db#username}`],
      ['graph.password', `\${secret:${tenant}/${service}/graph-db#password}`],
    ],
  }],
};

function nebula(layout: Layout): readonly Part[] {
  const metas = layout.production ? 3 : 1;
  const graphs = layout.production ? 2 : 1;
  const flags = (name: string, extra: readonly string[]): readonly string[] => [
    '--daemonize=false', '--containerized=true', '--pid_file=/tmp/nebula.pid', '--log_dir=/logs', '--redirect_stdout=false', '--stderrthreshold=0', '--log_clean_days=3',
    `--meta_server_addrs=${peerNames(layout, 'metad', metas).map((host) => `${host}:9559`).join(',')}`,
    // the kubelet puts the pod's name in
    `--local_ip=$(POD_NAME).${name}-peers.${layout.namespace}.svc.${layout.clusterDomain}`,
    '--ws_ip=0.0.0.0', ...extra,
  ];
  const base = {
    part: 'workload', workload: 'StatefulSet', user: 10001, env: [{ name: 'POD_NAME', field: 'metadata.name' }], writable: [{ path: '/tmp', size: '64Mi' }, { path: '/logs', size: '2Gi' }],
  } as const;
  const metad: WorkloadPart = {
    ...base, name: 'metad', image: 'nebula-metad', replicas: metas,
    command: [`${BIN}/nebula-metad`], args: flags('metad', ['--port=9559', '--ws_http_port=19559', '--data_path=/data/meta', `--default_replica_factor=${Math.min(3, layout.replicas)}`]),
    ports: META_PORTS, readiness: { type: 'http', port: 'metad-http', path: '/status' }, liveness: { type: 'tcp', port: 'metad-http' },
    sizing: scaled(layout, { requests: { cpu: '200m', memory: '512Mi' }, limits: { cpu: '1', memory: '1Gi' }, source: 'D: metadata of a handful of spaces' }),
    storage: { size: layout.production ? '20Gi' : '1Gi', path: '/data' },
    peers: META_PORTS.map(({ name }) => name),
    connects: [{ to: 'storaged', ports: [9778, 19779] }],
  };
  const storaged: WorkloadPart = {
    ...base, name: 'storaged', image: 'nebula-storaged', replicas: layout.replicas,
    command: [`${BIN}/nebula-storaged`], args: flags('storaged', ['--port=9779', '--ws_http_port=19779', '--data_path=/data/storage', '--rocksdb_block_cache=1024']),
    ports: STORAGE_PORTS, readiness: { type: 'http', port: 'storaged-http', path: '/status' }, liveness: { type: 'tcp', port: 'storaged-http' },
    sizing: scaled(layout, { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '4', memory: '4Gi' }, source: 'D: 1 GiB of block cache and the memory of RocksDB for three spaces of some ten million edges' }),
    storage: { size: layout.storage ?? '1Gi', path: '/data' },
    // it waits, not ready, until a graph service has been told of it
    init: [{ name: 'join', image: 'nebula-console', command: ['/bin/sh', '/opt/champ/join.sh'] }],
    files: [{ path: '/opt/champ/join.sh', text: joinScript(layout) }, ...ROOT],
    peers: STORAGE_PORTS.map(({ name }) => name),
    connects: [{ to: 'metad', ports: [9559] }, { to: 'graphd', ports: [9669] }],
  };
  const graphd: WorkloadPart = {
    ...base, name: 'graphd', image: 'nebula-graphd', replicas: graphs,
    command: [`${BIN}/nebula-graphd`], args: flags('graphd', ['--port=9669', '--ws_http_port=19669', '--enable_authorize=true', '--auth_type=password', '--session_idle_timeout_secs=3600']),
    ports: GRAPH_PORTS, readiness: { type: 'http', port: 'graphd-http', path: '/status' }, liveness: { type: 'tcp', port: 'graphd-http' },
    sizing: scaled(layout, { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '4', memory: '2Gi' }, source: 'D: intermediate results of searches for rings, four hops at most' }),
    connects: [{ to: 'metad', ports: [9559] }, { to: 'storaged', ports: [9779] }],
  };
  const provision: WorkloadPart = {
    part: 'workload', name: 'graph-db-provision', workload: 'Job', image: 'nebula-console', user: 10001,
    command: ['/bin/sh', '-c', `${CONSOLE} -p "$(cat /etc/nebula/password)" -f /opt/champ/provision.ngql`], ports: [],
    sizing: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '128Mi' }, source: 'D: a command-line client' },
    files: [...ROOT, { path: '/opt/champ/provision.ngql', text: provisionScript(layout) }],
    connects: [{ to: 'graphd', ports: [9669] }],
  };
  return [metad, storaged, graphd, exporter(layout, { metad: metas, storaged: layout.replicas, graphd: graphs }), ...(layout.holdings.length > 0 ? [provision] : [])];
}

/** The password of `root`, and the one that the product starts with until the first back end has joined. */
const ROOT: readonly FileRow[] = [
  { path: '/etc/nebula/password', text: '${secret:platform/mw/graph-db/root#password}' },
  { path: '/etc/nebula/initial-password', text: '${secret:platform/mw/graph-db/root#initial-password}' },
];

const CONSOLE = 'nebula-console -addr graphd -port 9669 -u root';

function joinScript(layout: Layout): string {
  return `new=$(cat /etc/nebula/password)
old=$(cat /etc/nebula/initial-password)
self="$HOSTNAME.storaged-peers.${layout.namespace}.svc.${layout.clusterDomain}"
until ${CONSOLE} -p "$new" -e 'SHOW HOSTS STORAGE' | grep -qF "$self"; do
  ${CONSOLE} -p "$new" -e "ADD HOSTS \\"$self\\":9779" \\
    || ${CONSOLE} -p "$old" -e "CHANGE PASSWORD root FROM '$old' TO '$new'" > /dev/null || sleep 5
done
`;
}

/** A space and an account for each service; accounts write data, the platform team changes the schema. Names of accounts have 16 characters at most. */
function provisionScript(layout: Layout): string {
  const spaces = layout.holdings.map(({ service }) => `CREATE SPACE IF NOT EXISTS ${spaceOf(service)} (partition_num = ${layout.production ? 30 : 5}, replica_factor = ${Math.min(3, layout.replicas)}, vid_type = FIXED_STRING(64));\n`);
  const accounts = layout.holdings.map(({ tenant, service, access }) => {
    const name = `\`\${secret:${tenant}/${service}/graph-db#username}\``;
    const password = `"\${secret:${tenant}/${service}/graph-db#password}"`;
    const role = access === 'readOnly' ? 'GUEST' : 'USER';
    return `CREATE USER IF NOT EXISTS ${name} WITH PASSWORD ${password};\nALTER USER ${name} WITH PASSWORD ${password};\nGRANT ROLE ${role} ON ${spaceOf(service)} TO ${name};\n`;
  });
  // a new space is known to all after two heart-beats
  return [...spaces, ':sleep 20\n', ...accounts].join('');
}

/** One process that reads all others. */
function exporter(layout: Layout, counts: Readonly<Record<'metad' | 'storaged' | 'graphd', number>>): WorkloadPart {
  const http = { metad: 19559, storaged: 19779, graphd: 19669 } as const;
  const kinds = ['metad', 'storaged', 'graphd'] as const;
  const instances = kinds.flatMap((kind) => peerNames(layout, kind, counts[kind]).map((host, index) =>
    `  - name: ${kind}-${index}\n    endpointIP: ${host}\n    endpointPort: ${http[kind]}\n    componentType: ${kind}\n`));
  return {
    part: 'workload', name: 'graph-db-exporter', workload: 'Deployment', replicas: 1, image: 'nebula-exporter', user: 10001,
    args: ['--bare-metal', '--bare-metal-config=/etc/nebula-exporter/config.yaml', '--listen-address=:9200'],
    ports: [{ name: 'metrics', port: 9200 }], readiness: { type: 'tcp', port: 'metrics' }, liveness: { type: 'tcp', port: 'metrics' },
    sizing: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' }, source: 'D: eight targets, twice a minute' },
    files: [{ path: '/etc/nebula-exporter/config.yaml', text: `clusters:\n- name: graph-db\n  instances:\n${instances.join('')}` }],
    connects: kinds.map((kind) => ({ to: kind, ports: [http[kind]] })),
  };
}
