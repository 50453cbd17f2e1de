import type { Zone } from '../../../constructs/zone.ts';
import type { Resources } from '../../../constructs/words.ts';
import { cpu, memory, quantity } from '../../quantity/index.ts';
import { CIPHERS, MIN_TLS, PKI } from './places.ts';

const MIB = 2 ** 20;

/** Every node of the zone: who may ask the kubelet, what pods may take, what stays for the node itself. */
export function kubeletConfiguration(zone: Zone) {
  const { environment, props } = zone;
  const { eviction, kube, system } = divide(props.nodes.reserved);
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    authentication: { anonymous: { enabled: false }, webhook: { enabled: true, cacheTTL: '2m0s' }, x509: { clientCAFile: `${PKI}/ca.crt` } },
    authorization: { mode: 'Webhook', webhook: { cacheAuthorizedTTL: '5m0s', cacheUnauthorizedTTL: '30s' } },
    readOnlyPort: 0,
    rotateCertificates: true,
    serverTLSBootstrap: true,
    tlsMinVersion: MIN_TLS,
    tlsCipherSuites: CIPHERS,
    streamingConnectionIdleTimeout: '5m0s',
    cgroupDriver: 'systemd',
    clusterDomain: environment.clusterDomain,
    clusterDNS: clusterDns(props.serviceCidr),
    seccompDefault: true,
    protectKernelDefaults: true,
    makeIPTablesUtilChains: true,
    allowedUnsafeSysctls: [],
    maxPods: 110,
    podPidsLimit: 4096,
    enforceNodeAllocatable: ['pods'],
    kubeReserved: { ...kube, pid: '1000' },
    systemReserved: { ...system, pid: '1000' },
    evictionHard: { 'memory.available': eviction, 'nodefs.available': '10%', 'nodefs.inodesFree': '5%', 'imagefs.available': '15%', 'pid.available': '5%' },
    eventRecordQPS: 50,
    containerLogMaxSize: '50Mi',
    containerLogMaxFiles: 5,
    // longer than the grace period of any service, so that a node that is shut down drains first
    shutdownGracePeriod: '150s',
    shutdownGracePeriodCriticalPods: '30s',
  };
}

/** The reserve of a node as the scheduler sees it: half for the kubelet and runtime, half for the system, after what eviction keeps free. */
function divide(reserved: Resources): { readonly eviction: string; readonly kube: Resources; readonly system: Resources } {
  const bytes = quantity(reserved.memory);
  const eviction = Math.min(500 * MIB, Math.floor(bytes / 4 / MIB) * MIB);
  const kubeBytes = Math.floor((bytes - eviction) / 2 / MIB) * MIB;
  const cores = quantity(reserved.cpu);
  const kubeCores = Math.floor((cores / 2) * 1000) / 1000;
  return {
    eviction: memory(eviction),
    kube: { cpu: cpu(kubeCores), memory: memory(kubeBytes) },
    system: { cpu: cpu(cores - kubeCores), memory: memory(bytes - eviction - kubeBytes) },
  };
}

/** The cluster's DNS has the tenth address of the service range, by convention. */
function clusterDns(serviceCidr: string): readonly string[] {
  const parts = serviceCidr.split('/')[0]!.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) return [];
  const address = parts.reduce((sum, part) => sum * 256 + part, 0) + 10;
  return [[24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.')];
}
