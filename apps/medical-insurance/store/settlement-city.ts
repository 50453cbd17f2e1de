import type { CityPreset } from './preset.ts';

/** 联网结算: what hospitals and pharmacies settle with, and the agency's own counters; no public hall, no procurement, no analysis. */
export const settlementCity = {
  id: 'settlement-city', kind: 'city', zh: '仅联网结算的城市', en: 'Settlement-only city',
  about: {
    zh: '定点医药机构联网结算、跨省结算和经办窗口;不含公共服务、招采、价格、支付方式、基金审计、信用、运行监测和大数据',
    en: 'Networked settlement of providers, cross-province settlement, and the agency\'s counters; without public service, procurement, prices, payment methods, fund audit, credit, monitoring and big data',
  },
  name: 'settlementCity',
  selection: {
    without: ['ics', 'pmm', 'mpm', 'tps', 'hif', 'dss', 'pss', 'ces', 'rms'],
    cuts: {
      'hsa-gw-internet': [
        'hsa-pss-pw-ui', 'hsa-pss-cw-ui', 'hsa-iep-msc', 'hsa-iep-osc', 'hsa-iep-evp', 'hsa-pss-pay', 'hsa-pss-rx', 'hsa-pss-fih', 'hsa-pss-ltci',
        'hsa-pss-auth', 'hsa-tps-ent-ui',
      ],
      'hsa-gw-public': ['hsa-iep-msc', 'hsa-tps-ent'],
      'hsa-gw-core': ['hsa-pmm-qc', 'hsa-tps-bid', 'hsa-tps-cred', 'hsa-tps-trade'],
      // messages go out by SMS alone
      'hsa-cep-msg': ['hsa-iep-msc'],
      'hsa-bim-cat': ['hsa-pss-pw'],
      // quality control, stock, prices and trade: transactions that the interface then refuses
      'hsa-mbs-fsi': ['hsa-pmm-qc', 'hsa-tps-stock', 'hsa-mpm-item', 'hsa-tps-trade'],
    },
    source: __filename,
  },
} as const satisfies CityPreset;
