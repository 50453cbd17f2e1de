import type { SubsystemRow } from './rows.ts';

export const bimIds = ['hsa-bim-ui', 'hsa-bim-org', 'hsa-bim-medins', 'hsa-bim-staff', 'hsa-bim-cat', 'hsa-bim-dise', 'hsa-bim-sync'] as const;

/** 基础信息管理子系统 */
export const bim: SubsystemRow<(typeof bimIds)[number]> = {
  id: 'bim', no: 4, zh: '基础信息管理子系统', en: 'Base information management', tenant: 'vendor-08', constraint: 'strong', appClass: 'agency-management', zone: 'core',
  source: __filename,
  services: {
    'hsa-bim-ui': {
      kind: 'web', zh: '基础信息前端', en: 'Base-information front end',
      size: 'XS', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      calls: { http: ['hsa-bim-org', 'hsa-bim-medins', 'hsa-bim-staff', 'hsa-bim-cat', 'hsa-bim-dise'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-bim-org': {
      kind: 'api', zh: '经办机构与人员服务', en: 'Agency and staff service',
      port: 9041, size: 'M', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      uses: ['relational-db'],
      schemas: { 'relational-db': 'hsa_bim' },
      calls: { dubbo: ['hsa-cep-mdm'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-bim-medins': {
      kind: 'api', zh: '定点医药机构管理服务', en: 'Provider management service',
      port: 9042, size: 'M', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      uses: ['relational-db'],
      schemas: { 'relational-db': 'hsa_bim' },
      calls: { dubbo: ['hsa-cep-fic', 'hsa-cep-wfc'], http: ['hsa-its'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-bim-staff': {
      kind: 'api', zh: '医护药师管理服务', en: 'Physician, nurse, pharmacist service',
      port: 9043, size: 'M', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'personal',
      uses: ['relational-db'],
      schemas: { 'relational-db': 'hsa_bim' },
      calls: { dubbo: ['hsa-cep-fic', 'hsa-cep-mdm'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-bim-cat': {
      kind: 'api', zh: '三目目录服务', en: 'Catalogue service (drug, item, consumable)',
      port: 9044, size: 'L', replicas: { min: 4, max: 10, city10M: 7 }, sensitivity: 'internal',
      uses: ['relational-db', 'search', 'object-store'],
      schemas: { 'relational-db': 'hsa_bim' },
      publishes: ['MQ_HSA_DICT_CHG'],
      calls: { dubbo: ['hsa-cep-mdm', 'hsa-cep-bic'], http: ['hsa-its'] },
      callsAcross: { 'core-to-public-data': ['hsa-pss-pw'] },
      provenance: { id: 'K', role: 'K' }, note: '1301-1319, 3301',
    },
    'hsa-bim-dise': {
      kind: 'api', zh: '病种目录服务', en: 'Disease catalogue service',
      port: 9045, size: 'M', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      uses: ['relational-db', 'search'],
      schemas: { 'relational-db': 'hsa_bim' },
      publishes: ['MQ_HSA_DICT_CHG'],
      calls: { dubbo: ['hsa-cep-mdm'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-bim-sync': {
      kind: 'batch', zh: '国家标准同步批处理', en: 'National standard sync batch',
      port: 9046, size: 'L', replicas: { min: 1, max: 1, city10M: 1 }, sensitivity: 'internal',
      uses: ['relational-db', 'object-store'],
      schemas: { 'relational-db': 'hsa_bim' },
      calls: { dubbo: ['hsa-cep-tsp', 'hsa-bim-cat', 'hsa-bim-dise'], http: ['hsa-gw-nation'] },
      provenance: { id: 'K', role: 'K' },
    },
  },
};
