/** Where objects other than pods name each other. Read by rows.ts's only user, `objectReferences`. */
export interface ReferenceRow {
  /** `apiVersion/Kind` of the object that refers. */
  readonly from: string;
  /** Path of the name, or of the object that holds it; `[]` for each item of a list. */
  readonly at: string;
  readonly to: string;
  /** Field of the object at `at` that holds the name; without it the value at `at` is the name. */
  readonly name?: string;
  /** Field that holds a key of the ConfigMap or Secret. */
  readonly key?: string;
  /** Field whose value, where present, takes the place of `to`. */
  readonly kind?: string;
  /** Field whose value, where present, takes the place of the object's own namespace. */
  readonly namespace?: string;
  /** Paths of a Service's port, the first that is present counts. */
  readonly port?: readonly string[];
}

const KEY = { name: 'name', key: 'key' } as const;
const KIND = { name: 'name', kind: 'kind' } as const;

/** One row for each path. */
function paths(from: string, at: readonly string[], to: string, more: Partial<ReferenceRow> = {}): readonly ReferenceRow[] {
  return at.map((each) => ({ from, at: each, to, ...more }));
}

const RBAC = 'rbac.authorization.k8s.io/v1';
const SECRETS = 'external-secrets.io/v1';
const KAFKA = 'kafka.strimzi.io/v1';
const REDIS = 'redis.redis.opstreelabs.in/v1beta2';
const MONITORING = 'monitoring.coreos.com/v1';
const MYSQL = 'mysql.oracle.com/v2/InnoDBCluster';
const ELASTIC = 'elasticsearch.k8s.elastic.co/v1/Elasticsearch';
const SPARK = 'sparkoperator.k8s.io/v1beta2/SparkApplication';
const VAULT = 'spec.provider.vault';

const CORE: readonly ReferenceRow[] = [
  { from: 'apps/v1/StatefulSet', at: 'spec.serviceName', to: 'Service' },
  { from: 'apps/v1/StatefulSet', at: 'spec.volumeClaimTemplates[].spec.storageClassName', to: 'StorageClass' },
  { from: 'v1/PersistentVolumeClaim', at: 'spec.storageClassName', to: 'StorageClass' },
  { from: 'autoscaling/v2/HorizontalPodAutoscaler', at: 'spec.scaleTargetRef', to: 'Deployment', ...KIND },
  { from: 'v1/ServiceAccount', at: 'imagePullSecrets[].name', to: 'Secret' },
  { from: 'v1/ServiceAccount', at: 'secrets[].name', to: 'Secret' },
  { from: 'networking.k8s.io/v1/Ingress', at: 'spec.rules[].http.paths[].backend.service', to: 'Service', name: 'name', port: ['port.name', 'port.number'] },
  { from: 'networking.k8s.io/v1/Ingress', at: 'spec.defaultBackend.service', to: 'Service', name: 'name', port: ['port.name', 'port.number'] },
  { from: 'networking.k8s.io/v1/Ingress', at: 'spec.tls[].secretName', to: 'Secret' },
  { from: 'networking.k8s.io/v1/Ingress', at: 'spec.ingressClassName', to: 'IngressClass' },
  { from: `${RBAC}/RoleBinding`, at: 'roleRef', to: 'Role', ...KIND },
  { from: `${RBAC}/ClusterRoleBinding`, at: 'roleRef', to: 'ClusterRole', ...KIND },
  { from: `${RBAC}/RoleBinding`, at: 'subjects[]', to: '', ...KIND, namespace: 'namespace' },
  { from: `${RBAC}/ClusterRoleBinding`, at: 'subjects[]', to: '', ...KIND, namespace: 'namespace' },
  { from: 'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding', at: 'spec.policyName', to: 'ValidatingAdmissionPolicy' },
];

