import type { Endpoint, Middleware, MiddlewareKind } from '../../../constructs/middleware/index.ts';
import type { Service } from '../../../constructs/service/index.ts';
import type { Zone } from '../../../constructs/zone.ts';
import { selector, type Labels } from '../labels.ts';
import type { FlowPort, Peer } from './flow.ts';
import { flowPorts, peerOf, podsOf } from './middleware-pods.ts';

export interface EndpointPeer {
  readonly peer: Peer;
  readonly ports: readonly FlowPort[];
}

const known = new WeakMap<Middleware, readonly EndpointPeer[]>();

/**
 * Where clients of a kind in a zone connect: its pods, the gateway service that is the product, the addresses of a
 * managed product, or what a library keeps its state in. The main one comes first; none where there is nothing to connect to.
 */
export function endpointPeers(zone: Zone, kind: MiddlewareKind): readonly EndpointPeer[] {
  const middleware = zone.middleware.get(kind);
  if (!middleware) return [];
  // asked once for each service that uses the kind
  const found = known.get(middleware) ?? find(middleware);
  known.set(middleware, found);
  return found;
}

/** The main one alone: the pods behind the endpoint's own Service, e.g. Prometheus. */
export function endpointPeer(zone: Zone, kind: MiddlewareKind): EndpointPeer | undefined {
  return endpointPeers(zone, kind)[0];
}

export function serviceAt(service: Service): Peer {
  return { zone: service.zone.id, namespace: service.namespace, labels: selector(service.id), name: service.id };
}

function find(middleware: Middleware): readonly EndpointPeer[] {
  const { product, zone, environment } = middleware;
  switch (product.mode) {
    case 'library': return endpointPeers(zone, product.backedBy);
    case 'operator': return [];
    case 'service': {
      const service = environment.tryService(product.services[zone.id] ?? '');
      // its status and metrics are nobody's business but the kubelet's and Prometheus'
      return service ? [{ peer: serviceAt(service), ports: flowPorts(service.ports, ['http', 'https']) }] : [];
    }
    case 'managed': {
      const { external } = middleware;
      return external && external.cidrs.length > 0 ? [{ peer: { cidrs: external.cidrs }, ports: flowPorts(product.ports) }] : [];
    }
    case 'self-hosted': return middleware.endpoint ? behind(middleware, middleware.endpoint) : [];
  }
}

/** Each Service of the endpoint with the pods and ports behind it. */
function behind(middleware: Middleware, endpoint: Endpoint): readonly EndpointPeer[] {
  const services = [...new Set([endpoint.service, ...endpoint.ports.map(({ service }) => service ?? endpoint.service)])];
  return services.flatMap((service) => {
    const ports = endpoint.ports.filter((each) => (each.service ?? endpoint.service) === service);
    if (ports.length === 0) return [];
    const labelled = service === endpoint.service && Object.keys(endpoint.pods).length > 0;
    return [{ peer: labelled ? podsLabelled(middleware, endpoint.pods) : podsServing(middleware, service, endpoint), ports: flowPorts(ports) }];
  });
}

/** The set of pods with just these labels, so that one policy covers it; a wider selection gets a policy of its own. */
function podsLabelled(middleware: Middleware, labels: Labels): Peer {
  const key = (each: Labels) => JSON.stringify(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  const wanted = key(labels);
  return podsOf(middleware).find(({ peer }) => key(peer.labels) === wanted)?.peer ?? peerOf(middleware, middleware.name, labels, 'endpoint');
}

/** Pods of the part whose Service it is; failing that, all that the endpoint covers. */
function podsServing(middleware: Middleware, service: string, endpoint: Endpoint): Peer {
  const part = podsOf(middleware).find(({ workload, custom }) => workload?.name === service || custom?.services.some(({ name }) => name === service));
  return part?.peer ?? podsLabelled(middleware, endpoint.pods);
}
