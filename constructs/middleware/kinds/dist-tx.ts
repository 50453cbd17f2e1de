import type { ClientConfig, Holding, Layout, MiddlewareRow, Part, Port, Sizing } from '../contract.ts';
import type { Edition } from '../../words.ts';
import { peerNames } from '../products/peers.ts';
import { scaled } from '../products/sizing.ts';

const SERVICE: Port = { name: 'service', port: 8091 };
const CONSOLE: Port = { name: 'console', port: 7091 };
const RAFT: Port = { name: 'raft', port: 9091 };
const METRICS: Port = { name: 'metrics', port: 9898 };
const NAME = 'dist-tx';
const AUTH = `platform/mw/${NAME}/${NAME}-auth`;
const HOME = '/seata-server';

const SERVER: Sizing = { requests: { cpu: '500m', memory: '1536Mi' }, limits: { cpu: '2', memory: '2Gi' }, source: 'D: 69 settlements a second at the peak, three branches each; 1 GiB heap' };

/** The group keeps its sessions by Raft: no database and no registry on the settlement path. */
function applicationYaml(layout: Layout): string {
  const members = peerNames(layout, NAME, layout.replicas).map((host) => `${host}:${RAFT.port}`);
  return `server:
  port: ${CONSOLE.port}
spring:
  application:
    name: seata-server
logging:
  config: classpath:logback-spring.xml
  file:
    path: ${HOME}/logs
console:
  user:
    username: "\${secret:${AUTH}#username}"
    password: "\${secret:${AUTH}#password}"
seata:
  config:
    type: file
  registry:
    type: file
  server:
    service-port: ${SERVICE.port}
    enable-check-auth: true
    raft:
      group: default
      server-addr: ${members.join(',')}
      snapshot-interval: 600
      election-timeout-ms: 1000
      serialization: jackson
      compressor: none
      sync: true
  store:
    mode: raft
    file:
      dir: ${HOME}/sessionStore
  metrics:
    enabled: true
    registry-type: compact
    exporter-list: prometheus
    exporter-prometheus-port: ${METRICS.port}
  security:
    secretKey: "\${secret:${AUTH}#secretKey}"
    tokenValidityInMilliseconds: 1800000
    csrf-ignore-urls: /metadata/v1/**
    ignore:
      urls: /,/**/*.css,/**/*.js,/**/*.html,/**/*.map,/**/*.svg,/**/*.png,/**/*.ico,/api/v1/auth/login,/version.json,/health,/error,/vgroup/v1/**
`;
}

function layout(layout: Layout): readonly Part[] {
  return [
    { part: 'secret', name: `${NAME}-auth`, keys: ['username', 'password', 'secretKey'] },
    {
      part: 'workload', name: NAME, workload: 'StatefulSet', replicas: layout.replicas, image: 'seata-server',
      env: [
        { name: 'POD_NAME', field: 'metadata.name' },
        // the member of the group that it is
        { name: 'SEATA_IP', value: `$(POD_NAME).${NAME}-peers.${layout.namespace}.svc.${layout.clusterDomain}` },
        { name: 'LOG_HOME', value: `${HOME}/logs` },
        { name: 'JVM_XMS', value: '1024m' }, { name: 'JVM_XMX', value: '1024m' }, { name: 'JVM_MaxDirectMemorySize', value: '256m' },
      ],
      files: [{ path: `${HOME}/resources/application.yml`, text: applicationYaml(layout) }],
      storage: { size: layout.storage ?? '1Gi', path: `${HOME}/sessionStore` },
      writable: [{ path: `${HOME}/logs`, size: '1Gi' }],
      ports: [SERVICE, CONSOLE, RAFT, METRICS],
      peers: ['service', 'console', 'raft'],
      readiness: { type: 'http', port: 'console', path: '/health' },
      liveness: { type: 'tcp', port: 'service' },
      sizing: scaled(layout, SERVER),
    },
  ];
}

function client({ tenant, service }: Holding, edition: Edition): readonly ClientConfig[] {
  // the clouds' own clients find their service by the account
  if (edition !== 'opensource') return [];
  const secret = (property: string) => `\${secret:${tenant}/${service}/${NAME}#${property}}`;
  return [{
    path: 'tx/seata.properties',
    entries: [
      ['seata.application-id', service],
      ['seata.tx-service-group', 'hsa'],
      ['seata.service.vgroup-mapping.hsa', 'default'],
      ['seata.registry.type', 'raft'],
      ['seata.registry.raft.server-addr', `\${endpoint:${NAME}:console}`],
      ['seata.registry.raft.username', secret('username')],
      ['seata.registry.raft.password', secret('password')],
    ],
  }];
}

export const distTx: MiddlewareRow = {
  kind: NAME, zh: '分布式事务', en: 'Distributed transaction',
  zones: ['core'],
  replicas: { dev: 1, city10M: 3 },
  storage: '5Gi',
  exporter: { port: 'metrics', path: '/metrics' },
  images: { 'seata-server': { image: 'apache/seata-server', tag: '2.2.0' } },
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'Seata', layout,
      endpoint: () => ({ service: NAME, ports: [SERVICE, CONSOLE], main: 'service', pods: { 'app.kubernetes.io/name': NAME } }),
    },
    alibaba: { mode: 'managed', product: 'GTS', ports: [SERVICE] },
    tencent: { mode: 'managed', product: 'TSF TCC / DTF', ports: [SERVICE] },
  },
  client,
};
