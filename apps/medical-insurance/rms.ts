import type { SubsystemRow } from './rows.ts';

export const rmsIds = ['hsa-rms-ui', 'hsa-rms-coll', 'hsa-rms-ana', 'hsa-rms-alm', 'hsa-rms-insp'] as const;

/** 运行监测子系统 */
export const rms: SubsystemRow<(typeof rmsIds)[number]> = {
  id: 'rms', no: 14, zh: '运行监测子系统', en: 'Operation monitoring', tenant: 'vendor-09', constraint: 'strong', appClass: 'intelligent-monitoring', zone: 'core',
  source: __filename,
  services: {
    'hsa-rms-ui': {
      kind: 'web', zh: '运行监测前端', en: 'Operation monitoring front end',
      size: 'XS', replicas: { min: 2, max: 2, city10M: 2 }, sensitivity: 'internal',
      calls: { http: ['hsa-rms-ana', 'hsa-rms-alm'] },
      provenance: { id: 'K', role: 'P' },
    },
    'hsa-rms-coll': {
      kind: 'worker', zh: '运行数据采集服务', en: 'Runtime data collection',
      port: 9111, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      uses: ['mq', 'event-log', 'metrics'],
      subscribes: ['MQ_HSA_SETL_DONE', 'MQ_HSA_OPER_LOG'],
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-rms-ana': {
      kind: 'api', zh: '运行分析服务', en: 'Runtime analysis',
      port: 9112, size: 'L', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      uses: ['olap', 'tracing'],
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-rms-alm': {
      kind: 'api', zh: '告警服务', en: 'Alarm service',
      port: 9113, size: 'M', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      uses: ['relational-db', 'metrics'],
      schemas: { 'relational-db': 'hsa_rms' },
      calls: { http: ['hsa-cep-msg'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-rms-insp': {
      kind: 'batch', zh: '巡检与上报批处理', en: 'Inspection and report batch',
      port: 9114, size: 'M', replicas: { min: 1, max: 1, city10M: 1 }, sensitivity: 'internal',
      uses: ['relational-db'],
      schemas: { 'relational-db': 'hsa_rms' },
      calls: { dubbo: ['hsa-cep-tsp', 'hsa-rms-ana'], http: ['hsa-gw-nation'] },
      provenance: { id: 'K', role: 'K' },
    },
  },
};
