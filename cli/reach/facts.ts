import type { Layer } from '../../constructs/words.ts';
import type { Zone } from '../../constructs/zone.ts';
import { blocksIn, disjoint } from '../../engine/network/blocks.ts';
import { compare, networkZones, reach, type Declared, type Edge, type NetworkPeer, type NetworkZone, type OtherNetworkPods } from '../../engine/network/index.ts';
import type { EstateObject } from '../../engine/policy/index.ts';
import { CHAMP } from '../../engine/render/labels.ts';
import type { Flow } from '../../engine/render/network/flow.ts';
import { middlewareFlows } from '../../engine/render/network/middleware-flows.ts';
import { serviceFlows } from '../../engine/render/network/service-flows.ts';
import type { Rendered } from '../estate/index.ts';
import { declaredIn, keyOf, managedPeers } from './declared.ts';
import { Identities } from './identity.ts';
import { Names } from './named.ts';
import { openedOnOneSide } from './one-sided.ts';
import { external, otherPods, outsidePeers, relaysOf } from './peers.ts';

/** What a peer is in the matrix of layers: a layer of the national architecture, or what has none. */
export type PeerLayer = Layer | 'middleware' | 'operators' | 'external';

/** What one zone's policies let through, beside what its model needs; all connections by the names of peers. */
export interface ZoneReach {
  readonly zone: string;
  readonly peers: readonly NetworkPeer[];
  /** By name. */
  readonly layers: ReadonlyMap<string, PeerLayer>;
  /** Edges of which an end at least is a pod of the platform: what operators do among themselves is a matter of their charts. */
  readonly allowed: readonly Edge[];
  readonly declared: readonly Declared[];
  readonly declaredButBlocked: readonly Declared[];
  /** Also what the policies of one side alone open. */
  readonly allowedButUndeclared: readonly Edge[];
  /** Names of those that pass on what others send: gateways, and the ferries that address the gap. */
  readonly relays: ReadonlySet<string>;
}

/** Everything that flows in an environment, as render declares it. */
export function flowsOf({ environment }: Rendered): readonly Flow[] {
  return [...environment.allServices.flatMap((service) => serviceFlows(service)), ...environment.zones.flatMap((zone) => middlewareFlows(zone))];
}

/** The zones of an environment as the network sees them; `objects` default to all that were rendered. */
export function zonesOf({ environment, output }: Rendered, objects: readonly EstateObject[] = output.objects.map((each) => ({ manifest: each.manifest, zone: each.zone, file: '' }))): readonly NetworkZone[] {
  const outside = environment.zones.flatMap((zone) => {
    // what policies open and the environment has no name for is a place of its own, so that it is seen
    const unknown = blocksIn(objects.filter((each) => each.zone === zone.id).map(({ manifest }) => manifest)).map((cidr): NetworkPeer => ({ id: external(cidr), zone: zone.id, cidrs: [cidr] }));
    return disjoint(outsidePeers(zone), unknown);
  });
  return networkZones(objects, {
    otherPods: environment.zones.flatMap((zone) => otherPods(zone, output)),
    outside,
    podCidrs: Object.fromEntries(environment.zones.map(({ id, props }) => [id, [props.podCidr]])),
  });
}

/** Every zone of an environment, its policies held against its model; in the order of the zones. */
export function reachOf(rendered: Rendered, objects?: readonly EstateObject[]): readonly ZoneReach[] {
  const flows = flowsOf(rendered);
  const networks = new Map(zonesOf(rendered, objects).map((each) => [each.zone, each]));
  return rendered.environment.zones.flatMap((zone) => {
    const network = networks.get(zone.id);
    return network ? [reachIn(zone, network, flows, otherPods(zone, rendered.output))] : [];
  });
}

function reachIn(zone: Zone, network: NetworkZone, flows: readonly Flow[], others: readonly OtherNetworkPods[]): ZoneReach {
  const identities = new Identities(zone, others);
  const names = new Names([...identities.all, ...network.peers]);
  const managed = managedPeers(zone, network.peers);
  const ours = new Set(managed.map(({ id }) => id));
  const edges = reach(network).filter(({ from, to, senders }) => ours.has(from) || ours.has(to) || (senders !== undefined && managed.some(({ id }) => senders.has(id))));
  const needed = declaredIn(zone, network, identities, flows);
  const { declaredButBlocked, allowedButUndeclared } = compare(edges, needed);
  const declared = names.merge(needed);
  const why = new Map(declared.map((each) => [keyOf(each), each.why]));
  return {
    zone: zone.id,
    peers: network.peers,
    layers: new Map(network.peers.map((peer) => [names.of(peer.id), layerOf(peer, ours)])),
    // policies say what is open, the model says why
    allowed: names.merge(edges).map((edge) => ({ ...edge, why: why.get(keyOf(edge)) ?? edge.why })),
    declared,
    declaredButBlocked: names.merge(names.exact(declaredButBlocked)),
    allowedButUndeclared: names.merge(names.exact([...allowedButUndeclared, ...openedOnOneSide(network, needed, managed, edges)])),
    relays: relaysOf(zone),
  };
}

function layerOf({ id, namespace, labels = {}, layer }: NetworkPeer, ours: ReadonlySet<string>): PeerLayer {
  if (namespace === undefined) return 'external';
  const own = (layer ?? labels[`${CHAMP}/layer`]) as Layer | undefined;
  return own ?? (ours.has(id) ? 'middleware' : 'operators');
}
