import type { MiddlewareRow } from '../contract.ts';

/** A library in the services that takes blocks of numbers from the cache. */
export const idGenerator: MiddlewareRow = {
  kind: 'id-generator', zh: '全局序列', en: 'Global id generator',
  zones: ['core', 'public'],
  replicas: { dev: 0, city10M: 0 },
  source: __filename,
  editions: {
    opensource: { mode: 'library', product: 'Redis segment / Leaf', backedBy: 'cache' },
    alibaba: { mode: 'library', product: 'hsaf-idgenerator on Redis', backedBy: 'cache' },
    tencent: { mode: 'library', product: 'hsaf-idgenerator on Redis', backedBy: 'cache' },
  },
  client: ({ tenant, service }) => [{
    path: 'idgen/idgenerator.properties',
    entries: [
      // numbers a block: a restart loses at most so many
      ['idgenerator.common.step', '1000'],
      ['idgenerator.redis.clusterNodes', '${endpoint:id-generator:redis}'],
      ['idgenerator.redis.password', `\${secret:${tenant}/${service}/id-generator#password}`],
    ],
  }],
};
