import type { Priority } from '../../constructs/service/index.ts';

/** When nodes run short the settlement path stays, then what holds state, then the rest. System classes are far above. */
export const PRIORITY_CLASSES = {
  'champ-settlement': { value: 1_000_000, zh: '联网结算链路', en: 'Networked settlement path' },
  'champ-middleware': { value: 900_000, zh: '中间件', en: 'Middleware' },
  'champ-agents': { value: 800_000, zh: '节点代理', en: 'Node agents' },
  'champ-business': { value: 500_000, zh: '在线业务', en: 'Online business' },
  'champ-batch': { value: 100_000, zh: '批处理与消费者', en: 'Batch and consumers' },
} as const;

export type PriorityClass = keyof typeof PRIORITY_CLASSES;

export function priorityClass(priority: Priority): PriorityClass {
  return `champ-${priority}`;
}
