import type { Text } from '../../engine/problem/index.ts';
import type { ExternalNetwork } from '../../constructs/words.ts';

/** Outside parties; their addresses are facts of the environment. */
export const PARTIES = {
  medins: { zh: '定点医药机构', en: 'Designated hospitals and pharmacies (HIS)', network: 'medins-net' },
  insured: { zh: '参保人', en: 'Insured persons', network: 'internet' },
  employer: { zh: '参保单位', en: 'Employers', network: 'internet' },
  supplier: { zh: '医药企业/配送企业', en: 'Drug and consumable suppliers', network: 'internet' },
  nhsa: { zh: '国家医疗保障信息平台', en: 'National platform', network: 'nhsa-net' },
  province: { zh: '省级医保平台', en: 'Provincial platform', network: 'nhsa-net' },
  tax: { zh: '税务部门', en: 'Tax authority (premium collection)', network: 'gov-net' },
  bank: { zh: '合作银行', en: 'Fund-account banks', network: 'gov-net' },
  finance: { zh: '财政专户', en: 'Treasury special account', network: 'gov-net' },
  civil: { zh: '民政(救助对象)', en: 'Civil affairs (assistance targets)', network: 'gov-net' },
  police: { zh: '公安(人口库)', en: 'Police population register', network: 'gov-net' },
  nhc: { zh: '卫健委', en: 'Health commission', network: 'gov-net' },
  insurer: { zh: '商保/大病承办机构', en: 'Commercial insurers (serious illness)', network: 'gov-net' },
  sms: { zh: '短信运营商', en: 'SMS operators', network: 'internet' },
  wallet: { zh: '微信/支付宝', en: 'WeChat / Alipay', network: 'internet' },
} as const satisfies Readonly<Record<string, Text & { readonly network: ExternalNetwork }>>;

export type PartyId = keyof typeof PARTIES;
