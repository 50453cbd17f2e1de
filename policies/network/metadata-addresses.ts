import { overlap, parseBlock, type AddressRange } from '../../engine/network/addresses.ts';
import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import type { Text } from '../../engine/problem/index.ts';
import { otherwiseDenied } from './other-denials.ts';
import { zonePods, type PlacedPolicy } from './zone-pods.ts';

/** Where clouds hand out the credentials of a node or a pod. */
export const METADATA_ADDRESSES: readonly string[] = [
  // AWS, Azure, Google, OpenStack and most others
  '169.254.169.254', 'fd00:ec2::254',
  // AWS: tasks of ECS, pods of EKS
  '169.254.170.2', '169.254.170.23', 'fd00:ec2::23',
  // Azure's host, Alibaba, Oracle, Google's server for pods
  '168.63.129.16', '100.100.100.200', '192.0.0.192', '169.254.169.252',
];

const ADDRESSES = METADATA_ADDRESSES.map((address) => ({ address, range: parseBlock(address)! }));

const metAt = (ranges: readonly AddressRange[]): readonly string[] => ADDRESSES.filter(({ range }) => ranges.some((each) => overlap(each, range))).map(({ address }) => address);

/**
 * The union of a pod's rules holds an address as soon as one rule does: an `except` narrows its own block alone. So each rule that
 * does is found where it stands, once for all pods. Ports do not matter: the service may move behind another one.
 */
function* openedIn({ at, egress = [], pods }: PlacedPolicy): Iterable<Discovery> {
  const whose: Text = pods.length === 0 ? { zh: '', en: '' } : { zh: `，涉及 ${pods.length} 组 Pod，如 ${pods[0]!.id}`, en: `, for ${pods.length} sets of pods, e.g. ${pods[0]!.id}` };
  for (const { field, peers } of egress) {
    if (!peers) yield { at, field, message: { zh: `出站规则放行所有地址，包括元数据地址${whose.zh}`, en: `the egress rule allows every address, those of metadata services too${whose.en}` } };
    for (const peer of peers ?? []) {
      const met = metAt(peer.block?.ranges ?? []);
      if (met.length === 0) continue;
      yield { at, field: `${peer.field}.ipBlock`, message: { zh: `ipBlock ${peer.block!.text} 放行元数据地址 ${met.join('、')}${whose.zh}`, en: `ipBlock ${peer.block!.text} allows the metadata addresses ${met.join(', ')}${whose.en}` } };
    }
  }
}

function* find(estate: PolicyEstate): Iterable<Discovery> {
  for (const { zone, pods, policies, namespaces, isolating } of zonePods(estate)) {
    for (const policy of policies) yield* openedIn(policy);
    const answers = new Map<string, boolean>();
    const otherwise = (namespace: string): boolean => {
      let answer = answers.get(namespace);
      if (answer === undefined) answers.set(namespace, (answer = otherwiseDenied(estate, zone, namespace, namespaces.get(namespace) ?? {}, 'egress')));
      return answer;
    };
    for (const { peer, at, labelsField, hostField, partial } of pods) {
      if (peer.hostNetwork) {
        yield { at, field: hostField, message: { zh: '使用主机网络的 Pod 能访问元数据地址', en: 'pods on the network of the host reach the metadata addresses' } };
      } else if (isolating(peer, 'egress').length === 0 && !otherwise(peer.namespace)
        && !(partial && policies.some((policy) => policy.namespace === peer.namespace && policy.egress !== undefined))) {
        yield { at, field: labelsField, message: { zh: `${peer.id} 的 Pod 出站不受限，能访问元数据地址`, en: `no policy limits the egress of ${peer.id}, so its pods reach the metadata addresses` } };
      }
    }
  }
}

export const metadataRules: readonly EstateRule[] = [{
  id: 'NSA-NET-07',
  fix: {
    zh: '出站默认拒绝，ipBlock 只写对端的网段；每个含有元数据地址的 ipBlock 都要在 except 中去掉它们',
    en: 'deny egress by default and name the networks of the peer in ipBlock; every ipBlock that holds metadata addresses takes them out by except',
  },
  find,
  present: (estate) => zonePods(estate).some(({ pods, policies }) => pods.length > 0 || policies.length > 0),
}];
