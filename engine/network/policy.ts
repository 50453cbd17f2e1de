import type { Manifest } from '../manifest.ts';
import { at, isRecord, list, text, texts, type Plain } from '../inspect/plain.ts';
import { readIpBlock, type IpBlock } from './ip-block.ts';
import { readPorts, type Ports } from './ports.ts';

/** A NetworkPolicy with the defaults of the API filled in. */
export interface Policy {
  readonly manifest: Manifest;
  readonly namespace: string;
  /** `namespace/name`. */
  readonly name: string;
  readonly selector: unknown;
  /** Undefined for a direction that the policy does not speak of; no rules for one that it denies. */
  readonly ingress: readonly PolicyRule[] | undefined;
  readonly egress: readonly PolicyRule[] | undefined;
}

export type Direction = 'ingress' | 'egress';

export const PEERS = { ingress: 'from', egress: 'to' } as const satisfies Readonly<Record<Direction, string>>;

export interface PolicyRule {
  /** From the policy's root, e.g. `spec.egress[0]`. */
  readonly field: string;
  /** Undefined for everyone, inside and outside. */
  readonly peers: readonly PolicyPeer[] | undefined;
  readonly ports: Ports;
}

export interface PolicyPeer {
  readonly field: string;
  readonly block?: IpBlock;
  /** Undefined for the namespace of the policy. */
  readonly namespaces?: Plain;
  /** Undefined for all pods. */
  readonly pods?: Plain;
}

export function isNetworkPolicy(manifest: Manifest): boolean {
  return manifest.kind === 'NetworkPolicy' && (text(manifest.apiVersion) ?? '').startsWith('networking.k8s.io/');
}

/**
 * Without `policyTypes` a policy is for ingress, and for egress when it has a rule for it: an empty `egress` says nothing there.
 * A null where a rule could be is a rule that says nothing, so that it allows everything.
 */
export function readPolicy(manifest: Manifest): Policy {
  const spec = at(manifest, 'spec');
  const types = texts(at(spec, 'policyTypes'));
  const named = types.length > 0 ? types : ['Ingress', ...(list(at(spec, 'egress')).length > 0 ? ['Egress'] : [])];
  const namespace = text(at(manifest, 'metadata', 'namespace')) ?? '';
  return {
    manifest,
    namespace,
    name: `${namespace}/${text(at(manifest, 'metadata', 'name')) ?? ''}`,
    selector: at(spec, 'podSelector'),
    ingress: named.includes('Ingress') ? rules(spec, 'ingress') : undefined,
    egress: named.includes('Egress') ? rules(spec, 'egress') : undefined,
  };
}

function rules(spec: unknown, direction: Direction): readonly PolicyRule[] {
  return list(at(spec, direction)).map((rule, index) => {
    const field = `spec.${direction}[${index}]`;
    const peers = list(at(rule, PEERS[direction]));
    return {
      field,
      peers: peers.length === 0 ? undefined : peers.flatMap((peer, number) => policyPeer(peer, `${field}.${PEERS[direction]}[${number}]`)),
      ports: readPorts(at(rule, 'ports')),
    };
  });
}

/** A peer that names nothing is refused by the API server, so it is nobody. */
function policyPeer(peer: unknown, field: string): readonly PolicyPeer[] {
  if (!isRecord(peer)) return [];
  const { ipBlock, namespaceSelector, podSelector } = peer;
  if (isRecord(ipBlock)) return [{ field, block: readIpBlock(peer) }];
  if (!isRecord(namespaceSelector) && !isRecord(podSelector)) return [];
  return [{ field, ...(isRecord(namespaceSelector) ? { namespaces: namespaceSelector } : {}), ...(isRecord(podSelector) ? { pods: podSelector } : {}) }];
}
