import type { Manifest } from '../manifest.ts';
import { groupOf, hasPods } from '../pods/index.ts';

/** An API group of Kubernetes itself, with every kind that it has or had. */
interface Served {
  /** Every version that any release had. @default not listed: any */
  readonly versions?: readonly string[];
  readonly kinds: readonly string[];
}

const WORKLOADS = ['Deployment', 'DaemonSet', 'ReplicaSet', 'StatefulSet'];

/** Groups of k8s.io/api, by name; the workloads and policies that `extensions` once had moved to other groups. */
const GROUPS: Readonly<Record<string, Served>> = {
  '': { versions: ['v1'], kinds: [
    'Binding', 'ComponentStatus', 'ConfigMap', 'Endpoints', 'Event', 'LimitRange', 'List', 'Namespace', 'Node', 'PersistentVolume', 'PersistentVolumeClaim', 'Pod', 'PodTemplate',
    'ReplicationController', 'ResourceQuota', 'Secret', 'SerializedReference', 'Service', 'ServiceAccount', 'Status',
  ] },
  apps: { versions: ['v1', 'v1beta1', 'v1beta2'], kinds: [...WORKLOADS, 'ControllerRevision'] },
  batch: { versions: ['v1', 'v1beta1', 'v2alpha1'], kinds: ['CronJob', 'Job'] },
  autoscaling: { versions: ['v1', 'v2', 'v2beta1', 'v2beta2'], kinds: ['HorizontalPodAutoscaler', 'Scale'] },
  policy: { versions: ['v1', 'v1beta1'], kinds: ['Eviction', 'PodDisruptionBudget', 'PodSecurityPolicy'] },
  extensions: { versions: ['v1beta1'], kinds: ['Ingress'] },
  'rbac.authorization.k8s.io': { versions: ['v1', 'v1beta1', 'v1alpha1'], kinds: ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'] },
  'networking.k8s.io': { versions: ['v1', 'v1beta1', 'v1alpha1'], kinds: ['IPAddress', 'Ingress', 'IngressClass', 'NetworkPolicy', 'ServiceCIDR'] },
  'storage.k8s.io': { kinds: ['CSIDriver', 'CSINode', 'CSIStorageCapacity', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'] },
  'events.k8s.io': { kinds: ['Event'] },
  'node.k8s.io': { kinds: ['RuntimeClass'] },
  'scheduling.k8s.io': { kinds: ['PodGroup', 'PriorityClass', 'Workload'] },
  'discovery.k8s.io': { kinds: ['EndpointSlice'] },
  'authentication.k8s.io': { kinds: ['SelfSubjectReview', 'TokenRequest', 'TokenReview'] },
  'authorization.k8s.io': { kinds: ['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'] },
  'apiregistration.k8s.io': { kinds: ['APIService'] },
  'apiextensions.k8s.io': { kinds: ['CustomResourceDefinition'] },
};

const NAMES: ReadonlySet<string> = new Set(Object.values(GROUPS).flatMap(({ kinds }) => kinds));

export type Strangeness = 'unknown' | 'version' | 'namesake';

/**
 * What is wrong with the API of an object: `unknown` where no API server has the kind in this group of Kubernetes, `version` where none
 * has the version (the kind is judged all the same), `namesake` for a custom kind that only has the name of a kind of Kubernetes.
 */
export function strangeness(manifest: Manifest): Strangeness | undefined {
  const { apiVersion, kind } = manifest;
  const group = groupOf(apiVersion);
  if (!Object.hasOwn(GROUPS, group)) {
    // the group of a custom kind is a domain
    if (!group.includes('.')) return 'unknown';
    return NAMES.has(kind) && !hasPods(manifest) ? 'namesake' : undefined;
  }
  const { versions, kinds } = GROUPS[group]!;
  if (!kinds.includes(kind)) return 'unknown';
  const version = group === '' ? apiVersion : apiVersion.slice(group.length + 1);
  return versions && !versions.includes(version) ? 'version' : undefined;
}
