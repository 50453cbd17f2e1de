import { digestOf, PRODUCTION, replicas, resourcesOf, spread, totals, type Controller, type HelmValues, type OperatorRow } from './operator.ts';
import { HARDENED, hardenedPod } from './security.ts';

const MANAGER: Controller = { replicas: 2, requests: { cpu: '200m', memory: '512Mi' }, limits: { cpu: '1', memory: '768Mi' } };
const IMAGE = { image: 'strimzi/operator', tag: '1.2.0' };

export const strimzi: OperatorRow = {
  id: 'strimzi', chart: 'strimzi-kafka-operator', version: IMAGE.tag, namespace: 'strimzi',
  groups: ['kafka.strimzi.io', 'core.strimzi.io'],
  ...totals(MANAGER),
  images: [IMAGE],
  values: (registry, site = PRODUCTION) => {
    const digest = digestOf(site, IMAGE);
    // the chart takes either, and the digest before the tag
    const own: HelmValues = { image: digest ? { digest } : { tag: IMAGE.tag } };
    return {
      ...own, topicOperator: own, userOperator: own, kafkaInit: own,
      // its other images, such as brokers, are those that each resource names
      defaultImageRegistry: registry, defaultImageRepository: 'strimzi',
      replicas: replicas(site, MANAGER),
      watchAnyNamespace: true,
      kubernetesServiceDnsDomain: site.clusterDomain,
      // policies of this repository say who comes; the operator's own would open more beside them
      generateNetworkPolicy: false,
      podSecurityContext: hardenedPod(1001),
      securityContext: HARDENED,
      resources: resourcesOf(site, MANAGER),
      topologySpreadConstraints: spread({ name: 'strimzi-cluster-operator' }),
      podDisruptionBudget: { enabled: site.production, minAvailable: 1 },
    };
  },
};
