import { core, group, keySelector, labelSelector, list, map, object, oneOf } from '../schema.ts';
import { affinity, claimTemplate, containers, imagePullSecrets, nodeSelector, podSecurityContext, resources, tolerations, topologySpreadConstraints, volumeMounts, volumes } from './pod-parts.ts';

const secretOrConfigMap = object({ secret: keySelector, configMap: core('ConfigMapKeySelector') });
const tls = {
  ca: secretOrConfigMap,
  cert: secretOrConfigMap,
  keySecret: keySelector,
  serverName: 'string',
  insecureSkipVerify: 'boolean',
  minVersion: oneOf('TLS10', 'TLS11', 'TLS12', 'TLS13'),
  maxVersion: oneOf('TLS10', 'TLS11', 'TLS12', 'TLS13'),
} as const;
/** A PodMonitor takes certificates from objects only, never from files. */
const podTlsConfig = object(tls);
const tlsConfig = object({ ...tls, caFile: 'string', certFile: 'string', keyFile: 'string' });
const basicAuth = object({ username: keySelector, password: keySelector });
const authorization = object({ type: 'string', credentials: keySelector });

const ACTIONS = ['replace', 'keep', 'drop', 'hashmod', 'labelmap', 'labeldrop', 'labelkeep', 'lowercase', 'uppercase', 'keepequal', 'dropequal'];
const relabelings = list(
  object({ sourceLabels: list('string'), separator: 'string', targetLabel: 'string', regex: 'string', modulus: 'integer', replacement: 'string', action: oneOf(...ACTIONS) }),
);

const webTls = object({
  keySecret: keySelector,
  cert: secretOrConfigMap,
  client_ca: secretOrConfigMap,
  keyFile: 'string',
  certFile: 'string',
  clientCAFile: 'string',
  clientAuthType: 'string',
  minVersion: 'string',
  maxVersion: 'string',
  cipherSuites: list('string'),
});
const httpConfig = object({ http2: 'boolean' });

/** What Prometheus and Alertmanager have in common: how their pods run. */
const server = {
  version: 'string',
  image: 'string',
  imagePullPolicy: oneOf('', 'Always', 'Never', 'IfNotPresent'),
  imagePullSecrets,
  replicas: 'integer',
  podMetadata: object({ name: 'string', labels: map('string'), annotations: map('string') }),
  serviceAccountName: 'string',
  automountServiceAccountToken: 'boolean',
  serviceName: 'string',
  resources,
  securityContext: podSecurityContext,
  affinity,
  nodeSelector,
  tolerations,
  topologySpreadConstraints,
  priorityClassName: 'string',
  terminationGracePeriodSeconds: 'integer',
  minReadySeconds: 'integer',
  hostUsers: 'boolean',
  enableServiceLinks: 'boolean',
  podManagementPolicy: oneOf('OrderedReady', 'Parallel'),
  persistentVolumeClaimRetentionPolicy: object({ whenDeleted: 'string', whenScaled: 'string' }),
  storage: object({ volumeClaimTemplate: claimTemplate, emptyDir: core('EmptyDirVolumeSource'), disableMountSubPath: 'boolean' }),
  containers,
  initContainers: containers,
  volumes,
  volumeMounts,
  secrets: list('string'),
  configMaps: list('string'),
  externalUrl: 'string',
  routePrefix: 'string',
  listenLocal: 'boolean',
  portName: 'string',
  retention: 'string',
  logLevel: oneOf('', 'debug', 'info', 'warn', 'error'),
  logFormat: oneOf('', 'logfmt', 'json'),
  paused: 'boolean',
  additionalArgs: list(object({ name: 'string', value: 'string' }, ['name'])),
  enableFeatures: list('string'),
} as const;

