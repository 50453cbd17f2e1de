import type { Port, WorkloadPart } from '../../../constructs/middleware/index.ts';
import type { Manifest } from '../../manifest.ts';
import { selector } from '../labels.ts';
import { metadata, type Place } from './place.ts';

/** The headless Service that gives each member of a StatefulSet its own DNS name. */
export function peersName(part: string): string {
  return `${part}-peers`;
}

/** Where clients connect, and for a StatefulSet where its members find each other before they are ready. */
export function services(place: Place, part: WorkloadPart): readonly Manifest[] {
  if (part.workload !== 'StatefulSet' && part.workload !== 'Deployment') return [];
  const ports = [...part.ports, ...(part.sidecars ?? []).flatMap((sidecar) => sidecar.ports)];
  const peers = part.peers?.length ? ports.filter(({ name }) => part.peers?.includes(name)) : part.ports;
  return [
    ...(ports.length > 0 ? [{
      apiVersion: 'v1', kind: 'Service', metadata: metadata(place),
      spec: { type: 'ClusterIP', selector: selector(part.name), ports: ports.map(servicePort) },
    }] : []),
    ...(part.workload === 'StatefulSet' ? [{
      apiVersion: 'v1', kind: 'Service', metadata: metadata(place, peersName(part.name)),
      spec: { type: 'ClusterIP', clusterIP: 'None', publishNotReadyAddresses: true, selector: selector(part.name), ports: peers.map(servicePort) },
    }] : []),
  ];
}

const servicePort = ({ name, port, protocol }: Port) => ({ name, port, targetPort: name, protocol: protocol ?? 'TCP' });