const PLATFORM: readonly ReferenceRow[] = [
  { from: 'argoproj.io/v1alpha1/Application', at: 'spec.project', to: 'AppProject' },
  ...paths(`${SECRETS}/ExternalSecret`, ['spec.secretStoreRef', 'spec.data[].sourceRef.storeRef', 'spec.dataFrom[].sourceRef.storeRef'], 'SecretStore', KIND),
  ...paths(`${SECRETS}/ExternalSecret`, ['spec.target.template.templateFrom[].configMap'], 'ConfigMap', { name: 'name' }),
  ...paths(`${SECRETS}/SecretStore`, [`${VAULT}.auth.kubernetes.serviceAccountRef`, `${VAULT}.auth.jwt.kubernetesServiceAccountToken.serviceAccountRef`, 'spec.provider.kubernetes.auth.serviceAccount'], 'ServiceAccount', { name: 'name', namespace: 'namespace' }),
  ...paths(`${SECRETS}/SecretStore`, [`${VAULT}.auth.tokenSecretRef`, `${VAULT}.auth.appRole.secretRef`, `${VAULT}.auth.cert.secretRef`, `${VAULT}.auth.cert.clientCert`, `${VAULT}.auth.kubernetes.secretRef`, `${VAULT}.auth.userPass.secretRef`, `${VAULT}.tls.certSecretRef`, `${VAULT}.tls.keySecretRef`], 'Secret', { ...KEY, namespace: 'namespace' }),
  ...paths(`${SECRETS}/SecretStore`, [`${VAULT}.caProvider`, 'spec.provider.kubernetes.server.caProvider', 'spec.provider.webhook.caProvider'], 'Secret', { ...KEY, kind: 'type', namespace: 'namespace' }),
  { from: 'cert-manager.io/v1/Certificate', at: 'spec.issuerRef', to: 'Issuer', ...KIND },
  { from: 'cert-manager.io/v1/Issuer', at: 'spec.ca.secretName', to: 'Secret' },
  { from: 'cert-manager.io/v1/Issuer', at: 'spec.vault.auth.kubernetes.serviceAccountRef.name', to: 'ServiceAccount' },
  { from: 'cert-manager.io/v1/Issuer', at: 'spec.vault.auth.appRole.secretRef', to: 'Secret', ...KEY },
  { from: 'gateway.networking.k8s.io/v1/Gateway', at: 'spec.gatewayClassName', to: 'GatewayClass' },
  { from: 'gateway.networking.k8s.io/v1/Gateway', at: 'spec.listeners[].tls.certificateRefs[]', to: 'Secret', ...KIND, namespace: 'namespace' },
  { from: 'gateway.networking.k8s.io/v1/Gateway', at: 'spec.infrastructure.parametersRef', to: '', ...KIND },
  { from: 'gateway.networking.k8s.io/v1/GatewayClass', at: 'spec.parametersRef', to: '', ...KIND, namespace: 'namespace' },
  { from: 'gateway.networking.k8s.io/v1/HTTPRoute', at: 'spec.parentRefs[]', to: 'Gateway', ...KIND, namespace: 'namespace' },
  { from: 'gateway.networking.k8s.io/v1/HTTPRoute', at: 'spec.rules[].backendRefs[]', to: 'Service', ...KIND, namespace: 'namespace', port: ['port'] },
  { from: 'velero.io/v1/Schedule', at: 'spec.template.storageLocation', to: 'BackupStorageLocation' },
  { from: 'velero.io/v1/BackupStorageLocation', at: 'spec.credential', to: 'Secret', ...KEY },
];

const MIDDLEWARE: readonly ReferenceRow[] = [
  ...['Kafka', 'KafkaNodePool'].flatMap((kind) => paths(`${KAFKA}/${kind}`, ['spec.storage.class', 'spec.storage.volumes[].class'], 'StorageClass')),
  ...paths(`${KAFKA}/Kafka`, ['spec.kafka', 'spec.cruiseControl'].map((each) => `${each}.metricsConfig.valueFrom.configMapKeyRef`), 'ConfigMap', KEY),
  ...paths(`${KAFKA}/Kafka`, ['spec.kafka', 'spec.cruiseControl', 'spec.entityOperator.topicOperator', 'spec.entityOperator.userOperator'].map((each) => `${each}.logging.valueFrom.configMapKeyRef`), 'ConfigMap', KEY),
  { from: `${KAFKA}/Kafka`, at: 'spec.kafka.listeners[].configuration.brokerCertChainAndKey.secretName', to: 'Secret' },
  { from: `${KAFKA}/KafkaUser`, at: 'spec.authentication.password.valueFrom.secretKeyRef', to: 'Secret', ...KEY },
  ...['RedisCluster', 'RedisReplication', 'RedisSentinel'].flatMap((kind): readonly ReferenceRow[] => [
    { from: `${REDIS}/${kind}`, at: 'spec.kubernetesConfig.redisSecret', to: 'Secret', ...KEY },
    ...paths(`${REDIS}/${kind}`, ['spec.TLS.secret.secretName', 'spec.acl.secret.secretName'], 'Secret'),
    ...paths(`${REDIS}/${kind}`, ['volumeClaimTemplate', 'nodeConfVolumeClaimTemplate'].map((each) => `spec.storage.${each}.spec.storageClassName`), 'StorageClass'),
    ...paths(`${REDIS}/${kind}`, ['spec', 'spec.redisLeader', 'spec.redisFollower'].map((each) => `${each}.redisConfig.additionalRedisConfig`), 'ConfigMap'),
  ]),
  { from: `${REDIS}/RedisSentinel`, at: 'spec.redisSentinelConfig.redisReplicationName', to: 'RedisReplication' },
  { from: `${REDIS}/RedisSentinel`, at: 'spec.redisSentinelConfig.redisReplicationPassword.secretKeyRef', to: 'Secret', ...KEY },
  { from: `${REDIS}/RedisSentinel`, at: 'spec.redisSentinelConfig.additionalSentinelConfig', to: 'ConfigMap' },
  ...paths(MYSQL, ['spec.secretName', 'spec.tlsSecretName', 'spec.tlsCASecretName', 'spec.router.tlsSecretName', 'spec.metrics.tlsSecret'], 'Secret'),
  { from: MYSQL, at: 'spec.datadirVolumeClaimTemplate.storageClassName', to: 'StorageClass' },
  ...paths(ELASTIC, ['spec.http.tls.certificate.secretName', 'spec.transport.tls.certificate.secretName', 'spec.auth.fileRealm[].secretName', 'spec.auth.roles[].secretName', 'spec.secureSettings[].secretName'], 'Secret'),
  { from: ELASTIC, at: 'spec.serviceAccountName', to: 'ServiceAccount' },
  { from: ELASTIC, at: 'spec.nodeSets[].volumeClaimTemplates[].spec.storageClassName', to: 'StorageClass' },
  ...['v2alpha1', 'v2beta1'].flatMap((version): readonly ReferenceRow[] => {
    const from = `k8s.keycloak.org/${version}/Keycloak`;
    return [
      ...paths(from, ['spec.db.usernameSecret', 'spec.db.passwordSecret', 'spec.additionalOptions[].secret', 'spec.env[].secret'], 'Secret', KEY),
      ...paths(from, ['spec.http.tlsSecret', 'spec.ingress.tlsSecret', 'spec.bootstrapAdmin.user.secret', 'spec.bootstrapAdmin.service.secret'], 'Secret'),
      { from, at: 'spec.cache.configMapFile', to: 'ConfigMap', ...KEY },
    ];
  }),
  ...['spec.driver', 'spec.executor'].flatMap((each): readonly ReferenceRow[] => [
    { from: SPARK, at: `${each}.serviceAccount`, to: 'ServiceAccount' },
    { from: SPARK, at: `${each}.configMaps[].name`, to: 'ConfigMap' },
    { from: SPARK, at: `${each}.secrets[].name`, to: 'Secret' },
  ]),
  ...paths(SPARK, ['spec.sparkConfigMap', 'spec.hadoopConfigMap'], 'ConfigMap'),
  { from: SPARK, at: 'spec.imagePullSecrets[]', to: 'Secret' },
  { from: 'flink.apache.org/v1beta1/FlinkDeployment', at: 'spec.serviceAccount', to: 'ServiceAccount' },
];

