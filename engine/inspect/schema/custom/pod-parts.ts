import { core, list, map, object, partial } from '../schema.ts';

/** Parts of a pod that custom resources embed as Kubernetes defines them. */
export const resources = core('ResourceRequirements');
export const affinity = core('Affinity');
export const podSecurityContext = core('PodSecurityContext');
export const securityContext = core('SecurityContext');
export const probe = core('Probe');
export const env = list(core('EnvVar'), 'name');
export const envFrom = list(core('EnvFromSource'));
export const tolerations = list(core('Toleration'));
export const topologySpreadConstraints = list(core('TopologySpreadConstraint'));
export const volumes = list(core('Volume'), 'name');
export const volumeMounts = list(core('VolumeMount'), 'mountPath');
export const containers = list(core('Container'), 'name');
export const imagePullSecrets = list(core('LocalObjectReference'));
export const nodeSelector = map('string');
export const claimSpec = core('PersistentVolumeClaimSpec');

/** `spec.storage.volumeClaimTemplate` and the like. */
export const claimTemplate = object({ apiVersion: 'string', kind: 'string', metadata: object({ name: 'string', labels: map('string'), annotations: map('string') }), spec: claimSpec });

/** A pod template that the operator merges into its own, so that parts may be missing. */
export const partialPodTemplate = object({ metadata: '#meta.v1.ObjectMeta', spec: partial('PodSpec') });
