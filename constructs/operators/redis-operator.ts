import { imageAt, PRODUCTION, replicas, resourcesOf, totals, type Controller, type OperatorRow } from './operator.ts';
import { HARDENED, hardenedPod } from './security.ts';

const MANAGER: Controller = { replicas: 2, requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } };
const IMAGE = { image: 'opstree/redis-operator', tag: 'v0.26.0' };

export const redisOperator: OperatorRow = {
  id: 'redis-operator', chart: 'redis-operator', version: '0.26.1', namespace: 'redis-operator',
  groups: ['redis.redis.opstreelabs.in'],
  ...totals(MANAGER),
  images: [IMAGE],
  values: (registry, site = PRODUCTION) => {
    const { repository, tag } = imageAt(registry, IMAGE, site);
    return {
      redisOperator: { imageName: repository, imageTag: tag, initContainerImageTag: tag, imagePullPolicy: 'IfNotPresent', serviceDNSDomain: site.clusterDomain, webhook: false },
      // stock images hold no start script: the operator's init container writes the configuration
      featureGates: { GenerateConfigInInitContainer: true },
      replicas: replicas(site, MANAGER),
      resources: resourcesOf(site, MANAGER),
      podSecurityContext: hardenedPod(65532),
      securityContext: HARDENED,
    };
  },
};
