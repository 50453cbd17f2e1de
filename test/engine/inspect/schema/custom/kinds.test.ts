import { structure } from '../../../../../engine/inspect/index.ts';
import { customKinds } from '../../../../../engine/inspect/schema/custom/index.ts';
import { codesOf, custom, manifest, object, type Fields } from '../../objects.ts';

const resources = { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } };
const claim = { spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'local-ssd', resources: { requests: { storage: '20Gi' } } } };
const podSecurity = { runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } };
const keyRef = { name: 'credentials', key: 'password' };

/** A spec with the fields that such an object usually has, one row a kind. */
const SPECS: Readonly<Record<string, Fields>> = {
  'argoproj.io/v1alpha1/AppProject': {
    sourceRepos: ['https://git.example/config.git'], destinations: [{ server: 'https://kubernetes.default.svc', namespace: 'core-mbs' }],
    namespaceResourceWhitelist: [{ group: 'apps', kind: 'Deployment' }], clusterResourceWhitelist: [],
    syncWindows: [{ kind: 'deny', schedule: '0 7 * * *', duration: '10h', applications: ['*'], manualSync: true, timeZone: 'Asia/Shanghai' }],
    roles: [{ name: 'operator', policies: ['p, proj:x:operator, applications, sync, x/*, allow'], groups: ['operators'] }],
  },
  'argoproj.io/v1alpha1/Application': {
    project: 'mbs', destination: { server: 'https://kubernetes.default.svc', namespace: 'core-mbs' },
    source: { repoURL: 'https://git.example/config.git', path: 'core/core-mbs', targetRevision: 'refs/heads/main', directory: { recurse: false, include: '*.yaml' } },
    syncPolicy: { automated: { prune: true, selfHeal: true }, syncOptions: ['ServerSideApply=true'], retry: { limit: 5, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } } },
    ignoreDifferences: [{ group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] }],
  },
  'cert-manager.io/v1/Certificate': { secretName: 'tls', dnsNames: ['a.example'], issuerRef: { name: 'ca', kind: 'Issuer' }, privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' }, usages: ['server auth'] },
  'cert-manager.io/v1/Issuer': { ca: { secretName: 'ca' } },
  'elasticsearch.k8s.elastic.co/v1/Elasticsearch': {
    version: '9.1.2', image: 'registry.example/elasticsearch:9.1.2',
    nodeSets: [{ name: 'data', count: 3, config: { 'node.store.allow_mmap': false }, podTemplate: { spec: { containers: [{ name: 'elasticsearch', resources }], securityContext: podSecurity } }, volumeClaimTemplates: [{ metadata: { name: 'elasticsearch-data' }, ...claim }] }],
    http: { tls: { selfSignedCertificate: { disabled: false } } },
  },
  'external-secrets.io/v1/SecretStore': { provider: { vault: { server: 'https://vault.example', path: 'kv', version: 'v2', auth: { kubernetes: { mountPath: 'kubernetes', role: 'core-mbs', serviceAccountRef: { name: 'store' } } } } } },
  'external-secrets.io/v1/ExternalSecret': {
    secretStoreRef: { name: 'store', kind: 'SecretStore' }, refreshInterval: '1h',
    target: { name: 'credentials', template: { engineVersion: 'v2', data: { 'db.properties': 'password={{ .password }}' }, metadata: { labels: { a: 'b' } } } },
    data: [{ secretKey: 'password', remoteRef: { key: 'core/mbs', property: 'password' } }],
  },
  'flink.apache.org/v1beta1/FlinkDeployment': {
    image: 'registry.example/flink:2.0', flinkVersion: 'v2_0', serviceAccount: 'flink', flinkConfiguration: { 'taskmanager.numberOfTaskSlots': '2' },
    jobManager: { resource: { cpu: 1, memory: '2048m' }, replicas: 1 }, taskManager: { resource: { cpu: 2, memory: '4096m' } },
    podTemplate: { spec: { securityContext: podSecurity, containers: [{ name: 'flink-main-container', env: [{ name: 'A', value: 'b' }] }] } },
    job: { jarURI: 'local:///opt/job.jar', parallelism: 2, upgradeMode: 'savepoint', state: 'running' },
  },
  'gateway.envoyproxy.io/v1alpha1/EnvoyProxy': { provider: { type: 'Kubernetes', kubernetes: { envoyDeployment: { replicas: 2, pod: { securityContext: podSecurity }, container: { resources } }, envoyService: { type: 'ClusterIP' } } } },
  'gateway.networking.k8s.io/v1/Gateway': { gatewayClassName: 'edge', listeners: [{ name: 'https', port: 443, protocol: 'HTTPS', tls: { certificateRefs: [{ name: 'tls' }] }, allowedRoutes: { namespaces: { from: 'Selector', selector: { matchLabels: { a: 'b' } } } } }] },
  'gateway.networking.k8s.io/v1/GatewayClass': { controllerName: 'example.com/controller' },
  'gateway.networking.k8s.io/v1/HTTPRoute': { parentRefs: [{ name: 'edge', sectionName: 'https' }], hostnames: ['a.example'], rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs: [{ name: 'hsa-mbs', port: 80, weight: 1 }], timeouts: { request: '2s' } }] },
  'k8s.keycloak.org/v2alpha1/Keycloak': {
    instances: 2, image: 'registry.example/keycloak:26', resources, db: { vendor: 'mysql', host: 'db', usernameSecret: keyRef, passwordSecret: keyRef }, hostname: { hostname: 'iam.example' },
    http: { tlsSecret: 'tls' }, readinessProbe: { periodSeconds: 10, failureThreshold: 3 }, unsupported: { podTemplate: { spec: { securityContext: podSecurity } } },
  },
  'k8s.keycloak.org/v2beta1/Keycloak': { instances: 2, features: { enabled: ['docker'] }, additionalOptions: [{ name: 'log-level', value: 'info' }] },
  'kafka.strimzi.io/v1/Kafka': {
    kafka: { version: '4.1.0', listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'tls' } }], authorization: { type: 'simple' }, config: { 'min.insync.replicas': 2 }, template: { pod: { securityContext: podSecurity } } },
    entityOperator: { topicOperator: { resources }, userOperator: { resources } },
  },
  'kafka.strimzi.io/v1/KafkaNodePool': { replicas: 3, roles: ['controller', 'broker'], storage: { type: 'jbod', volumes: [{ id: 0, type: 'persistent-claim', size: '100Gi', class: 'local-ssd', deleteClaim: false }] }, resources, jvmOptions: { '-Xms': '2g', '-Xmx': '2g' } },
  'kafka.strimzi.io/v1/KafkaTopic': { partitions: 12, replicas: 3, config: { 'retention.ms': 604800000 } },
  'kafka.strimzi.io/v1/KafkaUser': { authentication: { type: 'tls' }, authorization: { type: 'simple', acls: [{ resource: { type: 'topic', name: 'settlement', patternType: 'literal' }, operations: ['Read', 'Describe'] }] } },
  'monitoring.coreos.com/v1/Prometheus': { replicas: 2, serviceAccountName: 'prometheus', resources, securityContext: podSecurity, retention: '15d', storage: { volumeClaimTemplate: claim }, serviceMonitorSelector: {}, alerting: { alertmanagers: [{ name: 'alertmanager', namespace: 'core-mw-metrics', port: 'web' }] } },
  'monitoring.coreos.com/v1/Alertmanager': { replicas: 3, resources, configSecret: 'alertmanager', storage: { volumeClaimTemplate: claim } },
  'monitoring.coreos.com/v1/ServiceMonitor': { selector: { matchLabels: { a: 'b' } }, endpoints: [{ port: 'metrics', interval: '30s', path: '/actuator/prometheus', relabelings: [{ action: 'replace', sourceLabels: ['a'], targetLabel: 'b' }] }] },
  'monitoring.coreos.com/v1/PodMonitor': { selector: {}, namespaceSelector: { any: true }, podMetricsEndpoints: [{ port: 'metrics', scheme: 'https', tlsConfig: { ca: { secret: keyRef } } }] },
  'monitoring.coreos.com/v1/PrometheusRule': { groups: [{ name: 'usage', rules: [{ alert: 'DiskFull', expr: 'disk > 0.85', for: '10m', labels: { severity: 'warning' }, annotations: { summary: 'disk' } }, { record: 'a:b', expr: 'sum(b)' }] }] },
  'mysql.oracle.com/v2/InnoDBCluster': { secretName: 'root', instances: 3, router: { instances: 2, podSpec: { containers: [{ name: 'router', resources }] } }, tlsUseSelfSigned: true, datadirVolumeClaimTemplate: claim.spec, mycnf: '[mysqld]', podSpec: { containers: [{ name: 'mysql', resources }] } },
  'networking.istio.io/v1/Sidecar': { egress: [{ hosts: ['./*', 'istio-system/*'] }], outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } },
  'redis.redis.opstreelabs.in/v1beta2/RedisCluster': { clusterSize: 3, clusterVersion: 'v7', kubernetesConfig: { image: 'registry.example/redis:7', redisSecret: keyRef }, redisLeader: { replicas: 3, resources, securityContext: { runAsNonRoot: true } }, redisFollower: { replicas: 3 }, storage: { volumeClaimTemplate: claim }, podSecurityContext: podSecurity },
  'redis.redis.opstreelabs.in/v1beta2/RedisReplication': { clusterSize: 3, kubernetesConfig: { image: 'registry.example/redis:7', resources }, storage: { volumeClaimTemplate: claim }, redisExporter: { enabled: true, image: 'registry.example/exporter:1' } },
  'redis.redis.opstreelabs.in/v1beta2/RedisSentinel': { clusterSize: 3, kubernetesConfig: { image: 'registry.example/sentinel:7' }, redisSentinelConfig: { redisReplicationName: 'cache', masterGroupName: 'cache', quorum: '2' } },
  'security.istio.io/v1/PeerAuthentication': { mtls: { mode: 'STRICT' }, portLevelMtls: { '8080': { mode: 'PERMISSIVE' } } },
  'security.istio.io/v1/AuthorizationPolicy': { action: 'ALLOW', selector: { matchLabels: { a: 'b' } }, rules: [{ from: [{ source: { principals: ['cluster.local/ns/a/sa/b'] } }], to: [{ operation: { ports: ['8080'] } }] }] },
  'sparkoperator.k8s.io/v1beta2/SparkApplication': {
    type: 'Java', mode: 'cluster', sparkVersion: '4.0.0', image: 'registry.example/spark:4', mainClass: 'a.B', mainApplicationFile: 'local:///opt/app.jar', sparkConf: { 'spark.a': 'b' },
    driver: { cores: 1, memory: '2g', serviceAccount: 'spark', podSecurityContext: podSecurity }, executor: { instances: 2, cores: 2, memory: '4g', template: { spec: { securityContext: podSecurity } } }, restartPolicy: { type: 'Never' },
  },
  'velero.io/v1/Schedule': { schedule: '0 1 * * *', template: { includedNamespaces: ['core-mbs'], storageLocation: 'default', ttl: '720h0m0s', snapshotVolumes: true } },
  'velero.io/v1/BackupStorageLocation': { provider: 'aws', objectStorage: { bucket: 'backup', prefix: 'core' }, config: { region: 'local', s3Url: 'https://s3.example' }, credential: keyRef },
};

