import type { Manifest } from '../manifest.ts';
import { groupOf } from '../pods/index.ts';

/** Why the loss of an object is not undone by a sync. */
export type Kept = 'state' | 'namespace' | 'definition' | 'application';

/** API group -> kind -> why. Removed from Git, such an object waits until a person confirms. */
const KEPT: Readonly<Record<string, Readonly<Record<string, Kept>>>> = {
  '': { Namespace: 'namespace', PersistentVolume: 'state', PersistentVolumeClaim: 'state' },
  'apiextensions.k8s.io': { CustomResourceDefinition: 'definition' },
  apps: { StatefulSet: 'state' },
  'argoproj.io': { AppProject: 'application', Application: 'application' },
  'elasticsearch.k8s.elastic.co': { Elasticsearch: 'state' },
  'flink.apache.org': { FlinkDeployment: 'state' },
  'k8s.keycloak.org': { Keycloak: 'state', KeycloakRealmImport: 'state' },
  'kafka.strimzi.io': { Kafka: 'state', KafkaNodePool: 'state', KafkaTopic: 'state', KafkaUser: 'state' },
  'monitoring.coreos.com': { Alertmanager: 'state', Prometheus: 'state' },
  'mysql.oracle.com': { InnoDBCluster: 'state' },
  'redis.redis.opstreelabs.in': { RedisCluster: 'state', RedisReplication: 'state', RedisSentinel: 'state' },
  'velero.io': { BackupStorageLocation: 'state', Schedule: 'state' },
};

/** Undefined for kinds that a sync brings back as they were. */
export function keptBecause({ apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>): Kept | undefined {
  const kinds = KEPT[groupOf(apiVersion)];
  return kinds && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
}

/** True for kinds whose loss is not undone by a sync: state, namespaces, definitions and whole Applications. */
export const needsConfirmation = (manifest: Manifest): boolean => keptBecause(manifest) !== undefined;
