/** What the operators of production would write into the status of the kinds that the estate emits. One row a kind. */
import type { Manifest } from '../../../engine/manifest.ts';

export interface StatusRow {
  readonly apiVersion: string;
  readonly kind: string;
  /** Plural at the API. */
  readonly resource: string;
  readonly status: (object: Manifest) => Readonly<Record<string, unknown>>;
}

const EPOCH = '2026-01-01T00:00:00Z';

const generation = ({ metadata }: Manifest): number => Number(metadata['generation'] ?? 1);

const condition = (object: Manifest, type: string, reason: string) => ({ type, status: 'True', reason, message: '', lastTransitionTime: EPOCH, observedGeneration: generation(object) });

const conditions = (...types: readonly (readonly [type: string, reason: string])[]) => (object: Manifest) => ({
  observedGeneration: generation(object), conditions: types.map(([type, reason]) => condition(object, type, reason)),
});

const row = (apiVersion: string, kind: string, resource: string, status: StatusRow['status']): StatusRow => ({ apiVersion, kind, resource, status });

const strimzi = conditions(['Ready', 'Ready']);

const spec = (object: Manifest) => object['spec'] as Readonly<Record<string, unknown>>;

/** A route is accepted by every gateway that it names. */
const routeStatus = (object: Manifest) => ({
  parents: (spec(object)['parentRefs'] as readonly unknown[]).map((parentRef) => ({
    parentRef, controllerName: 'gateway.envoyproxy.io/gatewayclass-controller', conditions: [condition(object, 'Accepted', 'Accepted'), condition(object, 'ResolvedRefs', 'ResolvedRefs')],
  })),
});

const gatewayStatus = (object: Manifest) => ({
  conditions: [condition(object, 'Accepted', 'Accepted'), condition(object, 'Programmed', 'Programmed')],
  addresses: [{ type: 'IPAddress', value: '127.0.0.1' }],
  listeners: (spec(object)['listeners'] as readonly { readonly name: string }[]).map(({ name }) => ({
    name, attachedRoutes: 1, supportedKinds: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' }],
    conditions: [condition(object, 'Accepted', 'Accepted'), condition(object, 'Programmed', 'Programmed'), condition(object, 'ResolvedRefs', 'ResolvedRefs')],
  })),
});

export const STATUSES: readonly StatusRow[] = [
  row('cert-manager.io/v1', 'Certificate', 'certificates', conditions(['Ready', 'Ready'])),
  row('cert-manager.io/v1', 'Issuer', 'issuers', conditions(['Ready', 'IsReady'])),
  row('elasticsearch.k8s.elastic.co/v1', 'Elasticsearch', 'elasticsearches', (object) => ({ health: 'green', phase: 'Ready', availableNodes: 3, observedGeneration: generation(object) })),
  row('external-secrets.io/v1', 'ExternalSecret', 'externalsecrets', conditions(['Ready', 'SecretSynced'])),
  row('external-secrets.io/v1', 'SecretStore', 'secretstores', conditions(['Ready', 'Valid'])),
  row('flink.apache.org/v1beta1', 'FlinkDeployment', 'flinkdeployments', (object) => ({
    lifecycleState: 'STABLE', jobManagerDeploymentStatus: 'READY', observedGeneration: generation(object), jobStatus: { state: 'RUNNING' }, reconciliationStatus: { state: 'DEPLOYED' },
  })),
  row('gateway.envoyproxy.io/v1alpha1', 'EnvoyProxy', 'envoyproxies', (object) => ({
    ancestors: [{ ancestorRef: { group: 'gateway.networking.k8s.io', kind: 'GatewayClass', name: object.metadata.name }, controllerName: 'gateway.envoyproxy.io/gatewayclass-controller', conditions: [condition(object, 'Accepted', 'Accepted')] }],
  })),
  row('gateway.networking.k8s.io/v1', 'Gateway', 'gateways', gatewayStatus),
  row('gateway.networking.k8s.io/v1', 'GatewayClass', 'gatewayclasses', conditions(['Accepted', 'Accepted'])),
  row('gateway.networking.k8s.io/v1', 'HTTPRoute', 'httproutes', routeStatus),
  row('k8s.keycloak.org/v2alpha1', 'Keycloak', 'keycloaks', conditions(['Ready', 'Ready'])),
  row('kafka.strimzi.io/v1', 'Kafka', 'kafkas', strimzi),
  row('kafka.strimzi.io/v1', 'KafkaNodePool', 'kafkanodepools', (object) => {
    const replicas = Number(spec(object)['replicas']);
    return { observedGeneration: generation(object), replicas, nodeIds: Array.from({ length: replicas }, (_, index) => index) };
  }),
  row('kafka.strimzi.io/v1', 'KafkaTopic', 'kafkatopics', strimzi),
  row('kafka.strimzi.io/v1', 'KafkaUser', 'kafkausers', strimzi),
  row('monitoring.coreos.com/v1', 'Alertmanager', 'alertmanagers', conditions(['Available', 'Available'], ['Reconciled', 'Reconciled'])),
  row('monitoring.coreos.com/v1', 'Prometheus', 'prometheuses', conditions(['Available', 'Available'], ['Reconciled', 'Reconciled'])),
  row('mysql.oracle.com/v2', 'InnoDBCluster', 'innodbclusters', (object) => ({ cluster: { status: 'ONLINE', onlineInstances: Number(spec(object)['instances'] ?? 1) } })),
  row('redis.redis.opstreelabs.in/v1beta2', 'RedisCluster', 'redisclusters', (object) => ({ state: 'Ready', readyLeaderReplicas: Number(spec(object)['clusterSize'] ?? 3), readyFollowerReplicas: Number(spec(object)['clusterSize'] ?? 3) })),
  row('redis.redis.opstreelabs.in/v1beta2', 'RedisReplication', 'redisreplications', () => ({ masterNode: 'replication-0', connectionInfo: {} })),
];
