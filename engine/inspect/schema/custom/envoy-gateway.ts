import { group, list, map, object, oneOf } from '../schema.ts';
import { affinity, podSecurityContext, resources, securityContext, topologySpreadConstraints, volumeMounts, volumes } from './pod-parts.ts';

const deployment = object({
  name: 'string',
  replicas: 'integer',
  pod: object({ labels: map('string'), annotations: map('string'), securityContext: podSecurityContext, affinity, topologySpreadConstraints, volumes }),
  container: object({ image: 'string', resources, securityContext, volumeMounts }),
  patch: object({ type: oneOf('StrategicMerge', 'JSONMerge'), value: 'any' }, ['value']),
});

const service = object({
  name: 'string',
  type: oneOf('ClusterIP', 'LoadBalancer', 'NodePort'),
  externalTrafficPolicy: oneOf('Cluster', 'Local'),
  allocateLoadBalancerNodePorts: 'boolean',
  loadBalancerSourceRanges: list('string'),
  annotations: map('string'),
});

/** Envoy Gateway: how the proxies of a Gateway run. */
export const envoyGateway = group('gateway.envoyproxy.io/v1alpha1', {
  EnvoyProxy: {
    plural: 'envoyproxies',
    spec: object({
      provider: object({
        type: oneOf('Kubernetes', 'Host'),
        kubernetes: object({
          useListenerPortAsContainerPort: 'boolean',
          envoyDeployment: deployment,
          envoyService: service,
          envoyPDB: object({ minAvailable: 'int-or-string', maxUnavailable: 'int-or-string' }),
        }),
      }, ['type']),
      shutdown: object({ drainTimeout: 'string', minDrainDuration: 'string' }),
      logging: object({ level: map('string') }),
    }),
  },
});
