/** etcd beside ZooKeeper: what APISIX keeps its routes in. Members and clients speak TLS; clients sign in by password. */
import { ownCertificate } from './certificates.ts';
import type { FileRow, Layout, Part, Port, Sizing, WorkloadPart } from '../contract.ts';
import { peerNames } from './peers.ts';
import { scaled } from './sizing.ts';

export const ETCD = 'etcd';
export const ETCD_CLIENT: Port = { name: 'etcd', port: 2379 };
const PEER: Port = { name: 'etcd-peer', port: 2380 };
const METRICS: Port = { name: 'metrics', port: 2381 };
const DATA = '/var/lib/etcd';
const TLS = '/etc/etcd/tls';

const MEMBER: Sizing = { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1', memory: '1Gi' }, source: 'D: a few thousand keys; etcd documents 2 cores and 2 GB for small clusters with hundreds of clients' };
const TOOL: Sizing = { requests: { cpu: '20m', memory: '32Mi' }, limits: { cpu: '200m', memory: '64Mi' }, source: 'D: one short-lived curl at a time' };

function member(layout: Layout): WorkloadPart {
  const hosts = peerNames(layout, ETCD, layout.replicas);
  const self = `$(POD_NAME).${ETCD}-peers.${layout.namespace}.svc.${layout.clusterDomain}`;
  const pair = (prefix: string) => [`--${prefix}cert-file=${TLS}/tls.crt`, `--${prefix}key-file=${TLS}/tls.key`];
  return {
    part: 'workload', name: ETCD, workload: 'StatefulSet', replicas: layout.replicas, image: 'etcd',
    command: ['/usr/local/bin/etcd'],
    args: [
      '--name=$(POD_NAME)', `--data-dir=${DATA}/member`,
      `--listen-client-urls=https://0.0.0.0:${ETCD_CLIENT.port}`, `--advertise-client-urls=https://${self}:${ETCD_CLIENT.port}`,
      `--listen-peer-urls=https://0.0.0.0:${PEER.port}`, `--initial-advertise-peer-urls=https://${self}:${PEER.port}`,
      `--listen-metrics-urls=http://0.0.0.0:${METRICS.port}`,
      `--initial-cluster=${hosts.map((host, index) => `${ETCD}-${index}=https://${host}:${PEER.port}`).join(',')}`,
      '--initial-cluster-state=new',
      ...pair(''), ...pair('peer-'), '--peer-client-cert-auth', `--peer-trusted-ca-file=${TLS}/ca.crt`, '--tls-min-version=TLS1.2',
      '--auto-compaction-mode=periodic', '--auto-compaction-retention=1h', '--quota-backend-bytes=2147483648',
    ],
    env: [{ name: 'POD_NAME', field: 'metadata.name' }],
    secrets: [{ secret: `${ETCD}-tls`, path: TLS }],
    storage: { size: layout.storage ?? '1Gi', path: DATA },
    ports: [ETCD_CLIENT, PEER, METRICS],
    peers: [ETCD_CLIENT.name, PEER.name],
    readiness: { type: 'http', port: 'metrics', path: '/readyz' },
    liveness: { type: 'http', port: 'metrics', path: '/livez' },
    sizing: scaled(layout, MEMBER),
  };
}

const bytes = (text: string) => Buffer.from(text).toString('base64');
const json = (value: unknown) => `${JSON.stringify(value)}\n`;

/** The service's own keys, `/<service>/...`: the range ends before the character that follows the slash. */
function accountFiles(service: string, password: string): readonly FileRow[] {
  return [
    { path: `/provision/${service}/user.json`, text: json({ name: service, password }) },
    { path: `/provision/${service}/role.json`, text: json({ name: service }) },
    { path: `/provision/${service}/permission.json`, text: json({ name: service, perm: { permType: 'READWRITE', key: bytes(`/${service}/`), range_end: bytes(`/${service}0`) } }) },
    { path: `/provision/${service}/grant.json`, text: json({ user: service, role: service }) },
  ];
}

/** What is there already stays; passwords follow the secret store. */
const script = (services: readonly string[]) => `token=
call() { curl --silent --show-error --cacert ${TLS}/ca.crt --header "Authorization: $token" --data-binary "@/provision/$2" "https://${ETCD}:${ETCD_CLIENT.port}/v3/auth/$1"; }
# an answer with an error is one, unless it says that there is nothing to do
ensure() {
  answer=$(call "$1" "$2")
  case "$answer" in *'already exists'*) ;; *'"error"'*) echo "$1: $answer" >&2; exit 1 ;; esac
}
until curl --silent --fail --cacert ${TLS}/ca.crt "https://${ETCD}:${ETCD_CLIENT.port}/version"; do sleep 5; done
answer=$(call authenticate root/user.json)
case "$answer" in *'"token"'*) token=$(echo "$answer" | sed 's/.*"token":"\\([^"]*\\)".*/\\1/') ;; esac
ensure user/add root/user.json
ensure role/add root/role.json
ensure user/grant root/grant.json
${services.map((service) => `ensure user/add ${service}/user.json
ensure user/changepw ${service}/user.json
ensure role/add ${service}/role.json
ensure role/grant ${service}/permission.json
ensure user/grant ${service}/grant.json
`).join('')}ensure enable empty.json
`;

function provision(layout: Layout): WorkloadPart {
  const { holdings } = layout;
  return {
    part: 'workload', name: `${ETCD}-provision`, workload: 'Job', image: 'curl',
    command: ['sh', '-eu', '/provision/provision.sh'],
    files: [
      { path: '/provision/provision.sh', text: script(holdings.map(({ service }) => service)) },
      { path: '/provision/empty.json', text: '{}\n' },
      { path: '/provision/root/user.json', text: json({ name: 'root', password: `\${secret:platform/mw/coordination/${ETCD}-root#password}` }) },
      { path: '/provision/root/role.json', text: json({ name: 'root' }) },
      { path: '/provision/root/grant.json', text: json({ user: 'root', role: 'root' }) },
      ...holdings.flatMap(({ tenant, service }) => accountFiles(service, `\${secret:${tenant}/${service}/coordination#password}`)),
    ],
    secrets: [{ secret: `${ETCD}-tls`, path: TLS }],
    ports: [],
    connects: [{ to: ETCD, ports: [ETCD_CLIENT.port] }],
    sizing: scaled(layout, TOOL),
  };
}

export function etcd(layout: Layout): readonly Part[] {
  return [
    { part: 'secret', name: `${ETCD}-root`, keys: ['password'] },
    ...ownCertificate(layout, { part: ETCD, client: true }),
    member(layout),
    provision(layout),
  ];
}
