import type { Application } from '../../../constructs/application.ts';
import type { Manifest } from '../../manifest.ts';
import { applicationLabels, textAnnotations } from '../labels.ts';
import { PRIORITY_CLASSES } from '../priorities.ts';

/** Batch waits for room; it pushes nobody out. */
const WAITS: ReadonlySet<string> = new Set(['champ-batch']);

export function priorityClasses(guardrails: Application): readonly Manifest[] {
  return Object.entries(PRIORITY_CLASSES).map(([name, { value, ...text }]) => ({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name, labels: applicationLabels(guardrails, name, 'priority-class'), annotations: textAnnotations(text) },
    value,
    globalDefault: false,
    preemptionPolicy: WAITS.has(name) ? 'Never' : 'PreemptLowerPriority',
    description: text.en,
  }));
}
