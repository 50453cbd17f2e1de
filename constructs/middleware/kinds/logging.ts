import type { Layout, MiddlewareRow, Part, Port, Sizing } from '../contract.ts';
import { scaled } from '../products/sizing.ts';

const NAME = 'fluent-bit';
const HTTP: Port = { name: 'http', port: 2020 };
/** Prefix of the daily indices. */
const INDEX = 'champ-logs';
const CONFIG = '/fluent-bit/champ/fluent-bit.yaml';
const CA = '/fluent-bit/champ/ca.crt';

const AGENT: Sizing = { requests: { cpu: '150m', memory: '192Mi' }, limits: { cpu: '1', memory: '384Mi' }, source: 'D: some 2 MB of log a second on a busy node; the rest waits on disk' };

/** Container logs by file: joined to whole stack traces, named by their pod, kept on disk until search has them; what a new agent reads again keeps its id. */
function configuration(layout: Layout): string {
  const [host = '', port = ''] = layout.endpoint('search', 'http').split(':');
  return `service:
  flush: 5
  log_level: info
  http_server: on
  http_listen: 0.0.0.0
  http_port: ${HTTP.port}
  health_check: on
  storage.path: /buffers/chunks
  storage.sync: normal
  storage.checksum: on
  storage.metrics: on
  storage.max_chunks_up: 64
  storage.backlog.mem_limit: 32M
parsers:
  - name: pod
    format: regex
    regex: '^/var/log/containers/(?<pod>[^_]+)_(?<namespace>[^_]+)_(?<container>.+)-(?<container_id>[0-9a-f]{64})\\.log$'
pipeline:
  inputs:
    - name: tail
      tag: pods.*
      path: /var/log/containers/*.log
      exclude_path: /var/log/containers/${NAME}-*.log
      path_key: file
      multiline.parser: cri
      db: /buffers/tail.db
      db.locking: true
      refresh_interval: 10
      read_from_head: true
      rotate_wait: 30
      buffer_max_size: 1M
      skip_long_lines: on
      storage.type: filesystem
  filters:
    # first, since it puts what it joined in again at the head
    - name: multiline
      match: pods.*
      multiline.key_content: log
      multiline.parser: java
      mode: parser
      buffer: on
      flush_ms: 2000
      emitter_storage.type: filesystem
    - name: parser
      match: pods.*
      key_name: file
      parser: pod
      reserve_data: true
    - name: modify
      match: pods.*
      add:
        - environment ${layout.environment}
        - zone ${layout.zone}
        - node \${NODE_NAME}
  outputs:
    - name: es
      match: pods.*
      host: ${host}
      port: ${port}
      tls: on
      tls.verify: on
      tls.verify_hostname: on
      tls.min_version: TLSv1.2
      tls.ca_file: ${CA}
      http_user: \${secret:platform/logging/search#username}
      http_passwd: \${secret:platform/logging/search#password}
      logstash_format: on
      logstash_prefix: ${INDEX}
      logstash_dateformat: '%Y.%m.%d'
      time_key: '@timestamp'
      time_key_nanos: on
      suppress_type_name: on
      replace_dots: on
      generate_id: on
      compress: gzip
      retry_limit: no_limits
      storage.total_limit_size: 3G
      workers: 2
`;
}

/**
 * One agent a node. Container logs belong to root and its group: the agent reads them by that group, as a user of its own
 * and without a token, since the file names say which pod a line is from.
 */
function agent(layout: Layout): Part {
  return {
    part: 'workload', name: NAME, workload: 'DaemonSet', image: 'fluent-bit', supplementalGroups: [0],
    args: ['-c', CONFIG],
    env: [{ name: 'NODE_NAME', field: 'spec.nodeName' }],
    files: [{ path: CONFIG, text: configuration(layout) }, { path: CA, text: '${secret:platform/logging/search#ca.crt}' }],
    hostPaths: ['/var/log'],
    writable: [{ path: '/buffers', size: '4Gi' }],
    ports: [HTTP],
    connects: [{ to: 'search', ports: [9200] }],
    readiness: { type: 'tcp', port: 'http' },
    // its health page counts what search refused: no reason to restart
    liveness: { type: 'http', port: 'http', path: '/' },
    sizing: scaled(layout, AGENT),
  };
}

export const logging: MiddlewareRow = {
  kind: 'logging', zh: '日志', en: 'Logging',
  zones: ['core', 'public'],
  replicas: { dev: 0, city10M: 0 },
  exporter: { port: 'http', path: '/api/v1/metrics/prometheus' },
  images: { 'fluent-bit': { image: 'fluent/fluent-bit', tag: '4.2.8' } },
  needs: ['search'],
  holds: [{ in: 'search', index: INDEX }],
  source: __filename,
  editions: {
    opensource: { mode: 'self-hosted', product: 'Fluent Bit + Elasticsearch', layout: (layout) => [agent(layout)], endpoint: () => undefined },
    alibaba: { mode: 'managed', product: 'SLS', ports: [{ name: 'https', port: 443 }] },
    tencent: { mode: 'managed', product: 'CLS / ELK', ports: [{ name: 'https', port: 443 }] },
  },
};
