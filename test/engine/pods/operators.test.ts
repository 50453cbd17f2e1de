import type { Manifest } from '../../../engine/manifest.ts';
import { podField, podsIn } from '../../../engine/pods/index.ts';
import { rendered } from '../../fixtures/linyi.ts';

const pods = (apiVersion: string, kind: string, spec: object) => podsIn({ apiVersion, kind, metadata: { name: 'x' }, spec } as Manifest);
const containers = (found: ReturnType<typeof podsIn>) => found.flatMap((pod) => pod.containers.map(({ name, field, made }) => `${name} ${field}${made ? ' made' : ''}`));

describe('the pods of operators', () => {
  it('are partial', () => {
    expect(pods('monitoring.coreos.com/v1', 'Prometheus', { image: 'x' })).toMatchObject([{ partial: true }]);
  });

  it('of MySQL: servers, routers and read replicas, with images beside them', () => {
    const found = pods('mysql.oracle.com/v2', 'InnoDBCluster', { podSpec: { containers: [{ name: 'mysql' }, { name: 'own', image: 'x' }] }, metrics: { enable: true, image: 'm' }, router: { podSpec: { containers: [{ name: 'router' }] } }, readReplicas: [{ podSpec: { containers: [] } }] });
    expect(found.map(({ field }) => field)).toEqual(['spec.podSpec', 'spec.router.podSpec', 'spec.readReplicas[0].podSpec']);
    expect(containers(found)).toEqual(['mysql spec.podSpec.containers[0] made', 'own spec.podSpec.containers[1]', 'metrics spec.metrics made', 'router spec.router.podSpec.containers[0] made']);
  });

  it('of Redis, whose pod and container settings stand side by side', () => {
    const found = pods('redis.redis.opstreelabs.in/v1beta2', 'RedisSentinel', { podSecurityContext: { runAsUser: 0 }, securityContext: { privileged: true }, kubernetesConfig: { image: 'r' }, sidecars: [{ name: 'side', image: 's' }] });
    expect(found).toMatchObject([{ spec: { securityContext: { runAsUser: 0 } }, metadata: {} }]);
    expect(podField(found[0]!, 'securityContext.runAsUser')).toBe('spec.podSecurityContext.runAsUser');
    expect(containers(found)).toEqual(['redis spec.kubernetesConfig made', 'redis spec made', 'side spec.sidecars[0]']);
    expect(found[0]!.containers[1]!.container).toEqual({ name: 'redis', securityContext: { privileged: true } });
  });

  it('of Strimzi, whose containers stand beside the pod', () => {
    const found = pods('kafka.strimzi.io/v1', 'Kafka', { kafka: { image: 'k', template: { pod: { metadata: { labels: { a: 'b' } }, securityContext: {} }, kafkaContainer: { securityContext: {} } } }, entityOperator: { template: { topicOperatorContainer: { env: [] } } } });
    expect(found).toMatchObject([{ field: 'spec.kafka.template.pod', metadata: { labels: { a: 'b' } } }, { field: 'spec.entityOperator.template.pod', spec: {} }]);
    expect(containers(found)).toEqual(['kafka spec.kafka.template.kafkaContainer made', 'kafka spec.kafka made', 'topic-operator spec.entityOperator.template.topicOperatorContainer made']);
  });

  it('of Envoy Gateway: settings, whole init containers and a patch', () => {
    const found = pods('gateway.envoyproxy.io/v1alpha1', 'EnvoyProxy', { provider: { kubernetes: { envoyDeployment: { pod: { labels: { a: 'b' } }, container: { image: 'e' }, initContainers: [{ name: 'first' }], patch: { value: { spec: { template: { spec: { containers: [{ name: 'shutdown-manager' }] } } } } } } } } });
    expect(found[0]).toMatchObject({ metadata: { labels: { a: 'b' } } });
    const place = 'spec.provider.kubernetes.envoyDeployment';
    expect(containers(found)).toEqual([`envoy ${place}.container made`, `first ${place}.initContainers[0]`, `shutdown-manager ${place}.patch.value.spec.template.spec.containers[0] made`]);
  });

  it('of Elastic: each set of nodes, and the image for all', () => {
    const found = pods('elasticsearch.k8s.elastic.co/v1', 'Elasticsearch', { image: 'e', nodeSets: [{ podTemplate: { spec: { containers: [{ name: 'elasticsearch' }, { name: 'exporter' }] } } }, { podTemplate: { spec: { containers: [] } } }] });
    expect(found.map(({ field }) => field)).toEqual(['spec.nodeSets[0].podTemplate.spec', 'spec.nodeSets[1].podTemplate.spec', 'spec']);
    expect(containers(found)).toEqual(['elasticsearch spec.nodeSets[0].podTemplate.spec.containers[0] made', 'exporter spec.nodeSets[0].podTemplate.spec.containers[1]', 'elasticsearch spec made']);
  });

  it.each([['flink.apache.org/v1beta1', 'FlinkDeployment'], ['k8s.keycloak.org/v2beta1', 'Keycloak'], ['sparkoperator.k8s.io/v1beta2', 'SparkApplication'], ['cert-manager.io/v1', 'Issuer']])('of %s %s are none where nothing is said of them', (apiVersion, kind) => {
    expect(pods(apiVersion, kind, {})).toEqual([]);
    expect(pods(apiVersion, kind, { podTemplate: 5, driver: [], acme: { solvers: [null] } })).toEqual([]);
  });

  it('are found in every custom resource of the estate that makes pods', () => {
    const MAKERS = ['InnoDBCluster', 'RedisCluster', 'RedisReplication', 'RedisSentinel', 'Kafka', 'KafkaNodePool', 'Elasticsearch', 'Keycloak', 'Prometheus', 'Alertmanager', 'EnvoyProxy', 'FlinkDeployment'];
    const makers = rendered().output.objects.filter(({ manifest }) => MAKERS.includes(manifest.kind));
    expect(new Set(makers.map(({ manifest }) => manifest.kind)).size).toBe(MAKERS.length);
    for (const { manifest } of makers) expect(podsIn(manifest).flatMap((pod) => pod.containers).length).toBeGreaterThan(0);
  });
});
