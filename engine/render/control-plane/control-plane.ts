import type { Zone } from '../../../constructs/zone.ts';
import { Guardrails } from '../../../constructs/guardrails.ts';
import type { Output } from '../output.ts';
import { admissionConfiguration } from './admission.ts';
import { apiServerFlags } from './api-server.ts';
import { auditPolicy } from './audit-policy.ts';
import { authenticationConfiguration } from './authentication.ts';
import { controllerManagerFlags, etcdFlags, schedulerFlags } from './components.ts';
import { encryptionConfiguration } from './encryption.ts';
import { firewall } from './firewall.ts';
import { kubeletConfiguration } from './kubelet.ts';
import { metallb } from './metallb.ts';

/**
 * The share of the hardening that no Application can bring: files for whoever installs the cluster, below
 * `<zone>/control-plane/`. Names ending in `-flags` hold `{component, flags}`: each key is a flag of that binary without its dashes.
 * Those of MetalLB are objects to apply once it runs.
 */
export function renderControlPlane(zone: Zone, out: Output): void {
  const files: Readonly<Record<string, unknown>> = {
    'admission-configuration': admissionConfiguration(zone),
    'apiserver-flags': apiServerFlags(zone),
    'audit-policy': auditPolicy(zone),
    'authentication-configuration': authenticationConfiguration(),
    'controller-manager-flags': controllerManagerFlags(zone),
    'encryption-configuration': encryptionConfiguration(zone, out),
    'etcd-flags': etcdFlags(),
    firewall: firewall(zone),
    'kubelet-configuration': kubeletConfiguration(zone),
    ...metallb(zone),
    'scheduler-flags': schedulerFlags(),
  };
  for (const [name, content] of Object.entries(files)) out.addFile(`${zone.id}/control-plane/${name}.yaml`, content, Guardrails.in(zone));
}
