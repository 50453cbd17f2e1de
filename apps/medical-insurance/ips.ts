import type { SubsystemRow } from './rows.ts';

export const ipsIds = ['hsa-ips-ui', 'hsa-ips-sso', 'hsa-ips', 'hsa-ips-todo', 'hsa-ips-notice'] as const;

/** 内部统一门户子系统 */
export const ips: SubsystemRow<(typeof ipsIds)[number]> = {
  id: 'ips', no: 1, zh: '内部统一门户子系统', en: 'Internal unified portal', tenant: 'vendor-01', constraint: 'strong', appClass: 'agency-management', zone: 'core',
  source: __filename,
  services: {
    'hsa-ips-ui': {
      kind: 'web', zh: '统一门户前端', en: 'Portal front end',
      size: 'XS', replicas: { min: 3, max: 6, city10M: 4 }, sensitivity: 'internal',
      calls: { http: ['hsa-ips', 'hsa-ips-sso'] },
      provenance: { id: 'K', role: 'P' },
    },
    'hsa-ips-sso': {
      kind: 'api', zh: '单点登录服务', en: 'Single sign-on (UAA)',
      port: 9028, size: 'L', replicas: { min: 4, max: 8, city10M: 6 }, sensitivity: 'secret',
      uses: ['relational-db', 'session-cache', 'iam'],
      schemas: { 'relational-db': 'hsa_sso' },
      calls: { dubbo: ['hsa-cep-auc', 'hsa-cep-enc'] },
      provenance: { id: 'K', role: 'P' },
    },
    'hsa-ips': {
      kind: 'api', zh: '统一门户服务', en: 'Portal service',
      port: 9029, size: 'L', replicas: { min: 3, max: 6, city10M: 4 }, sensitivity: 'internal',
      uses: ['relational-db', 'session-cache'],
      schemas: { 'relational-db': 'hsa_ips' },
      calls: { dubbo: ['hsa-ips-todo', 'hsa-ips-notice', 'hsa-cep-auc'] },
      provenance: { id: 'P', role: 'P' }, note: '/admin/svc/web/getCurrentUser',
    },
    'hsa-ips-todo': {
      kind: 'api', zh: '统一待办服务', en: 'Unified to-do service',
      port: 9030, size: 'M', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      uses: ['relational-db', 'mq'],
      schemas: { 'relational-db': 'hsa_ips' },
      calls: { dubbo: ['hsa-cep-wfc'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-ips-notice': {
      kind: 'api', zh: '公告与知识库服务', en: 'Notice and knowledge service',
      port: 9031, size: 'S', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      uses: ['relational-db', 'search'],
      schemas: { 'relational-db': 'hsa_ips' },
      calls: { http: ['hsa-its'] },
      provenance: { id: 'K', role: 'K' },
    },
  },
};
