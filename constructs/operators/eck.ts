import { imageAt, PRODUCTION, replicas, resourcesOf, totals, type Controller, type OperatorRow } from './operator.ts';
import { HARDENED, hardenedPod } from './security.ts';

const MANAGER: Controller = { replicas: 1, requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '1Gi' } };
const IMAGE = { image: 'eck/eck-operator', tag: '3.5.0' };

export const eck: OperatorRow = {
  id: 'eck', chart: 'eck-operator', version: '3.5.0', namespace: 'elastic-system',
  groups: ['elasticsearch.k8s.elastic.co', 'kibana.k8s.elastic.co'],
  ...totals(MANAGER),
  images: [IMAGE],
  values: (registry, site = PRODUCTION) => ({
    replicaCount: replicas(site, MANAGER),
    image: { ...imageAt(registry, IMAGE, site), pullPolicy: 'IfNotPresent' },
    resources: resourcesOf(site, MANAGER),
    podSecurityContext: hardenedPod(1001),
    securityContext: HARDENED,
    telemetry: { disabled: true },
    config: { containerRegistry: registry, exposedNodeLabels: [] },
    webhook: { enabled: true, manageCerts: true, failurePolicy: 'Ignore' },
    podMonitor: { enabled: false },
    serviceMonitor: { enabled: false },
  }),
};
