import { apart, podSizing, resources, RESTRICTED_CONTAINER, restrictedPod } from '../products/operator-pods.ts';
import type { Layout, MiddlewareRow, Part, Port, Product, Sizing } from '../contract.ts';
import { scaled } from '../products/sizing.ts';

const NAME = 'ingress';
const HTTP = { name: 'http', port: 80 };
const HTTPS = { name: 'https', port: 443 };
/** Envoy listens 10,000 above a well-known port, so that it needs no privilege. */
const LISTENS: readonly Port[] = [HTTP, HTTPS].map(({ name, port }) => ({ name, port: port + 10000 }));
const METRICS = { name: 'metrics', port: 19001 };
const LABELS = { 'app.kubernetes.io/name': 'envoy', 'gateway.envoyproxy.io/owning-gateway-name': NAME } as const;
const GATEWAY_API = 'gateway.networking.k8s.io/v1';
/** User of the project's images. */
const USER = 65532;
const TMP = { name: 'tmp', mountPath: '/tmp' };
/** Namespaces whose routes the Gateway takes. */
const ROUTES = { from: 'Selector', selector: { matchLabels: { 'champ.hsa/ingress': 'allowed' } } } as const;

const PROXY: Sizing = { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '4', memory: '2Gi' }, source: 'D: TLS of some thousand requests a second on one core; Envoy Gateway starts from 100m and 512Mi' };
const SHUTDOWN: Sizing = { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '100m', memory: '32Mi' }, source: 'Envoy Gateway, defaults of the shutdown manager in api/v1alpha1/shared_types.go' };

/** How Envoy runs, and how its Service is reached. */
function proxy(layout: Layout): Part {
  const { exposed, production } = layout;
  return {
    part: 'object', apiVersion: 'gateway.envoyproxy.io/v1alpha1', kind: 'EnvoyProxy', name: NAME,
    body: {
      spec: {
        provider: {
          type: 'Kubernetes',
          kubernetes: {
            envoyDeployment: {
              name: NAME,
              replicas: layout.replicas,
              pod: {
                ...apart(layout, LABELS),
                securityContext: restrictedPod(USER),
                volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
              },
              container: {
                image: layout.image('envoy'),
                resources: resources(scaled(layout, PROXY)),
                securityContext: RESTRICTED_CONTAINER,
                volumeMounts: [TMP],
              },
              // the container beside it shares the read-only root and leaves a mark when the connections are drained
              patch: { type: 'StrategicMerge', value: { spec: { template: { spec: { containers: [{ name: 'shutdown-manager', resources: resources(SHUTDOWN), volumeMounts: [TMP] }] } } } } },
            },
            ...(production ? { envoyPDB: { maxUnavailable: 1 } } : {}),
            envoyService: {
              name: NAME,
              ...(exposed ? {
                type: 'LoadBalancer', externalTrafficPolicy: 'Local', allocateLoadBalancerNodePorts: false,
                loadBalancerSourceRanges: exposed.sourceRanges, annotations: { 'metallb.io/loadBalancerIPs': exposed.address },
              } : { type: 'ClusterIP' }),
            },
          },
        },
        shutdown: { drainTimeout: '60s', minDrainDuration: '10s' },
        logging: { level: { default: 'warn' } },
      },
    },
  };
}

/** The Gateway itself; its certificate comes from the city's authority through the secret store. */
function gateway(layout: Layout): Part {
  return {
    part: 'custom', apiVersion: GATEWAY_API, kind: 'Gateway', name: NAME,
    spec: {
      gatewayClassName: layout.namespace,
      infrastructure: { parametersRef: { group: 'gateway.envoyproxy.io', kind: 'EnvoyProxy', name: NAME } },
      listeners: [
        { ...HTTP, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'Same' } } },
        {
          ...HTTPS, protocol: 'HTTPS', allowedRoutes: { namespaces: ROUTES },
          tls: { mode: 'Terminate', certificateRefs: [{ group: '', kind: 'Secret', name: `${NAME}-tls` }] },
        },
      ],
    },
    pods: [{
      name: NAME, count: layout.replicas, labels: LABELS,
      labelSource: 'Envoy Gateway, EnvoyAppLabel in internal/infrastructure/kubernetes/proxy/resource.go and GatewayOwnerLabels in internal/gatewayapi/helpers.go',
      sizing: podSizing(scaled(layout, PROXY), SHUTDOWN), containers: 2, ports: [...LISTENS, METRICS],
    }],
    services: [{ name: NAME, ports: [HTTP, HTTPS] }],
    operator: { id: 'envoy-gateway', ports: [], serves: [18000] },
  };
}

const ENVOY_GATEWAY: Product = {
  mode: 'self-hosted', product: 'Envoy Gateway (Gateway API)',
  layout: (layout) => [
    { part: 'secret', name: `${NAME}-tls`, type: 'kubernetes.io/tls', keys: ['tls.crt', 'tls.key'] },
    { part: 'object', apiVersion: GATEWAY_API, kind: 'GatewayClass', name: layout.namespace, body: { spec: { controllerName: 'gateway.envoyproxy.io/gatewayclass-controller' } } },
    proxy(layout),
    gateway(layout),
    {
      part: 'object', apiVersion: GATEWAY_API, kind: 'HTTPRoute', name: `${NAME}-to-https`,
      body: { spec: { parentRefs: [{ name: NAME, sectionName: 'http' }], rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] }] } },
    },
  ],
  // for those whom the environment exposes it to: no service calls it by its name
  endpoint: () => ({ service: NAME, ports: LISTENS, main: 'https', pods: LABELS }),
};

export const ingress: MiddlewareRow = {
  kind: NAME, zh: '入口控制器', en: 'Ingress / Gateway API',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 2 },
  // of the proxies; the controller's own are at /metrics of the same port
  exporter: { port: 'metrics', path: '/stats/prometheus' },
  images: { envoy: { image: 'envoyproxy/envoy', tag: 'distroless-v1.39.0' } },
  source: __filename,
  editions: { opensource: ENVOY_GATEWAY, alibaba: ENVOY_GATEWAY, tencent: ENVOY_GATEWAY },
};
