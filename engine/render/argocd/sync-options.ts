import type { Manifest } from '../../manifest.ts';
import { groupOf } from './kinds.ts';

const ANNOTATION = 'argocd.argoproj.io/sync-options';

/** Removed from Git, such an object waits until a person confirms: state, namespaces, definitions and whole Applications. */
const CONFIRMED: Readonly<Record<string, readonly string[]>> = {
  '': ['Namespace', 'PersistentVolume', 'PersistentVolumeClaim'],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  apps: ['StatefulSet'],
  'argoproj.io': ['AppProject', 'Application'],
  'elasticsearch.k8s.elastic.co': ['Elasticsearch'],
  'flink.apache.org': ['FlinkDeployment'],
  'k8s.keycloak.org': ['Keycloak', 'KeycloakRealmImport'],
  'kafka.strimzi.io': ['Kafka', 'KafkaNodePool', 'KafkaTopic', 'KafkaUser'],
  'monitoring.coreos.com': ['Alertmanager', 'Prometheus'],
  'mysql.oracle.com': ['InnoDBCluster'],
  'redis.redis.opstreelabs.in': ['RedisCluster', 'RedisReplication', 'RedisSentinel'],
  'velero.io': ['BackupStorageLocation', 'Schedule'],
};

/** True for kinds whose loss is not undone by a sync. */
export function needsConfirmation({ apiVersion, kind }: Manifest): boolean {
  const group = groupOf(apiVersion);
  return Object.hasOwn(CONFIRMED, group) && CONFIRMED[group]!.includes(kind);
}

/** The object with `Prune=confirm,Delete=confirm` where its loss could not be undone; options that it has already stay. */
export function withSyncOptions(manifest: Manifest): Manifest {
  if (!needsConfirmation(manifest)) return manifest;
  const { annotations = {} } = manifest.metadata;
  const own = (annotations[ANNOTATION] ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '');
  const decided = (option: string) => own.some((each) => each.startsWith(`${option}=`));
  const added = ['Prune', 'Delete'].filter((option) => !decided(option)).map((option) => `${option}=confirm`);
  if (added.length === 0) return manifest;
  return { ...manifest, metadata: { ...manifest.metadata, annotations: { ...annotations, [ANNOTATION]: [...own, ...added].join(',') } } };
}
