import type { MiddlewareRow, Port } from '../contract.ts';

const PORTS: readonly Port[] = [{ name: 'https', port: 443 }];

/** Gives Services of type LoadBalancer the addresses that the environment exposes; nothing stands in the kind's own namespace. */
export const loadBalancer: MiddlewareRow = {
  kind: 'load-balancer', zh: '四层负载', en: 'L4 load balancer',
  zones: ['core', 'public'],
  replicas: { dev: 2, city10M: 2 },
  exporter: { port: 'metrics', path: '/metrics' },
  source: __filename,
  editions: {
    opensource: { mode: 'operator', product: 'MetalLB', operator: 'metallb' },
    alibaba: { mode: 'managed', product: 'SLB', ports: PORTS },
    tencent: { mode: 'managed', product: 'CLB', ports: PORTS },
  },
};
