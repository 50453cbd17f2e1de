import type { MiddlewareRow, Product } from '../contract.ts';

const ARGO_CD: Product = { mode: 'operator', product: 'Argo CD', operator: 'argocd' };

/** Makes the cluster follow the config repository; no cloud product takes its place. */
export const gitops: MiddlewareRow = {
  kind: 'gitops', zh: '持续交付', en: 'Continuous delivery',
  zones: ['ops'],
  replicas: { dev: 1, city10M: 2 },
  exporter: { port: 'metrics', path: '/metrics' },
  source: __filename,
  editions: { opensource: ARGO_CD, alibaba: ARGO_CD, tencent: ARGO_CD },
};
