import type { WorkloadPart } from '../../../constructs/middleware/index.ts';
import type { Manifest } from '../../manifest.ts';
import { selector } from '../labels.ts';
import { metadata, type Place } from './place.ts';

/**
 * One pod at a time may be taken away; a budget over a single pod would stop every node drain.
 * Pods without state may be evicted while they are not ready; members that recover state may not.
 */
export function disruptionBudget(place: Place, part: WorkloadPart): Manifest | undefined {
  if ((part.replicas ?? 1) < 2 || (part.workload !== 'StatefulSet' && part.workload !== 'Deployment')) return undefined;
  return {
    apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: metadata(place),
    spec: {
      maxUnavailable: 1,
      selector: { matchLabels: selector(part.name) },
      unhealthyPodEvictionPolicy: part.workload === 'Deployment' ? 'AlwaysAllow' : 'IfHealthyBudget',
    },
  };
}
