import type { CelCheck, ObjectRule } from '../../engine/policy/index.ts';
import { tooWide } from './cel.ts';
import { NETWORK_POLICY } from './kinds.ts';

/** Ports that one entry may open by `endPort`. */
const RANGE = 100;

interface Side {
  readonly scope: 'ingressRule' | 'egressRule';
  readonly peers: 'from' | 'to';
  readonly zh: string;
  readonly en: string;
}

const SIDES: readonly Side[] = [
  { scope: 'ingressRule', peers: 'from', zh: '入站规则', en: 'an ingress rule' },
  { scope: 'egressRule', peers: 'to', zh: '出站规则', en: 'an egress rule' },
];

/** A selector that at most leaves some out, so that what comes later is selected too. */
const open = (selector: string, everyone: string): string => `${selector}.?matchLabels.orValue({}).size() == 0 && ${selector}.?matchExpressions.orValue([]).all(each, each.operator in ['NotIn', 'DoesNotExist']${everyone})`;

const ALL_NAMESPACES = [
  'peer.?namespaceSelector.hasValue()',
  // every namespace has this label
  open('peer.?namespaceSelector', " || (each.operator == 'Exists' && each.key == 'kubernetes.io/metadata.name')"),
  open('peer.?podSelector', ''),
].join(' && ');

function named({ scope, peers, zh, en }: Side): readonly CelCheck[] {
  const from = `${scope}.?${peers}.orValue([])`;
  const ports = `${scope}.?ports.orValue([])`;
  return [
    { scope, field: peers, expression: `${from}.size() > 0`, message: { zh: `${zh}没有写对端，等于放行所有地址`, en: `${en} names no peer, so it is open to every address` } },
    { scope, field: peers, expression: `${from}.all(peer, !(${ALL_NAMESPACES}))`, message: { zh: `${zh}的对端是所有命名空间的所有 Pod`, en: `${en} has all pods of all namespaces as peer` } },
    { scope, field: 'ports', expression: `${ports}.size() > 0 && ${ports}.all(each, each.?port.hasValue())`, message: { zh: `${zh}没有写端口，等于放行所有端口`, en: `${en} names no port, so it opens them all` } },
    {
      scope, field: 'ports', expression: `${ports}.all(each, !each.?endPort.hasValue() || each.endPort - each.port < ${RANGE})`,
      message: { zh: `${zh}用 endPort 一次放行超过 ${RANGE} 个端口`, en: `${en} opens more than ${RANGE} ports by endPort` },
    },
  ];
}

const local = ({ scope, peers, zh, en }: Side): CelCheck => ({
  scope, field: peers,
  expression: `${scope}.?${peers}.orValue([]).map(peer, peer.?ipBlock.?cidr.orValue('')).all(cidr, !(${tooWide('cidr')}))`,
  message: { zh: `${zh}的 ipBlock 覆盖互联网（except 只收窄这一块）`, en: `an ipBlock of ${en} covers the internet (an except narrows this block alone)` },
});

/** What a rule of a NetworkPolicy allows, as far as it shows in the policy itself. Policies without rules deny, and pass. */
export const allowRules: readonly ObjectRule[] = [
  {
    id: 'NSA-NET-05',
    on: [NETWORK_POLICY],
    checks: SIDES.flatMap(named),
    fix: {
      zh: '写明 from/to 的 podSelector 与 namespaceSelector 以及 ports；在 constructs 里用 calls、uses 声明流量，策略由此生成',
      en: 'name podSelector and namespaceSelector in from/to, and ports; in constructs declare the flow by calls or uses, and the policy follows',
    },
  },
  {
    id: 'NSA-NET-06',
    on: [NETWORK_POLICY],
    checks: SIDES.map(local),
    fix: {
      zh: '把 ipBlock.cidr 收窄到对端真正的网段；在 constructs 里这是外部系统与 zone 的 exposed 的网段',
      en: 'narrow ipBlock.cidr to the networks of the peer; in constructs these are the blocks of endpoints and of `exposed` of the zone',
    },
  },
];
