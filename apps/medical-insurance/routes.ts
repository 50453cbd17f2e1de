import type { Route } from '../../constructs/route.ts';

/** Every way across a border of the platform. */
export const ROUTES = {
  'public-to-core': {
    id: 'public-to-core', zh: '公服区到核心区', en: 'Public zone to core zone', from: 'public', to: 'core', sync: true, channel: 'http-proxy',
    hops: ['hsa-gw-public', 'hsa-gap-front', '@gap', 'hsa-gap-back', 'hsa-gw-core'],
  },
  'medins-to-core': {
    id: 'medins-to-core', zh: '两定机构到核心区', en: 'Providers to core zone', from: 'medins-net', to: 'core', sync: true, channel: 'http-proxy',
    hops: ['hsa-gw-medins', 'hsa-gap-front', '@gap', 'hsa-gap-back', 'hsa-gw-core', 'isp-api'],
    entry: ['hsa-gw-medins'],
  },
  'core-to-public': {
    id: 'core-to-public', zh: '核心区到公服区', en: 'Core zone to public zone, asynchronous', from: 'core', to: 'public', sync: false, channel: 'mq-relay',
    hops: ['hsa-gw-core', 'hsa-gap-back', '@gap', 'hsa-gap-front', 'hsa-gw-public'],
  },
  'gap-device': {
    id: 'gap-device', zh: '网闸设备代理通道', en: 'The gap\'s own proxied channel', from: 'public', to: 'core', sync: true, channel: 'http-proxy',
    hops: ['hsa-gap-front', '@gap', 'hsa-gap-back'],
    only: ['hsa-gap-front'],
  },
  'core-to-public-data': {
    id: 'core-to-public-data', zh: '核心区数据发布', en: 'Publication of core data', from: 'core', to: 'public', sync: false, channel: 'db-sync',
    hops: ['@gap'],
  },
  'core-to-nation': {
    id: 'core-to-nation', zh: '到国家/省平台', en: 'To the national and provincial platforms', from: 'core', to: 'nhsa-net', sync: true,
    hops: ['hsa-gw-nation'],
  },
  'core-to-gov': {
    id: 'core-to-gov', zh: '到政务外联', en: 'To government and partner networks', from: 'core', to: 'gov-net', sync: true,
    hops: ['hsa-gw-ext'],
  },
  'internet-to-public': {
    id: 'internet-to-public', zh: '互联网到公服区', en: 'Internet to public zone', from: 'internet', to: 'public', sync: true,
    hops: ['hsa-gw-internet'],
  },
} as const satisfies Readonly<Record<string, Route>>;

export type RouteId = keyof typeof ROUTES;
