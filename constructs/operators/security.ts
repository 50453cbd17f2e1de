/** Security contexts of charts that set none or too little; the levels of Pod Security `restricted` and a read-only root. */
import type { HelmValues } from './operator.ts';

/** Of a container. */
export const HARDENED: HelmValues = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};

/** Of a container whose image writes beside its volumes. */
export const HARDENED_WRITABLE: HelmValues = { ...HARDENED, readOnlyRootFilesystem: false };

/** Of a pod. */
export function hardenedPod(user: number): HelmValues {
  return { runAsNonRoot: true, runAsUser: user, runAsGroup: user, fsGroup: user, seccompProfile: { type: 'RuntimeDefault' } };
}
