import type { Concern } from './told.ts';

/** How it is known that pods are well, and how they are started, stopped and replaced. */
export const health: Concern = {
  kind: 'health',
  words: {
    livenessProbe: { zh: '存活探针', en: 'liveness probe' },
    readinessProbe: { zh: '就绪探针', en: 'readiness probe' },
    startupProbe: { zh: '启动探针', en: 'startup probe' },
    lifecycle: { zh: '生命周期钩子', en: 'lifecycle hook' },
    terminationGracePeriodSeconds: { zh: '终止宽限期（秒）', en: 'grace period (s)' },
    minReadySeconds: { zh: '就绪观察期（秒）', en: 'seconds ready before the next pod' },
    progressDeadlineSeconds: { zh: '发布时限（秒）', en: 'deadline of a rollout (s)' },
    strategy: { zh: '发布策略', en: 'rollout strategy' },
    updateStrategy: { zh: '发布策略', en: 'rollout strategy' },
    podManagementPolicy: { zh: 'Pod 启停次序', en: 'order of the pods' },
    revisionHistoryLimit: { zh: '保留的历史版本数', en: 'revisions kept' },
    restartPolicy: { zh: '重启策略', en: 'restart policy' },
    paused: { zh: '是否暂停发布', en: 'rollout paused' },
    groups: { zh: '告警规则', en: 'alerting rules' },
    endpoints: { zh: '采集端点', en: 'scraped endpoints' },
    selector: { zh: '采集对象', en: 'what is scraped' },
    metrics: { zh: '指标', en: 'metrics' },
    alerting: { zh: '告警', en: 'alerting' },
  },
  tell: () => [],
};
