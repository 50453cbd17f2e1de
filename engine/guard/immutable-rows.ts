import { isRecord } from '../inspect/plain.ts';
import type { Manifest } from '../manifest.ts';
import { parseQuantity } from '../quantity/index.ts';
import { valueAt } from './values.ts';

/**
 * `fixed`: the value stays as it was. `may-come`: it may be added, not changed or dropped. `may-go`: it may be dropped, not changed or added.
 * `may-grow`: a quantity never less, a list never without a former entry. `frozen`: fixed once the object has `immutable: true`.
 */
export type Rule = 'fixed' | 'may-come' | 'may-go' | 'may-grow' | 'frozen';

/** A field that the API server refuses to change (Kubernetes 1.36): the object would have to be deleted first. */
export interface ImmutableRow {
  /** API group, empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Dotted path. */
  readonly field: string;
  readonly rule: Rule;
  /** Keys of the field that may change. */
  readonly except?: readonly string[];
  /** What the server fills in where the field is absent. */
  readonly absent?: unknown;
  /** Brings a value to the form that the server compares. */
  readonly as?: (value: unknown) => unknown;
  /** What the server compares where it is not the field alone. */
  readonly of?: (manifest: Manifest) => unknown;
  /** Where the rule does not hold. */
  readonly unless?: (before: Manifest, after: Manifest) => boolean;
}

const sizeOf = (value: unknown): unknown => (typeof value === 'string' || typeof value === 'number' ? (parseQuantity(value) ?? value) : value);
const sizes = (list: unknown): unknown => (isRecord(list) ? Object.fromEntries(Object.entries(list).map(([key, each]) => [key, sizeOf(each)])) : list);
const map = (value: unknown, to: (each: Readonly<Record<string, unknown>>) => unknown): unknown => (Array.isArray(value) ? value.map((each: unknown) => (isRecord(each) ? to(each) : each)) : value);

/** With the server's default, and sizes as numbers: 1Gi is 1024Mi. */
const claimTemplates = (value: unknown): unknown => map(value, ({ metadata, spec }) => ({
  metadata,
  spec: isRecord(spec) ? { volumeMode: 'Filesystem', ...spec, resources: { requests: sizes(valueAt(spec, 'resources.requests')), limits: sizes(valueAt(spec, 'resources.limits')) } } : spec,
}));
const withoutImages = (value: unknown): unknown => map(value, (each) => ({ ...each, image: undefined }));
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const stored = (value: unknown): unknown => (Array.isArray(value) ? value.flatMap((each: unknown) => (valueAt(each, 'storage') === true ? [valueAt(each, 'name')] : [])) : value);
const servedNames = (value: unknown): unknown => (Array.isArray(value) ? value.map((each: unknown) => valueAt(each, 'name')) : value);

const typed = (type: string) => (manifest: Manifest): boolean => (valueAt(manifest, 'spec.type') ?? 'ClusterIP') === type;
const either = (holds: (manifest: Manifest) => boolean) => (before: Manifest, after: Manifest): boolean => holds(before) || holds(after);
const external = either(typed('ExternalName'));
const unbalanced = either((manifest) => !typed('LoadBalancer')(manifest));
/** An indexed Job may be scaled with its parallelism. */
const elastic = (_: Manifest, after: Manifest): boolean =>
  valueAt(after, 'spec.completionMode') === 'Indexed' && valueAt(after, 'spec.completions') !== undefined && valueAt(after, 'spec.completions') === valueAt(after, 'spec.parallelism');
const completions = (job: Manifest): unknown => valueAt(job, 'spec.completions') ?? (valueAt(job, 'spec.parallelism') === undefined ? 1 : undefined);
const secretData = ({ data, stringData }: Manifest): unknown => ({
  ...(isRecord(data) ? data : {}),
  ...(isRecord(stringData) ? Object.fromEntries(Object.entries(stringData).map(([key, each]) => [key, Buffer.from(String(each), 'utf8').toString('base64')])) : {}),
});

const row = (group: string, kind: string, field: string, more: Partial<ImmutableRow> = {}): ImmutableRow => ({ group, kind, field, rule: 'fixed', ...more });
const fixed = (group: string, kind: string, ...fields: readonly string[]): readonly ImmutableRow[] => fields.map((field) => row(group, kind, field));

const CLAIM = 'PersistentVolumeClaim';
const CRD = 'CustomResourceDefinition';

