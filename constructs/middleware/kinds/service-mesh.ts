import type { MiddlewareRow, Product } from '../contract.ts';

const ISTIO: Product = { mode: 'operator', product: 'Istio', operator: 'istio' };

/** Sidecars join pods through the CNI plug-in, so that no pod needs a privileged init container. */
export const serviceMesh: MiddlewareRow = {
  kind: 'service-mesh', zh: '服务网格', en: 'Service mesh',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 2 },
  exporter: { port: 'http-monitoring', path: '/metrics' },
  source: __filename,
  editions: { opensource: ISTIO, alibaba: ISTIO, tencent: ISTIO },
};
