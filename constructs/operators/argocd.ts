import { ARGOCD_CM, ARGOCD_PARAMS } from './argocd-settings.ts';
import { imageAt, PRODUCTION, replicas, resourcesOf, totals, type Controller, type OperatorRow } from './operator.ts';
import { HARDENED } from './security.ts';

const CONTROLLER: Controller = { replicas: 1, requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '4', memory: '4Gi' } };
const SERVER: Controller = { replicas: 2, requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' } };
const RENDERER: Controller = { replicas: 2, requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '2', memory: '1Gi' } };
const CACHE: Controller = { replicas: 1, requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } };
/** Runs for seconds, or not at all. */
const TOOL: Controller = { replicas: 0, requests: { cpu: '20m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } };
const IMAGE = { image: 'argoproj/argocd', tag: 'v3.4.4' };
const REDIS = { image: 'library/redis', tag: '8.2.3-alpine' };

/** Renders plain files and charts of operators and nothing else, and runs no commands in pods. */
export const argocd: OperatorRow = {
  id: 'argocd', chart: 'argo-cd', version: '10.1.1', namespace: 'argocd',
  groups: ['argoproj.io'],
  ...totals(CONTROLLER, SERVER, RENDERER, CACHE),
  images: [IMAGE, REDIS],
  values: (registry, site = PRODUCTION) => {
    const budget = (controller: Controller) => ({ enabled: site.production && controller.replicas > 1, maxUnavailable: 1 });
    const part = (controller: Controller) => ({ replicas: replicas(site, controller), resources: resourcesOf(site, controller), containerSecurityContext: HARDENED, pdb: budget(controller) });
    return {
      global: { image: { ...imageAt(registry, IMAGE, site), imagePullPolicy: 'IfNotPresent' }, networkPolicy: { create: true, defaultDenyIngress: true } },
      crds: { install: true, keep: true },
      // the health checks and the roles come with the zone
      configs: { cm: ARGOCD_CM, params: Object.fromEntries(Object.entries(ARGOCD_PARAMS).map(([key, { value }]) => [key, value])) },
      controller: part(CONTROLLER),
      server: part(SERVER),
      repoServer: part(RENDERER),
      redis: { image: imageAt(registry, REDIS, site), resources: resourcesOf(site, CACHE) },
      redisSecretInit: { resources: resourcesOf(site, TOOL) },
      // Applications are rendered here, people sign in through the estate's own identity provider, and alerts are Prometheus' matter
      applicationSet: { replicas: 0, resources: resourcesOf(site, TOOL) },
      dex: { enabled: false },
      notifications: { enabled: false },
    };
  },
};
