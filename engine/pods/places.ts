/** Where a kind keeps a pod: paths from the object's root to `{ metadata, spec }`; `*` is every item of a list or every value of a map. */
export interface PodPlace {
  readonly group: string;
  readonly kind: string;
  /** Path of the pod spec, e.g. `spec.template.spec`, or of a map with fields of one. */
  readonly spec: string;
  /** Path of the metadata beside it, `''` for none. @default the spec's path with its last step replaced by `metadata` */
  readonly metadata?: string;
  /** True where an operator adds containers or settings of its own: what is absent here is not judged. @default false */
  readonly partial?: boolean;
  /** Names of containers that the operator makes itself: those here are only merged into them. @default [] */
  readonly made?: readonly string[];
  /** Fields of a pod spec, each with its name in the map at `spec`; no other field of the map counts. @default all, by their own names */
  readonly fields?: Readonly<Record<string, string>>;
  /** Settings of containers outside of the pod spec. @default [] */
  readonly containers?: readonly ContainerPlace[];
}

/** A map with fields of one container, in the custom resource of an operator. */
export interface ContainerPlace {
  /** From the object's root; `*` as above. */
  readonly path: string;
  /** @default the map's own name */
  readonly name?: string;
  /** Fields of the map that are of the container. @default all */
  readonly keys?: readonly string[];
  /** False for a container that the resource declares in full, such as a sidecar. @default true */
  readonly made?: boolean;
}

const workload = (group: string, ...kinds: readonly string[]): readonly PodPlace[] => kinds.map((kind) => ({ group, kind, spec: 'spec.template.spec' }));

/** Kinds of Kubernetes itself. */
export const WHOLE: readonly PodPlace[] = [
  { group: '', kind: 'Pod', spec: 'spec', metadata: 'metadata' },
  { group: '', kind: 'PodTemplate', spec: 'template.spec' },
  ...workload('', 'ReplicationController'),
  ...workload('apps', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'),
  ...workload('batch', 'Job'),
  { group: 'batch', kind: 'CronJob', spec: 'spec.jobTemplate.spec.template.spec' },
];
