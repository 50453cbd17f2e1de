import { isRecord, type Plain } from '../inspect/plain.ts';
import type { NetworkPeer, Protocol } from './graph.ts';

export const LAST_PORT = 65_535;
export const PROTOCOLS: readonly Protocol[] = ['TCP', 'UDP', 'SCTP'];

/** Ports of one protocol from the first to the last, both included. */
export interface PortRange {
  readonly protocol: Protocol;
  readonly first: number;
  readonly last: number;
}

/** A port of a rule: a range, or a name that each destination resolves for itself. */
type PortRule = PortRange | { readonly protocol: Protocol; readonly name: string };

/** The `ports` of a rule. */
export interface Ports {
  readonly rules: readonly PortRule[];
  readonly ranges: readonly PortRange[] | undefined;
}

const whole = (protocol: Protocol): PortRange => ({ protocol, first: 1, last: LAST_PORT });

/** Every port of every protocol. */
export const ALL_PORTS: readonly PortRange[] = PROTOCOLS.map(whole);

const isProtocol = (value: unknown): value is Protocol => PROTOCOLS.some((each) => each === value);
const isPort = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LAST_PORT;

/** Absent or empty is every port; an entry without a port is every port of its protocol; an entry that the API server refuses is none. */
export function readPorts(ports: unknown): Ports {
  if (!Array.isArray(ports) || ports.length === 0) return { rules: ALL_PORTS, ranges: ALL_PORTS };
  const rules = ports.flatMap((each: unknown): readonly PortRule[] => portRule(isRecord(each) ? each : {}));
  return { rules, ranges: rules.every((each): each is PortRange => 'first' in each) ? rules : undefined };
}

function portRule({ port, endPort, protocol = 'TCP' }: Plain): readonly PortRule[] {
  const spoken = protocol ?? 'TCP';
  if (!isProtocol(spoken)) return [];
  if (port === undefined || port === null) return [whole(spoken)];
  if (typeof port === 'string') return [{ protocol: spoken, name: port }];
  if (!isPort(port)) return [];
  if (endPort === undefined || endPort === null) return [{ protocol: spoken, first: port, last: port }];
  return isPort(endPort) && endPort >= port ? [{ protocol: spoken, first: port, last: endPort }] : [];
}

/** The numbers of a rule at a destination: a name is that of a container port there, of the same protocol. Outside of the cluster no name means anything. */
export function resolvePorts({ rules, ranges }: Ports, to: NetworkPeer): readonly PortRange[] {
  if (ranges) return ranges;
  return rules.flatMap((each): readonly PortRange[] => {
    if ('first' in each) return [each];
    if (to.namespace === undefined) return [];
    return (to.ports ?? [])
      .filter(({ name, protocol = 'TCP' }) => name === each.name && protocol === each.protocol)
      .map(({ port }) => ({ protocol: each.protocol, first: port, last: port }));
  });
}
