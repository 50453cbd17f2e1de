import type { MiddlewarePreset } from './preset.ts';

const JVM = ['api', 'worker', 'batch'] as const;

/** Middleware that services use together. */
export const middlewareSets: readonly MiddlewarePreset[] = [
  {
    id: 'records', kind: 'middleware', zh: '业务台账', en: 'Records', uses: ['relational-db', 'search'], schemas: ['relational-db'], for: JVM,
    about: { zh: '关系数据库里的台账,带全文检索', en: 'Records in the relational database, with full-text search' },
  },
  {
    id: 'transactions', kind: 'middleware', zh: '分布式交易', en: 'Transactions', uses: ['distributed-db', 'dist-tx', 'mq'], schemas: ['distributed-db'], for: JVM,
    about: { zh: '按参保人分片的交易数据,跨服务的事务,交易完成后发消息', en: 'Data sharded by person, transactions over several services, messages when they are done' },
  },
  {
    id: 'documents', kind: 'middleware', zh: '文件与签名', en: 'Documents', uses: ['relational-db', 'object-store', 'crypto'], schemas: ['relational-db'], for: JVM,
    about: { zh: '对象存储里的文件及其索引,国密签名', en: 'Files in the object store with their index, signed with the national algorithms' },
  },
  {
    id: 'online-session', kind: 'middleware', zh: '在线会话', en: 'Online sessions', uses: ['session-cache', 'flow-control'], schemas: [], for: ['api'],
    about: { zh: '登录会话与限流', en: 'Sessions of people who are logged in, with flow control' },
  },
  {
    id: 'analysis', kind: 'middleware', zh: '分析报表', en: 'Analysis', uses: ['relational-db', 'olap', 'bi-report'], schemas: ['relational-db'], for: JVM,
    about: { zh: '多维分析与报表', en: 'Multidimensional analysis and reports' },
  },
];
