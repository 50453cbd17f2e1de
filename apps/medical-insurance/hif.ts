import type { SubsystemRow } from './rows.ts';

export const hifIds = ['hsa-hif-mnit-ui', 'hsa-hif-acct', 'hsa-hif-inc-local', 'hsa-hif-bdg', 'hsa-hif-mnit', 'hsa-hif-aud'] as const;

/** 基金运行及审计监管子系统 */
export const hif: SubsystemRow<(typeof hifIds)[number]> = {
  id: 'hif', no: 9, zh: '基金运行及审计监管子系统', en: 'Fund operation and audit supervision', tenant: 'vendor-07', constraint: 'base', appClass: 'intelligent-monitoring', zone: 'core',
  source: __filename,
  services: {
    'hsa-hif-mnit-ui': {
      kind: 'web', zh: '基金监测前端', en: 'Fund monitoring front end',
      size: 'XS', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      calls: { http: ['hsa-hif-mnit', 'hsa-hif-acct', 'hsa-hif-bdg', 'hsa-hif-aud', 'hsa-hif-inc-local'] },
      provenance: { id: 'P', role: 'P' },
    },
    'hsa-hif-acct': {
      kind: 'api', zh: '基金会计核算服务', en: 'Fund accounting service',
      port: 9076, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      uses: ['distributed-db', 'dist-tx', 'mq'],
      schemas: { 'distributed-db': 'hsa_hif' },
      subscribes: ['MQ_HSA_CLR_DONE', 'MQ_HSA_TAX_PAID', 'MQ_HSA_ACCT_CHG'],
      calls: { dubbo: ['hsa-cep-clr', 'hsa-cep-idg', 'hsa-cep-wfc'], http: ['hsa-gw-ext'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-hif-inc-local': {
      kind: 'api', zh: '基金收入服务(地方)', en: 'Fund income service (local)',
      port: 9077, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      uses: ['distributed-db', 'mq'],
      schemas: { 'distributed-db': 'hsa_hif' },
      subscribes: ['MQ_HSA_TAX_PAID'],
      calls: { dubbo: ['hsa-mba-nes-inc-base', 'hsa-cep-wfc'] },
      provenance: { id: 'P', role: 'K' },
    },
    'hsa-hif-bdg': {
      kind: 'api', zh: '基金预决算服务', en: 'Fund budget service',
      port: 9078, size: 'M', replicas: { min: 2, max: 2, city10M: 2 }, sensitivity: 'internal', autoscale: false,
      uses: ['relational-db'],
      schemas: { 'relational-db': 'hsa_hif' },
      calls: { dubbo: ['hsa-hif-acct', 'hsa-cep-wfc'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-hif-mnit': {
      kind: 'api', zh: '基金运行监测服务', en: 'Fund monitoring service',
      port: 9079, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      uses: ['olap', 'bi-report'],
      calls: { dubbo: ['hsa-cep-rpt'] },
      provenance: { id: 'P', role: 'K' },
    },
    'hsa-hif-aud': {
      kind: 'worker', zh: '基金审计监管服务', en: 'Fund audit service',
      port: 9080, size: 'L', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'sensitive',
      uses: ['distributed-db', 'mq', 'olap'],
      schemas: { 'distributed-db': 'hsa_hif' },
      subscribes: ['MQ_HSA_AUDIT_HIT'],
      calls: { dubbo: ['hsa-cep-rul', 'hsa-cep-wfc'] },
      provenance: { id: 'K', role: 'K' },
    },
  },
};
