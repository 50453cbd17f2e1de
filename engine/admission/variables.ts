/** The variables of a policy over pods, in CEL; offline `podVariables` of engine/policy computes the same. */
import { CUSTOM, WHOLE, type PodPlace } from '../pods/index.ts';
import { OWNERS } from './owners.ts';

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
export const optional = (path: string, root = 'object'): string => [`dyn(${root})`, ...path.split('.')].join('.?');

/** The pod spec or the metadata beside it, wherever the kind keeps it. */
function byKind(of: (place: PodPlace) => string, root?: 'oldObject'): string {
  const kinds = new Set(POD_RESOURCES.map(({ group, kind }) => `${group}/${kind}`));
  const byPath = new Map<string, string[]>();
  for (const place of [...WHOLE, ...CUSTOM].filter(({ group, kind }) => kinds.has(`${group}/${kind}`))) {
    byPath.set(of(place), [...(byPath.get(of(place)) ?? []), place.kind]);
  }
  const usual = 'spec.template';
  const [last = usual] = [...byPath.keys()].filter((path) => path.startsWith(usual));
  const branches = [...byPath].filter(([path]) => path !== last)
    .map(([path, names]) => `dyn(object).kind in [${names.map((name) => `'${name}'`).join(', ')}] ? ${optional(path, root)}.orValue({}) : `);
  return `${branches.join('')}${optional(last, root)}.orValue({})`;
}

const metadataOf = ({ spec, metadata }: PodPlace): string => metadata ?? spec.replace(/[^.]+$/, 'metadata');

const templateOf = ({ spec }: PodPlace): string => spec.replace(/\.spec$/, '');

/** True when the pods that an update declares are others: of a Pod its spec, of a workload its template with labels and annotations. */
export const OTHER_PODS = `(${byKind(templateOf)}) != (${byKind(templateOf, 'oldObject')})`;

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

/** Waivers of a rule that are for this object: `[namespace/Kind/name, container, field, path]`, each but the first with `*` for all. */
export function waiverVariables(rule: string): readonly CelVariable[] {
  return [
    ...OWNERS,
    {
      name: 'waived',
      expression: `params.?data[?'${rule}'].orValue('').split('\\n').map(line, line.split(' ')).filter(waiver, size(waiver) == 4 && waiver[0] in variables.owners)`,
    },
  ];
}
