import type { SubsystemRow } from './rows.ts';

export const gatewaysIds = [
  'hsa-gw-internet', 'hsa-gw-medins', 'hsa-gw-public', 'hsa-gap-front', 'hsa-gap-back', 'hsa-gw-core', 'isp-api', 'hsa-gw-ext', 'hsa-gw-nation',
] as const;

/** 服务网关与接入 */
export const gateways: SubsystemRow<(typeof gatewaysIds)[number]> = {
  id: 'gw', zh: '服务网关与接入', en: 'Service gateways and access', tenant: 'vendor-08', constraint: 'base', zone: 'core',
  source: __filename,
  services: {
    'hsa-gw-internet': {
      kind: 'gateway', zone: 'public', zh: '互联网接入网关', en: 'Internet edge gateway',
      product: 'apisix', size: 'L', replicas: { min: 4, max: 10, city10M: 7 }, sensitivity: 'personal',
      uses: ['edge-gateway', 'coordination', 'cache'],
      calls: {
        http: [
          'hsa-pss-pw-ui', 'hsa-pss-cw-ui', 'hsa-iep-msc', 'hsa-iep-osc', 'hsa-iep-evp', 'hsa-pss-pay', 'hsa-pss-rx', 'hsa-pss-fih',
          'hsa-pss-ltci', 'hsa-pss-auth', 'hsa-tps-ent-ui', 'hsa-ims-scen-openapi',
        ],
      },
      provenance: { id: 'K', role: 'D' }, note: 'WAF, TLS, SM2 certificates, rate limits; product: APISIX',
    },
    'hsa-gw-medins': {
      kind: 'gateway', zone: 'public', zh: '两定机构接入网关', en: 'Provider access gateway',
      product: 'kong', size: 'L', replicas: { min: 6, max: 16, city10M: 11 }, sensitivity: 'sensitive',
      uses: ['service-gateway', 'cache'],
      calls: { http: ['hsa-gap-front'] },
      callsAcross: { 'medins-to-core': ['hsa-gw-core'] },
      parties: ['medins'],
      provenance: { id: 'K', role: 'S' }, note: 'entry of networked settlement; per-provider quotas, signature check',
    },
    'hsa-gw-public': {
      kind: 'gateway', zone: 'public', zh: '公共服务区服务网关', en: 'Public-zone service gateway',
      product: 'kong', size: 'L', replicas: { min: 4, max: 10, city10M: 7 }, sensitivity: 'sensitive',
      uses: ['service-gateway', 'cache'],
      calls: { http: ['hsa-gap-front'] },
      callsAcross: { 'public-to-core': ['hsa-gw-core'] },
      routesTo: ['hsa-iep-msc', 'hsa-tps-ent'],
      provenance: { id: 'K', role: 'S' }, note: 'the only way from public workloads to the core zone; inbound asynchronous targets listed in routesTo',
    },
    'hsa-gap-front': {
      kind: 'gateway', zone: 'public', zh: '网闸前置代理', en: 'Gap front proxy',
      product: 'gap-proxy', size: 'M', replicas: { min: 4, max: 6, city10M: 5 }, sensitivity: 'sensitive',
      callsAcross: { 'gap-device': ['hsa-gap-back'] },
      provenance: { id: 'K', role: 'S' }, note: 'allow-list proxy beside the gap device; nginx/haproxy stream',
    },
    'hsa-gap-back': {
      kind: 'gateway', zh: '网闸后置代理', en: 'Gap back proxy',
      product: 'gap-proxy', size: 'M', replicas: { min: 4, max: 6, city10M: 5 }, sensitivity: 'sensitive',
      calls: { http: ['hsa-gw-core'] },
      provenance: { id: 'K', role: 'S' },
    },
    'hsa-gw-core': {
      kind: 'gateway', zh: '核心业务区服务网关', en: 'Core-zone service gateway',
      product: 'kong', size: 'L', replicas: { min: 6, max: 16, city10M: 11 }, sensitivity: 'sensitive',
      uses: ['service-gateway', 'cache'],
      calls: {
        http: [
          'isp-api', 'hsa-bim-medins', 'hsa-bim-staff', 'hsa-cep-acc', 'hsa-cep-auc', 'hsa-cep-cfc', 'hsa-cep-ecc', 'hsa-cep-usc',
          'hsa-cpt-rec', 'hsa-ims-scen-hd', 'hsa-ims-scen-ipt', 'hsa-ims-scen-opt', 'hsa-ims-scen-pha', 'hsa-ims-scen-video', 'hsa-mba-inc',
          'hsa-mba-mdt', 'hsa-mba-rmb', 'hsa-mbs-fsi', 'hsa-mbs-pub', 'hsa-pmm-qc', 'hsa-tps-bid', 'hsa-tps-cred', 'hsa-tps-trade',
        ],
      },
      routesTo: [
        'hsa-bim-medins', 'hsa-bim-staff', 'hsa-cep-acc', 'hsa-cep-auc', 'hsa-cep-cfc', 'hsa-cep-ecc', 'hsa-cep-usc', 'hsa-cpt-rec',
        'hsa-gw-core', 'hsa-ims-scen-hd', 'hsa-ims-scen-ipt', 'hsa-ims-scen-opt', 'hsa-ims-scen-pha', 'hsa-ims-scen-video', 'hsa-mba-inc',
        'hsa-mba-mdt', 'hsa-mba-rmb', 'hsa-mbs-fsi', 'hsa-mbs-pub', 'hsa-pmm-qc', 'hsa-tps-bid', 'hsa-tps-cred', 'hsa-tps-trade',
      ],
      provenance: { id: 'K', role: 'S+P' }, note: 'routes every cross-zone target; a "core-zone Rio gateway" is named in public material (P)',
    },
    'isp-api': {
      kind: 'api', zh: '接口服务平台', en: 'Interface service platform (infno dispatcher)',
      port: 9001, size: 'XL', replicas: { min: 8, max: 20, city10M: 14 }, sensitivity: 'sensitive', layer: 'L7-access',
      uses: ['mq', 'session-cache', 'object-store'],
      publishes: ['MQ_HSA_AUDIT_LOG'],
      calls: { dubbo: ['hsa-mbs-fsi'], http: ['hsa-its'] },
      provenance: { id: 'P', role: 'P+K' }, note: 'first hop of 2207 and 2304 (P); envelope check, sign in/out 9001/9002, infno routing',
    },
    'hsa-gw-ext': {
      kind: 'gateway', zh: '外联网关', en: 'External-links gateway',
      product: 'kong', size: 'M', replicas: { min: 3, max: 6, city10M: 4 }, sensitivity: 'sensitive',
      uses: ['service-gateway'],
      parties: ['tax', 'bank', 'finance', 'civil', 'police', 'nhc', 'insurer', 'sms'],
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-gw-nation': {
      kind: 'gateway', zh: '国家平台接入网关', en: 'National platform gateway',
      product: 'kong', size: 'M', replicas: { min: 3, max: 6, city10M: 4 }, sensitivity: 'sensitive',
      uses: ['service-gateway'],
      parties: ['nhsa', 'province'],
      provenance: { id: 'K', role: 'K' },
    },
  },
};
