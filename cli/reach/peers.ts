import type { Environment } from '../../constructs/environment.ts';
import { OPERATORS } from '../../constructs/operators.ts';
import type { Zone } from '../../constructs/zone.ts';
import { coverage } from '../../engine/network/addresses.ts';
import type { NetworkPeer, OtherNetworkPods } from '../../engine/network/index.ts';
import { podsOf } from '../../engine/render/network/middleware-pods.ts';
import { neededOperators, type Output } from '../../engine/render/index.ts';
import { rangesOf } from '../../engine/network/blocks.ts';

export const external = (id: string): string => `external/${id}`;

/** Where a channel of the gap meets a zone. */
export const gapPeer = (channel: string): string => external(`gap-${channel}`);

/** The channel whose place this is. */
export const channelOf = (id: string): string | undefined => (id.startsWith(gapPeer('')) ? id.slice(gapPeer('').length) : undefined);

/** All that another zone has of its own: pods, Services, nodes, load balancers, its side of the gap. */
export const zonePeer = (zone: string): string => external(`zone-${zone}`);

/** The zone whose place this is. */
export const zoneAt = (id: string): string | undefined => (id.startsWith(zonePeer('')) ? id.slice(zonePeer('').length) : undefined);

/** What answers for names in every cluster. */
export const DNS = {
  namespace: 'kube-system',
  owner: 'kube-dns',
  labels: { 'k8s-app': 'kube-dns' },
  ports: [{ name: 'dns', port: 53, protocol: 'UDP' }, { name: 'dns-tcp', port: 53, protocol: 'TCP' }],
} as const satisfies Omit<OtherNetworkPods, 'zone'>;

/** What the mesh's chart calls its workload, its label, and the port on which sidecars come. */
export const ISTIOD = {
  namespace: OPERATORS.istio.namespace,
  owner: 'istiod',
  labels: { app: 'istiod' },
  ports: [{ name: 'grpc-xds', port: 15012, protocol: 'TCP' }],
} as const satisfies Omit<OtherNetworkPods, 'zone'>;

export const idOf = ({ namespace, owner }: Pick<OtherNetworkPods, 'namespace' | 'owner'>): string => `${namespace}/${owner}`;

/** Pods that are in no manifest: those that operators make from custom resources, the operators themselves, the cluster's DNS. */
export function otherPods(zone: Zone, output: Output): readonly OtherNetworkPods[] {
  const made = [...zone.middleware.values()].flatMap((middleware) => podsOf(middleware).flatMap(({ peer, custom, ports }): OtherNetworkPods[] => (
    custom ? [{ zone: zone.id, namespace: peer.namespace, owner: custom.name, part: peer.name, labels: peer.labels, ports }] : []
  )));
  const operators = neededOperators(zone, output).filter(({ pods, perNode }) => pods > 0 || perNode).map(({ id, namespace }): OtherNetworkPods => (
    id === 'istio' ? { zone: zone.id, ...ISTIOD } : { zone: zone.id, namespace, owner: id, labels: {} }
  ));
  return [{ zone: zone.id, ...DNS }, ...operators, ...made];
}

/** Everything outside of a zone's cluster that the environment has an address of. */
export function outsidePeers(zone: Zone): readonly NetworkPeer[] {
  const { environment, props } = zone;
  const { gap, parties, managed = {}, secretStore } = environment.props;
  const channels = rangesOf(Object.values(gap).map((sides) => sides[zone.id].cidr));
  const peer = (id: string, cidrs: readonly string[], ports?: readonly number[]): NetworkPeer[] => (
    cidrs.length > 0 ? [{ id: external(id), zone: zone.id, cidrs, ...(ports ? { ports: ports.map((port) => ({ port })) } : {}) }] : []
  );
  return [
    ...peer('api-server', props.apiServer.cidrs, [props.apiServer.port]),
    ...peer('nodes', props.nodeCidrs),
    ...peer('secret-store', secretStore.cidrs, [secretStore.port]),
    ...Object.entries(gap).flatMap(([channel, sides]) => peer(`gap-${channel}`, [sides[zone.id].cidr], [sides[zone.id].port])),
    ...Object.entries(parties).flatMap(([id, { cidrs, ports }]) => peer(id, cidrs, ports)),
    ...Object.entries(managed).flatMap(([kind, sides]) => peer(kind, sides?.[zone.id]?.cidrs ?? [], sides?.[zone.id]?.ports)),
    // clients that are the gap itself have their name already
    ...Object.entries(props.exposed).filter(([, { sourceRanges }]) => coverage(rangesOf(sourceRanges), channels) !== 'whole').flatMap(([id, { sourceRanges }]) => peer(`clients-of-${id}`, sourceRanges)),
    ...otherZones(environment, zone).flatMap(({ id, props: { podCidr, serviceCidr, nodeCidrs, exposed } }) => (
      peer(`zone-${id}`, [podCidr, serviceCidr, ...nodeCidrs, ...Object.values(exposed).map(({ address }) => address), ...Object.values(gap).map((sides) => sides[id].cidr)])
    )),
  ];
}

const otherZones = (environment: Environment, zone: Zone): readonly Zone[] => environment.zones.filter((each) => each !== zone);

/** Names of a zone's gateways and of its ferries, which alone pass on what others send. */
export function relaysOf(zone: Zone): ReadonlySet<string> {
  const gateways = zone.environment.allServices.filter((each) => each.zone === zone && each.kind === 'gateway').map(({ namespace, id }) => `${namespace}/${id}`);
  const ferries = [...zone.middleware.values()].flatMap(podsOf).filter(({ connects }) => connects.some(({ to }) => to.startsWith('gap:')));
  return new Set([...gateways, ...ferries.map(({ peer: { namespace }, workload, custom }) => `${namespace}/${workload?.name ?? custom?.name ?? ''}`)]);
}
