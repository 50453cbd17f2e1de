import type { Text } from '../../problem/index.ts';
import { readPolicy, type PolicyPeer } from '../../network/policy.ts';
import type { Manifest } from '../../manifest.ts';
import { at, record, records, text } from '../plain.ts';

/** What an object opens, in lines that are the same for the same opening. */
export type Lines = (manifest: Manifest) => readonly Text[];

const DIRECTIONS = { ingress: { zh: ['入站', '来自'], en: ['ingress', 'from'] }, egress: { zh: ['出站', '去往'], en: ['egress', 'to'] } } as const;

/** One line a peer and direction of a NetworkPolicy: `ingress from core-gw (app=gw) on 8080/TCP`. */
export const policyLines: Lines = (manifest) => {
  const policy = readPolicy(manifest);
  const lines: Text[] = [];
  for (const direction of ['ingress', 'egress'] as const) {
    const { zh, en } = DIRECTIONS[direction];
    const rules = policy[direction];
    if (rules?.length === 0) lines.push({ zh: `无${zh[0]}`, en: `no ${en[0]}` });
    const written = records(at(manifest, `spec.${direction}`));
    rules?.forEach(({ peers }, index) => {
      const ports = portsOf(written[index]);
      for (const peer of peers?.flatMap(eachOf) ?? [undefined]) {
        const who = peer ? peerText(peer, policy.namespace) : { zh: '任何地方', en: 'everyone' };
        lines.push({ zh: `${zh[0]} ${zh[1]} ${who.zh} 端口 ${ports.zh}`, en: `${en[0]} ${en[1]} ${who.en} on ${ports.en}` });
      }
    });
  }
  return lines;
};

/** One peer for each value of a list of names: who is added to it or taken from it is told, and not the list twice. */
function eachOf(peer: PolicyPeer): readonly PolicyPeer[] {
  const [one, ...others] = records(at(peer.pods, 'matchExpressions'));
  const labels = record(at(peer.pods, 'matchLabels'));
  const { key, operator, values } = one ?? {};
  if (others.length > 0 || operator !== 'In' || typeof key !== 'string' || !Array.isArray(values) || values.length === 0 || Object.hasOwn(labels, key)) return [peer];
  return [...new Set(values)].map((value) => ({ ...peer, pods: { matchLabels: { ...labels, [key]: value } } }));
}

function portsOf(rule: unknown): Text {
  const ports = records(at(rule, 'ports'));
  if (ports.length === 0) return { zh: '全部', en: 'all ports' };
  const list = ports.map(({ port, endPort, protocol }) => `${show(port ?? '*')}${endPort === undefined ? '' : `-${show(endPort)}`}/${show(protocol ?? 'TCP')}`).join(', ');
  return { zh: list, en: list };
}

function peerText({ block, namespaces, pods }: PolicyPeer, own: string): Text {
  if (block) return { zh: `地址 ${block.text}`, en: `addresses ${block.text}` };
  const where = namespaces === undefined ? { zh: own, en: own } : selectorText(namespaces, { zh: '所有命名空间', en: 'all namespaces' });
  const [zh, en] = [where.zh, where.en].map((each) => each.replace(/^kubernetes\.io\/metadata\.name=/, '')) as [string, string];
  if (pods === undefined || Object.keys(pods).length === 0) return { zh: `${zh} 的所有 Pod`, en: `all pods of ${en}` };
  const which = selectorText(pods, ALL_PODS);
  return { zh: `${zh}（${which.zh}）`, en: `${en} (${which.en})` };
}

export const ALL_PODS: Text = { zh: '所有 Pod', en: 'all pods' };

/** `app=gw,tier In (a, b)`. */
export function selectorText(selector: unknown, all: Text): Text {
  const labels = record(at(selector, 'matchLabels'));
  const parts = Object.keys(labels).sort().map((key) => `${key}=${show(labels[key])}`);
  for (const { key, operator, values } of records(at(selector, 'matchExpressions'))) parts.push(`${show(key)} ${show(operator)}${Array.isArray(values) ? ` (${values.map(show).join(', ')})` : ''}`);
  return parts.length === 0 ? all : { zh: parts.join(','), en: parts.join(',') };
}

const show = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '-'));

/** One line a port of a Service: `http 80/TCP to 8080`. */
export const serviceLines: Lines = (manifest) => records(at(manifest, 'spec.ports')).map(({ name, port, protocol, targetPort, nodePort }) => {
  const own = `${name === undefined ? '' : `${show(name)} `}${show(port)}/${show(protocol ?? 'TCP')}`;
  const [zh, en] = targetPort === undefined ? ['', ''] : [` 到 ${show(targetPort)}`, ` to ${show(targetPort)}`];
  const [zhNode, enNode] = nodePort === undefined ? ['', ''] : [`，各节点端口 ${show(nodePort)}`, `, port ${show(nodePort)} of every node`];
  return { zh: `${own}${zh}${zhNode}`, en: `${own}${en}${enNode}` };
});

/** One line a match of a route: `shop.example/api to web:8080`. */
export const routeLines: Lines = (manifest) => {
  const spec = at(manifest, 'spec');
  const names = at(spec, 'hostnames');
  const hosts = Array.isArray(names) ? names.map(show) : ['*'];
  return records(at(spec, 'rules')).flatMap((rule) => {
    const backends = records(rule['backendRefs']).map((each) => `${show(each['name'])}:${show(each['port'] ?? '*')}`).join(', ') || '-';
    const matches = records(rule['matches']);
    const paths = matches.length === 0 ? ['/'] : matches.map((each) => text(at(each, 'path.value')) ?? '/');
    return hosts.flatMap((host) => paths.map((path) => ({ zh: `${host}${path} 到 ${backends}`, en: `${host}${path} to ${backends}` })));
  });
};

/** One line a listener of a Gateway: `https 443/HTTPS *.shop.example`. */
export const listenerLines: Lines = (manifest) => records(at(manifest, 'spec.listeners')).map(({ name, port, protocol, hostname }) => {
  const line = `${show(name)} ${show(port)}/${show(protocol)}${hostname === undefined ? '' : ` ${show(hostname)}`}`;
  return { zh: line, en: line };
});
