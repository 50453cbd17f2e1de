import { at, isRecord } from '../plain.ts';
import { direction } from './direction.ts';
import { lastKey } from './field.ts';
import { happened, nameOf } from './plain-told.ts';
import { shown } from './shown.ts';
import { data, meaning, told, type Concern } from './told.ts';

const WORDS = {
  replicas: { zh: '副本数', en: 'replicas' },
  instances: { zh: '实例数', en: 'instances' },
  clusterSize: { zh: '集群成员数', en: 'cluster members' },
  count: { zh: '节点数', en: 'nodes' },
  partitions: { zh: '分区数', en: 'partitions' },
  parallelism: { zh: '并行数', en: 'parallelism' },
  completions: { zh: '完成数', en: 'completions' },
  minReplicas: { zh: '最少副本数', en: 'fewest replicas' },
  maxReplicas: { zh: '最多副本数', en: 'most replicas' },
  metrics: { zh: '伸缩指标', en: 'scaling target' },
  behavior: { zh: '伸缩节奏', en: 'pace of scaling' },
  scaleTargetRef: { zh: '伸缩对象', en: 'what is scaled' },
  minAvailable: { zh: '中断时至少可用', en: 'available during a disruption at least' },
  maxUnavailable: { zh: '中断时最多不可用', en: 'unavailable during a disruption at most' },
  unhealthyPodEvictionPolicy: { zh: '不健康 Pod 的驱逐策略', en: 'eviction of unhealthy pods' },
  selector: { zh: '选择的 Pod', en: 'pods selected' },
  pdb: { zh: '中断预算', en: 'disruption budget' },
} as const;

/** Numbers of pods and members, autoscaling and disruption budgets. */
export const scale: Concern = {
  kind: 'scale',
  words: WORDS,
  tell: (fields) => fields.flatMap((field) => {
    if (!Object.hasOwn(WORDS, lastKey(field)) || isRecord(field.before) || isRecord(field.after)) return [];
    const name = nameOf(field, WORDS);
    const { zh, en } = happened(field);
    return [told([field], 'scale', `${name.zh}${zh}`, `${name.en}${en}`, data({
      what: lastKey(field), field: field.field, from: said(field.before), to: said(field.after), direction: direction(field.before, field.after),
    }))];
  }),
  whole: ({ kind, spec }) => {
    if (kind === 'HorizontalPodAutoscaler') {
      const [least, most] = [shown(at(spec, 'minReplicas') ?? 1), shown(at(spec, 'maxReplicas'))];
      return [meaning('scale', `${least} 到 ${most} 个副本`, `${least} to ${most} replicas`, { what: 'range', from: least, to: most })];
    }
    if (kind === 'PodDisruptionBudget') {
      const [key, value] = at(spec, 'minAvailable') === undefined ? ['maxUnavailable', at(spec, 'maxUnavailable')] as const : ['minAvailable', at(spec, 'minAvailable')] as const;
      return [meaning('scale', `${WORDS[key].zh} ${shown(value)}`, `${shown(value)} ${WORDS[key].en}`, { what: key, to: shown(value) })];
    }
    const key = (['replicas', 'instances', 'clusterSize'] as const).find((each) => typeof at(spec, each) === 'number');
    return key === undefined ? [] : [meaning('scale', `${WORDS[key].zh} ${shown(at(spec, key))}`, `${shown(at(spec, key))} ${WORDS[key].en}`, { what: key, to: shown(at(spec, key)) })];
  },
};

const said = (value: unknown): string | number | undefined => (typeof value === 'number' ? value : value === undefined ? undefined : shown(value));
