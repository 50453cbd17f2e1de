import type { SubsystemRow } from './rows.ts';

export const dssIds = ['hsa-dss-screen-ui', 'hsa-dss-idx', 'hsa-dss-port', 'hsa-dss-fcst', 'hsa-dss-rpt', 'hsa-dss-etl'] as const;

/** 宏观决策大数据应用子系统 */
export const dss: SubsystemRow<(typeof dssIds)[number]> = {
  id: 'dss', no: 11, zh: '宏观决策大数据应用子系统', en: 'Macro-decision big data', tenant: 'vendor-09', constraint: 'weak', appClass: 'macro-decision', zone: 'core',
  source: __filename,
  services: {
    'hsa-dss-screen-ui': {
      kind: 'web', zh: '决策大屏前端', en: 'Decision big-screen front end',
      size: 'XS', replicas: { min: 2, max: 2, city10M: 2 }, sensitivity: 'internal',
      calls: { http: ['hsa-dss-idx', 'hsa-dss-port', 'hsa-dss-fcst', 'hsa-dss-rpt'] },
      provenance: { id: 'K', role: 'P' },
    },
    'hsa-dss-idx': {
      kind: 'api', zh: '指标服务', en: 'Indicator service',
      port: 9093, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      uses: ['olap'],
      calls: { dubbo: ['hsa-cep-auc'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-dss-port': {
      kind: 'api', zh: '画像服务', en: 'Portrait service',
      port: 9094, size: 'L', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'sensitive',
      uses: ['olap', 'wide-column', 'search'],
      calls: { dubbo: ['hsa-dss-idx'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-dss-fcst': {
      kind: 'worker', zh: '预测模拟服务', en: 'Forecast and simulation',
      port: 9095, size: 'XXL', replicas: { min: 1, max: 2, city10M: 1 }, sensitivity: 'internal',
      uses: ['batch-compute', 'olap'],
      calls: { dubbo: ['hsa-dss-idx'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-dss-rpt': {
      kind: 'api', zh: '自助分析报表服务', en: 'Self-service report',
      port: 9096, size: 'L', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      uses: ['relational-db', 'bi-report', 'olap'],
      schemas: { 'relational-db': 'hsa_dss' },
      calls: { dubbo: ['hsa-cep-rpt', 'hsa-dss-idx'] },
      provenance: { id: 'K', role: 'P' },
    },
    'hsa-dss-etl': {
      kind: 'batch', zh: '数据汇聚批处理', en: 'Data aggregation batch',
      port: 9097, size: 'XXL', replicas: { min: 1, max: 2, city10M: 1 }, sensitivity: 'sensitive',
      uses: ['data-integration', 'data-dev', 'cdc', 'data-warehouse', 'batch-compute', 'event-log'], without: ['registry', 'config-center', 'cache', 'job-scheduler'],
      subscribes: ['MQ_HSA_SETL_DONE'],
      calls: { http: ['hsa-gw-nation'] },
      provenance: { id: 'K', role: 'K' },
    },
  },
};
