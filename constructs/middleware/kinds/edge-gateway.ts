import type { MiddlewareRow } from '../contract.ts';

const SERVICES = { public: 'hsa-gw-internet' } as const;

/** Requests come in through it; no service calls it, so clients get nothing to configure. */
export const edgeGateway: MiddlewareRow = {
  kind: 'edge-gateway', zh: '接入网关', en: 'Edge gateway',
  zones: ['public'],
  replicas: { dev: 1, city10M: 4 },
  exporter: { port: 'metrics', path: '/apisix/prometheus/metrics' },
  source: __filename,
  editions: {
    opensource: { mode: 'service', product: 'APISIX', services: SERVICES },
    alibaba: { mode: 'service', product: 'SLB + WAF + API Gateway', services: SERVICES },
    tencent: { mode: 'service', product: 'CLB + WAF + Rio', services: SERVICES },
  },
};
