import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { otherwiseDenied } from './other-denials.ts';
import { placeOf } from './place.ts';
import { DIRECTIONS, zonePods } from './zone-pods.ts';

function* find(estate: PolicyEstate): Iterable<Discovery> {
  for (const { zone, pods, policies, namespaces, isolating } of zonePods(estate)) {
    const answers = new Map<string, boolean>();
    const otherwise = (namespace: string, direction: (typeof DIRECTIONS)[number]): boolean => {
      const key = placeOf(namespace, direction);
      let answer = answers.get(key);
      if (answer === undefined) answers.set(key, (answer = otherwiseDenied(estate, zone, namespace, namespaces.get(namespace) ?? {}, direction)));
      return answer;
    };
    for (const { peer, at, labelsField, hostField, partial } of pods) {
      if (peer.hostNetwork) {
        yield { at, field: hostField, message: { zh: '使用主机网络的 Pod 不受任何 NetworkPolicy 约束', en: 'no NetworkPolicy isolates pods on the network of the host' } };
        continue;
      }
      const missing = DIRECTIONS.filter((direction) => (
        isolating(peer, direction).length === 0
        && !(partial && policies.some((policy) => policy.namespace === peer.namespace && policy[direction] !== undefined))
        && !otherwise(peer.namespace, direction)
      ));
      if (missing.length === 0) continue;
      const zh = missing.map((direction) => (direction === 'ingress' ? '入站' : '出站')).join('与');
      yield { at, field: labelsField, message: { zh: `没有 NetworkPolicy 在${zh}方向选中 ${peer.id} 的 Pod`, en: `no NetworkPolicy selects the pods of ${peer.id} for ${missing.join(' and ')}` } };
    }
  }
}

/** A policy isolates the pods that it selects, and no others. */
export const isolatedPodRules: readonly EstateRule[] = [{
  id: 'NSA-NET-04',
  fix: {
    zh: '让每个 Pod 的标签在入站与出站两个方向都被 NetworkPolicy 的 podSelector 选中，并去掉 hostNetwork；在 constructs 里声明 calls、uses 即生成策略',
    en: 'have the podSelector of a NetworkPolicy select the pod for ingress and for egress, and drop hostNetwork; in constructs the policies follow from calls and uses',
  },
  find,
  present: (estate) => zonePods(estate).some(({ pods }) => pods.length > 0),
}];
