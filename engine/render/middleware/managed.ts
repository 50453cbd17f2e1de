import { isIP } from 'node:net';
import type { ExternalEndpoint } from '../../../constructs/environment.ts';
import type { Middleware, Port } from '../../../constructs/middleware/index.ts';
import type { Manifest } from '../../manifest.ts';
import { metadata, placeOf, titled } from './place.ts';

/**
 * A bought product under the kind's own name, so that clients never learn the product's: an ExternalName Service,
 * or for an address a Service with its EndpointSlice. What the environment does not say is a problem.
 */
export function managedProduct(middleware: Middleware, ports: readonly Port[]): readonly Manifest[] {
  const external = checked(middleware, ports);
  if (!external) return [];
  const { kind } = middleware;
  const place = placeOf(middleware, kind);
  const service = { apiVersion: 'v1', kind: 'Service', metadata: titled(place) };
  const servicePorts = ports.map(({ name, port, protocol }) => ({ name, port, protocol: protocol ?? 'TCP' }));
  const version = isIP(external.host);
  if (version === 0) return [{ ...service, spec: { type: 'ExternalName', externalName: external.host, ports: servicePorts } }];
  const meta = metadata(place);
  return [
    { ...service, spec: { type: 'ClusterIP', clusterIP: 'None', ports: servicePorts } },
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { ...meta, labels: { ...meta.labels, 'kubernetes.io/service-name': kind, 'endpointslice.kubernetes.io/managed-by': 'champ' } },
      addressType: version === 4 ? 'IPv4' : 'IPv6',
      endpoints: [{ addresses: [external.host], conditions: { ready: true } }],
      ports: servicePorts,
    },
  ];
}

/** The endpoint of the environment once host, CIDRs and ports are there. */
function checked(middleware: Middleware, ports: readonly Port[]): ExternalEndpoint | undefined {
  const { environment, external, kind, zone } = middleware;
  const where = environment.pathOf(middleware);
  const path = `managed.${kind}.${zone.id}`;
  if (!external?.host) {
    environment.problems.add('CHAMP2013', where, { value: kind, path });
    return undefined;
  }
  if (external.cidrs.length === 0) {
    environment.problems.add('CHAMP2014', where, { value: external.host, path });
    return undefined;
  }
  const closed = ports.filter(({ port }) => external.ports.length > 0 && !external.ports.includes(port));
  if (closed.length > 0) environment.problems.add('CHAMP2015', where, { value: closed.map(({ port }) => String(port)), path, allowed: external.ports.map(String) });
  return external;
}
