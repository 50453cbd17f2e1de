import { isEmptySelector, selects } from '../../engine/inspect/label-index.ts';
import { at, isRecord, list, record, records, text, texts, type Plain } from '../../engine/inspect/plain.ts';
import { PEERS, type Direction } from '../../engine/network/policy.ts';
import type { EstateObject, PolicyEstate } from '../../engine/policy/index.ts';
import { namespaceOf } from './place.ts';

type Labels = Readonly<Record<string, string>>;

/** A kind of a network plug-in that can close a namespace as well as a NetworkPolicy can. */
interface OtherKind {
  readonly group: RegExp;
  readonly kind: string;
  /** @default it is for its own namespace */
  readonly everywhere?: true;
  readonly denies: (spec: Plain, direction: Direction, labels: Labels) => boolean;
}

/** Cilium: a rule that names nobody lets nobody through, and so does the switch without a rule. */
const cilium = (spec: Plain, direction: Direction): boolean => {
  if (!isRecord(spec['endpointSelector']) || !isEmptySelector(spec['endpointSelector'])) return false;
  const rules = list(spec[direction]);
  const empty = rules.every((rule) => Object.keys(record(rule)).length === 0);
  return empty && (rules.length > 0 || at(spec, 'enableDefaultDeny', direction) === true) && at(spec, 'enableDefaultDeny', direction) !== false;
};

/** Calico: without `types` a policy is for ingress, unless it has rules for egress alone. */
const calico = (spec: Plain, direction: Direction): boolean => {
  const types = texts(spec['types']);
  const named = types.length > 0 ? types : ['Ingress'];
  const all = ['', 'all()'].includes((text(spec['selector']) ?? '').trim()) && ['', 'all()'].includes((text(spec['namespaceSelector']) ?? '').trim());
  return all && named.includes(direction === 'ingress' ? 'Ingress' : 'Egress') && list(spec[direction]).length === 0;
};

const isAll = (selector: unknown): boolean => isRecord(selector) && isEmptySelector(selector);
const ofAll = ({ namespaces, pods }: Plain): boolean => isAll(namespaces) || (isAll(at(pods, 'namespaceSelector')) && isAll(at(pods, 'podSelector')));
const ofAllNetworks = ({ networks }: Plain): boolean => texts(networks).includes('0.0.0.0/0');

/** The policy API of SIG Network: a Deny for all namespaces and, outwards, all networks, unless a rule before it lets all through. */
const admin = (spec: Plain, direction: Direction, labels: Labels): boolean => {
  const subject = at(spec, 'subject', 'namespaces');
  if (!isRecord(subject) || !selects(subject, labels)) return false;
  const rules = records(spec[direction]).filter((rule) => list(rule['ports']).length === 0);
  const denied = (of: (peer: Plain) => boolean): boolean => rules.find((rule) => records(rule[PEERS[direction]]).some(of))?.['action'] === 'Deny';
  return denied(ofAll) && (direction === 'ingress' || denied(ofAllNetworks));
};

const KINDS: readonly OtherKind[] = [
  { group: /^cilium\.io\//, kind: 'CiliumNetworkPolicy', denies: cilium },
  { group: /^cilium\.io\//, kind: 'CiliumClusterwideNetworkPolicy', everywhere: true, denies: cilium },
  { group: /^(crd\.)?projectcalico\.org\//, kind: 'NetworkPolicy', denies: calico },
  { group: /^(crd\.)?projectcalico\.org\//, kind: 'GlobalNetworkPolicy', everywhere: true, denies: calico },
  ...['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'].map((kind): OtherKind => ({ group: /^policy\.networking\.k8s\.io\//, kind, everywhere: true, denies: admin })),
];

/** True where a policy of another kind denies a direction for every pod of a namespace. */
export function otherwiseDenied(estate: PolicyEstate, zone: string, namespace: string, labels: Labels, direction: Direction): boolean {
  const own = { ...labels, 'kubernetes.io/metadata.name': namespace };
  const matches = (object: EstateObject, { group, everywhere, denies }: OtherKind): boolean => {
    const { manifest } = object;
    if (object.zone !== zone || !group.test(text(manifest.apiVersion) ?? '') || (!everywhere && namespaceOf(object) !== namespace)) return false;
    return [manifest['spec'], ...list(manifest['specs'])].some((spec) => isRecord(spec) && denies(spec, direction, own));
  };
  return KINDS.some((row) => estate.ofKind(row.kind).some((object) => matches(object, row)));
}
