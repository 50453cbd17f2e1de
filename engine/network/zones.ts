import { at, records, strings, text } from '../inspect/plain.ts';
import { podsIn, type PodSource } from '../pods/index.ts';
import type { EstateObject, OtherPods } from '../policy/estate.ts';
import type { NetworkPeer, NetworkPort, NetworkZone } from './graph.ts';
import { isNetworkPolicy } from './policy.ts';
import { PROTOCOLS } from './ports.ts';

/** Pods that no manifest shows; `owner` is the custom resource or the chart that makes them. */
export interface OtherNetworkPods extends OtherPods {
  readonly ports?: readonly NetworkPort[];
  readonly hostNetwork?: boolean;
  readonly layer?: string;
  /** Tells pods apart that have one owner. */
  readonly part?: string;
}

/** What the objects do not say. */
export interface MorePeers {
  readonly otherPods?: readonly OtherNetworkPods[];
  /** Each in the zone that it names. */
  readonly outside?: readonly NetworkPeer[];
  /** Networks of the pods, a zone. */
  readonly podCidrs?: Readonly<Record<string, readonly string[]>>;
}

interface Building {
  readonly peers: NetworkPeer[];
  readonly policies: NetworkZone['policies'][number][];
  readonly namespaces: NetworkZone['namespaces'][number][];
}

/** The clusters of an estate, each with its pods, policies and namespaces, sorted. */
export function networkZones(objects: readonly EstateObject[], more: MorePeers = {}): readonly NetworkZone[] {
  const zones = new Map<string, Building>();
  const building = (zone: string): Building => {
    let found = zones.get(zone);
    if (!found) zones.set(zone, found = { peers: [], policies: [], namespaces: [] });
    return found;
  };
  // what is known of the pods of an operator is more than its custom resource shows
  const made = new Set<string>();
  for (const { owner, part, ...pods } of more.otherPods ?? []) {
    const name = `${pods.namespace}/${owner}`;
    made.add(`${pods.zone} ${name}`);
    building(pods.zone).peers.push({ id: otherPodsId({ namespace: pods.namespace, owner, ...(part === undefined ? {} : { part }) }), name, ...pods });
  }
  for (const peer of more.outside ?? []) building(peer.zone).peers.push(peer);
  for (const { zone, manifest } of objects) {
    if (isNetworkPolicy(manifest)) building(zone).policies.push(manifest);
    if (manifest.kind === 'Namespace' && manifest.apiVersion === 'v1') {
      building(zone).namespaces.push({ name: text(at(manifest, 'metadata', 'name')) ?? '', labels: strings(at(manifest, 'metadata', 'labels')) });
    }
    const namespace = text(at(manifest, 'metadata', 'namespace')) ?? '';
    const own = text(at(manifest, 'metadata', 'name')) ?? '';
    const name = `${namespace}/${own}`;
    for (const pod of podsIn(manifest)) {
      if (!pod.partial || !made.has(`${zone} ${name}`)) building(zone).peers.push({ ...podPeer(pod, zone, namespace, workloadId(namespace, manifest.kind, own)), name });
    }
  }
  return [...zones].sort(([a], [b]) => (a < b ? -1 : 1)).map(([zone, found]) => ({
    zone, ...found, peers: unique(found.peers), ...(more.podCidrs && Object.hasOwn(more.podCidrs, zone) ? { podCidrs: more.podCidrs[zone]! } : {}),
  }));
}

/** Id of the pods that an object of a manifest describes. */
export const workloadId = (namespace: string, kind: string, name: string): string => `${namespace}/${kind}/${name}`;

/** Id of pods that no manifest shows. */
export const otherPodsId = ({ namespace, owner, part }: Pick<OtherNetworkPods, 'namespace' | 'owner' | 'part'>): string => `${namespace}/${owner}${part === undefined ? '' : `#${part}`}`;

/** Templates of one object, and objects that there are twice, are told apart by a number. */
function unique(peers: readonly NetworkPeer[]): readonly NetworkPeer[] {
  const seen = new Map<string, number>();
  return peers.map((peer) => {
    const count = (seen.get(peer.id) ?? 0) + 1;
    seen.set(peer.id, count);
    return count === 1 ? peer : { ...peer, id: `${peer.id}#${count}` };
  });
}

/** A pod template as the network sees it. */
export function podPeer(pod: PodSource, zone: string, namespace: string, id: string): NetworkPeer {
  return { id, zone, namespace, labels: strings(pod.metadata['labels']), ports: containerPorts(pod), hostNetwork: pod.spec['hostNetwork'] === true };
}

/** Ports of what runs as long as the pod does: init containers only when they are sidecars. */
function containerPorts({ containers }: PodSource): readonly NetworkPort[] {
  return containers
    .filter(({ container, field }) => !/\.initContainers\[\d+\]$/.test(field) || container['restartPolicy'] === 'Always')
    .flatMap(({ container }) => records(container['ports']))
    .flatMap(({ containerPort: port, name, protocol }): readonly NetworkPort[] => {
      if (typeof port !== 'number') return [];
      const spoken = PROTOCOLS.find((each) => each === (protocol ?? 'TCP'));
      return spoken ? [{ port, protocol: spoken, ...(typeof name === 'string' ? { name } : {}) }] : [];
    });
}
