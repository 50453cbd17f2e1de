import { imageAt, PRODUCTION, replicas, resourcesOf, spread, totals, type Controller, type OperatorRow } from './operator.ts';
import { HARDENED, hardenedPod } from './security.ts';

const SERVER: Controller = { replicas: 2, requests: { cpu: '100m', memory: '200Mi' }, limits: { cpu: '1', memory: '512Mi' } };
const IMAGE = { image: 'metrics-server/metrics-server', tag: 'v0.8.1' };

/** Where autoscalers read from. Kubelets and the API server both verify it, and it verifies them. */
export const metricsServer: OperatorRow = {
  id: 'metrics-server', chart: 'metrics-server', version: '3.13.1', namespace: 'metrics-server',
  groups: [],
  requires: ['cert-manager'],
  ...totals(SERVER),
  images: [IMAGE],
  values: (registry, site = PRODUCTION) => ({
    image: { ...imageAt(registry, IMAGE, site), pullPolicy: 'IfNotPresent' },
    replicas: replicas(site, SERVER),
    resources: resourcesOf(site, SERVER),
    podSecurityContext: hardenedPod(1000),
    securityContext: HARDENED,
    topologySpreadConstraints: spread({ 'app.kubernetes.io/name': 'metrics-server' }),
    podDisruptionBudget: { enabled: site.production, minAvailable: 1 },
    apiService: { create: true, insecureSkipTLSVerify: false },
    tls: { type: 'cert-manager', clusterDomain: site.clusterDomain },
  }),
};
