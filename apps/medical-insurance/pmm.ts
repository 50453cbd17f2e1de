import type { SubsystemRow } from './rows.ts';

export const pmmIds = ['hsa-pmm-ui', 'hsa-pmm-bdg', 'hsa-pmm-grp', 'hsa-pmm-drg', 'hsa-pmm-dip', 'hsa-pmm-qc', 'hsa-pmm-mon'] as const;

/** 支付方式管理子系统 */
export const pmm: SubsystemRow<(typeof pmmIds)[number]> = {
  id: 'pmm', no: 6, zh: '支付方式管理子系统', en: 'Payment method management', tenant: 'vendor-03', constraint: 'weak', appClass: 'agency-management', zone: 'core',
  source: __filename,
  services: {
    'hsa-pmm-ui': {
      kind: 'web', zh: '支付方式前端', en: 'Payment-method front end',
      size: 'XS', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      calls: { http: ['hsa-pmm-bdg', 'hsa-pmm-drg', 'hsa-pmm-dip', 'hsa-pmm-mon', 'hsa-pmm-qc'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-pmm-bdg': {
      kind: 'api', zh: '总额预算服务', en: 'Global budget service',
      port: 9060, size: 'M', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      uses: ['relational-db'],
      schemas: { 'relational-db': 'hsa_pmm' },
      calls: { dubbo: ['hsa-cep-fic', 'hsa-cep-wfc'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-pmm-grp': {
      kind: 'worker', zh: '分组器计算服务', en: 'Grouper engine (DRG/DIP)',
      port: 9061, size: 'XL', replicas: { min: 3, max: 8, city10M: 5 }, sensitivity: 'sensitive',
      uses: ['mq', 'rules-engine'],
      subscribes: ['MQ_HSA_SETLIST_RDY'],
      calls: { dubbo: ['hsa-cep-bic'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-pmm-drg': {
      kind: 'api', zh: 'DRG 付费服务', en: 'DRG payment service',
      port: 9062, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'sensitive',
      uses: ['distributed-db', 'olap'],
      schemas: { 'distributed-db': 'hsa_pmm' },
      calls: { dubbo: ['hsa-pmm-bdg'], http: ['hsa-pmm-grp'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-pmm-dip': {
      kind: 'api', zh: 'DIP 付费服务', en: 'DIP payment service',
      port: 9063, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'sensitive',
      uses: ['distributed-db', 'olap'],
      schemas: { 'distributed-db': 'hsa_pmm' },
      calls: { dubbo: ['hsa-pmm-bdg'], http: ['hsa-pmm-grp'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-pmm-qc': {
      kind: 'api', zh: '结算清单质控服务', en: 'Settlement-list quality control',
      port: 9064, size: 'L', replicas: { min: 4, max: 8, city10M: 6 }, sensitivity: 'sensitive',
      uses: ['distributed-db', 'mq', 'object-store', 'rules-engine'],
      schemas: { 'distributed-db': 'hsa_pmm' },
      publishes: ['MQ_HSA_SETLIST_RDY'], subscribes: ['MQ_HSA_SETL_DONE'],
      calls: { dubbo: ['hsa-cep-bic', 'hsa-cep-fic'] },
      provenance: { id: 'K', role: 'P' }, note: '4101/4101A, 4102, 4103, 4401',
    },
    'hsa-pmm-mon': {
      kind: 'batch', zh: '月度与年度清算服务', en: 'Monthly and annual clearing',
      port: 9065, size: 'XL', replicas: { min: 1, max: 2, city10M: 1 }, sensitivity: 'internal',
      uses: ['distributed-db', 'olap'],
      schemas: { 'distributed-db': 'hsa_pmm' },
      calls: { dubbo: ['hsa-cep-tsp', 'hsa-pmm-drg', 'hsa-pmm-dip', 'hsa-cep-clr'] },
      provenance: { id: 'K', role: 'K' },
    },
  },
};
