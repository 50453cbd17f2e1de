import type { MiddlewareRow } from '../contract.ts';

/**
 * Nothing stands: a job is a SparkApplication in Git, and the operator makes its pods when it runs. Services therefore
 * have nothing to connect to, except where a cloud runs the jobs.
 */
export const batchCompute: MiddlewareRow = {
  kind: 'batch-compute', zh: '离线计算', en: 'Batch compute',
  zones: ['core'],
  replicas: { dev: 0, city10M: 0 },
  source: __filename,
  editions: {
    opensource: { mode: 'operator', product: 'Spark', operator: 'spark-operator' },
    alibaba: { mode: 'managed', product: 'MaxCompute', ports: [{ name: 'https', port: 443 }] },
    tencent: { mode: 'managed', product: 'TBDS Spark', ports: [{ name: 'livy', port: 8998 }] },
  },
  client: ({ tenant, service }, edition) => {
    const secret = (property: string) => `\${secret:${tenant}/${service}/batch-compute#${property}}`;
    switch (edition) {
      case 'opensource': return [];
      case 'alibaba': return [{
        path: 'data/batch.properties',
        entries: [['batch.odps.endpoint', 'https://${endpoint:batch-compute:https}/api'], ['batch.odps.accessId', secret('accessId')], ['batch.odps.accessKey', secret('accessKey')]],
      }];
      case 'tencent': return [{
        path: 'data/batch.properties',
        entries: [['batch.livy.url', 'http://${endpoint:batch-compute:livy}'], ['batch.livy.username', secret('username')], ['batch.livy.password', secret('password')]],
      }];
    }
  },
};
