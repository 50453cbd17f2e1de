import { at, records, text, texts } from '../plain.ts';
import type { PodTemplate } from '../pod-templates.ts';

/** True when a ResourceQuota counts the pod; what is no pod is counted by quotas without scopes. */
export function inScope(quota: unknown, pod: PodTemplate | undefined): boolean {
  const scopes = [
    ...texts(at(quota, 'spec', 'scopes')).map((scopeName) => ({ scopeName, operator: 'Exists' })),
    ...records(at(quota, 'spec', 'scopeSelector', 'matchExpressions')),
  ];
  return scopes.every((scope) => pod !== undefined && holds(scope, pod));
}

function holds(scope: Readonly<Record<string, unknown>>, pod: PodTemplate): boolean {
  switch (scope['scopeName']) {
    case 'Terminating': return pod.spec['activeDeadlineSeconds'] !== undefined;
    case 'NotTerminating': return pod.spec['activeDeadlineSeconds'] === undefined;
    case 'BestEffort': return isBestEffort(pod);
    case 'NotBestEffort': return !isBestEffort(pod);
    case 'PriorityClass': return matches(text(pod.spec['priorityClassName']), scope);
    default: return true;
  }
}

function isBestEffort(pod: PodTemplate): boolean {
  return pod.containers.every(({ container }) => container['resources'] === undefined);
}

function matches(priority: string | undefined, scope: Readonly<Record<string, unknown>>): boolean {
  const values = texts(scope['values']);
  switch (scope['operator']) {
    case 'In': return priority !== undefined && values.includes(priority);
    case 'NotIn': return priority === undefined || !values.includes(priority);
    case 'DoesNotExist': return priority === undefined;
    default: return priority !== undefined;
  }
}
