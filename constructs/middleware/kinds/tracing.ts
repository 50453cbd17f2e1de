import type { EnvRow, Layout, MiddlewareRow, Part, Port, Sizing } from '../contract.ts';
import { scaled } from '../products/sizing.ts';

const OAP = 'tracing-oap';
const UI = 'tracing-ui';
const GRPC: Port = { name: 'grpc', port: 11800 };
const HTTP: Port = { name: 'http', port: 12800 };
const METRICS: Port = { name: 'metrics', port: 1234 };
const WEB: Port = { name: 'ui', port: 8080 };
/** Prefix of its indices in search. */
const PREFIX = 'tracing';
const FOLDER = '/skywalking/search';
const TRUSTED = '/skywalking/truststore';

const COLLECTOR: Sizing = { requests: { cpu: '2', memory: '4Gi' }, limits: { cpu: '4', memory: '5Gi' }, source: 'D: half of some 600 traced pods; 3 GiB heap, where the image starts from 2 GiB' };
const WEB_SIZING: Sizing = { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '1', memory: '768Mi' }, source: 'D: a web server with a 384 MiB heap' };

/** Its own account in search, and the password of the store that an init container fills with search's authority. */
const files = [
  { path: `${FOLDER}/account.properties`, text: 'user=${secret:platform/tracing/search#username}\npassword=${secret:platform/tracing/search#password}\ntrustStorePass=${secret:platform/mw/tracing/tracing-truststore#password}\n' },
  { path: `${FOLDER}/storepass`, text: '${secret:platform/mw/tracing/tracing-truststore#password}' },
  { path: `${FOLDER}/ca.crt`, text: '${secret:platform/tracing/search#ca.crt}' },
];

const settings = (layout: Layout): readonly EnvRow[] => [
  { name: 'JAVA_OPTS', value: '-Xms3g -Xmx3g -XX:+ExitOnOutOfMemoryError' },
  { name: 'SKYWALKING_COLLECTOR_UID', field: 'metadata.uid' },
  { name: 'SW_CLUSTER', value: 'kubernetes' },
  { name: 'SW_CLUSTER_K8S_NAMESPACE', value: layout.namespace },
  { name: 'SW_CLUSTER_K8S_LABEL', value: `app.kubernetes.io/name=${OAP}` },
  { name: 'SW_STORAGE', value: 'elasticsearch' },
  { name: 'SW_NAMESPACE', value: PREFIX },
  { name: 'SW_STORAGE_ES_CLUSTER_NODES', value: layout.endpoint('search', 'http') },
  { name: 'SW_STORAGE_ES_HTTP_PROTOCOL', value: 'https' },
  { name: 'SW_ES_SECRETS_MANAGEMENT_FILE', value: `${FOLDER}/account.properties` },
  { name: 'SW_STORAGE_ES_SSL_JKS_PATH', value: `${TRUSTED}/search.jks` },
  { name: 'SW_STORAGE_ES_INDEX_REPLICAS_NUMBER', value: layout.production ? '1' : '0' },
  { name: 'SW_CORE_RECORD_DATA_TTL', value: '3' },
  { name: 'SW_CORE_METRICS_DATA_TTL', value: '14' },
  { name: 'SW_HEALTH_CHECKER', value: 'default' },
  { name: 'SW_TELEMETRY', value: 'prometheus' },
];

function collector(layout: Layout): Part {
  return {
    part: 'workload', name: OAP, workload: 'Deployment', replicas: layout.replicas, image: 'skywalking-oap',
    env: settings(layout),
    files,
    writable: [{ path: TRUSTED, size: '16Mi' }],
    init: [{
      name: 'trust-search', image: 'skywalking-oap',
      // again from nothing each time the pod starts: an alias cannot be imported twice
      command: ['sh', '-ec', `rm -f ${TRUSTED}/search.jks; exec keytool -importcert -noprompt -alias search -file ${FOLDER}/ca.crt -keystore ${TRUSTED}/search.jks -storetype JKS -storepass:file ${FOLDER}/storepass`],
    }],
    ports: [GRPC, HTTP, METRICS],
    // members pass on what the other aggregates, and find each other by the labels of their pods
    peers: ['grpc'],
    api: { cluster: false, rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }] },
    connects: [{ to: 'search', ports: [9200] }],
    readiness: { type: 'http', port: 'http', path: '/healthcheck' },
    liveness: { type: 'tcp', port: 'grpc' },
    // the first start makes some hundred indices
    startupSeconds: 600,
    sizing: scaled(layout, COLLECTOR),
  };
}

function web(layout: Layout): Part {
  return {
    part: 'workload', name: UI, workload: 'Deployment', replicas: 1, image: 'skywalking-ui',
    env: [{ name: 'JAVA_OPTS', value: '-Xms384m -Xmx384m' }, { name: 'SW_OAP_ADDRESS', value: `http://${OAP}:${HTTP.port}` }],
    ports: [WEB],
    connects: [{ to: OAP, ports: [HTTP.port] }],
    readiness: { type: 'tcp', port: 'ui' }, liveness: { type: 'tcp', port: 'ui' },
    sizing: scaled(layout, WEB_SIZING),
  };
}

export const tracing: MiddlewareRow = {
  kind: 'tracing', zh: '链路追踪', en: 'Tracing',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 2 },
  exporter: { port: 'metrics', path: '/metrics' },
  images: { 'skywalking-oap': { image: 'apache/skywalking-oap-server', tag: '10.4.0' }, 'skywalking-ui': { image: 'apache/skywalking-ui', tag: '10.4.0' } },
  needs: ['search'],
  holds: [{ in: 'search', index: `${PREFIX}_*`, access: 'owner' }],
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'SkyWalking',
      layout: (layout) => [{ part: 'secret', name: 'tracing-truststore', keys: ['password'] }, collector(layout), web(layout)],
      endpoint: () => ({ service: OAP, ports: [GRPC, HTTP], main: 'grpc', pods: { 'app.kubernetes.io/name': OAP } }),
    },
    // both take what a SkyWalking agent sends
    alibaba: { mode: 'managed', product: 'ARMS', ports: [GRPC] },
    tencent: { mode: 'managed', product: 'TSF APM (@EnableTsfSleuth)', ports: [GRPC] },
  },
  // the agent of our own collector is told by its environment; a bought one also wants a token
  client: ({ tenant, service }, edition) => edition === 'opensource' ? [] : [{
    path: 'tracing/agent.properties',
    entries: [
      ['agent.service_name', service],
      ['agent.authentication', `\${secret:${tenant}/${service}/tracing#token}`],
      ['collector.backend_service', '${endpoint:tracing:grpc}'],
      ['logging.output', 'CONSOLE'],
    ],
  }],
};
