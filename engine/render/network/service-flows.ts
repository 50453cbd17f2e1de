import { GAP } from '../../../constructs/route.ts';
import type { Service } from '../../../constructs/service/index.ts';
import { SERVICE_KINDS } from '../../../constructs/service/kinds.ts';
import { selector } from '../labels.ts';
import { gapAddress, partyGateway, stepsOf } from '../gateway/index.ts';
import { firstHop } from '../service/addresses.ts';
import { driftName, importName, usesConfigCenter } from '../service/config-import.ts';
import type { Flow, FlowPort, Peer } from './flow.ts';
import { endpointPeer, endpointPeers } from './middleware-flows.ts';

const peers = new WeakMap<Service, Extract<Peer, { readonly namespace: string }>>();

export function servicePeer(service: Service): Extract<Peer, { readonly namespace: string }> {
  let peer = peers.get(service);
  if (!peer) peers.set(service, peer = makePeer(service));
  return peer;
}

function makePeer(service: Service): Extract<Peer, { readonly namespace: string }> {
  return { zone: service.zone.id, namespace: service.namespace, labels: selector(service.id), name: service.id };
}

const port = (service: Service, name: string): FlowPort[] => service.ports.filter((each) => each.name === name).map((each) => ({ port: each.port }));

/** Everything a service may send, each with the declaration behind it. */
export function serviceFlows(service: Service): readonly Flow[] {
  const from = servicePeer(service);
  const { environment, zone } = service;
  const flows: Flow[] = service.callees.map(({ to, protocol }) => ({
    from, to: servicePeer(to), ports: port(to, protocol), why: `${service.id} calls ${to.id} (${protocol})`,
  }));
  for (const call of service.crossCallees) {
    const why = `${service.id} calls ${call.to.id} across ${call.route.id}`;
    const first = firstHop(call);
    if (first && first !== service) flows.push({ from, to: servicePeer(first), ports: port(first, 'http'), why });
    for (const { at, upstream } of stepsOf(call)) {
      const sender = servicePeer(at);
      if (upstream.type === 'gap') {
        const side = gapAddress(environment, call.route, at);
        flows.push({ from: sender, to: { cidrs: [side.cidr] }, ports: [{ port: side.port }], why });
      } else {
        const next = environment.allServices.find((each) => each.dns === upstream.host);
        if (next) flows.push({ from: sender, to: servicePeer(next), ports: [{ port: upstream.port }], why });
      }
    }
    const beyond = environment.tryService(call.route.hops[call.route.hops.indexOf(GAP) + 1] ?? '');
    if (beyond && beyond.zone !== service.zone) {
      const side = environment.props.gap[call.route.channel ?? 'http-proxy'][beyond.zone.id];
      flows.push({ from: { cidrs: [side.cidr] }, to: servicePeer(beyond), ports: port(beyond, 'http'), why });
    }
  }
  for (const kind of service.uses) {
    if ((SERVICE_KINDS[service.kind].agents as readonly string[]).includes(kind) && kind !== 'tracing' && kind !== 'flow-control') continue;
    // a gateway that names the kind of gateway is that kind
    if (service.kind === 'gateway' && zone.middleware.get(kind)?.product.mode === 'service') continue;
    for (const { peer, ports } of endpointPeers(zone, kind)) flows.push({ from, to: peer, ports, why: `${service.id} uses ${kind}` });
  }
  if (usesConfigCenter(service)) {
    const center = endpointPeer(zone, 'config-center');
    for (const name of center ? [importName(service), driftName(service)] : []) {
      flows.push({ from: { ...servicePeer(service), labels: selector(name), name }, to: center!.peer, ports: center!.ports, why: `configuration of ${service.id}` });
    }
  }
  for (const party of service.parties) {
    const address = environment.props.parties[party];
    const gateway = partyGateway(service, party);
    if (!address || !gateway) continue;
    const why = `${service.id} reaches ${party}`;
    if (gateway !== service) flows.push({ from, to: servicePeer(gateway), ports: port(gateway, 'http'), why });
    flows.push({ from: servicePeer(gateway), to: { cidrs: address.cidrs }, ports: address.ports.map((each) => ({ port: each })), why });
  }
  const exposed = zone.props.exposed[service.id];
  if (exposed) flows.push({ from: { cidrs: exposed.sourceRanges }, to: from, ports: exposedPorts(service), why: `${service.id} is exposed` });
  const scraper = endpointPeer(zone, 'metrics');
  const scraped = service.ports.filter((each) => each.name === 'metrics' || (each.name === 'status' && !service.port('metrics')));
  if (scraper && 'namespace' in scraper.peer && scraped.length > 0) {
    flows.push({ from: scraper.peer, to: from, ports: scraped.map((each) => ({ port: each.port })), why: `metrics of ${service.id}` });
  }
  return flows;
}

/** Outside traffic comes by TLS where the product offers it. */
export function exposedPorts(service: Service): FlowPort[] {
  const tls = port(service, 'https');
  return tls.length > 0 ? tls : port(service, 'http');
}

