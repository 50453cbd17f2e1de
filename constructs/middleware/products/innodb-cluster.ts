/** A MySQL InnoDB Cluster: replicating servers, and routers that send clients to the primary. Used by each database kind. */
import type { CustomPart, Endpoint, Layout, Part, Port, Sizing } from '../contract.ts';
import { apart, claim, podSizing, resources } from './operator-pods.ts';
import { scaled } from './sizing.ts';

/** The operator composes image names from repository and version; `podSpec` pins what it makes by digest. */
export const MYSQL_IMAGES = {
  'mysql-server': { image: 'mysql/community-server', tag: '8.4.6' },
  'mysql-router': { image: 'mysql/community-router', tag: '8.4.6' },
  'mysql-operator': { image: 'mysql/community-operator', tag: '9.6.0-2.2.7' },
  'mysqld-exporter': { image: 'prom/mysqld-exporter', tag: 'v0.18.0' },
} as const;

export interface InnoDbCluster {
  readonly name: string;
  /** Name of the SecretPart with the root account; clusters of one kind may share it. */
  readonly root: string;
  readonly instances: number;
  readonly routers: number;
  readonly storage: string;
  readonly server: Sizing;
  /** About two thirds of the server's memory. */
  readonly bufferPool: string;
  readonly maxConnections: number;
}

export const MYSQL_USER = 27;
export const METRICS: Port = { name: 'metrics', port: 9104 };
const SERVER_PORTS: readonly Port[] = [{ name: 'mysql', port: 3306 }, { name: 'mysqlx', port: 33060 }, { name: 'gr-xcom', port: 33061 }, METRICS];
/** Of the routers: the Service also maps 3306 to the first, but policies see the ports of pods, so clients use those. */
const PRIMARY: Port = { name: 'mysql', port: 6446 };
const ROUTER_PORTS: readonly Port[] = [
  PRIMARY, { name: 'mysqlx', port: 6448 }, { name: 'mysql-ro', port: 6447 }, { name: 'mysqlx-ro', port: 6449 }, { name: 'mysql-rw-split', port: 6450 }, { name: 'router-rest', port: 8443 },
];
const CLIENT_PORTS = ROUTER_PORTS.slice(0, 2);
export const PRIMARY_PORT = PRIMARY.port;
const LABEL_SOURCE = 'MySQL Operator: templates in mysqloperator/controller/innodbcluster/cluster_objects.py and router_objects.py';

