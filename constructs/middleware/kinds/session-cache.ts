import type { CustomPart, Layout, MiddlewareRow, Port, Sizing } from '../contract.ts';
import { apart, claim, podSizing, quietAccount, resources, RESTRICTED_CONTAINER, restrictedPod } from '../products/operator-pods.ts';
import { scaled } from '../products/sizing.ts';

const REDIS: Port = { name: 'redis', port: 6379 };
const METRICS: Port = { name: 'metrics', port: 9121 };
const SENTINEL: Port = { name: 'sentinel', port: 26379 };
const USER = 1000;
const NAME = 'session-cache';
const WATCHERS = `${NAME}-sentinel`;
const LABEL_SOURCE = 'OT redis-operator, GetRedisLabels in internal/controller/common/labels.go';

const SERVER: Sizing = { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '1', memory: '2Gi' }, source: 'D: 100,000 sessions of 8 KiB, and as much again while a snapshot is written' };
const EXPORTER: Sizing = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' }, source: 'D: one scrape every half minute' };
const WATCHER: Sizing = { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '200m', memory: '256Mi' }, source: 'D: Sentinel holds no data' };

/** What both resources say about their pods. `init-config` of the operator takes its security context from `initContainer`. */
function common(layout: Layout, sizing: Sizing, labels: Readonly<Record<string, string>>, account: string) {
  return {
    kubernetesConfig: {
      image: layout.image('redis'), imagePullPolicy: 'IfNotPresent', resources: resources(sizing),
      redisSecret: { name: 'session-cache-auth', key: 'password' },
    },
    initContainer: { enabled: false, image: layout.image('redis'), securityContext: RESTRICTED_CONTAINER },
    podSecurityContext: restrictedPod(USER),
    securityContext: RESTRICTED_CONTAINER,
    serviceAccountName: account,
    pdb: { enabled: layout.replicas > 1, maxUnavailable: 1 },
    ...apart(layout, labels),
  };
}

function replication(layout: Layout): CustomPart {
  const [server, exporter] = [scaled(layout, SERVER), scaled(layout, EXPORTER)];
  const labels = { app: NAME, redis_setup_type: 'replication', role: 'replication' };
  const storage = layout.storage ?? '1Gi';
  return {
    part: 'custom', apiVersion: 'redis.redis.opstreelabs.in/v1beta2', kind: 'RedisReplication', name: NAME,
    spec: {
      clusterSize: layout.replicas,
      ...common(layout, server, labels, NAME),
      redisConfig: { maxMemoryPercentOfLimit: 60 },
      redisExporter: {
        enabled: true, image: layout.image('redis-exporter'), imagePullPolicy: 'IfNotPresent', port: METRICS.port,
        resources: resources(exporter), securityContext: { ...RESTRICTED_CONTAINER, runAsUser: 59000, runAsGroup: 59000 },
      },
      storage: { volumeClaimTemplate: { spec: claim(layout, storage) } },
    },
    pods: [{
      name: NAME, count: layout.replicas, labels, labelSource: LABEL_SOURCE, sizing: podSizing(server, exporter), containers: 2,
      ports: [REDIS, METRICS], peers: ['redis'], storage,
    }],
    services: [{ name: NAME, ports: [REDIS, METRICS] }, { name: `${NAME}-master`, ports: [REDIS] }, { name: `${NAME}-replica`, ports: [REDIS] }, { name: `${NAME}-headless`, ports: [REDIS] }],
    operator: { id: 'redis-operator', ports: [REDIS.port] },
  };
}

/** Watches the primary and moves it; the operator's `-master` Service follows. */
function sentinel(layout: Layout): CustomPart {
  const sizing = scaled(layout, WATCHER);
  const labels = { app: WATCHERS, redis_setup_type: 'sentinel', role: 'sentinel' };
  return {
    part: 'custom', apiVersion: 'redis.redis.opstreelabs.in/v1beta2', kind: 'RedisSentinel', name: NAME,
    spec: {
      clusterSize: 3,
      ...common(layout, sizing, labels, WATCHERS),
      redisSentinelConfig: {
        redisReplicationName: NAME, masterGroupName: 'session', redisPort: String(REDIS.port), quorum: '2',
        downAfterMilliseconds: '5000', failoverTimeout: '30000', parallelSyncs: '1',
        redisReplicationPassword: { secretKeyRef: { name: 'session-cache-auth', key: 'password' } },
      },
    },
    pods: [{ name: WATCHERS, count: 3, labels, labelSource: LABEL_SOURCE, sizing, containers: 1, ports: [SENTINEL], peers: ['sentinel'] }],
    services: [{ name: WATCHERS, ports: [SENTINEL] }, { name: `${WATCHERS}-headless`, ports: [SENTINEL] }],
    operator: { id: 'redis-operator', ports: [SENTINEL.port] },
  };
}

/** Shared HTTP sessions and single sign-on; apart from the cache, so that a full cache never signs anybody out. */
export const sessionCache: MiddlewareRow = {
  kind: 'session-cache', zh: '会话缓存', en: 'Session cache',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 3 },
  storage: '8Gi',
  exporter: { port: 'metrics', path: '/metrics' },
  images: { redis: { image: 'library/redis', tag: '7.4.5' }, 'redis-exporter': { image: 'oliver006/redis_exporter', tag: 'v1.74.0' } },
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'Redis',
      layout: (layout) => [
        { part: 'secret', name: 'session-cache-auth', keys: ['password'] },
        quietAccount(NAME),
        replication(layout),
        ...(layout.replicas > 1 ? [quietAccount(WATCHERS), sentinel(layout)] : []),
      ],
      endpoint: () => ({ service: `${NAME}-master`, ports: [REDIS], main: 'redis', pods: { app: NAME, redis_setup_type: 'replication', role: 'replication' } }),
    },
    alibaba: { mode: 'managed', product: 'ApsaraDB for Redis', ports: [REDIS] },
    tencent: { mode: 'managed', product: 'Redis (CRS)', ports: [REDIS] },
  },
  client: ({ tenant, service }, _edition, endpoint) => [{
    path: 'cache/session.properties',
    entries: [
      // the primary alone: Spring Session must read what it has just written
      ['session.redis.host', endpoint.split(':')[0] ?? ''],
      ['session.redis.password', `\${secret:${tenant}/${service}/session-cache#password}`],
      ['session.redis.database', '0'],
    ],
  }],
};
