import type { Manifest } from '../../manifest.ts';
import type { Labels } from '../labels.ts';

export const DEFAULT_ACCOUNT = 'default';

/** Kubernetes makes it in every namespace; declared like this, a pod that forgets its own account gets no token. */
export function defaultAccount(namespace: string, labels: Labels): Manifest {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: DEFAULT_ACCOUNT, namespace, labels }, automountServiceAccountToken: false };
}