const prometheus = object({
  ...server,
  alerting: object(
    {
      alertmanagers: list(
        object({ name: 'string', namespace: 'string', port: 'int-or-string', scheme: oneOf('http', 'https'), pathPrefix: 'string', apiVersion: oneOf('v1', 'v2'), timeout: 'string', tlsConfig, basicAuth, authorization, bearerTokenFile: 'string' }, ['name', 'port']),
      ),
    },
    ['alertmanagers'],
  ),
  additionalScrapeConfigs: keySelector,
  additionalAlertManagerConfigs: keySelector,
  additionalAlertRelabelConfigs: keySelector,
  serviceMonitorSelector: labelSelector,
  serviceMonitorNamespaceSelector: labelSelector,
  podMonitorSelector: labelSelector,
  podMonitorNamespaceSelector: labelSelector,
  probeSelector: labelSelector,
  probeNamespaceSelector: labelSelector,
  ruleSelector: labelSelector,
  ruleNamespaceSelector: labelSelector,
  scrapeConfigSelector: labelSelector,
  scrapeConfigNamespaceSelector: labelSelector,
  scrapeInterval: 'string',
  scrapeTimeout: 'string',
  evaluationInterval: 'string',
  externalLabels: map('string'),
  enforcedNamespaceLabel: 'string',
  enforcedSampleLimit: 'integer',
  enforcedTargetLimit: 'integer',
  sampleLimit: 'integer',
  targetLimit: 'integer',
  retentionSize: 'string',
  shards: 'integer',
  walCompression: 'boolean',
  enableAdminAPI: 'boolean',
  enableRemoteWriteReceiver: 'boolean',
  arbitraryFSAccessThroughSMs: object({ deny: 'boolean' }),
  ignoreNamespaceSelectors: 'boolean',
  overrideHonorLabels: 'boolean',
  overrideHonorTimestamps: 'boolean',
  prometheusExternalLabelName: 'string',
  replicaExternalLabelName: 'string',
  podTargetLabels: list('string'),
  query: object({ lookbackDelta: 'string', maxConcurrency: 'integer', maxSamples: 'integer', timeout: 'string' }),
  serviceDiscoveryRole: oneOf('Endpoints', 'EndpointSlice'),
  tsdb: object({ outOfOrderTimeWindow: 'string' }),
  remoteWrite: list(
    object({ url: 'string', name: 'string', remoteTimeout: 'string', headers: map('string'), basicAuth, authorization, tlsConfig, writeRelabelConfigs: relabelings, sendExemplars: 'boolean' }, ['url']),
  ),
  web: object({ pageTitle: 'string', maxConnections: 'integer', tlsConfig: webTls, httpConfig }),
});

const alertmanager = object({
  ...server,
  configSecret: 'string',
  alertmanagerConfigSelector: labelSelector,
  alertmanagerConfigNamespaceSelector: labelSelector,
  alertmanagerConfigMatcherStrategy: object({ type: oneOf('OnNamespace', 'OnNamespaceExceptForAlertmanagerNamespace', 'None') }),
  additionalPeers: list('string'),
  clusterAdvertiseAddress: 'string',
  clusterGossipInterval: 'string',
  clusterPeerTimeout: 'string',
  clusterPushpullInterval: 'string',
  clusterLabel: 'string',
  forceEnableClusterMode: 'boolean',
  web: object({ getConcurrency: 'integer', timeout: 'integer', tlsConfig: webTls, httpConfig }),
});

const endpoint = {
  port: 'string',
  targetPort: 'int-or-string',
  path: 'string',
  scheme: oneOf('http', 'https'),
  params: map(list('string')),
  interval: 'string',
  scrapeTimeout: 'string',
  honorLabels: 'boolean',
  honorTimestamps: 'boolean',
  trackTimestampsStaleness: 'boolean',
  followRedirects: 'boolean',
  enableHttp2: 'boolean',
  filterRunning: 'boolean',
  basicAuth,
  authorization,
  bearerTokenSecret: keySelector,
  relabelings,
  metricRelabelings: relabelings,
} as const;

const monitor = {
  jobLabel: 'string',
  selector: labelSelector,
  namespaceSelector: object({ any: 'boolean', matchNames: list('string') }),
  podTargetLabels: list('string'),
  sampleLimit: 'integer',
  targetLimit: 'integer',
  labelLimit: 'integer',
  labelNameLengthLimit: 'integer',
  labelValueLengthLimit: 'integer',
  bodySizeLimit: 'string',
  scrapeClass: 'string',
  scrapeProtocols: list(oneOf('PrometheusProto', 'OpenMetricsText0.0.1', 'OpenMetricsText1.0.0', 'PrometheusText0.0.4', 'PrometheusText1.0.0')),
  attachMetadata: object({ node: 'boolean' }),
} as const;

const rule = object({ alert: 'string', record: 'string', expr: 'int-or-string', for: 'string', keep_firing_for: 'string', labels: map('string'), annotations: map('string') }, ['expr']);

/** Prometheus operator. */
export const monitoring = group('monitoring.coreos.com/v1', {
  Prometheus: { plural: 'prometheuses', spec: prometheus },
  Alertmanager: { plural: 'alertmanagers', spec: alertmanager },
  ServiceMonitor: {
    plural: 'servicemonitors',
    spec: object({ ...monitor, targetLabels: list('string'), endpoints: list(object({ ...endpoint, tlsConfig, bearerTokenFile: 'string' })) }, ['selector', 'endpoints']),
  },
  PodMonitor: {
    plural: 'podmonitors',
    spec: object({ ...monitor, podMetricsEndpoints: list(object({ ...endpoint, portNumber: 'integer', tlsConfig: podTlsConfig })) }, ['selector']),
  },
  PrometheusRule: {
    plural: 'prometheusrules',
    spec: object({ groups: list(object({ name: 'string', interval: 'string', limit: 'integer', query_offset: 'string', labels: map('string'), rules: list(rule) }, ['name']), 'name') }),
  },
});
