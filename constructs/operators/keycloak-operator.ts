import { imageAt, PRODUCTION, replicas, resourcesOf, totals, type Controller, type OperatorRow } from './operator.ts';
import { HARDENED, hardenedPod } from './security.ts';

const MANAGER: Controller = { replicas: 1, requests: { cpu: '100m', memory: '450Mi' }, limits: { cpu: '700m', memory: '450Mi' } };
const IMAGE = { image: 'keycloak/keycloak-operator', tag: '26.6.4' };
/** What a Keycloak runs that names no image. */
const SERVER_IMAGE = { image: 'keycloak/keycloak', tag: IMAGE.tag };

/**
 * The project publishes manifests and no chart: the chart registry holds its `kubernetes/cluster-wide` manifests of this
 * version, packed under this name, with these values. Community charts watch their own namespace only.
 */
export const keycloakOperator: OperatorRow = {
  id: 'keycloak-operator', chart: 'keycloak-operator', version: '26.6.4', namespace: 'keycloak-operator',
  groups: ['k8s.keycloak.org'],
  ...totals(MANAGER),
  images: [IMAGE, SERVER_IMAGE],
  values: (registry, site = PRODUCTION) => ({
    operator: {
      watchAllNamespaces: true,
      replicaCount: replicas(site, MANAGER),
      image: { ...imageAt(registry, IMAGE, site), pullPolicy: 'IfNotPresent' },
      config: { keycloakImage: imageAt(registry, SERVER_IMAGE, site) },
      podSecurityContext: hardenedPod(1000),
      securityContext: HARDENED,
      resources: resourcesOf(site, MANAGER),
    },
    keycloak: { enabled: false },
  }),
};
