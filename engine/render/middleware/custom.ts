import type { CustomPart, ObjectPart } from '../../../constructs/middleware/index.ts';
import type { Manifest, ObjectMeta } from '../../manifest.ts';
import { titled, type Place } from './place.ts';

/** Kinds of plain objects that belong to the cluster, not to a namespace. */
const CLUSTER_SCOPED = new Set([
  'ClusterRole', 'ClusterRoleBinding', 'CustomResourceDefinition', 'GatewayClass', 'IngressClass', 'Namespace', 'PersistentVolume', 'PriorityClass',
  'RuntimeClass', 'StorageClass', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding',
]);

/** The resource that an operator makes the product from. */
export function customResource(place: Place, part: CustomPart): Manifest {
  const meta = titled(place);
  return { apiVersion: part.apiVersion, kind: part.kind, metadata: { ...meta, labels: { ...meta.labels, ...part.labels } }, spec: part.spec };
}

/** A plain object with our labels; its own metadata wins. */
export function plainObject(place: Place, part: ObjectPart): Manifest {
  const { metadata: own, ...body } = part.body as { readonly metadata?: Partial<ObjectMeta> };
  const { namespace, ...meta } = titled(place);
  return {
    apiVersion: part.apiVersion,
    kind: part.kind,
    metadata: {
      ...meta,
      ...(CLUSTER_SCOPED.has(part.kind) ? {} : { namespace }),
      ...own,
      labels: { ...meta.labels, ...own?.labels },
      annotations: { ...meta.annotations, ...own?.annotations },
    },
    ...body,
  };
}
