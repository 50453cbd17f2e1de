import type { CelCheck } from '../../engine/policy/rule.ts';
import type { Text } from '../../engine/problem/index.ts';

/** Parts of expressions about pods; the field paths are those of the Kubernetes API. */

/** `securityContext` of the container and of the pod, each to be followed by `.?field`. */
export const CONTAINER = 'container.?securityContext';
export const POD = 'variables.pod.?securityContext';

/** A field that a container takes from its pod when it has none; the whole object counts, as in the API. */
export const effective = (field: string): string => `${CONTAINER}.?${field}.or(${POD}.?${field})`;

/** A list of CEL strings. */
export const words = (values: readonly string[]): string => `[${values.map((value) => `'${value}'`).join(', ')}]`;

/** For what the API server refuses on a Windows pod, so that nobody can be asked for it. */
export const unlessWindows = (condition: string): string => `variables.windows || ${condition}`;

/** True unless the environment's params ask for this too: a line of the key `require`. */
export const unlessRequired = (option: Requirement, condition: string): string => `!('${option}' in params.data[?'require'].orValue('').split('\\n')) || ${condition}`;

/**
 * What the guide wants where the hosts support it, asked for by lines of the params key `require`: `user-ids` (a stated uid of 10000
 * or more), `selinux` and `apparmor` (a stated profile), `groups` (`supplementalGroupsPolicy: Strict`), `user-namespaces` (`hostUsers: false`).
 */
export type Requirement = 'user-ids' | 'selinux' | 'apparmor' | 'groups' | 'user-namespaces';

/** The same condition on `securityContext` of the pod and on that of every container. */
export function onBoth(expression: (context: string) => string, check: Omit<CelCheck, 'scope' | 'expression'>): readonly CelCheck[] {
  return [
    { ...check, scope: 'pod', expression: expression(POD) },
    { ...check, scope: 'container', expression: expression(CONTAINER) },
  ];
}

/** A field of containers that people write at the pod, where the API has none: it does nothing there. */
export function noEffect(field: string): CelCheck {
  return { scope: 'pod', field: `securityContext.${field}`, expression: `!${POD}.?${field}.hasValue()`, message: withoutEffect(`securityContext.${field}`) };
}

const withoutEffect = (field: string): Text => ({
  zh: `Pod 级没有 ${field} 字段，写了也不生效：须写在每个容器上`,
  en: `a pod has no field ${field}, so it has no effect here: every container needs its own`,
});
