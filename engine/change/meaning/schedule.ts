import type { Concern } from './told.ts';

/** Where and when pods run. */
export const schedule: Concern = {
  kind: 'schedule',
  words: {
    affinity: { zh: '亲和性', en: 'affinity' },
    nodeSelector: { zh: '节点选择', en: 'node selector' },
    tolerations: { zh: '容忍', en: 'tolerations' },
    topologySpreadConstraints: { zh: '拓扑分布', en: 'topology spread' },
    priorityClassName: { zh: '优先级', en: 'priority class' },
    value: { zh: '优先级数值', en: 'value of the priority' },
    globalDefault: { zh: '是否全局默认优先级', en: 'default priority of the cluster' },
    preemptionPolicy: { zh: '抢占策略', en: 'preemption' },
    schedulerName: { zh: '调度器', en: 'scheduler' },
    nodeName: { zh: '指定节点', en: 'node' },
    scheduling: { zh: '调度', en: 'scheduling' },
    schedule: { zh: '定时', en: 'schedule' },
    timeZone: { zh: '定时的时区', en: 'time zone of the schedule' },
    suspend: { zh: '是否暂停', en: 'suspended' },
    concurrencyPolicy: { zh: '并发策略', en: 'concurrency' },
    startingDeadlineSeconds: { zh: '最迟启动（秒）', en: 'latest start (s)' },
    activeDeadlineSeconds: { zh: '运行时限（秒）', en: 'time limit (s)' },
    ttlSecondsAfterFinished: { zh: '完成后保留（秒）', en: 'kept when finished (s)' },
    backoffLimit: { zh: '重试次数', en: 'retries' },
    description: { zh: '说明', en: 'description' },
  },
  tell: () => [],
};
