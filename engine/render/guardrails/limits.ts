import type { Manifest } from '../../manifest.ts';
import { cpu, memory, quantity } from '../../quantity/index.ts';
import type { Labels } from '../labels.ts';
import type { NamespaceNeed } from './need.ts';

/** What a container gets that states nothing: those that operators and injectors add. */
export const CONTAINER_DEFAULTS = {
  requests: { cpu: '50m', memory: '64Mi' },
  limits: { cpu: '500m', memory: '256Mi' },
} as const;

const GIB = 2 ** 30;

/** Bounds of one container and one volume, as wide as what is declared and no wider than the next whole core and GiB. */
export function limitRange(namespace: string, labels: Labels, need: NamespaceNeed): Manifest {
  const core = Math.max(need.largest.cpu, quantity(CONTAINER_DEFAULTS.limits.cpu));
  const bytes = Math.max(need.largest.memory, quantity(CONTAINER_DEFAULTS.limits.memory));
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: namespace, namespace, labels },
    spec: {
      limits: [
        {
          type: 'Container',
          default: CONTAINER_DEFAULTS.limits,
          defaultRequest: CONTAINER_DEFAULTS.requests,
          max: { cpu: cpu(Math.ceil(core)), memory: memory(Math.ceil(bytes / GIB) * GIB) },
        },
        ...(need.largestClaim > 0 ? [{ type: 'PersistentVolumeClaim', max: { storage: memory(Math.ceil(need.largestClaim / GIB) * GIB) } }] : []),
      ],
    },
  };
}
