/** The security context of every pod of the platform, whoever makes it: Pod Security `restricted` and the NSA/CISA guide. */

/** `securityContext` of a container: what is not inherited from the pod, and a read-only root. */
export const RESTRICTED_CONTAINER = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
} as const;

/** `securityContext` of a pod. `user` is the numeric uid, gid and volume group; never 0. */
export function restrictedPod(user: number) {
  return { runAsNonRoot: true, runAsUser: user, runAsGroup: user, fsGroup: user, seccompProfile: { type: 'RuntimeDefault' } } as const;
}
