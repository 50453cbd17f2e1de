import type { Manifest } from '../../manifest.ts';
import { cpu, memory, quantity } from '../../quantity/index.ts';
import type { Labels } from '../labels.ts';
import type { NamespaceNeed } from './need.ts';

/** A row of `quotas` in sizes.yaml: `cpu` and `memory` are requests. */
export interface QuotaOverride {
  readonly cpu?: string;
  readonly memory?: string;
  readonly pods?: number;
}

const GIB = 2 ** 30;

/** What a namespace may take in all: its need, rounded up to whole cores and GiB, or what the sizes of the environment say. */
export function resourceQuota(namespace: string, labels: Labels, need: NamespaceNeed, override: QuotaOverride = {}): Manifest {
  const requests = {
    cpu: override.cpu === undefined ? Math.ceil(need.requests.cpu) : quantity(override.cpu),
    memory: override.memory === undefined ? wholeGib(need.requests.memory) : quantity(override.memory),
  };
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: namespace, namespace, labels },
    spec: {
      hard: {
        'requests.cpu': cpu(requests.cpu),
        'requests.memory': memory(requests.memory),
        // a limit below a request is refused by the API, so is such a quota by common sense
        'limits.cpu': cpu(Math.max(Math.ceil(need.limits.cpu), requests.cpu)),
        'limits.memory': memory(Math.max(wholeGib(need.limits.memory), requests.memory)),
        pods: String(override.pods ?? need.pods),
        persistentvolumeclaims: String(need.claims),
        'requests.storage': memory(wholeGib(need.storage)),
        'services.nodeports': String(need.nodePorts),
        'services.loadbalancers': String(need.loadBalancers),
      },
    },
  };
}

function wholeGib(bytes: number): number {
  return Math.ceil(bytes / GIB) * GIB;
}
