import type { MiddlewareRow, Product } from '../contract.ts';

const VELERO: Product = { mode: 'operator', product: 'Velero', operator: 'velero' };

/** Objects and volumes of the cluster; databases also keep their own logical backups. */
export const backup: MiddlewareRow = {
  kind: 'backup', zh: '备份', en: 'Backup',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 1 },
  exporter: { port: 'http-monitoring', path: '/metrics' },
  source: __filename,
  editions: { opensource: VELERO, alibaba: VELERO, tencent: VELERO },
};
