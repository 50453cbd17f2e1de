import type { SubsystemRow } from './rows.ts';

export const cesIds = ['hsa-ces-ui', 'hsa-ces-coll', 'hsa-ces-eval', 'hsa-ces-pub'] as const;

/** 信用评价管理子系统 */
export const ces: SubsystemRow<(typeof cesIds)[number]> = {
  id: 'ces', no: 13, zh: '信用评价管理子系统', en: 'Credit evaluation', tenant: 'vendor-05', constraint: 'strong', appClass: 'intelligent-monitoring', zone: 'core',
  source: __filename,
  services: {
    'hsa-ces-ui': {
      kind: 'web', zh: '信用评价前端', en: 'Credit front end',
      size: 'XS', replicas: { min: 2, max: 2, city10M: 2 }, sensitivity: 'internal',
      calls: { http: ['hsa-ces-coll', 'hsa-ces-eval', 'hsa-ces-pub'] },
      provenance: { id: 'K', role: 'P' },
    },
    'hsa-ces-coll': {
      kind: 'worker', zh: '信用信息归集服务', en: 'Credit data collection',
      port: 9108, size: 'M', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'personal',
      uses: ['relational-db', 'mq'],
      schemas: { 'relational-db': 'hsa_ces' },
      subscribes: ['MQ_HSA_AUDIT_HIT'],
      calls: { http: ['hsa-gw-ext'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-ces-eval': {
      kind: 'batch', zh: '信用评价批处理', en: 'Credit evaluation batch',
      port: 9109, size: 'L', replicas: { min: 1, max: 2, city10M: 1 }, sensitivity: 'personal',
      uses: ['relational-db', 'rules-engine'],
      schemas: { 'relational-db': 'hsa_ces' },
      calls: { dubbo: ['hsa-cep-rul'], http: ['hsa-ces-coll'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-ces-pub': {
      kind: 'api', zh: '信用结果应用服务', en: 'Credit result service',
      port: 9110, size: 'S', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'personal',
      uses: ['relational-db'],
      schemas: { 'relational-db': 'hsa_ces' },
      calls: { dubbo: ['hsa-cep-wfc'] },
      callsAcross: { 'core-to-public-data': ['hsa-pss-pw'] },
      provenance: { id: 'K', role: 'K' },
    },
  },
};
