import { objectReferences } from '../../../../engine/inspect/index.ts';
import { codesOf, custom, deployment, manifest, object, only, service, type Fields } from '../objects.ts';

const RBAC = 'rbac.authorization.k8s.io/v1';
const binding = (roleRef: Fields, subjects: readonly Fields[] = []) => object(manifest(RBAC, 'RoleBinding', 'x', { roleRef: { apiGroup: 'rbac.authorization.k8s.io', ...roleRef }, subjects }));
const store = custom('external-secrets.io/v1', 'SecretStore', {}, 'store');

/** One object per row whose one reference leads nowhere. */
const DANGLING: readonly (readonly [string, string, Fields, string])[] = [
  ['apps/v1', 'StatefulSet', { serviceName: 'none' }, 'Service'],
  ['apps/v1', 'StatefulSet', { volumeClaimTemplates: [{ spec: { storageClassName: 'none' } }] }, 'StorageClass'],
  ['v1', 'PersistentVolumeClaim', { storageClassName: 'none' }, 'StorageClass'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', { scaleTargetRef: { kind: 'StatefulSet', name: 'none' } }, 'StatefulSet'],
  ['networking.k8s.io/v1', 'Ingress', { rules: [{ http: { paths: [{ backend: { service: { name: 'none', port: { number: 80 } } } }] } }] }, 'Service'],
  ['argoproj.io/v1alpha1', 'Application', { project: 'none' }, 'AppProject'],
  ['external-secrets.io/v1', 'ExternalSecret', { secretStoreRef: { name: 'none' } }, 'SecretStore'],
  ['external-secrets.io/v1', 'ExternalSecret', { secretStoreRef: { name: 'none', kind: 'ClusterSecretStore' } }, 'ClusterSecretStore'],
  ['external-secrets.io/v1', 'SecretStore', { provider: { vault: { auth: { kubernetes: { serviceAccountRef: { name: 'none' } } } } } }, 'ServiceAccount'],
  ['external-secrets.io/v1', 'SecretStore', { provider: { vault: { caProvider: { type: 'ConfigMap', name: 'none', key: 'ca.crt' } } } }, 'ConfigMap'],
  ['cert-manager.io/v1', 'Certificate', { issuerRef: { name: 'none', kind: 'ClusterIssuer' } }, 'ClusterIssuer'],
  ['gateway.networking.k8s.io/v1', 'Gateway', { gatewayClassName: 'none' }, 'GatewayClass'],
  ['gateway.networking.k8s.io/v1', 'Gateway', { infrastructure: { parametersRef: { group: 'gateway.envoyproxy.io', kind: 'EnvoyProxy', name: 'none' } } }, 'EnvoyProxy'],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute', { parentRefs: [{ name: 'none' }] }, 'Gateway'],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute', { rules: [{ backendRefs: [{ name: 'none', port: 80 }] }] }, 'Service'],
  ['velero.io/v1', 'Schedule', { template: { storageLocation: 'none' } }, 'BackupStorageLocation'],
  ['redis.redis.opstreelabs.in/v1beta2', 'RedisSentinel', { redisSentinelConfig: { redisReplicationName: 'none' } }, 'RedisReplication'],
  ['redis.redis.opstreelabs.in/v1beta2', 'RedisCluster', { kubernetesConfig: { redisSecret: { name: 'none', key: 'x' } } }, 'Secret'],
  ['mysql.oracle.com/v2', 'InnoDBCluster', { secretName: 'none' }, 'Secret'],
  ['kafka.strimzi.io/v1', 'KafkaNodePool', { storage: { volumes: [{ class: 'none' }] } }, 'StorageClass'],
  ['elasticsearch.k8s.elastic.co/v1', 'Elasticsearch', { nodeSets: [{ volumeClaimTemplates: [{ spec: { storageClassName: 'none' } }] }] }, 'StorageClass'],
  ['k8s.keycloak.org/v2alpha1', 'Keycloak', { db: { passwordSecret: { name: 'none', key: 'x' } } }, 'Secret'],
  ['flink.apache.org/v1beta1', 'FlinkDeployment', { serviceAccount: 'none' }, 'ServiceAccount'],
  ['sparkoperator.k8s.io/v1beta2', 'SparkApplication', { driver: { serviceAccount: 'none' } }, 'ServiceAccount'],
  ['monitoring.coreos.com/v1', 'Alertmanager', { configSecret: 'none' }, 'Secret'],
  ['monitoring.coreos.com/v1', 'ServiceMonitor', { endpoints: [{ tlsConfig: { ca: { configMap: { name: 'none', key: 'x' } } } }] }, 'ConfigMap'],
];

