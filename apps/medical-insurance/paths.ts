import type { Text } from '../../engine/problem/index.ts';

export interface PathRow extends Text {
  /** Transaction codes of the interface standard. */
  readonly transactions: readonly string[];
  /** Services in order; `@` marks parties, the gap and middleware kinds. */
  readonly hops: readonly string[];
  /** Keeps its pods and its place on the nodes when they run short. */
  readonly critical: boolean;
}

/** Business paths, from the party that asks to where its data rests. */
export const PATHS: Readonly<Record<string, PathRow>> = {
  'networked-settlement-outpatient': {
    zh: '联网结算(门诊 2207)', en: 'Networked settlement, outpatient (2207)', critical: true,
    transactions: ['1101', '2001', '2201', '2203', '2204', '2206', '2207'],
    hops: [
      '@medins', 'hsa-gw-medins', 'hsa-gap-front', '@gap', 'hsa-gap-back', 'hsa-gw-core', 'isp-api', 'hsa-mbs-fsi', 'hsa-mbs', 'hsa-cep-pic',
      'hsa-cep-ivc', 'hsa-cep-usc', 'hsa-cep-plc-std', 'hsa-cep-smc-clc', 'hsa-ims-rt', 'hsa-mba-nes-inc-base', 'hsa-mba-dsm', 'hsa-cep-smc-pms',
      '@distributed-db', '@cache', '@mq',
    ],
  },
  'networked-settlement-inpatient': {
    zh: '联网结算(住院 2304)', en: 'Networked settlement, inpatient (2304)', critical: true,
    transactions: ['2401', '2301', '2303', '2304', '2402'],
    hops: [
      '@medins', 'hsa-gw-medins', 'hsa-gap-front', '@gap', 'hsa-gap-back', 'hsa-gw-core', 'isp-api', 'hsa-mbs-fsi', 'hsa-mbs', 'hsa-cep-smc-clc',
      'hsa-mba-nes-mdt-base', 'hsa-cep-pic', 'hsa-cep-ivc', 'hsa-cep-bic', 'hsa-cep-usc', 'hsa-mba-nes-inc-base', 'hsa-cep-plc-std', 'hsa-cep-smc-pms',
      '@distributed-db', '@mq',
    ],
  },
  'mobile-payment': {
    zh: '移动支付(6201-6301)', en: 'Mobile payment', critical: false,
    transactions: ['6201', '6301', '6203'],
    hops: [
      '@insured', 'hsa-gw-internet', 'hsa-pss-pay', 'hsa-iep-evp', 'hsa-gw-public', 'hsa-gap-front', '@gap', 'hsa-gap-back', 'hsa-gw-core',
      'hsa-mbs-fsi', 'hsa-mbs', 'hsa-cep-smc-pms', 'hsa-cep-acc',
    ],
  },
  'cross-province-settlement': {
    zh: '跨省异地结算', en: 'Cross-province settlement', critical: false,
    transactions: [],
    hops: [
      '@medins', 'hsa-gw-medins', 'hsa-gap-front', '@gap', 'hsa-gap-back', 'hsa-gw-core', 'isp-api', 'hsa-mbs-fsi', 'hsa-mbs', 'hsa-cpt-setl',
      'hsa-gw-nation', '@nhsa',
    ],
  },
  'day-end-reconciliation': {
    zh: '日终对账(3201/3202)', en: 'Day-end reconciliation', critical: false,
    transactions: ['3201', '3202'],
    hops: [
      '@medins', 'hsa-gw-medins', 'hsa-gap-front', '@gap', 'hsa-gap-back', 'hsa-gw-core', 'isp-api', 'hsa-mbs-fsi', 'hsa-cep-clr', '@distributed-db',
    ],
  },
  'catalogue-download': {
    zh: '目录下载(1301 -> 9102)', en: 'Catalogue download', critical: false,
    transactions: ['1301', '9102'],
    hops: [
      '@medins', 'hsa-gw-medins', 'hsa-gap-front', '@gap', 'hsa-gap-back', 'hsa-gw-core', 'isp-api', 'hsa-mbs-fsi', 'hsa-bim-cat', 'hsa-its',
      '@object-store',
    ],
  },
  'enrolment-and-tax': {
    zh: '参保登记与税务征缴', en: 'Enrolment and premium collection', critical: false,
    transactions: [],
    hops: [
      '@employer', 'hsa-gw-internet', 'hsa-pss-cw-ui', 'hsa-pss-cw', 'hsa-gw-public', 'hsa-gap-front', '@gap', 'hsa-gap-back', 'hsa-gw-core',
      'hsa-mba-inc', 'hsa-mba-nes-inc-base', '@mq', 'hsa-mba-tax', 'hsa-gw-ext', '@tax',
    ],
  },
};
