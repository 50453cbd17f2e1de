import type { Manifest } from '../../manifest.ts';
import type { Labels } from '../labels.ts';
import type { Flow, FlowPort, Peer } from './flow.ts';

export type Pods = Extract<Peer, { readonly namespace: string }>;
type Rule = { readonly ports: readonly FlowPort[]; readonly peers: Map<string, Peer> };

type Direction = 'from' | 'to';

interface OneRule {
  readonly direction: Direction;
  /** NetworkPolicyPeers. */
  readonly entries: readonly unknown[];
  readonly ports: readonly FlowPort[];
}

/** Peers of one policy, each up to some kB; an object may have 1 MiB. */
const MOST_ENTRIES = 1000;

interface Side {
  readonly pods: Pods;
  readonly ingress: Map<string, Rule>;
  readonly egress: Map<string, Rule>;
}

export const isPods = (peer: Peer): peer is Pods => 'namespace' in peer;

// asked for every flow, often of the same peer
const keys = new WeakMap<Peer, string>();

/** The same for peers that are the same pods or addresses, whatever their policies are called. */
export function keyOf(peer: Peer): string {
  let key = keys.get(peer);
  if (key === undefined) keys.set(peer, key = isPods(peer) ? `${peer.namespace}/${JSON.stringify(Object.entries(peer.labels).sort())}` : peer.cidrs.join());
  return key;
}

/** Both sides of every flow, one NetworkPolicy a set of pods; nothing that no flow declares is open. */
export function networkPolicies(flows: readonly Flow[], managed: (namespace: string) => boolean, labelsOf: (namespace: string, name: string) => Labels): readonly Manifest[] {
  const sides = new Map<string, Side>();
  const side = (pods: Pods): Side => {
    const key = keyOf(pods);
    const found = sides.get(key) ?? { pods, ingress: new Map(), egress: new Map() };
    sides.set(key, found);
    return found;
  };
  for (const { from, to, ports } of flows) {
    if (ports.length === 0) continue;
    if (isPods(from) && managed(from.namespace)) add(side(from).egress, ports, to);
    if (isPods(to) && managed(to.namespace)) add(side(to).ingress, ports, from);
  }
  return [...sides.values()].sort((a, b) => (a.pods.name < b.pods.name ? -1 : a.pods.name > b.pods.name ? 1 : 0))
    .flatMap(({ pods, ingress, egress }) => parts([...rules(ingress, 'from'), ...rules(egress, 'to')]).map((part, index) => policy(pods, index === 0 ? pods.name : `${pods.name}-${index + 1}`, part, labelsOf)));
}

function policy(pods: Pods, name: string, part: readonly OneRule[], labelsOf: (namespace: string, name: string) => Labels): Manifest {
  const of = (direction: Direction) => part.filter((each) => each.direction === direction)
    .map(({ entries, ports }) => ({ [direction]: entries, ports: ports.map(({ port, protocol }) => ({ port, protocol: protocol ?? 'TCP' })) }));
  const [ingress, egress] = [of('from'), of('to')];
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace: pods.namespace, labels: labelsOf(pods.namespace, name) },
    spec: {
      podSelector: { matchLabels: pods.labels },
      policyTypes: ['Ingress', 'Egress'],
      ...(ingress.length > 0 ? { ingress } : {}),
      ...(egress.length > 0 ? { egress } : {}),
    },
  };
}

/** Rules as they are, or cut into parts where they are too many for one object: policies add up, so several say what one would. */
function parts(all: readonly OneRule[]): readonly (readonly OneRule[])[] {
  const found: OneRule[][] = [[]];
  let left = MOST_ENTRIES;
  for (const rule of all) {
    for (let from = 0; from < rule.entries.length;) {
      if (left === 0) {
        found.push([]);
        left = MOST_ENTRIES;
      }
      const entries = rule.entries.slice(from, from + left);
      found.at(-1)!.push({ ...rule, entries });
      from += entries.length;
      left -= entries.length;
    }
  }
  return found;
}

function add(rules: Map<string, Rule>, ports: readonly FlowPort[], peer: Peer): void {
  const { key, distinct } = portsKey(ports);
  let rule = rules.get(key);
  if (!rule) rules.set(key, rule = { ports: distinct, peers: new Map<string, Peer>() });
  rule.peers.set(keyOf(peer), peer);
}

const portKeys = new WeakMap<readonly FlowPort[], { readonly key: string; readonly distinct: readonly FlowPort[] }>();

/** Ports in their order, each once. */
function portsKey(ports: readonly FlowPort[]): { readonly key: string; readonly distinct: readonly FlowPort[] } {
  let found = portKeys.get(ports);
  if (!found) {
    const named = new Map(ports.map((each) => [`${each.protocol ?? 'TCP'}${String(each.port).padStart(6)}`, each]));
    const sorted = [...named].sort(([a], [b]) => (a < b ? -1 : 1));
    portKeys.set(ports, found = { key: sorted.map(([name]) => name).join(), distinct: sorted.map(([, port]) => port) });
  }
  return found;
}

function rules(found: Map<string, Rule>, direction: Direction): readonly OneRule[] {
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { ports, peers }]) => ({ direction, entries: peerList([...peers.values()]), ports }));
}

const NAME = 'app.kubernetes.io/name';

/** Pods of one namespace that differ by name alone become one entry, so that a policy stays readable. */
function peerList(peers: readonly Peer[]): readonly unknown[] {
  const byNamespace = new Map<string, string[]>();
  const others: unknown[] = [];
  const namespace = (name: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } });
  for (const peer of [...peers].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    if (!isPods(peer)) {
      others.push(...peer.cidrs.map((cidr) => ({ ipBlock: { cidr } })));
    } else if (Object.keys(peer.labels).join() === NAME) {
      byNamespace.set(peer.namespace, [...(byNamespace.get(peer.namespace) ?? []), peer.labels[NAME]!]);
    } else {
      others.push({ namespaceSelector: namespace(peer.namespace), podSelector: Object.keys(peer.labels).length > 0 ? { matchLabels: peer.labels } : {} });
    }
  }
  return [
    ...[...byNamespace].map(([name, values]) => ({
      namespaceSelector: namespace(name),
      podSelector: values.length === 1 ? { matchLabels: { [NAME]: values[0]! } } : { matchExpressions: [{ key: NAME, operator: 'In', values: [...new Set(values)].sort() }] },
    })),
    ...others,
  ];
}
