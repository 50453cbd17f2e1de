/** The variables of a policy over pods, in CEL; offline `podVariables` of engine/policy computes the same. */
import { CUSTOM, WHOLE, type PodPlace } from '../pods/index.ts';

export interface CelVariable {
  readonly name: string;
  readonly expression: string;
}

/** Kinds of Kubernetes and of others whose whole pod template the policies see, with their plural at admission. */
export interface PodResource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly resources: readonly string[];
}

export const POD_RESOURCES: readonly PodResource[] = [
  { group: '', version: 'v1', kind: 'Pod', resources: ['pods', 'pods/ephemeralcontainers'] },
  { group: '', version: 'v1', kind: 'PodTemplate', resources: ['podtemplates'] },
  { group: '', version: 'v1', kind: 'ReplicationController', resources: ['replicationcontrollers'] },
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].map((kind) => ({ group: 'apps', version: 'v1', kind, resources: [`${kind.toLowerCase()}s`] })),
  { group: 'batch', version: 'v1', kind: 'Job', resources: ['jobs'] },
  { group: 'batch', version: 'v1', kind: 'CronJob', resources: ['cronjobs'] },
  { group: 'argoproj.io', version: 'v1alpha1', kind: 'Rollout', resources: ['rollouts'] },
];

/** `dyn(object).?spec.?template`: absent steps give an absent value, never an error. */
const optional = (path: string): string => ['dyn(object)', ...path.split('.')].join('.?');

/** The pod spec or the metadata beside it, wherever the kind keeps it. */
function byKind(of: (place: PodPlace) => string): string {
  const kinds = new Set(POD_RESOURCES.map(({ group, kind }) => `${group}/${kind}`));
  const byPath = new Map<string, string[]>();
  for (const place of [...WHOLE, ...CUSTOM].filter(({ group, kind }) => kinds.has(`${group}/${kind}`))) {
    byPath.set(of(place), [...(byPath.get(of(place)) ?? []), place.kind]);
  }
  const usual = 'spec.template';
  const [last = usual] = [...byPath.keys()].filter((path) => path.startsWith(usual));
  const branches = [...byPath].filter(([path]) => path !== last)
    .map(([path, names]) => `dyn(object).kind in [${names.map((name) => `'${name}'`).join(', ')}] ? ${optional(path)}.orValue({}) : `);
  return `${branches.join('')}${optional(last)}.orValue({})`;
}

const metadataOf = ({ spec, metadata }: PodPlace): string => metadata ?? spec.replace(/[^.]+$/, 'metadata');

/** The object that a waiver names: the object itself, and for what a controller made, its owner and the owner's owner by name. */
const OWNERS = [
  '[[dyn(object).kind, dyn(object).metadata.?name.orValue(\'\')]]',
  'dyn(object).metadata.?ownerReferences.orValue([]).map(owner, [owner.kind, owner.name])',
  'dyn(object).metadata.?ownerReferences.orValue([]).filter(owner, owner.kind == \'ReplicaSet\' && owner.name.contains(\'-\')).map(owner, [\'Deployment\', owner.name.substring(0, owner.name.lastIndexOf(\'-\'))])',
  'dyn(object).metadata.?ownerReferences.orValue([]).filter(owner, owner.kind == \'Job\' && owner.name.contains(\'-\')).map(owner, [\'CronJob\', owner.name.substring(0, owner.name.lastIndexOf(\'-\'))])',
].join(' + ');

export const POD_VARIABLES: readonly CelVariable[] = [
  { name: 'pod', expression: byKind(({ spec }) => spec) },
  { name: 'podMetadata', expression: byKind(metadataOf) },
  {
    name: 'containers',
    expression: ['initContainers', 'containers', 'ephemeralContainers'].map((list) => `variables.pod.?${list}.orValue([])`).join(' + '),
  },
  { name: 'windows', expression: "variables.pod.?os.?name.orValue('') == 'windows'" },
  { name: 'userns', expression: 'variables.pod.?hostUsers.orValue(true) == false' },
];

/** Waivers of a rule that are for this object: `[namespace/Kind/name, container, field]`, each with `*` for all. */
export function waiverVariables(rule: string): readonly CelVariable[] {
  return [
    { name: 'owners', expression: `(${OWNERS}).map(owner, dyn(object).metadata.?namespace.orValue('') + '/' + owner[0] + '/' + owner[1])` },
    {
      name: 'waived',
      expression: `params.?data[?'${rule}'].orValue('').split('\\n').map(line, line.split(' ')).filter(waiver, size(waiver) == 3 && waiver[0] in variables.owners)`,
    },
  ];
}
