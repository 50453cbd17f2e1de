import { at, list, record, records } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateObject, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { namespaceOf, placeOf } from './place.ts';
import { byNamespace, workloadNamespaces } from './workload-namespaces.ts';

const RESOURCES = ['cpu', 'memory'] as const;
const QUOTAS: readonly (readonly string[])[] = [
  ['requests.cpu', 'cpu'], ['requests.memory', 'memory'], ['limits.cpu'], ['limits.memory'], ['pods', 'count/pods'],
  ['services.nodeports'], ['services.loadbalancers'],
];

interface Limits {
  readonly max: ReadonlySet<string>;
  readonly limits: ReadonlySet<string>;
  readonly requests: ReadonlySet<string>;
}

/** What the LimitRanges of one namespace give to each container, with what the API fills in: a limit from the maximum, a request from the limit. */
function containerLimits(ranges: readonly EstateObject[]): Limits {
  const [max, limits, requests] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { manifest } of ranges) {
    for (const item of records(at(manifest, 'spec', 'limits'))) {
      if (item['type'] !== 'Container') continue;
      const names = (key: string) => Object.keys(record(item[key]));
      for (const name of names('max')) max.add(name);
      for (const name of [...names('max'), ...names('default')]) limits.add(name);
      for (const name of [...names('max'), ...names('default'), ...names('defaultRequest'), ...names('min')]) requests.add(name);
    }
  }
  return { max, limits, requests };
}

/** Lines of the params `limitDefaults`: `namespace/limits.cpu` for each value that a LimitRange gives to a container without one. */
export function limitDefaults(estate: PolicyEstate): readonly string[] {
  const lines = new Set<string>();
  for (const ranges of byNamespace(estate, 'LimitRange').values()) {
    const { limits, requests } = containerLimits(ranges);
    const namespace = ranges[0] ? namespaceOf(ranges[0]) : '';
    if (namespace === '') continue;
    for (const name of limits) lines.add(`${namespace}/limits.${name}`);
    for (const name of requests) lines.add(`${namespace}/requests.${name}`);
  }
  return [...lines].sort();
}

function* single(estate: PolicyEstate): Iterable<Discovery> {
  const ranges = byNamespace(estate, 'LimitRange');
  for (const { zone, name, at: place } of workloadNamespaces(estate)) {
    const { max, limits, requests } = containerLimits(ranges.get(placeOf(zone, name)) ?? []);
    const missing = [['max', max], ['default', limits], ['defaultRequest', requests]].flatMap(([key, names]) => RESOURCES.filter((each) => !(names as ReadonlySet<string>).has(each)).map((each) => `${key as string}.${each}`));
    if (missing.length > 0) yield { at: place, field: '', message: { zh: `命名空间 ${name} 的 LimitRange 缺少 ${missing.join('、')}`, en: `the LimitRange of namespace ${name} lacks ${missing.join(', ')}` } };
  }
}

function* total(estate: PolicyEstate): Iterable<Discovery> {
  const quotas = byNamespace(estate, 'ResourceQuota');
  for (const { zone, name, at: place } of workloadNamespaces(estate)) {
    const hard = new Set<string>();
    for (const { manifest } of quotas.get(placeOf(zone, name)) ?? []) {
      // one with a scope is for some pods only
      if (list(at(manifest, 'spec', 'scopes')).length > 0 || at(manifest, 'spec', 'scopeSelector') !== undefined) continue;
      for (const key of Object.keys(record(at(manifest, 'spec', 'hard')))) hard.add(key);
    }
    const missing = QUOTAS.filter((names) => !names.some((each) => hard.has(each))).map(([first]) => first);
    if (missing.length > 0) yield { at: place, field: '', message: { zh: `命名空间 ${name} 的 ResourceQuota 缺少 ${missing.join('、')}`, en: `the ResourceQuota of namespace ${name} lacks ${missing.join(', ')}` } };
  }
}

const hasWorkloads = (estate: PolicyEstate): boolean => workloadNamespaces(estate).length > 0;

/** Every namespace with pods bounds each container and the sum of all. */
export const namespaceLimitRules: readonly EstateRule[] = [
  {
    id: 'NSA-NET-13',
    fix: {
      zh: '在该命名空间声明 LimitRange（type: Container，max、default、defaultRequest 的 cpu 与 memory）；子系统的由 guardrails 渲染',
      en: 'a LimitRange with type: Container and cpu and memory in max, default and defaultRequest; guardrails render it for subsystems',
    },
    find: single,
    present: hasWorkloads,
  },
  {
    id: 'NSA-NET-14',
    fix: {
      zh: '在该命名空间声明 ResourceQuota（hard 含 requests 与 limits 的 cpu、memory、pods、services.nodeports、services.loadbalancers）；子系统的由 guardrails 渲染',
      en: 'a ResourceQuota with hard requests and limits of cpu and memory, pods, services.nodeports and services.loadbalancers; guardrails render it for subsystems',
    },
    find: total,
    present: hasWorkloads,
  },
];
