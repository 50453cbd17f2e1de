import type { Edition } from '../../words.ts';
import { ownCertificate } from '../products/certificates.ts';
import type { ClientConfig, Holding, Layout, MiddlewareRow, Part, Port, Sizing } from '../contract.ts';
import { peerNames } from '../products/peers.ts';
import { scaled } from '../products/sizing.ts';

const NAME = 'secrets';
const HTTP: Port = { name: 'http', port: 8200 };
const CLUSTER: Port = { name: 'cluster', port: 8201 };
const METRICS: Port = { name: 'metrics', port: 8202 };
const TLS = '/openbao/tls';
const DATA = '/openbao/data';

const SERVER: Sizing = { requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2', memory: '1Gi' }, source: 'D: some thousand secrets read once an hour; OpenBao documents 2 cores for a small cluster' };

/** TLS for everybody but Prometheus, whose port answers nothing else; every request leaves a line in the log. */
function configuration(layout: Layout): string {
  const join = peerNames(layout, NAME, layout.replicas).map((host) => `
  retry_join {
    leader_api_addr     = "https://${host}:${HTTP.port}"
    leader_ca_cert_file = "${TLS}/ca.crt"
  }`);
  return `ui           = false
cluster_name = "${layout.namespace}"

listener "tcp" {
  address         = "0.0.0.0:${HTTP.port}"
  cluster_address = "0.0.0.0:${CLUSTER.port}"
  tls_cert_file   = "${TLS}/tls.crt"
  tls_key_file    = "${TLS}/tls.key"
  tls_min_version = "tls12"
  telemetry {
    disallow_metrics = true
  }
}

listener "tcp" {
  address     = "0.0.0.0:${METRICS.port}"
  tls_disable = true
  telemetry {
    metrics_only                   = true
    unauthenticated_metrics_access = true
  }
}

storage "raft" {
  path = "${DATA}"${join.join('')}
}

telemetry {
  prometheus_retention_time = "1h"
  disable_hostname          = true
}

audit "file" "stdout" {
  description = "To the container's log, which the log agent ships"
  options {
    file_path = "stdout"
  }
}
`;
}

/** Opened by its key holders after each start: until then a member is alive and not ready. */
function server(layout: Layout): Part {
  const self = `$(POD_NAME).${NAME}-peers.${layout.namespace}.svc.${layout.clusterDomain}`;
  return {
    part: 'workload', name: NAME, workload: 'StatefulSet', replicas: layout.replicas, image: 'openbao', user: 100,
    command: ['bao', 'server', '-config=/openbao/config/champ.hcl'],
    env: [
      { name: 'POD_NAME', field: 'metadata.name' },
      { name: 'BAO_RAFT_NODE_ID', value: '$(POD_NAME)' },
      { name: 'BAO_API_ADDR', value: `https://${self}:${HTTP.port}` },
      { name: 'BAO_CLUSTER_ADDR', value: `https://${self}:${CLUSTER.port}` },
      // of the command line that probes and key holders use inside the pod
      { name: 'BAO_ADDR', value: `https://127.0.0.1:${HTTP.port}` },
      { name: 'BAO_CACERT', value: `${TLS}/ca.crt` },
      { name: 'HOME', value: '/tmp' },
    ],
    files: [{ path: '/openbao/config/champ.hcl', text: configuration(layout) }],
    secrets: [{ secret: `${NAME}-tls`, path: TLS }],
    storage: { size: layout.storage ?? '1Gi', path: DATA },
    ports: [HTTP, CLUSTER, METRICS],
    peers: ['http', 'cluster'],
    readiness: { type: 'exec', command: ['bao', 'status'] },
    liveness: { type: 'tcp', port: 'http' },
    sizing: scaled(layout, SERVER),
  };
}

const secret = ({ tenant, service }: Holding, property: string) => `\${secret:${tenant}/${service}/${NAME}#${property}}`;

const KMS = (holding: Holding): ClientConfig => ({
  path: 'security/kms.properties',
  entries: [['kms.endpoint', `https://\${endpoint:${NAME}:https}`], ['kms.accessKeyId', secret(holding, 'accessKeyId')], ['kms.accessKeySecret', secret(holding, 'accessKeySecret')]],
});

const CLIENT: Readonly<Record<Edition, (holding: Holding) => ClientConfig>> = {
  opensource: (holding) => ({
    path: 'security/vault.properties',
    entries: [['spring.cloud.vault.uri', `https://\${endpoint:${NAME}:http}`], ['spring.cloud.vault.authentication', 'TOKEN'], ['spring.cloud.vault.token', secret(holding, 'token')]],
  }),
  alibaba: KMS,
  tencent: KMS,
};

export const secrets: MiddlewareRow = {
  kind: NAME, zh: '密钥管理', en: 'Secrets',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 3 },
  quorum: true,
  storage: '10Gi',
  exporter: { port: 'metrics', path: '/v1/sys/metrics' },
  images: { openbao: { image: 'openbao/openbao', tag: '2.6.2' } },
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'External Secrets + OpenBao',
      layout: (layout) => [...ownCertificate(layout, { part: NAME }), server(layout)],
      endpoint: () => ({ service: NAME, ports: [HTTP], main: 'http', pods: { 'app.kubernetes.io/name': NAME } }),
    },
    alibaba: { mode: 'managed', product: 'KMS', ports: [{ name: 'https', port: 443 }] },
    tencent: { mode: 'managed', product: 'KMS / SSM', ports: [{ name: 'https', port: 443 }] },
  },
  client: (holding, edition) => [CLIENT[edition](holding)],
};
