import type { MiddlewareKind, WorkloadPart } from '../../../constructs/middleware/index.ts';
import type { PriorityClass } from '../priorities.ts';

/** Kinds without which no settlement goes through. */
const SETTLEMENT: readonly MiddlewareKind[] = ['cache', 'distributed-db', 'mq', 'registry', 'relational-db'];

export function priorityOf(kind: MiddlewareKind, workload: WorkloadPart['workload']): PriorityClass {
  if (workload === 'DaemonSet') return 'champ-agents';
  return SETTLEMENT.includes(kind) ? 'champ-settlement' : 'champ-middleware';
}
