import { isEmptySelector } from '../../engine/inspect/label-index.ts';
import type { Direction } from '../../engine/network/policy.ts';
import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import type { Text } from '../../engine/problem/index.ts';
import { otherwiseDenied } from './other-denials.ts';
import { placeOf } from './place.ts';
import { workloadNamespaces } from './workload-namespaces.ts';
import { zonePods } from './zone-pods.ts';

/** Namespaces where a NetworkPolicy selects every pod and lets nothing through in a direction. */
function deniedPlaces(estate: PolicyEstate, direction: Direction): ReadonlySet<string> {
  return new Set(zonePods(estate).flatMap(({ zone, policies }) => policies
    .filter((policy) => policy[direction]?.length === 0 && isEmptySelector(policy.selector))
    .map(({ namespace }) => placeOf(zone, namespace))));
}

function* open(estate: PolicyEstate, direction: Direction, message: (namespace: string) => Text): Iterable<Discovery> {
  const denied = deniedPlaces(estate, direction);
  const labels = new Map(zonePods(estate).map(({ zone, namespaces }) => [zone, namespaces]));
  for (const { zone, name, at, declared } of workloadNamespaces(estate)) {
    if (denied.has(placeOf(zone, name)) || otherwiseDenied(estate, zone, name, labels.get(zone)?.get(name) ?? {}, direction)) continue;
    yield { at, field: declared ? '' : 'metadata.namespace', message: message(name) };
  }
}

const rule = (id: string, direction: Direction, zh: string, type: string): EstateRule => ({
  id,
  fix: {
    zh: `为命名空间声明 NetworkPolicy：podSelector: {}、policyTypes: [${type}]、没有 ${direction} 规则；由 constructs 声明的命名空间自带`,
    en: `a NetworkPolicy of the namespace with podSelector: {}, policyTypes: [${type}] and no ${direction} rule; namespaces that constructs declare have it`,
  },
  find: (estate) => open(estate, direction, (name) => ({ zh: `命名空间 ${name} 没有默认拒绝${zh}的 NetworkPolicy`, en: `no NetworkPolicy denies ${direction} by default in namespace ${name}` })),
  present: (estate) => workloadNamespaces(estate).length > 0,
});

/** Every namespace with pods is closed first, so that a new pod is not open to everyone. */
export const defaultDenyRules: readonly EstateRule[] = [rule('NSA-NET-02', 'ingress', '入站', 'Ingress'), rule('NSA-NET-03', 'egress', '出站', 'Egress')];
