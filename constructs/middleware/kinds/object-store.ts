import { accountSecret } from '../products/accounts.ts';
import type { ClientConfig, Holding, Layout, MiddlewareRow, Part, Port, Sizing, WorkloadPart } from '../contract.ts';
import type { Edition } from '../../words.ts';
import { bucketOf, provisionFiles } from '../products/buckets.ts';
import { fileFerry } from '../products/file-ferry.ts';
import { scaled } from '../products/sizing.ts';

const S3: Port = { name: 's3', port: 9000 };
const CONSOLE: Port = { name: 'console', port: 9001 };
const METRICS: Port = { name: 'metrics', port: 9464 };
const NAME = 'object-store';

const SERVER: Readonly<Record<Layout['zone'], Sizing>> = {
  core: { requests: { cpu: '2', memory: '8Gi' }, limits: { cpu: '4', memory: '8Gi' }, source: 'D: e-bills, images and statement files; RustFS asks for 4 cores and more only for throughput beyond 10 Gbit/s' },
  public: { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '4', memory: '4Gi' }, source: 'D: files of the halls and of providers' },
};
const COLLECTOR: Sizing = { requests: { cpu: '50m', memory: '96Mi' }, limits: { cpu: '250m', memory: '192Mi' }, source: 'D: a few hundred series a pod' };
const PROVISION: Sizing = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '128Mi' }, source: 'D: a command-line client' };

/** The server pushes its metrics; the sidecar turns them into something to scrape. */
const COLLECTOR_CONFIG = `receivers:
  otlp:
    protocols:
      http:
        endpoint: 127.0.0.1:4318
exporters:
  prometheus:
    endpoint: 0.0.0.0:${METRICS.port}
    resource_to_telemetry_conversion:
      enabled: true
service:
  pipelines:
    metrics:
      receivers: [otlp]
      exporters: [prometheus]
`;

/** One volume a member; with four members any one may be lost. */
function server(layout: Layout): WorkloadPart {
  const { replicas, namespace, clusterDomain } = layout;
  const domain = `${NAME}-peers.${namespace}.svc.${clusterDomain}`;
  return {
    part: 'workload', name: NAME, workload: 'StatefulSet', replicas, image: 'rustfs', user: 10001,
    command: ['/usr/bin/rustfs'],
    env: [
      { name: 'POD_NAME', field: 'metadata.name' },
      ...(replicas > 1
        ? [{ name: 'RUSTFS_VOLUMES', value: `http://${NAME}-{0...${replicas - 1}}.${domain}:${S3.port}/data` }, { name: 'RUSTFS_LOCAL_ENDPOINT_HOST', value: `$(POD_NAME).${domain}` }]
        : [{ name: 'RUSTFS_VOLUMES', value: '/data' }]),
      { name: 'RUSTFS_ADDRESS', value: `:${S3.port}` },
      { name: 'RUSTFS_CONSOLE_ENABLE', value: 'true' },
      { name: 'RUSTFS_CONSOLE_ADDRESS', value: `:${CONSOLE.port}` },
      { name: 'RUSTFS_ACCESS_KEY_FILE', value: '/root-account/accessKey' },
      { name: 'RUSTFS_SECRET_KEY_FILE', value: '/root-account/secretKey' },
      // empty: to standard output
      { name: 'RUSTFS_OBS_LOG_DIRECTORY', value: '' },
      { name: 'RUSTFS_OBS_METRIC_ENDPOINT', value: 'http://127.0.0.1:4318/v1/metrics' },
      { name: 'RUSTFS_OBS_METRICS_EXPORT_ENABLED', value: 'true' },
      { name: 'RUSTFS_OBS_TRACES_EXPORT_ENABLED', value: 'false' },
      { name: 'RUSTFS_OBS_LOGS_EXPORT_ENABLED', value: 'false' },
    ],
    files: [{ path: '/etc/otelcol/config.yaml', text: COLLECTOR_CONFIG }],
    secrets: [{ secret: `${NAME}-root`, path: '/root-account' }],
    storage: { size: layout.storage ?? '1Gi', path: '/data' },
    ports: [S3, CONSOLE],
    peers: ['s3'],
    readiness: { type: 'http', port: 's3', path: '/health/ready' },
    liveness: { type: 'http', port: 's3', path: '/health' },
    sizing: scaled(layout, SERVER[layout.zone]),
    sidecars: [{ name: 'metrics', image: 'otel-collector', args: ['--config=/etc/otelcol/config.yaml'], ports: [METRICS], sizing: scaled(layout, COLLECTOR) }],
  };
}

/** Words of each edition's adapter. */
const ADAPTER: Readonly<Record<Edition, readonly [endpoint: string, accessKey: string, secretKey: string]>> = {
  opensource: ['mio.endpoint', 'mio.accessKey', 'mio.secretKey'],
  alibaba: ['oss.endpoint', 'oss.accessKeyId', 'oss.secretAccessKey'],
  tencent: ['cos.endpoint', 'cos.accessKey', 'cos.secretKey'],
};

function client(holding: Holding, edition: Edition): readonly ClientConfig[] {
  const [endpoint, accessKey, secretKey] = ADAPTER[edition];
  const address = `${edition === 'opensource' ? 'http' : 'https'}://\${endpoint:${NAME}:s3}`;
  return [{
    path: 'fsstore/fsstore.properties',
    entries: [
      ['fsstore.url', `${address}/`],
      ['fsstore.bucket', bucketOf(holding)],
      [endpoint, address],
      [accessKey, accountSecret(holding, NAME, 'username')],
      [secretKey, accountSecret(holding, NAME, 'password')],
    ],
  }];
}

export const objectStore: MiddlewareRow = {
  kind: NAME, zh: '对象存储', en: 'Object store',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 4 },
  storage: '10Ti',
  exporter: { port: 'metrics', path: '/metrics' },
  images: {
    rustfs: { image: 'rustfs/rustfs', tag: '1.0.0-rc.3' },
    'rustfs-cli': { image: 'rustfs/rc', tag: '0.1.30' },
    'otel-collector': { image: 'otel/opentelemetry-collector', tag: '0.136.0' },
    rclone: { image: 'rclone/rclone', tag: '1.75.0' },
  },
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'RustFS (S3)',
      layout: (layout): readonly Part[] => [
        { part: 'secret', name: `${NAME}-root`, keys: ['accessKey', 'secretKey'] },
        server(layout),
        {
          part: 'workload', name: `${NAME}-provision`, workload: 'Job', image: 'rustfs-cli',
          command: ['sh', '-e', '/provision/provision.sh'], env: [{ name: 'HOME', value: '/provision' }], files: provisionFiles(layout, `http://${NAME}:${S3.port}`),
          ports: [], sizing: scaled(layout, PROVISION),
        },
        fileFerry(layout, { service: NAME, port: S3.port }),
      ],
      endpoint: () => ({ service: NAME, ports: [S3], main: 's3', pods: { 'app.kubernetes.io/name': NAME } }),
    },
    // nothing of a bought store runs here, so no ferry either: as for databases, the provider's own transfer service meets the gap
    alibaba: { mode: 'managed', product: 'OSS', ports: [{ name: 's3', port: 443 }] },
    tencent: { mode: 'managed', product: 'COS / CSP (S3)', ports: [{ name: 's3', port: 443 }] },
  },
  client,
};
