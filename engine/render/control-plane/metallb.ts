import { OPERATORS } from '../../../constructs/operators.ts';
import type { Zone } from '../../../constructs/zone.ts';

const NAME = 'champ';

/**
 * Objects for MetalLB: the addresses that the zone exposes (`zones.<zone>.exposed`), on request only and for the namespaces of
 * those Services, announced in layer 2. Whoever installs the cluster applies them, so that no Application can take an address
 * of the network. None where the zone exposes nothing, or where another product carries the addresses.
 */
export function metallb(zone: Zone): Readonly<Record<string, unknown>> {
  const exposed = Object.entries(zone.props.exposed);
  const product = zone.middleware.get('load-balancer')?.product;
  if (exposed.length === 0 || product?.mode !== 'operator' || product.operator !== 'metallb') return {};
  const addresses = exposed.map(([, { address }]) => `${address}/${address.includes(':') ? 128 : 32}`);
  const namespaces = exposed.flatMap(([id]) => namespaceOf(zone, id) ?? []);
  return {
    'metallb-address-pool': object('IPAddressPool', { addresses: sorted(addresses), autoAssign: false, serviceAllocation: { namespaces: sorted(namespaces) } }),
    'metallb-l2-advertisement': object('L2Advertisement', { ipAddressPools: [NAME] }),
  };
}

const object = (kind: string, spec: object) => ({ apiVersion: 'metallb.io/v1beta1', kind, metadata: { name: NAME, namespace: OPERATORS.metallb.namespace }, spec });

/** A gateway's own; the entry stands in the namespace of its kind. An unknown id was reported by the model's checks. */
const namespaceOf = (zone: Zone, id: string): string | undefined =>
  id === 'ingress' ? zone.middleware.get(id)?.name : zone.environment.tryService(id)?.namespace;

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
