import type { CustomPart, Layout, MiddlewareRow, Part, Port, Sizing } from '../contract.ts';
import { apart, claim, podSizing, quietAccount, resources, RESTRICTED_CONTAINER, restrictedPod } from '../products/operator-pods.ts';
import { scaled } from '../products/sizing.ts';

const REDIS: Port = { name: 'redis', port: 6379 };
const BUS: Port = { name: 'bus', port: 16379 };
const METRICS: Port = { name: 'metrics', port: 9121 };
const PORTS: readonly Port[] = [REDIS, BUS, METRICS];
const USER = 1000;
const NAME = 'cache';

const SERVER: Sizing = { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '2', memory: '4Gi' }, source: 'D: 1.5 GiB of data per leader, and as much again while a snapshot is written' };
const EXPORTER: Sizing = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' }, source: 'D: one scrape every half minute' };

/** Leaders share the keys, each with a follower on another host in production. */
function layOut(layout: Layout): readonly Part[] {
  const leaders = Math.max(1, Math.floor(layout.replicas / 2));
  const followers = layout.replicas > 1 ? leaders : 0;
  const [server, exporter] = [scaled(layout, SERVER), scaled(layout, EXPORTER)];
  const labels = (role: 'leader' | 'follower') => ({ app: `${NAME}-${role}`, redis_setup_type: 'cluster', role });
  const pods = (role: 'leader' | 'follower', count: number): CustomPart['pods'][number] => ({
    name: `${NAME}-${role}`, count, labels: labels(role), labelSource: 'OT redis-operator, GetRedisLabels in internal/controller/common/labels.go',
    sizing: podSizing(server, exporter), containers: 2, ports: PORTS, peers: ['redis', 'bus'], storage: layout.storage,
  });
  const role = (name: 'leader' | 'follower', replicas: number) => ({ replicas, securityContext: RESTRICTED_CONTAINER, pdb: { enabled: replicas > 1, maxUnavailable: 1 }, ...apart(layout, labels(name)) });
  return [
    { part: 'secret', name: `${NAME}-auth`, keys: ['password'] },
    quietAccount(NAME),
    {
      part: 'custom', apiVersion: 'redis.redis.opstreelabs.in/v1beta2', kind: 'RedisCluster', name: NAME,
      spec: {
        clusterSize: leaders,
        clusterVersion: 'v7',
        persistenceEnabled: true,
        kubernetesConfig: {
          image: layout.image('redis'), imagePullPolicy: 'IfNotPresent', resources: resources(server),
          redisSecret: { name: `${NAME}-auth`, key: 'password' },
        },
        initContainer: { enabled: false, image: layout.image('redis'), securityContext: RESTRICTED_CONTAINER },
        podSecurityContext: restrictedPod(USER),
        serviceAccountName: NAME,
        redisLeader: role('leader', leaders),
        redisFollower: role('follower', followers),
        redisExporter: {
          enabled: true, image: layout.image('redis-exporter'), imagePullPolicy: 'IfNotPresent', port: METRICS.port,
          resources: resources(exporter), securityContext: { ...RESTRICTED_CONTAINER, runAsUser: 59000, runAsGroup: 59000 },
        },
        storage: { volumeClaimTemplate: { spec: claim(layout, layout.storage ?? '1Gi') } },
      },
      pods: [pods('leader', leaders), ...(followers ? [pods('follower', followers)] : [])],
      services: [{ name: `${NAME}-leader`, ports: [REDIS, METRICS] }, { name: `${NAME}-follower`, ports: [REDIS, METRICS] }],
      operator: { id: 'redis-operator', ports: [REDIS.port] },
    },
  ];
}

export const cache: MiddlewareRow = {
  kind: NAME, zh: '分布式缓存', en: 'Distributed cache',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 6 },
  storage: '20Gi',
  exporter: { port: 'metrics', path: '/metrics' },
  images: { redis: { image: 'library/redis', tag: '7.4.5' }, 'redis-exporter': { image: 'oliver006/redis_exporter', tag: 'v1.74.0' } },
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'Redis Cluster',
      layout: layOut,
      endpoint: () => ({ service: `${NAME}-leader`, ports: [REDIS], main: 'redis', pods: { redis_setup_type: 'cluster' } }),
    },
    alibaba: { mode: 'managed', product: 'ApsaraDB for Redis', ports: [REDIS] },
    tencent: { mode: 'managed', product: 'Redis (CRS)', ports: [REDIS] },
  },
  client: (holding) => [{
    path: 'cache/cache.properties',
    entries: [
      ['cache.cluster0.cacheName', 'hsaf-redis'],
      ['cache.cluster0.nodes', '${endpoint:cache:redis}'],
      ['cache.cluster0.password', `\${secret:${holding.tenant}/${holding.service}/cache#password}`],
    ],
  }],
};