/** Shown to be so, row by row, by a real API server: test/e2e/guard/immutable.e2e.ts. */
export const IMMUTABLE: readonly ImmutableRow[] = [
  row('', 'ConfigMap', 'data', { rule: 'frozen' }),
  row('', 'ConfigMap', 'binaryData', { rule: 'frozen' }),
  row('', 'ConfigMap', 'immutable', { rule: 'frozen' }),
  row('', 'Secret', 'data', { rule: 'frozen', of: secretData }),
  row('', 'Secret', 'immutable', { rule: 'frozen' }),
  row('', 'Secret', 'type', { absent: 'Opaque' }),
  ...fixed('', CLAIM, 'spec.accessModes', 'spec.dataSource', 'spec.dataSourceRef', 'spec.selector'),
  row('', CLAIM, 'spec.resources.limits', { as: sizes }),
  row('', CLAIM, 'spec.resources.requests.storage', { rule: 'may-grow' }),
  row('', CLAIM, 'spec.storageClassName', { rule: 'may-come' }),
  row('', CLAIM, 'spec.volumeMode', { absent: 'Filesystem' }),
  row('', CLAIM, 'spec.volumeName', { rule: 'may-come' }),
  ...fixed('', 'PersistentVolume', 'spec.csi', 'spec.hostPath', 'spec.local', 'spec.nfs'),
  row('', 'PersistentVolume', 'spec.nodeAffinity', { rule: 'may-come' }),
  row('', 'PersistentVolume', 'spec.volumeMode', { absent: 'Filesystem' }),
  row('', 'Pod', 'spec', { except: ['containers', 'initContainers', 'activeDeadlineSeconds', 'tolerations', 'schedulingGates', 'terminationGracePeriodSeconds'] }),
  row('', 'Pod', 'spec.containers', { as: withoutImages }),
  row('', 'Pod', 'spec.initContainers', { as: withoutImages }),
  row('', 'ResourceQuota', 'spec.scopes'),
  row('', 'Service', 'spec.clusterIP', { rule: 'may-go', unless: external }),
  row('', 'Service', 'spec.clusterIPs', { rule: 'may-go', as: first, unless: external }),
  row('', 'Service', 'spec.ipFamilies', { rule: 'may-go', as: first, absent: ['IPv4'], unless: external }),
  row('', 'Service', 'spec.loadBalancerClass', { unless: unbalanced }),
  row('apiextensions.k8s.io', CRD, 'spec.names.kind'),
  row('apiextensions.k8s.io', CRD, 'spec.scope'),
  row('apiextensions.k8s.io', CRD, 'spec.versions', { rule: 'may-grow', as: stored }),
  row('apps', 'ControllerRevision', 'data'),
  row('apps', 'DaemonSet', 'spec.selector'),
  row('apps', 'Deployment', 'spec.selector'),
  row('apps', 'ReplicaSet', 'spec.selector'),
  ...fixed('apps', 'StatefulSet', 'spec.selector', 'spec.serviceName'),
  row('apps', 'StatefulSet', 'spec.podManagementPolicy', { absent: 'OrderedReady' }),
  row('apps', 'StatefulSet', 'spec.volumeClaimTemplates', { as: claimTemplates }),
  row('batch', 'Job', 'spec.completions', { of: completions, unless: elastic }),
  row('batch', 'Job', 'spec.completionMode', { absent: 'NonIndexed' }),
  ...fixed('batch', 'Job', 'spec.backoffLimitPerIndex', 'spec.managedBy', 'spec.podFailurePolicy', 'spec.selector', 'spec.successPolicy', 'spec.template'),
  row('discovery.k8s.io', 'EndpointSlice', 'addressType'),
  row('networking.k8s.io', 'IngressClass', 'spec.controller'),
  row('node.k8s.io', 'RuntimeClass', 'handler'),
  row('rbac.authorization.k8s.io', 'ClusterRoleBinding', 'roleRef'),
  row('rbac.authorization.k8s.io', 'RoleBinding', 'roleRef'),
  row('scheduling.k8s.io', 'PriorityClass', 'preemptionPolicy', { absent: 'PreemptLowerPriority' }),
  row('scheduling.k8s.io', 'PriorityClass', 'value', { absent: 0 }),
  row('storage.k8s.io', 'CSIDriver', 'spec.attachRequired', { absent: true }),
  row('storage.k8s.io', 'CSIDriver', 'spec.volumeLifecycleModes', { absent: ['Persistent'] }),
  ...fixed('storage.k8s.io', 'StorageClass', 'parameters', 'provisioner'),
  row('storage.k8s.io', 'StorageClass', 'reclaimPolicy', { absent: 'Delete' }),
  row('storage.k8s.io', 'StorageClass', 'volumeBindingMode', { absent: 'Immediate' }),
  ...fixed('storage.k8s.io', 'VolumeAttributesClass', 'driverName', 'parameters'),
  // a custom resource: its definition has a transition rule
  row('gateway.networking.k8s.io', 'GatewayClass', 'spec.controllerName'),
];

/** What `may-grow` looks for in the new object: any served version may hold what was stored. */
export const grownInto = ({ kind, as }: ImmutableRow): ((value: unknown) => unknown) | undefined => (kind === CRD ? servedNames : as);