const SCRAPING = ['spec.endpoints[]', 'spec.podMetricsEndpoints[]'];

const OBSERVABILITY: readonly ReferenceRow[] = [
  ...['Prometheus', 'Alertmanager'].flatMap((kind): readonly ReferenceRow[] => [
    { from: `${MONITORING}/${kind}`, at: 'spec.secrets[]', to: 'Secret' },
    { from: `${MONITORING}/${kind}`, at: 'spec.configMaps[]', to: 'ConfigMap' },
    { from: `${MONITORING}/${kind}`, at: 'spec.storage.volumeClaimTemplate.spec.storageClassName', to: 'StorageClass' },
    ...paths(`${MONITORING}/${kind}`, ['spec.web.tlsConfig.keySecret', 'spec.web.tlsConfig.cert.secret'], 'Secret', KEY),
  ]),
  ...paths(`${MONITORING}/Prometheus`, ['spec.additionalScrapeConfigs', 'spec.additionalAlertManagerConfigs', 'spec.additionalAlertRelabelConfigs', 'spec.remoteWrite[].basicAuth.password', 'spec.remoteWrite[].basicAuth.username'], 'Secret', KEY),
  { from: `${MONITORING}/Prometheus`, at: 'spec.alerting.alertmanagers[]', to: 'Service', name: 'name', namespace: 'namespace', port: ['port'] },
  { from: `${MONITORING}/Alertmanager`, at: 'spec.configSecret', to: 'Secret' },
  ...['ServiceMonitor', 'PodMonitor'].flatMap((kind) => [
    ...paths(`${MONITORING}/${kind}`, SCRAPING.flatMap((each) => ['bearerTokenSecret', 'basicAuth.username', 'basicAuth.password', 'authorization.credentials', 'tlsConfig.keySecret', 'tlsConfig.ca.secret', 'tlsConfig.cert.secret'].map((field) => `${each}.${field}`)), 'Secret', KEY),
    ...paths(`${MONITORING}/${kind}`, SCRAPING.map((each) => `${each}.tlsConfig.ca.configMap`), 'ConfigMap', KEY),
  ]),
];

export const REFERENCE_ROWS: readonly ReferenceRow[] = [...CORE, ...PLATFORM, ...MIDDLEWARE, ...OBSERVABILITY];

/** Labels whose value is the name of an object in the same namespace. */
export const LABEL_ROWS: readonly { readonly from: string; readonly label: string; readonly to: string }[] = [
  { from: 'discovery.k8s.io/v1/EndpointSlice', label: 'kubernetes.io/service-name', to: 'Service' },
  ...['KafkaNodePool', 'KafkaTopic', 'KafkaUser'].map((kind) => ({ from: `${KAFKA}/${kind}`, label: 'strimzi.io/cluster', to: 'Kafka' })),
];
