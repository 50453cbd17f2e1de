import { digestOf, PRODUCTION, replicas, resourcesOf, spread, totals, type Controller, type OperatorRow } from './operator.ts';
import { HARDENED, hardenedPod } from './security.ts';

const CONTROLLER: Controller = { replicas: 2, requests: { cpu: '100m', memory: '192Mi' }, limits: { cpu: '500m', memory: '384Mi' } };
const WEBHOOK: Controller = { replicas: 2, requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '128Mi' } };
const INJECTOR: Controller = { replicas: 1, requests: { cpu: '50m', memory: '192Mi' }, limits: { cpu: '500m', memory: '384Mi' } };
const TAG = 'v1.21.1';
const image = (name: string) => ({ image: `jetstack/cert-manager-${name}`, tag: TAG });

export const certManager: OperatorRow = {
  id: 'cert-manager', chart: 'cert-manager', version: TAG, namespace: 'cert-manager',
  groups: ['cert-manager.io', 'acme.cert-manager.io'],
  ...totals(CONTROLLER, WEBHOOK, INJECTOR),
  images: ['controller', 'webhook', 'cainjector'].map(image),
  values: (registry, site = PRODUCTION) => {
    const part = (name: string, controller: Controller) => ({
      replicaCount: replicas(site, controller), resources: resourcesOf(site, controller), image: { pullPolicy: 'IfNotPresent', tag: TAG, digest: digestOf(site, image(name)) ?? '' },
      securityContext: hardenedPod(1000), containerSecurityContext: HARDENED,
      topologySpreadConstraints: spread({ 'app.kubernetes.io/component': name }), podDisruptionBudget: { enabled: site.production && controller.replicas > 1, minAvailable: 1 },
    });
    return {
      imageRegistry: registry, imageNamespace: 'jetstack',
      global: { leaderElection: { namespace: 'cert-manager' } },
      crds: { enabled: true, keep: true },
      ...part('controller', CONTROLLER),
      webhook: part('webhook', WEBHOOK),
      cainjector: part('cainjector', INJECTOR),
      startupapicheck: { enabled: false },
    };
  },
};