const split = (key: string) => [key.slice(0, key.lastIndexOf('/')), key.slice(key.lastIndexOf('/') + 1)] as const;

describe('schemas of custom resources', () => {
  it('have an example each', () => {
    expect(Object.keys(customKinds).filter((kind) => !Object.hasOwn(SPECS, kind))).toEqual([]);
  });

  it.each(Object.keys(SPECS))('%s takes what such an object usually has', (key) => {
    const [apiVersion, kind] = split(key);
    expect(structure([custom(apiVersion, kind, SPECS[key]!)], {})).toEqual([]);
  });

  it.each(Object.keys(SPECS))('%s refuses a field that it does not have', (key) => {
    const [apiVersion, kind] = split(key);
    expect(structure([custom(apiVersion, kind, { ...SPECS[key]!, noSuchField: 1 })], {})).toMatchObject([{ code: 'CHAMP3002', args: { field: 'spec.noSuchField' } }]);
  });

  it.each(['kafka.strimzi.io/v1/Kafka', 'mysql.oracle.com/v2/InnoDBCluster', 'argoproj.io/v1alpha1/Application'])('%s refuses an object without its spec', (key) => {
    const [apiVersion, kind] = split(key);
    expect(codesOf(structure, [object(manifest(apiVersion, kind, 'it'))])).toEqual(['CHAMP3004']);
  });

  it('refuse fields inside pod parts as strictly as in a Pod', () => {
    const spec = { ...SPECS['mysql.oracle.com/v2/InnoDBCluster'], podSpec: { containers: [{ name: 'mysql', imag: 'x' }] } };
    expect(structure([custom('mysql.oracle.com/v2', 'InnoDBCluster', spec)], {})).toMatchObject([{ code: 'CHAMP3002', args: { field: 'spec.podSpec.containers[0].imag', near: 'image' } }]);
  });

  it('refuse fields of a newer Kubernetes that an operator drops', () => {
    const spec = { ...SPECS['redis.redis.opstreelabs.in/v1beta2/RedisCluster'], podSecurityContext: { supplementalGroupsPolicy: 'Strict' } };
    expect(codesOf(structure, [custom('redis.redis.opstreelabs.in/v1beta2', 'RedisCluster', spec)])).toEqual(['CHAMP3002']);
  });
});
