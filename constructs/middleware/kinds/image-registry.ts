import type { MiddlewareRow, Port } from '../contract.ts';

const PORTS: readonly Port[] = [{ name: 'https', port: 443 }];

/** The source of every image and chart, so it belongs to operations: rendered into core, used by the nodes of both zones. */
export const imageRegistry: MiddlewareRow = {
  kind: 'image-registry', zh: '镜像与制品库', en: 'Image and chart registry',
  zones: ['ops'],
  replicas: { dev: 1, city10M: 2 },
  storage: '2Ti',
  exporter: { port: 'metrics', path: '/metrics' },
  source: __filename,
  editions: {
    opensource: { mode: 'operator', product: 'Harbor', operator: 'harbor' },
    alibaba: { mode: 'managed', product: 'ACR', ports: PORTS },
    tencent: { mode: 'managed', product: 'TCR', ports: PORTS },
  },
};
