import type { MiddlewareRow, Port, Product, Sizing } from '../contract.ts';
import { scaled } from '../products/sizing.ts';

const NAME = 'config-reloader';
const HTTP: Port = { name: 'http', port: 9090 };

const WATCHER: Sizing = { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' }, source: 'D: some 600 ConfigMaps in its cache; the chart documents 10m and 128Mi' };

/**
 * Rolls the services with `hotReload` when their ConfigMap changes: it watches their namespaces and may change their
 * Deployments, no others, so without such a service there is nothing to run. It neither reads Secrets, since one pod that
 * may is one pod that knows them all, nor Jobs: a changed secret rolls its services with the release that names it.
 */
const RELOADER: Product = {
  mode: 'self-hosted', product: 'Reloader',
  layout: (layout) => {
    const services = [...new Set(layout.holdings.map(({ service }) => service))].sort();
    const namespaces = [...new Set(layout.holdings.map(({ namespace }) => namespace))].sort();
    if (services.length === 0) return [];
    return [{
      part: 'workload', name: NAME, workload: 'Deployment', replicas: layout.replicas, image: 'reloader', user: 65532,
      args: [
        '--log-format=json',
        // an annotation of the pod template: a variable would be drift that ArgoCD takes back
        '--reload-strategy=annotations',
        `--namespaces=${namespaces.join()}`,
        '--resources-to-ignore=secrets',
        '--ignored-workload-types=jobs,cronjobs',
      ],
      ports: [HTTP],
      readiness: { type: 'http', port: 'http', path: '/metrics' },
      liveness: { type: 'http', port: 'http', path: '/live' },
      api: {
        cluster: false,
        namespaces,
        rules: [
          { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list', 'watch'] },
          { apiGroups: ['apps'], resources: ['daemonsets', 'deployments', 'statefulsets'], verbs: ['get', 'list'] },
          { apiGroups: ['apps'], resources: ['deployments'], verbs: ['patch', 'update'], resourceNames: services },
          { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
        ],
      },
      sizing: scaled(layout, WATCHER),
    }];
  },
  endpoint: () => undefined,
};

export const configReloader: MiddlewareRow = {
  kind: NAME, zh: '配置热更新', en: 'Config hot reload',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 1 },
  exporter: { port: 'http', path: '/metrics' },
  images: { reloader: { image: 'stakater/reloader', tag: 'v1.4.21' } },
  source: __filename,
  editions: { opensource: RELOADER, alibaba: RELOADER, tencent: RELOADER },
};