describe('objectReferences', () => {
  it.each(DANGLING)('refuses a %s %s with %j, since no such object is there', (apiVersion, kind, spec, wanted) => {
    expect(only(objectReferences, [custom(apiVersion, kind, spec)])).toMatchObject({ code: 'CHAMP3031', args: { kind: wanted, value: expect.stringMatching(/(^|\/)none$/) } });
  });

  it.each(DANGLING)('accepts a %s %s with %j once it is', (apiVersion, kind, spec, wanted) => {
    const cluster = ['StorageClass', 'GatewayClass', 'ClusterSecretStore', 'ClusterIssuer'].includes(wanted);
    const existing = [{ kind: wanted, name: 'none', ...(cluster ? {} : { namespace: 'core-mbs' }) }];
    expect(codesOf(objectReferences, [custom(apiVersion, kind, spec)], { existing })).toEqual([]);
  });

  it('accepts built-in roles, the system\'s roles and declared ones, and refuses others', () => {
    const role = object(manifest(RBAC, 'Role', 'operator'));
    expect(codesOf(objectReferences, [role, binding({ kind: 'Role', name: 'operator' }), binding({ kind: 'ClusterRole', name: 'view' }), binding({ kind: 'ClusterRole', name: 'system:auth-delegator' })])).toEqual([]);
    expect(only(objectReferences, [role, binding({ kind: 'Role', name: 'operater' })]).args).toMatchObject({ kind: 'Role', near: 'operator' });
    expect(codesOf(objectReferences, [role, binding({ kind: 'ClusterRole', name: 'operator' })])).toEqual(['CHAMP3031']);
  });

  it('follows subjects that are ServiceAccounts, into their namespace', () => {
    const account = object(manifest('v1', 'ServiceAccount', 'robot', {}, { namespace: 'core-mba' }));
    const subject = (namespace: string) => ({ kind: 'ServiceAccount', name: 'robot', namespace });
    const view = { kind: 'ClusterRole', name: 'view' };
    expect(codesOf(objectReferences, [account, binding(view, [subject('core-mba'), { kind: 'Group', name: 'operators' }])])).toEqual([]);
    expect(codesOf(objectReferences, [account, binding(view, [subject('core-mbs')])])).toEqual(['CHAMP3031']);
  });

  it('refuses a route to a port that the Service has not', () => {
    const route = (port: number) => custom('gateway.networking.k8s.io/v1', 'HTTPRoute', { rules: [{ backendRefs: [{ name: 'hsa-mbs', port }] }] });
    expect(codesOf(objectReferences, [service(), route(80)])).toEqual([]);
    expect(only(objectReferences, [service(), route(8080)])).toMatchObject({ code: 'CHAMP3033', args: { value: '8080', name: 'Service hsa-mbs', allowed: 'http, 80' } });
  });

  it('finds the parameters of an admission policy by the kind that it asks for', () => {
    const of = (kind: string, name: string, spec: Fields) => object({ apiVersion: 'admissionregistration.k8s.io/v1', kind, metadata: { name }, spec });
    const policy = of('ValidatingAdmissionPolicy', 'p', { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' } });
    const bound = of('ValidatingAdmissionPolicyBinding', 'b', { policyName: 'p', paramRef: { name: 'waivers', namespace: 'core-mbs' } });
    expect(only(objectReferences, [policy, bound])).toMatchObject({ code: 'CHAMP3031', args: { kind: 'ConfigMap', field: 'spec.paramRef' } });
    expect(codesOf(objectReferences, [policy, bound, object(manifest('v1', 'ConfigMap', 'waivers'))])).toEqual([]);
    expect(only(objectReferences, [bound]).args).toMatchObject({ kind: 'ValidatingAdmissionPolicy' });
  });

  it('reads names from labels', () => {
    const topic = object(manifest('kafka.strimzi.io/v1', 'KafkaTopic', 't', {}, { labels: { 'strimzi.io/cluster': 'none' } }));
    expect(only(objectReferences, [topic])).toMatchObject({ code: 'CHAMP3031', args: { kind: 'Kafka', field: 'metadata.labels[strimzi.io/cluster]' } });
    const slice = object(manifest('discovery.k8s.io/v1', 'EndpointSlice', 's', {}, { labels: { 'kubernetes.io/service-name': 'hsa-mbs' } }));
    expect(codesOf(objectReferences, [slice, service()])).toEqual([]);
  });

  it('accepts a SecretStore beside its ExternalSecret, and an autoscaler beside its workload', () => {
    const hpa = object(manifest('autoscaling/v2', 'HorizontalPodAutoscaler', 'x', { spec: { scaleTargetRef: { kind: 'Deployment', name: 'hsa-mbs' } } }));
    expect(codesOf(objectReferences, [store, custom('external-secrets.io/v1', 'ExternalSecret', { secretStoreRef: { name: 'store' } }), hpa, deployment()])).toEqual([]);
  });
});
