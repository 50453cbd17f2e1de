import { Guardrails } from '../../../constructs/guardrails.ts';
import { OPERATORS } from '../../../constructs/operators.ts';
import type { Zone } from '../../../constructs/zone.ts';
import type { Manifest } from '../../manifest.ts';
import { isMeshed } from '../guardrails/mesh.ts';
import { applicationLabels, type Labels } from '../labels.ts';
import type { Flow } from './flow.ts';
import { isPods, keyOf, type Pods } from './policies.ts';

const COMPONENT = 'peer-authentication';

interface Opened {
  readonly pods: Pods;
  readonly ports: Set<number>;
}

/**
 * The mesh of a zone takes nothing but mTLS: `default` in the mesh's root namespace is for all of it. A set of pods that
 * somebody without a sidecar calls, e.g. Prometheus, has one of its own, named like its NetworkPolicy: strict as well,
 * but for the TCP ports of those calls. None without a mesh. Whoever else comes there is held off by the NetworkPolicy.
 */
export function peerAuthentications(zone: Zone, flows: readonly Flow[]): readonly Manifest[] {
  if (!zone.props.mesh) return [];
  const meshed = new Map(zone.applications.filter(isMeshed).map((application) => [application.name, application]));
  return [
    // Istio gives the name no meaning; it is what everybody looks for
    authentication('default', OPERATORS.istio.namespace, applicationLabels(Guardrails.in(zone), 'default', COMPONENT)),
    ...openedToOthers(flows, (namespace) => meshed.has(namespace)).map(({ pods: { name, namespace, labels }, ports }) => (
      authentication(name, namespace, applicationLabels(meshed.get(namespace)!, name, COMPONENT), {
        selector: { matchLabels: labels },
        // ports of the container, whatever a Service calls them
        portLevelMtls: Object.fromEntries([...ports].sort((a, b) => a - b).map((port) => [String(port), { mode: 'PERMISSIVE' }])),
      })
    )),
  ];
}

/** Pods of the mesh with callers outside of it. Each set once: of two that select the same pods Istio takes the older. */
function openedToOthers(flows: readonly Flow[], meshed: (namespace: string) => boolean): readonly Opened[] {
  const opened = new Map<string, Opened>();
  for (const { from, to, ports } of flows) {
    if (!isPods(to) || !meshed(to.namespace) || (isPods(from) && meshed(from.namespace))) continue;
    const tcp = ports.filter(({ protocol }) => protocol !== 'UDP');
    if (tcp.length === 0) continue;
    const key = keyOf(to);
    const found = opened.get(key) ?? { pods: to, ports: new Set<number>() };
    opened.set(key, found);
    for (const { port } of tcp) found.ports.add(port);
  }
  return [...opened].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function authentication(name: string, namespace: string, labels: Labels, own: object = {}): Manifest {
  return { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name, namespace, labels }, spec: { mtls: { mode: 'STRICT' }, ...own } };
}
