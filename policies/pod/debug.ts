import type { ObjectRule } from '../../engine/policy/index.ts';

/** Containers that somebody added by hand. */
export const debugRules: readonly ObjectRule[] = [{
  id: 'NSA-POD-35',
  on: 'pods',
  checks: [{ scope: 'pod', field: 'ephemeralContainers', expression: 'size(variables.pod.?ephemeralContainers.orValue([])) == 0' }],
  fix: { zh: '从声明中去掉 ephemeralContainers；在集群中调试用副本 Pod', en: 'take ephemeralContainers out of what is declared; in the cluster, debug a copy of the pod' },
}];
