/** What every custom resource tells its operator, so that operator-made pods meet the restricted Pod Security level. */
import { cpu, memory, quantity } from '../../../engine/quantity/index.ts';
import type { Layout, ObjectPart, Sizing } from '../contract.ts';

export { RESTRICTED_CONTAINER, restrictedPod } from '../../hardening.ts';

/** An account without a token, for operators that would otherwise use the namespace's default one. */
export function quietAccount(name: string): ObjectPart {
  return { part: 'object', apiVersion: 'v1', kind: 'ServiceAccount', name, body: { automountServiceAccountToken: false } };
}

/** Members on different hosts in production; nothing elsewhere. */
export function apart(layout: Pick<Layout, 'production'>, labels: Readonly<Record<string, string>>) {
  if (!layout.production) return {};
  const term = { labelSelector: { matchLabels: labels }, topologyKey: 'kubernetes.io/hostname' };
  return { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } };
}

/** A claim of the zone's storage class. */
export function claim(layout: Pick<Layout, 'storageClass'>, size: string) {
  return { accessModes: ['ReadWriteOnce'], storageClassName: layout.storageClass, resources: { requests: { storage: size } } } as const;
}

/** `resources` of a container. */
export function resources({ requests, limits }: Sizing) {
  return { requests, limits };
}

/**
 * The same with the local storage that a container may fill, a quantity. Kubelets count the emptyDirs of a pod against the
 * sum of these limits, so a product beside a bounded container has to state one that covers them.
 */
export function boundedResources({ requests, limits }: Sizing, storage: string) {
  return { requests: { ...requests, 'ephemeral-storage': memory(quantity(storage) / 4) }, limits: { ...limits, 'ephemeral-storage': storage } };
}

/** A pod's sizing from those of its containers; the source is the first one's. */
export function podSizing(first: Sizing, ...others: readonly Sizing[]): Sizing {
  const all = [first, ...others];
  const sum = (of: 'requests' | 'limits') => ({
    cpu: cpu(all.reduce((total, each) => total + quantity(each[of].cpu), 0)),
    memory: memory(all.reduce((total, each) => total + quantity(each[of].memory), 0)),
  });
  return { requests: sum('requests'), limits: sum('limits'), source: first.source };
}
