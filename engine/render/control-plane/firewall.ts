import type { Zone } from '../../../constructs/zone.ts';

interface FirewallRule {
  readonly to: readonly string[];
  readonly ports: string;
  readonly from: readonly string[];
  readonly why: string;
}

/** What may reach the machines themselves; everything else is closed. NetworkPolicies say nothing about nodes. */
export function firewall(zone: Zone): { readonly rules: readonly FirewallRule[] } {
  const { apiServer, nodeCidrs, podCidr } = zone.props;
  return {
    rules: [
      { to: apiServer.cidrs, ports: `${apiServer.port}/tcp`, from: [...apiServer.cidrs, ...nodeCidrs, podCidr], why: 'Kubernetes API' },
      { to: apiServer.cidrs, ports: '2379-2380/tcp', from: apiServer.cidrs, why: 'etcd, control plane only' },
      { to: [...apiServer.cidrs, ...nodeCidrs], ports: '10250/tcp', from: [...apiServer.cidrs, podCidr], why: 'kubelet: API server and metrics' },
    ],
  };
}
