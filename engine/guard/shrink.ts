import { isRecord } from '../inspect/plain.ts';
import type { Manifest } from '../manifest.ts';
import { groupOf } from '../pods/index.ts';
import { type FieldChange, isLess } from './immutable.ts';
import { keptBecause } from './stateful.ts';
import { valueAt } from './values.ts';

/** Group/kind -> the number of its members, each with data of its own. */
const MEMBERS: Readonly<Record<string, { readonly field: string; readonly absent: number }>> = {
  'apps/StatefulSet': { field: 'spec.replicas', absent: 1 },
  'kafka.strimzi.io/KafkaNodePool': { field: 'spec.replicas', absent: 1 },
  'kafka.strimzi.io/KafkaTopic': { field: 'spec.partitions', absent: 1 },
  'monitoring.coreos.com/Alertmanager': { field: 'spec.replicas', absent: 1 },
  'monitoring.coreos.com/Prometheus': { field: 'spec.replicas', absent: 1 },
  'mysql.oracle.com/InnoDBCluster': { field: 'spec.instances', absent: 1 },
  'redis.redis.opstreelabs.in/RedisCluster': { field: 'spec.clusterSize', absent: 3 },
  'redis.redis.opstreelabs.in/RedisReplication': { field: 'spec.clusterSize', absent: 3 },
  'redis.redis.opstreelabs.in/RedisSentinel': { field: 'spec.clusterSize', absent: 3 },
};

const SIZES: ReadonlySet<string> = new Set(['size', 'storage']);

/** Fewer members or less storage of an object that holds state. `scaled` says that an autoscaler sets the number of members. */
export function shrunkFields(before: Manifest, after: Manifest, scaled = false): readonly FieldChange[] {
  if (keptBecause(after) !== 'state') return [];
  const found: FieldChange[] = [];
  const add = (field: string, from: unknown, to: unknown) => { if (isLess(from, to)) found.push({ field, before: from, after: to }); };
  const members = MEMBERS[`${groupOf(after.apiVersion)}/${after.kind}`];
  // dropped, the number goes back to the default
  if (members && !scaled) add(members.field, valueAt(before, members.field) ?? members.absent, valueAt(after, members.field) ?? members.absent);
  if (after.kind === 'Elasticsearch') nodeSets(before, after, add);
  // said already of a claim and of the templates of a StatefulSet: the server refuses them
  else if (after.kind !== 'PersistentVolumeClaim' && after.kind !== 'StatefulSet') sizes(before['spec'], after['spec'], 'spec', add);
  return found;
}

type Add = (field: string, from: unknown, to: unknown) => void;

/** Node sets are known by name: their order may change. */
function nodeSets(before: Manifest, after: Manifest, add: Add): void {
  const named = (manifest: Manifest) => {
    const sets = valueAt(manifest, 'spec.nodeSets');
    return new Map((Array.isArray(sets) ? sets : []).map((each: unknown) => [String(valueAt(each, 'name')), each]));
  };
  const now = named(after);
  for (const [name, set] of named(before)) {
    const field = `spec.nodeSets[${name}]`;
    add(`${field}.count`, valueAt(set, 'count') ?? 0, valueAt(now.get(name), 'count') ?? 0);
    if (now.has(name)) sizes(valueAt(set, 'volumeClaimTemplates'), valueAt(now.get(name), 'volumeClaimTemplates'), `${field}.volumeClaimTemplates`, add);
  }
}

/** Every `size` and `requests.storage` that stands at the same place in both. */
function sizes(before: unknown, after: unknown, path: string, add: Add): void {
  if (Array.isArray(before) && Array.isArray(after)) before.forEach((each: unknown, index) => sizes(each, after[index], `${path}[${index}]`, add));
  else if (isRecord(before) && isRecord(after)) {
    for (const [key, value] of Object.entries(before)) {
      if (SIZES.has(key) && !isRecord(value)) add(`${path}.${key}`, value, after[key]);
      else sizes(value, after[key], `${path}.${key}`, add);
    }
  }
}
