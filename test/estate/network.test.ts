/** Reads the rendered policies back as a list of who may reach whom, and holds it against what the rows declare. */
import { SUBSYSTEMS } from '../../apps/medical-insurance/index.ts';
import { manifests, rendered } from '../fixtures/linyi.ts';

interface Selector { readonly matchLabels?: Record<string, string>; readonly matchExpressions?: readonly { readonly key: string; readonly values: readonly string[] }[] }
interface PolicyPeer { readonly namespaceSelector?: Selector; readonly podSelector?: Selector; readonly ipBlock?: { readonly cidr: string } }
interface Rule { readonly from?: readonly PolicyPeer[]; readonly to?: readonly PolicyPeer[]; readonly ports?: readonly { readonly port: number; readonly protocol: string }[] }
interface Policy { readonly podSelector: Selector; readonly policyTypes: readonly string[]; readonly ingress?: readonly Rule[]; readonly egress?: readonly Rule[] }

const policies = manifests('linyi', 'NetworkPolicy').map((each) => ({ namespace: each.metadata.namespace!, name: each.metadata.name, spec: each.spec as Policy }));
const NAME = 'app.kubernetes.io/name';
const labelsKey = (selector: Selector | undefined): string[] => {
  const names = selector?.matchExpressions?.find((each) => each.key === NAME)?.values;
  return names ? names.map((name) => JSON.stringify({ [NAME]: name })) : [JSON.stringify(selector?.matchLabels ?? {})];
};
const peersOf = (rule: Rule): string[] => (rule.from ?? rule.to ?? []).flatMap((peer) =>
  peer.ipBlock ? [peer.ipBlock.cidr] : labelsKey(peer.podSelector).map((labels) => `${peer.namespaceSelector?.matchLabels?.['kubernetes.io/metadata.name']}|${labels}`));

/** `from -> to:port` as one side says it. */
const edges = (side: 'ingress' | 'egress'): Set<string> => new Set(policies.flatMap(({ namespace, spec }) => (spec[side] ?? []).flatMap((rule) =>
  peersOf(rule).flatMap((peer) => (rule.ports ?? []).map(({ port }) => {
    const own = `${namespace}|${labelsKey(spec.podSelector)[0]}`;
    return side === 'egress' ? `${own} -> ${peer}:${port}` : `${peer} -> ${own}:${port}`;
  })))));

const ingress = edges('ingress');
const egress = edges('egress');
const namespaces = new Set(manifests('linyi', 'Namespace').map((each) => each.metadata.name));
const between = (set: Set<string>) => [...set].filter((edge) => edge.split(' -> ').every((end) => namespaces.has(end.split('|')[0]!)) && !edge.includes('|{}'));

it('every namespace denies both directions unless a policy says otherwise', () => {
  const own = rendered().environment.zones.flatMap((zone) => zone.applications.map((each) => each.name)).filter((name) => namespaces.has(name));
  expect(own.length).toBeGreaterThan(70);
  for (const namespace of own) {
    expect(policies).toContainEqual(expect.objectContaining({ namespace, spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } }));
  }
});

it('what one side may send, the other side may receive, and the reverse', () => {
  expect(between(egress).filter((edge) => !ingress.has(edge))).toEqual([]);
  expect(between(ingress).filter((edge) => !egress.has(edge))).toEqual([]);
});

it('services reach each other exactly as their rows declare', () => {
  const { environment } = rendered();
  const peer = (id: string) => { const service = environment.tryService(id)!; return `${service.namespace}|${JSON.stringify({ [NAME]: id })}`; };
  const declared = new Set<string>();
  for (const subsystem of SUBSYSTEMS) {
    for (const [id, row] of Object.entries(subsystem.services)) {
      for (const [protocol, targets] of Object.entries(row.calls ?? {})) {
        for (const target of targets as readonly string[]) declared.add(`${peer(id)} -> ${peer(target)}:${environment.tryService(target)!.port(protocol)!.port}`);
      }
      for (const party of 'parties' in row ? row.parties ?? [] : []) {
        const gateway = environment.props.parties[party]?.gateway;
        if (gateway) declared.add(`${peer(id)} -> ${peer(gateway)}:${environment.tryService(gateway)!.port('http')!.port}`);
      }
    }
  }
  // references in the environment's own files are calls as well
  for (const [id, files] of Object.entries(environment.facts.config)) {
    for (const [, target = '', port = 'http'] of files.flatMap((file) => [...file.text.matchAll(/\$\{endpoint:([a-z0-9-]+):?([a-z]*)\}/g)])) {
      if (environment.tryService(target)) declared.add(`${peer(id)} -> ${peer(target)}:${environment.tryService(target)!.port(port || 'http')!.port}`);
    }
  }
  for (const call of environment.allServices.flatMap((service) => service.crossCallees.map((each) => ({ service, ...each })))) {
    const hops = [call.service.id, ...call.route.hops, ...(call.route.hops.includes(call.to.id) ? [] : [call.to.id])].filter((hop, index, all) => hop !== all[index - 1]);
    hops.forEach((hop, index) => {
      const [from, to] = [environment.tryService(hop), environment.tryService(hops[index + 1] ?? '')];
      if (from && to && from.zone === to.zone && from !== to) declared.add(`${peer(from.id)} -> ${peer(to.id)}:${to.port('http')!.port}`);
    });
  }
  const ids = new Set(environment.allServices.map((service) => peer(service.id)));
  const opened = between(egress).filter((edge) => { const [from = '', to = ''] = edge.split(' -> '); return ids.has(from) && ids.has(to.replace(/:\d+$/, '')); });
  expect(opened.filter((edge) => !declared.has(edge)).sort()).toEqual([]);
  expect([...declared].filter((edge) => !egress.has(edge)).sort()).toEqual([]);
});

it('no policy is open to every address or to every pod', () => {
  for (const { name, spec } of policies) {
    for (const rule of [...(spec.ingress ?? []), ...(spec.egress ?? [])]) {
      expect([name, peersOf(rule).length > 0, (rule.ports ?? []).length > 0]).toEqual([name, true, true]);
      expect(peersOf(rule)).not.toContain('0.0.0.0/0');
    }
  }
});

it('services of a level without egress reach no address outside the cluster themselves', () => {
  const { environment } = rendered();
  const outside = new Set(Object.values(environment.props.parties).flatMap((party) => party.cidrs));
  for (const { name, spec } of policies) {
    const reaches = (spec.egress ?? []).flatMap(peersOf).some((peer) => outside.has(peer));
    if (reaches) expect(environment.tryService(name)?.kind).toBe('gateway');
  }
});
