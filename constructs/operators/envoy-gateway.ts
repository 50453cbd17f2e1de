import { PRODUCTION, referenceOf, replicas, resourcesOf, spread, totals, type Controller, type OperatorRow } from './operator.ts';
import { HARDENED, hardenedPod } from './security.ts';

const MANAGER: Controller = { replicas: 2, requests: { cpu: '200m', memory: '512Mi' }, limits: { cpu: '1', memory: '1Gi' } };
const CERTIFICATES: Controller = { replicas: 0, requests: { cpu: '20m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } };
const USER = 65532;
const IMAGE = { image: 'envoyproxy/gateway', tag: 'v1.9.0' };

/** Proxies run in the namespace of their Gateway, under its quota and policies, not beside the controller. */
export const envoyGateway: OperatorRow = {
  id: 'envoy-gateway', chart: 'gateway-helm', version: IMAGE.tag, namespace: 'envoy-gateway-system',
  groups: ['gateway.networking.k8s.io', 'gateway.envoyproxy.io'],
  ...totals(MANAGER),
  images: [IMAGE],
  values: (registry, site = PRODUCTION) => ({
    // the chart puts imageRegistry in place of a reference's host
    global: { imageRegistry: registry, images: { envoyGateway: { image: referenceOf(registry.split('/')[0] ?? registry, IMAGE, site), pullPolicy: 'IfNotPresent' } } },
    kubernetesClusterDomain: site.clusterDomain,
    config: { envoyGateway: { provider: { type: 'Kubernetes', kubernetes: { deploy: { type: 'GatewayNamespace' } } }, extensionApis: { enableEnvoyPatchPolicy: false, enableBackend: false } } },
    deployment: {
      replicas: replicas(site, MANAGER),
      envoyGateway: { resources: resourcesOf(site, MANAGER), securityContext: { ...HARDENED, runAsUser: USER, runAsGroup: USER } },
      pod: { securityContext: hardenedPod(USER), topologySpreadConstraints: spread({ 'control-plane': 'envoy-gateway' }) },
    },
    certgen: { job: { resources: resourcesOf(site, CERTIFICATES) } },
    podDisruptionBudget: { minAvailable: site.production ? 1 : 0 },
  }),
};
