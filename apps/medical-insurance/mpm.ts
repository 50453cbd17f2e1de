import type { SubsystemRow } from './rows.ts';

export const mpmIds = ['hsa-mpm-ui', 'hsa-mpm-item', 'hsa-mpm-adj', 'hsa-mpm-coll', 'hsa-mpm-mon'] as const;

/** 医疗服务价格管理子系统 */
export const mpm: SubsystemRow<(typeof mpmIds)[number]> = {
  id: 'mpm', no: 7, zh: '医疗服务价格管理子系统', en: 'Medical service price management', tenant: 'vendor-02', constraint: 'base', appClass: 'agency-management', zone: 'core',
  source: __filename,
  services: {
    'hsa-mpm-ui': {
      kind: 'web', zh: '价格管理前端', en: 'Price front end',
      size: 'XS', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      calls: { http: ['hsa-mpm-item', 'hsa-mpm-adj', 'hsa-mpm-coll', 'hsa-mpm-mon'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-mpm-item': {
      kind: 'api', zh: '价格项目服务', en: 'Price item service',
      port: 9066, size: 'M', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      uses: ['relational-db'],
      schemas: { 'relational-db': 'hsa_mpm' },
      calls: { dubbo: ['hsa-cep-mdm', 'hsa-cep-bic'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-mpm-adj': {
      kind: 'api', zh: '价格调整服务', en: 'Price adjustment service',
      port: 9067, size: 'S', replicas: { min: 2, max: 2, city10M: 2 }, sensitivity: 'internal', autoscale: false,
      uses: ['relational-db'],
      schemas: { 'relational-db': 'hsa_mpm' },
      calls: { dubbo: ['hsa-mpm-item', 'hsa-cep-wfc'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-mpm-coll': {
      kind: 'api', zh: '价格采集填报服务', en: 'Price collection service',
      port: 9068, size: 'M', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      uses: ['relational-db', 'object-store'],
      schemas: { 'relational-db': 'hsa_mpm' },
      calls: { dubbo: ['hsa-cep-fic'], http: ['hsa-its'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-mpm-mon': {
      kind: 'batch', zh: '价格监测服务', en: 'Price monitoring batch',
      port: 9069, size: 'M', replicas: { min: 1, max: 2, city10M: 1 }, sensitivity: 'internal',
      uses: ['olap'],
      calls: { dubbo: ['hsa-mpm-item'], http: ['hsa-cep-msg'] },
      provenance: { id: 'K', role: 'K' },
    },
  },
};