const ROUTER: Sizing = { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' }, source: 'D: MySQL Router forwards packets; some MiB for each hundred connections' };
const SIDECAR: Sizing = { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' }, source: 'D: MySQL Shell in Python, idle but for failovers' };
const EXPORTER: Sizing = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' }, source: 'D: one scrape every half minute' };

/** Empty directories that the operator makes without a bound. */
const SCRATCH = {
  mycnfdata: '16Mi', rundir: '16Mi', varlibmysqlfiles: '16Mi', shellhome: '256Mi', 'initconf-tmp': '64Mi', 'initmysql-tmp': '64Mi', 'mysql-tmp': '4Gi', 'sidecar-tmp': '256Mi',
} as const;

const bounded = (scratch: Readonly<Record<string, string>>) => Object.entries(scratch).map(([name, sizeLimit]) => ({ name, emptyDir: { sizeLimit } }));

function mycnf({ bufferPool, maxConnections }: InnoDbCluster): string {
  return [
    '[mysqld]',
    'character_set_server=utf8mb4',
    'collation_server=utf8mb4_0900_ai_ci',
    'default_time_zone=+08:00',
    `innodb_buffer_pool_size=${bufferPool}`,
    `max_connections=${maxConnections}`,
    '# group replication refuses tables without a primary key, and some delivered scripts have them',
    'sql_generate_invisible_primary_key=ON',
    'slow_query_log=ON',
    'long_query_time=1',
    '',
  ].join('\n');
}

/** Labels of the routers: what clients connect to. */
export function routerLabels(name: string) {
  return { component: 'mysqlrouter', tier: 'mysql', 'mysql.oracle.com/cluster': name } as const;
}

export function innodbCluster(layout: Layout, cluster: InnoDbCluster): CustomPart {
  const { name, instances, routers, storage } = cluster;
  const server = scaled(layout, cluster.server);
  const [sidecar, exporter, router] = [scaled(layout, SIDECAR), scaled(layout, EXPORTER), scaled(layout, ROUTER)];
  const [mysqlImage, operatorImage, routerImage] = [layout.image('mysql-server'), layout.image('mysql-operator'), layout.image('mysql-router')];
  const seccomp = { seccompProfile: { type: 'RuntimeDefault' } };
  const serverLabels = { component: 'mysqld', tier: 'mysql', 'mysql.oracle.com/cluster': name } as const;
  return {
    part: 'custom', apiVersion: 'mysql.oracle.com/v2', kind: 'InnoDBCluster', name,
    spec: {
      secretName: cluster.root,
      tlsUseSelfSigned: true,
      instances,
      ...named(mysqlImage),
      imagePullPolicy: 'IfNotPresent',
      baseServerId: 1000,
      mycnf: mycnf(cluster),
      metrics: { enable: true, image: layout.image('mysqld-exporter') },
      datadirVolumeClaimTemplate: claim(layout, storage),
      podSpec: {
        ...apart(layout, serverLabels),
        securityContext: seccomp,
        initContainers: [
          {
            // it would change owners as root; the volume already belongs to the pod's fsGroup
            name: 'fixdatadir', image: operatorImage, command: ['true'], resources: resources(sidecar),
            // lists merge as a whole and may not be empty; this capability is the one that restricted allows, and gives a user nothing
            securityContext: { runAsNonRoot: true, runAsUser: MYSQL_USER, runAsGroup: MYSQL_USER, capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] } },
          },
          { name: 'initconf', image: operatorImage, resources: resources(sidecar) },
          { name: 'initmysql', image: mysqlImage, resources: resources(server) },
        ],
        containers: [
          { name: 'sidecar', image: operatorImage, resources: resources(sidecar) },
          { name: 'mysql', image: mysqlImage, resources: resources(server) },
          { name: 'metrics', resources: resources(exporter) },
        ],
        volumes: bounded(SCRATCH),
      },
      router: {
        instances: routers,
        version: named(routerImage).version,
        podSpec: {
          ...apart(layout, routerLabels(name)),
          automountServiceAccountToken: false,
          securityContext: seccomp,
          containers: [{ name: 'router', image: routerImage, resources: resources(router) }],
          volumes: bounded({ tmpdir: '64Mi' }),
        },
      },
    },
    pods: [
      {
        name, count: instances, labels: serverLabels, labelSource: LABEL_SOURCE, sizing: podSizing(server, sidecar, exporter), containers: 3,
        ports: SERVER_PORTS, peers: ['mysql', 'mysqlx', 'gr-xcom'], api: true, storage,
      },
      { name: `${name}-router`, count: routers, labels: routerLabels(name), labelSource: LABEL_SOURCE, sizing: router, containers: 1, ports: ROUTER_PORTS },
    ],
    services: [{ name, ports: ROUTER_PORTS }, { name: `${name}-instances`, ports: SERVER_PORTS }],
    secrets: [{ name: `${name}-privsecrets`, keys: ['clusterAdminUsername', 'clusterAdminPassword'] }, { name: `${name}-router`, keys: ['routerUsername', 'routerPassword'] }, { name: `${name}-sidecar-sa`, keys: [] }],
    operator: { id: 'mysql-operator', ports: [3306, 33060] },
  };
}

/** The root account that the operator makes the cluster with. */
export function rootSecret(name: string): Part {
  return { part: 'secret', name, keys: ['rootUser', 'rootHost', 'rootPassword'] };
}

export function innodbEndpoint(name: string): Endpoint {
  return { service: name, ports: CLIENT_PORTS, main: 'mysql', pods: routerLabels(name) };
}

/** Repository and version of `<repository>/community-server:<version>[@digest]`. */
function named(image: string): { readonly imageRepository: string; readonly version: string } {
  const [, imageRepository = '', version = ''] = /^(.*)\/[^/:]+(?::([^@]+))?(?:@.*)?$/.exec(image) ?? [];
  return { imageRepository, version };
}
