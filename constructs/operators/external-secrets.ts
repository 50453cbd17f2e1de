import { imageAt, PRODUCTION, replicas, resourcesOf, spread, totals, type Controller, type OperatorRow } from './operator.ts';
import { HARDENED, hardenedPod } from './security.ts';

const CONTROLLER: Controller = { replicas: 2, requests: { cpu: '200m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' } };
const WEBHOOK: Controller = { replicas: 2, requests: { cpu: '50m', memory: '96Mi' }, limits: { cpu: '500m', memory: '192Mi' } };
const CERTIFICATES: Controller = { replicas: 1, requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } };
const IMAGE = { image: 'external-secrets/external-secrets', tag: 'v2.9.0' };

/** Each namespace has a store of its own: nothing here reads for the whole cluster, and nothing writes into the store. */
export const externalSecrets: OperatorRow = {
  id: 'external-secrets', chart: 'external-secrets', version: '2.9.0', namespace: 'external-secrets',
  groups: ['external-secrets.io', 'generators.external-secrets.io'],
  ...totals(CONTROLLER, WEBHOOK, CERTIFICATES),
  images: [IMAGE],
  values: (registry, site = PRODUCTION) => {
    const image = { ...imageAt(registry, IMAGE, site), pullPolicy: 'IfNotPresent' };
    const security = { podSecurityContext: { enabled: true, ...hardenedPod(1000) }, securityContext: { enabled: true, ...HARDENED, runAsUser: 1000 } };
    const budget = { podDisruptionBudget: { enabled: site.production, minAvailable: 1 } };
    const part = (name: string, controller: Controller) => ({
      image, ...security, replicaCount: replicas(site, controller), resources: resourcesOf(site, controller), topologySpreadConstraints: spread({ 'app.kubernetes.io/name': name }),
    });
    return {
      ...part('external-secrets', CONTROLLER), ...budget,
      leaderElect: true,
      installCRDs: true,
      crds: { createClusterExternalSecret: false, createClusterSecretStore: false, createClusterGenerator: false, createClusterPushSecret: false, createPushSecret: false },
      processClusterExternalSecret: false, processClusterStore: false, processClusterGenerator: false, processClusterPushSecret: false, processPushSecret: false,
      webhook: { ...part('external-secrets-webhook', WEBHOOK), ...budget },
      certController: part('external-secrets-cert-controller', CERTIFICATES),
    };
  },
};
