import { PRODUCTION, replicas, resourcesOf, spread, totals, type Controller, type OperatorRow } from './operator.ts';
import { HARDENED, hardenedPod } from './security.ts';

const MANAGER: Controller = { replicas: 2, requests: { cpu: '200m', memory: '512Mi' }, limits: { cpu: '1', memory: '768Mi' } };
const TAG = '1.2.0';

export const strimzi: OperatorRow = {
  id: 'strimzi', chart: 'strimzi-kafka-operator', version: TAG, namespace: 'strimzi',
  groups: ['kafka.strimzi.io', 'core.strimzi.io'],
  ...totals(MANAGER),
  images: [{ image: 'strimzi/operator', tag: TAG }],
  values: (registry, site = PRODUCTION) => ({
    replicas: replicas(site, MANAGER),
    watchAnyNamespace: true,
    defaultImageRegistry: registry, defaultImageRepository: 'strimzi', defaultImageTag: TAG,
    kubernetesServiceDnsDomain: site.clusterDomain,
    // policies of this repository say who comes; the operator's own would open more beside them
    generateNetworkPolicy: false,
    podSecurityContext: hardenedPod(1001),
    securityContext: HARDENED,
    resources: resourcesOf(site, MANAGER),
    topologySpreadConstraints: spread({ name: 'strimzi-cluster-operator' }),
    podDisruptionBudget: { enabled: site.production, minAvailable: 1 },
  }),
};
