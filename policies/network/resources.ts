import type { CelCheck, ObjectRule, Version } from '../../engine/policy/index.ts';
import { listed, NAMESPACE_NAME } from './cel.ts';

type Part = 'requests' | 'limits';

/** Says something, and not zero, which would be no limit. Without dyn the API server would take the value for a string, and a number for an error. */
const stated = (quantity: string): string => `!string(${quantity}.orValue(dyn(''))).matches('^[+-]?0*[.]?0*([eE][+-]?[0-9]+)?[a-zA-Z]*$')`;

/** The API takes no resources for a debug container. */
const IS_DEBUG = "variables.pod.?ephemeralContainers.orValue([]).exists(debug, debug.?name.orValue('') == container.?name.orValue(''))";

/** A limit stands for a request too: the API fills it in. */
const own = (of: string, part: Part, resource: string): readonly string[] => (part === 'limits' ? ['limits'] : ['requests', 'limits']).map((each) => stated(`${of}.?resources.?${each}[?'${resource}']`));

function check(part: Part, resource: string, podLevel: boolean, since: { readonly since?: Version; readonly until?: Version }): CelCheck {
  return {
    scope: 'container', field: `resources.${part}.${resource}`,
    expression: [
      ...own('container', part, resource),
      ...(podLevel ? own('variables.pod', part, resource) : []),
      IS_DEBUG,
      listed('limitDefaults', `${NAMESPACE_NAME} + '/${part}.${resource}'`),
    ].join(' || '),
    message: part === 'limits'
      ? { zh: `容器 {name} 没有 ${resource} 上限`, en: `container {name} has no limit of ${resource}` }
      : { zh: `容器 {name} 没有 ${resource} 请求`, en: `container {name} has no request of ${resource}` },
    ...since,
  };
}

const PARTS: readonly Part[] = ['requests', 'limits'];

/**
 * What a container may take. Resources of the whole pod count where the version has them; defaults of a LimitRange count where the
 * params `limitDefaults` list them, see `limitDefaults`.
 */
export const resourceRules: readonly ObjectRule[] = [{
  id: 'NSA-NET-15',
  on: 'pods',
  checks: [
    ...['cpu', 'memory'].flatMap((resource) => PARTS.flatMap((part) => [
      // resources of the pod are on by default since 1.34
      check(part, resource, false, { until: '1.33' }),
      check(part, resource, true, { since: '1.34' }),
    ])),
    ...PARTS.map((part) => check(part, 'ephemeral-storage', false, {})),
  ],
  fix: {
    zh: '写 resources.requests 与 resources.limits 的 cpu、memory、ephemeral-storage；constructs 由 size 推出',
    en: 'cpu, memory and ephemeral-storage in resources.requests and resources.limits; constructs derive them from `size`',
  },
}];
