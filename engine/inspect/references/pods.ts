import type { Check } from '../check.ts';
import { Estate } from '../estate.ts';
import { path, valuesAt, type Path } from '../paths.ts';
import { at, isRecord, list, record, records, text, type Plain } from '../plain.ts';
import { Lookup, type Reference } from './lookup.ts';

/** What pods name: ConfigMaps and Secrets with their keys, claims, the ServiceAccount and the classes. */
export const podReferences: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const lookup = new Lookup(estate.objects);
  for (const item of estate.items) {
    for (const template of item.templates) {
      for (const reference of ofPodSpec(template.spec, template.specField)) lookup.expect(item, reference);
    }
    for (const steps of EMBEDDED.get(item.type) ?? []) {
      for (const { field, value } of valuesAt(item.manifest, steps)) {
        for (const reference of ofPodSpec(record(value), field)) lookup.expect(item, reference);
      }
    }
  }
  return lookup.found;
};

const REDIS = 'redis.redis.opstreelabs.in/v1beta2';
const KEYCLOAK = ['spec', 'spec.scheduling', 'spec.unsupported.podTemplate.spec'];

/** Where custom resources hold a pod spec, or the part of one that the operator completes. */
const EMBEDDED: ReadonlyMap<string, readonly Path[]> = new Map(
  Object.entries({
    'elasticsearch.k8s.elastic.co/v1/Elasticsearch': ['spec.nodeSets[].podTemplate.spec'],
    'flink.apache.org/v1beta1/FlinkDeployment': ['spec.podTemplate.spec', 'spec.jobManager.podTemplate.spec', 'spec.taskManager.podTemplate.spec'],
    'gateway.envoyproxy.io/v1alpha1/EnvoyProxy': ['spec.provider.kubernetes.envoyDeployment.pod'],
    'k8s.keycloak.org/v2alpha1/Keycloak': KEYCLOAK,
    'k8s.keycloak.org/v2beta1/Keycloak': KEYCLOAK,
    'kafka.strimzi.io/v1/Kafka': ['spec.kafka.template.pod', 'spec.entityOperator.template.pod', 'spec.cruiseControl.template.pod'],
    'kafka.strimzi.io/v1/KafkaNodePool': ['spec.template.pod'],
    'monitoring.coreos.com/v1/Alertmanager': ['spec'],
    'monitoring.coreos.com/v1/Prometheus': ['spec'],
    'mysql.oracle.com/v2/InnoDBCluster': ['spec', 'spec.podSpec', 'spec.router.podSpec'],
    [`${REDIS}/RedisCluster`]: ['spec', 'spec.kubernetesConfig'],
    [`${REDIS}/RedisReplication`]: ['spec', 'spec.kubernetesConfig'],
    [`${REDIS}/RedisSentinel`]: ['spec', 'spec.kubernetesConfig'],
    'sparkoperator.k8s.io/v1beta2/SparkApplication': ['spec', 'spec.driver', 'spec.executor', 'spec.driver.template.spec', 'spec.executor.template.spec'],
  }).map(([type, fields]) => [type, fields.map(path)]),
);

/** The references of a pod spec, also of an incomplete one. Optional ones may dangle and are left out. */
export function ofPodSpec(spec: Plain, root: string): readonly Reference[] {
  const kept = new References(root);
  kept.add('serviceAccountName', 'ServiceAccount', spec['serviceAccountName']);
  kept.add('priorityClassName', 'PriorityClass', spec['priorityClassName']);
  kept.add('runtimeClassName', 'RuntimeClass', spec['runtimeClassName']);
  records(spec['imagePullSecrets']).forEach((each, index) => kept.add(`imagePullSecrets[${index}]`, 'Secret', each['name']));
  records(spec['volumes']).forEach((volume, index) => ofVolume(volume, `volumes[${index}]`, kept));
  for (const kind of ['initContainers', 'containers']) {
    records(spec[kind]).forEach((container, index) => ofContainer(container, `${kind}[${index}].`, spec, kept));
  }
  if (Array.isArray(spec['env']) || Array.isArray(spec['envFrom'])) ofContainer(spec, '', spec, kept);
  return kept.references;
}

class References {
  readonly references: Reference[] = [];
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  add(field: string, kind: string, name: unknown, key?: unknown): void {
    if (typeof name === 'string' && name !== '') this.references.push({ field: `${this.root}.${field}`, kind, name, key: text(key) });
  }
}

function ofVolume(volume: Plain, field: string, kept: References): void {
  ofFiles(volume['configMap'], `${field}.configMap`, 'ConfigMap', 'name', kept);
  ofFiles(volume['secret'], `${field}.secret`, 'Secret', 'secretName', kept);
  records(at(volume, 'projected', 'sources')).forEach((source, index) => {
    ofFiles(source['configMap'], `${field}.projected.sources[${index}].configMap`, 'ConfigMap', 'name', kept);
    ofFiles(source['secret'], `${field}.projected.sources[${index}].secret`, 'Secret', 'name', kept);
  });
  kept.add(`${field}.persistentVolumeClaim.claimName`, 'PersistentVolumeClaim', at(volume, 'persistentVolumeClaim', 'claimName'));
  kept.add(`${field}.ephemeral.volumeClaimTemplate.spec.storageClassName`, 'StorageClass', at(volume, 'ephemeral', 'volumeClaimTemplate', 'spec', 'storageClassName'));
  kept.add(`${field}.csi.nodePublishSecretRef`, 'Secret', at(volume, 'csi', 'nodePublishSecretRef', 'name'));
}

function ofFiles(source: unknown, field: string, kind: string, nameField: string, kept: References): void {
  if (!isRecord(source) || source['optional'] === true) return;
  const items = records(source['items']);
  if (items.length === 0) kept.add(field, kind, source[nameField]);
  items.forEach((item, index) => kept.add(`${field}.items[${index}]`, kind, source[nameField], item['key']));
}

function ofContainer(container: Plain, inside: string, spec: Plain, kept: References): void {
  records(container['env']).forEach(({ valueFrom }, index) => {
    if (!isRecord(valueFrom)) return;
    keyed(valueFrom['configMapKeyRef'], `${inside}env[${index}].valueFrom.configMapKeyRef`, 'ConfigMap', kept);
    keyed(valueFrom['secretKeyRef'], `${inside}env[${index}].valueFrom.secretKeyRef`, 'Secret', kept);
  });
  records(container['envFrom']).forEach((each, index) => {
    keyed(each['configMapRef'], `${inside}envFrom[${index}].configMapRef`, 'ConfigMap', kept);
    keyed(each['secretRef'], `${inside}envFrom[${index}].secretRef`, 'Secret', kept);
  });
  records(container['volumeMounts']).forEach((mount, index) => {
    const file = text(mount['subPath'])?.split('/')[0];
    const volume = file ? records(spec['volumes']).find((each) => each['name'] === mount['name']) : undefined;
    if (volume) ofSubPath(volume, `${inside}volumeMounts[${index}].subPath`, file!, kept);
  });
}

function keyed(reference: unknown, field: string, kind: string, kept: References): void {
  if (isRecord(reference) && reference['optional'] !== true) kept.add(field, kind, reference['name'], reference['key']);
}

/** A subPath into a whole ConfigMap or Secret is one of its keys. */
function ofSubPath(volume: Plain, field: string, file: string, kept: References): void {
  for (const [source, kind, nameField] of [['configMap', 'ConfigMap', 'name'], ['secret', 'Secret', 'secretName']] as const) {
    const files = record(volume[source]);
    if (files['optional'] !== true && list(files['items']).length === 0) kept.add(field, kind, files[nameField], file);
  }
}
