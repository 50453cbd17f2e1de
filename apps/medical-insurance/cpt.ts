import type { SubsystemRow } from './rows.ts';

export const cptIds = ['hsa-cpt-ui', 'hsa-cpt-rec', 'hsa-cpt-setl', 'hsa-cpt-clr', 'hsa-cpt-fund', 'hsa-cpt-mnit', 'hsa-cpt-job'] as const;

/** 跨省异地就医管理子系统 */
export const cpt: SubsystemRow<(typeof cptIds)[number]> = {
  id: 'cpt', no: 3, zh: '跨省异地就医管理子系统', en: 'Cross-province treatment management', tenant: 'vendor-04', constraint: 'strong', appClass: 'agency-management', zone: 'core',
  source: __filename,
  services: {
    'hsa-cpt-ui': {
      kind: 'web', zh: '异地就医前端', en: 'Cross-province front end',
      size: 'XS', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      calls: { http: ['hsa-cpt-rec', 'hsa-cpt-clr', 'hsa-cpt-fund', 'hsa-cpt-mnit'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-cpt-rec': {
      kind: 'api', zh: '异地备案服务', en: 'Cross-province record service',
      port: 9035, size: 'L', replicas: { min: 3, max: 6, city10M: 4 }, sensitivity: 'sensitive',
      uses: ['distributed-db'],
      schemas: { 'distributed-db': 'hsa_cpt' },
      calls: { dubbo: ['hsa-cep-pic', 'hsa-cep-wfc'], http: ['hsa-gw-nation'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-cpt-setl': {
      kind: 'api', zh: '异地结算转接服务', en: 'Cross-province settlement relay',
      port: 9036, size: 'XL', replicas: { min: 4, max: 10, city10M: 7 }, sensitivity: 'sensitive',
      uses: ['distributed-db', 'mq', 'dist-tx'],
      schemas: { 'distributed-db': 'hsa_cpt' },
      publishes: ['MQ_HSA_OOP_SETL'],
      calls: { dubbo: ['hsa-cep-ivc', 'hsa-cep-smc-clc', 'hsa-cep-smc-pms', 'hsa-cpt-rec'], http: ['hsa-gw-nation'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-cpt-clr': {
      kind: 'api', zh: '异地清分清算服务', en: 'Cross-province clearing service',
      port: 9037, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'sensitive', jobs: true,
      uses: ['distributed-db', 'mq'],
      schemas: { 'distributed-db': 'hsa_cpt' },
      subscribes: ['MQ_HSA_OOP_SETL'],
      calls: { dubbo: ['hsa-cep-clr'], http: ['hsa-its', 'hsa-gw-nation'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-cpt-fund': {
      kind: 'api', zh: '预付金管理服务', en: 'Prepayment fund service',
      port: 9038, size: 'M', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      uses: ['relational-db'],
      schemas: { 'relational-db': 'hsa_cpt' },
      calls: { dubbo: ['hsa-cep-clr', 'hsa-cep-wfc'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-cpt-mnit': {
      kind: 'worker', zh: '异地交易监控服务', en: 'Cross-province transaction monitor',
      port: 9039, size: 'M', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      uses: ['mq', 'olap'],
      subscribes: ['MQ_HSA_OOP_SETL'],
      calls: { http: ['hsa-cep-msg'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-cpt-job': {
      kind: 'batch', zh: '异地数据交换批处理', en: 'Cross-province exchange batch',
      port: 9040, size: 'L', replicas: { min: 1, max: 2, city10M: 1 }, sensitivity: 'sensitive',
      uses: ['distributed-db', 'object-store'],
      schemas: { 'distributed-db': 'hsa_cpt' },
      calls: { dubbo: ['hsa-cep-tsp'], http: ['hsa-its', 'hsa-gw-nation'] },
      provenance: { id: 'K', role: 'K' },
    },
  },
};
