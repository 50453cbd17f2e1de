import { at, strings } from '../../engine/inspect/plain.ts';
import type { NetworkPeer } from '../../engine/network/graph.ts';
import { Members } from '../../engine/network/members.ts';
import { isNetworkPolicy, readPolicy, type Direction, type Policy } from '../../engine/network/policy.ts';
import { podPeer } from '../../engine/network/zones.ts';
import { groupOf, hasPods, podField, type PodSource } from '../../engine/pods/index.ts';
import type { EstateObject, PolicyEstate } from '../../engine/policy/index.ts';
import { nameOf, namespaceOf, placeOf } from './place.ts';

export const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** Pods with the object to which a finding about them points. */
export interface PlacedPods {
  readonly peer: NetworkPeer & { readonly namespace: string };
  readonly at: EstateObject;
  /** From the object's root; `''` where no manifest shows the pods. */
  readonly labelsField: string;
  readonly hostField: string;
  /** An operator adds labels of its own, so that a policy which seems to miss the pods may select them. */
  readonly partial: boolean;
}

export interface PlacedPolicy extends Policy {
  readonly at: EstateObject;
  /** The pods that it isolates. */
  readonly pods: readonly NetworkPeer[];
}

/** One cluster: its pods, and the NetworkPolicies that select them. */
export interface ZonePods {
  readonly zone: string;
  readonly pods: readonly PlacedPods[];
  readonly policies: readonly PlacedPolicy[];
  /** Labels of a declared namespace. */
  readonly namespaces: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** The policies that isolate some pods in a direction. */
  readonly isolating: (peer: NetworkPeer, direction: Direction) => readonly PlacedPolicy[];
}

const known = new WeakMap<PolicyEstate, readonly ZonePods[]>();

/** The clusters of an estate; worked out once for all rules. */
export function zonePods(estate: PolicyEstate): readonly ZonePods[] {
  let found = known.get(estate);
  if (!found) known.set(estate, (found = build(estate)));
  return found;
}

function build(estate: PolicyEstate): readonly ZonePods[] {
  const zones = new Map<string, { pods: PlacedPods[]; policies: EstateObject[] }>();
  const zoneOf = (zone: string) => {
    let found = zones.get(zone);
    if (!found) zones.set(zone, (found = { pods: [], policies: [] }));
    return found;
  };
  for (const object of estate.objects) {
    if (isNetworkPolicy(object.manifest)) zoneOf(object.zone).policies.push(object);
    for (const pod of estate.podsOf(object)) zoneOf(object.zone).pods.push(placed(object, pod));
  }
  for (const pods of otherPods(estate)) zoneOf(pods.peer.zone).pods.push(pods);
  return [...zones].map(([zone, { pods, policies }]) => {
    const namespaces = new Map(estate.ofKind('Namespace').filter((each) => each.zone === zone).map((each) => [nameOf(each), strings(at(each.manifest, 'metadata', 'labels'))]));
    const members = new Members({ zone, peers: pods.map(({ peer }) => peer), policies: [], namespaces: [] });
    const read = policies.map((object): PlacedPolicy => {
      const policy = readPolicy(object.manifest);
      return { ...policy, at: object, pods: members.selected(policy.namespace, policy.selector) };
    });
    const byPods = new Map<NetworkPeer, PlacedPolicy[]>();
    for (const policy of read) {
      for (const peer of policy.pods) {
        const list = byPods.get(peer);
        if (list) list.push(policy);
        else byPods.set(peer, [policy]);
      }
    }
    return { zone, pods, policies: read, namespaces, isolating: (peer, direction) => (byPods.get(peer) ?? []).filter((policy) => policy[direction] !== undefined) };
  });
}

function placed(object: EstateObject, pod: PodSource): PlacedPods {
  const namespace = namespaceOf(object);
  return {
    peer: { ...podPeer(pod, object.zone, namespace, `${namespace}/${nameOf(object)}`), namespace },
    at: object, labelsField: pod.metadataField === '' ? 'metadata.labels' : `${pod.metadataField}.labels`, hostField: podField(pod, 'hostNetwork'), partial: pod.partial,
  };
}

/** Pods that operators make, found at their custom resource, else at their namespace. */
function otherPods(estate: PolicyEstate): readonly PlacedPods[] {
  const others = estate.facts.otherPods ?? [];
  if (others.length === 0) return [];
  const namespaces = new Map(estate.ofKind('Namespace').map((object) => [placeOf(object.zone, nameOf(object)), object]));
  const owners = new Map(estate.objects.filter(({ manifest }) => groupOf(manifest.apiVersion).includes('.') && hasPods(manifest)).map((object) => [`${placeOf(object.zone, namespaceOf(object))}/${nameOf(object)}`, object]));
  return others.flatMap(({ zone, namespace, owner, labels }): readonly PlacedPods[] => {
    const place = placeOf(zone, namespace);
    const object = owners.get(`${place}/${owner}`) ?? namespaces.get(place);
    return object ? [{ peer: { id: `${namespace}/${owner}`, zone, namespace, labels }, at: object, labelsField: '', hostField: '', partial: false }] : [];
  });
}
