import type { SubsystemRow } from './rows.ts';

export const tpsIds = [
  'hsa-tps-ent-ui', 'hsa-tps-ent', 'hsa-tps-ui', 'hsa-tps-bid', 'hsa-tps-trade', 'hsa-tps-stock', 'hsa-tps-pay', 'hsa-tps-cred',
] as const;

/** 药品和医用耗材招采管理子系统 */
export const tps: SubsystemRow<(typeof tpsIds)[number]> = {
  id: 'tps', no: 8, zh: '药品和医用耗材招采管理子系统', en: 'Drug and consumable procurement', tenant: 'vendor-02', constraint: 'base', appClass: 'agency-management', zone: 'core',
  source: __filename,
  services: {
    'hsa-tps-ent-ui': {
      kind: 'web', zone: 'public', zh: '招采企业端前端', en: 'Procurement enterprise front end',
      size: 'XS', replicas: { min: 3, max: 4, city10M: 3 }, sensitivity: 'internal',
      calls: { http: ['hsa-tps-ent'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-tps-ent': {
      kind: 'api', zone: 'public', zh: '招采企业端服务', en: 'Procurement enterprise service',
      port: 9070, size: 'L', replicas: { min: 3, max: 6, city10M: 4 }, sensitivity: 'internal',
      uses: ['relational-db', 'session-cache', 'object-store'],
      schemas: { 'relational-db': 'pub_tps' },
      callsAcross: { 'public-to-core': ['hsa-tps-bid', 'hsa-tps-trade', 'hsa-tps-cred'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-tps-ui': {
      kind: 'web', zh: '招采管理端前端', en: 'Procurement management front end',
      size: 'XS', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      calls: { http: ['hsa-tps-bid', 'hsa-tps-trade', 'hsa-tps-stock', 'hsa-tps-pay', 'hsa-tps-cred'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-tps-bid': {
      kind: 'api', zh: '招标集采服务', en: 'Tender and volume-based procurement',
      port: 9071, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      uses: ['relational-db', 'crypto', 'object-store'],
      schemas: { 'relational-db': 'hsa_tps' },
      calls: { dubbo: ['hsa-cep-mdm', 'hsa-cep-wfc', 'hsa-cep-enc'], http: ['hsa-its'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-tps-trade': {
      kind: 'api', zh: '挂网交易服务', en: 'Listing and trading service',
      port: 9072, size: 'L', replicas: { min: 3, max: 6, city10M: 4 }, sensitivity: 'internal',
      uses: ['distributed-db', 'mq'],
      schemas: { 'distributed-db': 'hsa_tps' },
      publishes: ['MQ_HSA_TRADE_ORDER'],
      calls: { dubbo: ['hsa-cep-fic', 'hsa-cep-mdm', 'hsa-cep-idg'] },
      callsAcross: { 'core-to-public': ['hsa-tps-ent'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-tps-stock': {
      kind: 'api', zh: '进销存服务', en: 'Stock and sales service',
      port: 9073, size: 'L', replicas: { min: 3, max: 8, city10M: 5 }, sensitivity: 'internal',
      uses: ['distributed-db', 'mq'],
      schemas: { 'distributed-db': 'hsa_tps' },
      calls: { dubbo: ['hsa-cep-fic', 'hsa-cep-bic'] },
      provenance: { id: 'K', role: 'P' }, note: '3501-3507, 8501-8510',
    },
    'hsa-tps-pay': {
      kind: 'api', zh: '货款结算服务', en: 'Payment-for-goods service',
      port: 9074, size: 'M', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      uses: ['distributed-db', 'dist-tx'],
      schemas: { 'distributed-db': 'hsa_tps' },
      subscribes: ['MQ_HSA_TRADE_ORDER'],
      calls: { dubbo: ['hsa-tps-trade', 'hsa-cep-clr'], http: ['hsa-gw-ext'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-tps-cred': {
      kind: 'api', zh: '招采失信评价服务', en: 'Procurement dishonesty service',
      port: 9075, size: 'M', replicas: { min: 2, max: 2, city10M: 2 }, sensitivity: 'internal', autoscale: false,
      uses: ['relational-db'],
      schemas: { 'relational-db': 'hsa_tps' },
      calls: { dubbo: ['hsa-cep-wfc'] },
      provenance: { id: 'P', role: 'P' }, note: 'package cn.hsa.tps.losecred',
    },
  },
};
