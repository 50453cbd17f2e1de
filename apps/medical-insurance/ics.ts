import type { SubsystemRow } from './rows.ts';

export const icsIds = ['hsa-ics-ui', 'hsa-ics-rule', 'hsa-ics-risk', 'hsa-ics-chk'] as const;

/** 内部控制子系统 */
export const ics: SubsystemRow<(typeof icsIds)[number]> = {
  id: 'ics', no: 2, zh: '内部控制子系统', en: 'Internal control', tenant: 'vendor-01', constraint: 'base', appClass: 'intelligent-monitoring', zone: 'core',
  source: __filename,
  services: {
    'hsa-ics-ui': {
      kind: 'web', zh: '内控前端', en: 'Internal-control front end',
      size: 'XS', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      calls: { http: ['hsa-ics-risk', 'hsa-ics-rule', 'hsa-ics-chk'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-ics-rule': {
      kind: 'api', zh: '内控规则服务', en: 'Control rule service',
      port: 9032, size: 'M', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      uses: ['relational-db', 'rules-engine'],
      schemas: { 'relational-db': 'hsa_ics' },
      calls: { dubbo: ['hsa-cep-rul'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-ics-risk': {
      kind: 'worker', zh: '风险点监测服务', en: 'Risk-point service',
      port: 9033, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'personal',
      uses: ['distributed-db', 'mq', 'stream-compute'],
      schemas: { 'distributed-db': 'hsa_ics' },
      subscribes: ['MQ_HSA_SETL_DONE', 'MQ_HSA_OPER_LOG', 'MQ_HSA_AUDIT_HIT'],
      calls: { dubbo: ['hsa-ics-rule'], http: ['hsa-cep-msg'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-ics-chk': {
      kind: 'api', zh: '业务稽核服务', en: 'Business check service',
      port: 9034, size: 'M', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'personal',
      uses: ['distributed-db'],
      schemas: { 'distributed-db': 'hsa_ics' },
      calls: { dubbo: ['hsa-cep-wfc', 'hsa-cep-pic'], http: ['hsa-its'] },
      provenance: { id: 'K', role: 'K' },
    },
  },
};
