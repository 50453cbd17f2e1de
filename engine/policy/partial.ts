import { isRecord, type Plain } from '../inspect/plain.ts';
import type { ContainerSource, PodSource } from '../pods/index.ts';
import type { CelCheck } from './rule.ts';

/** Settings that a container takes from its pod. */
const INHERITED = ['runAsUser', 'runAsGroup', 'runAsNonRoot', 'seccompProfile', 'appArmorProfile', 'seLinuxOptions'].map((name) => `securityContext.${name}`);

/**
 * True where a check has nothing to go by, since an operator completes the pod: a field that is absent on the pod, absent on a
 * container that the operator makes, or absent on both where a container takes it from its pod. What is written is judged.
 */
export function leftOpen({ scope, field }: CelCheck, pod: PodSource, source?: ContainerSource): boolean {
  if (!pod.partial) return false;
  switch (scope) {
    case 'pod': return !has(pod.spec, field);
    case 'podMetadata': return !has(pod.metadata, field);
    case 'container': {
      if (source === undefined || has(source.container, field)) return false;
      return source.made === true || (INHERITED.some((path) => field === path || field.startsWith(`${path}.`)) && !has(pod.spec, field));
    }
    default: return false;
  }
}

function has(root: Plain, path: string): boolean {
  let value: unknown = root;
  for (const step of path.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, step)) return false;
    value = value[step];
  }
  return true;
}
