import { RESTRICTED_CONTAINER, restrictedPod } from '../../../constructs/hardening.ts';

/** Set on the pod: what its containers inherit. `user` is the numeric uid, gid and volume group; never 0. */
export function podSecurity(user: number): Readonly<Record<string, unknown>> {
  return { ...restrictedPod(user), fsGroupChangePolicy: 'OnRootMismatch' };
}

/** Set on each container: what is not inherited. */
export function containerSecurity(): Readonly<Record<string, unknown>> {
  return RESTRICTED_CONTAINER;
}

/** A writable path: bounded, gone with the pod. */
export function scratch(name: string, size: string): Readonly<Record<string, unknown>> {
  return { name, emptyDir: { sizeLimit: size } };
}

export interface PodInput {
  readonly account: string;
  /** False unless the pod calls the Kubernetes API. */
  readonly token?: boolean;
  readonly user: number;
  readonly priorityClass: string;
  readonly graceSeconds: number;
  /** Users of the pod are none of the node; not for pods that use paths of the node. */
  readonly userNamespace?: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** What topology spread counts. */
  readonly selector: Readonly<Record<string, string>>;
  /** `hard` refuses two on a host (state); `soft` prefers not to; none for agents and jobs. */
  readonly spread?: 'hard' | 'soft';
  readonly init?: readonly unknown[];
  readonly containers: readonly unknown[];
  readonly volumes: readonly unknown[];
  readonly restartPolicy?: 'Never' | 'OnFailure';
}

/** A pod template; everything that all our pods share stands here and nowhere else. */
export function podTemplate(input: PodInput): Readonly<Record<string, unknown>> {
  return {
    metadata: { labels: input.labels, ...(input.annotations ? { annotations: input.annotations } : {}) },
    spec: {
      serviceAccountName: input.account,
      automountServiceAccountToken: input.token ?? false,
      enableServiceLinks: false,
      ...(input.userNamespace ? { hostUsers: false } : {}),
      priorityClassName: input.priorityClass,
      terminationGracePeriodSeconds: input.graceSeconds,
      securityContext: podSecurity(input.user),
      ...(input.restartPolicy ? { restartPolicy: input.restartPolicy } : {}),
      ...(input.spread ? {
        topologySpreadConstraints: [{
          maxSkew: 1,
          topologyKey: 'kubernetes.io/hostname',
          whenUnsatisfiable: input.spread === 'hard' ? 'DoNotSchedule' : 'ScheduleAnyway',
          labelSelector: { matchLabels: input.selector },
        }],
      } : {}),
      ...(input.init?.length ? { initContainers: input.init } : {}),
      containers: input.containers,
      volumes: input.volumes,
    },
  };
}
