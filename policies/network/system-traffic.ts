import { isEmptySelector } from '../../engine/inspect/label-index.ts';
import { at, list, texts } from '../../engine/inspect/plain.ts';
import type { CelCheck, Discovery, EstateObject, EstateRule, ObjectRule, PolicyEstate } from '../../engine/policy/index.ts';
import { NETWORK_POLICY } from './kinds.ts';
import { namespaceOf } from './place.ts';

const NAME = 'kubernetes.io/metadata.name';
const SYSTEM = [
  `peer.?namespaceSelector.?matchLabels[?'${NAME}'].orValue('') == 'kube-system'`,
  `peer.?namespaceSelector.?matchExpressions.orValue([]).exists(each, each.?key.orValue('') == '${NAME}' && each.?operator.orValue('') == 'In' && 'kube-system' in each.?values.orValue([]))`,
].join(' || ');
const NAMED = 'peer.?podSelector.?matchLabels.orValue({}).size() > 0 || peer.?podSelector.?matchExpressions.orValue([]).size() > 0';

const side = (scope: 'ingressRule' | 'egressRule', peers: 'from' | 'to'): CelCheck => ({
  scope, field: peers, expression: `${scope}.?${peers}.orValue([]).all(peer, !(${SYSTEM}) || ${NAMED})`,
  message: { zh: '规则的对端是 kube-system 的全部 Pod', en: 'the rule has all pods of kube-system as peer' },
});

/** Who talks to kube-system names the pods, e.g. those of the DNS server. */
export const systemPeerRules: readonly ObjectRule[] = [{
  id: 'NSA-NET-28',
  on: [NETWORK_POLICY],
  checks: [side('ingressRule', 'from'), side('egressRule', 'to')],
  fix: {
    zh: '在 namespaceSelector 旁写 podSelector，例如 DNS 的 k8s-app: kube-dns',
    en: 'a podSelector beside the namespaceSelector, e.g. k8s-app: kube-dns for DNS',
  },
}];

/** The first object with pods in kube-system, a zone; one on the host's network is out of reach of any policy. */
function firstPods(estate: PolicyEstate): ReadonlyMap<string, EstateObject> {
  const first = new Map<string, EstateObject>();
  for (const object of estate.objects) {
    if (namespaceOf(object) !== 'kube-system' || first.has(object.zone)) continue;
    if (estate.podsOf(object).some(({ spec }) => spec['hostNetwork'] !== true)) first.set(object.zone, object);
  }
  return first;
}

/** Whoever puts pods of his own into kube-system closes it first. */
function* unguarded(estate: PolicyEstate): Iterable<Discovery> {
  const first = firstPods(estate);
  if (first.size === 0) return;
  const denied = new Map<string, Set<string>>();
  for (const policy of estate.ofKind('NetworkPolicy')) {
    const { zone, manifest } = policy;
    if (namespaceOf(policy) !== 'kube-system' || !isEmptySelector(at(manifest, 'spec', 'podSelector'))) continue;
    const types = at(manifest, 'spec', 'policyTypes');
    const named = list(types).length > 0 ? texts(types) : ['Ingress', ...(list(at(manifest, 'spec', 'egress')).length > 0 ? ['Egress'] : [])];
    denied.set(zone, new Set([...(denied.get(zone) ?? []), ...named]));
  }
  for (const [zone, object] of first) {
    const missing = ['Ingress', 'Egress'].filter((each) => !denied.get(zone)?.has(each));
    if (missing.length > 0) yield { at: object, field: 'metadata.namespace', message: { zh: `kube-system 没有默认拒绝 ${missing.join('、')} 的 NetworkPolicy`, en: `no NetworkPolicy denies ${missing.join(' and ')} in kube-system by default` } };
  }
}

export const systemGuardRules: readonly EstateRule[] = [{
  id: 'NSA-NET-28',
  fix: {
    zh: '负载移出 kube-system，或为其声明默认拒绝的 NetworkPolicy 并只放行 DNS、节点与控制面',
    en: 'move the workload out of kube-system, or deny by default there and allow DNS, nodes and control plane alone',
  },
  find: unguarded,
  present: (estate) => firstPods(estate).size > 0,
}];
