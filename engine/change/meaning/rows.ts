import type { MeaningKind } from '../change.ts';

type Row = readonly [kind: MeaningKind, names: string];

const table = (...rows: readonly Row[]): Readonly<Record<string, MeaningKind>> =>
  Object.fromEntries(rows.flatMap(([kind, names]) => names.trim().split(/\s+/).map((name) => [name, kind] as const)));

/** `group/Kind` -> the concern of all its fields but metadata. */
export const PURE = table(
  ['exposure', '/Service /Endpoints networking.k8s.io/NetworkPolicy networking.k8s.io/Ingress networking.k8s.io/IngressClass discovery.k8s.io/EndpointSlice gateway.networking.k8s.io/Gateway gateway.networking.k8s.io/GatewayClass gateway.networking.k8s.io/HTTPRoute gateway.networking.k8s.io/GRPCRoute gateway.networking.k8s.io/TCPRoute gateway.networking.k8s.io/TLSRoute gateway.networking.k8s.io/UDPRoute gateway.networking.k8s.io/ReferenceGrant networking.istio.io/VirtualService networking.istio.io/ServiceEntry networking.istio.io/DestinationRule networking.istio.io/Sidecar networking.istio.io/Gateway metallb.io/IPAddressPool metallb.io/L2Advertisement'],
  ['access', 'rbac.authorization.k8s.io/Role rbac.authorization.k8s.io/ClusterRole rbac.authorization.k8s.io/RoleBinding rbac.authorization.k8s.io/ClusterRoleBinding security.istio.io/AuthorizationPolicy'],
  ['quota', '/ResourceQuota /LimitRange'],
  ['schedule', 'scheduling.k8s.io/PriorityClass'],
  ['scale', 'autoscaling/HorizontalPodAutoscaler autoscaling.k8s.io/VerticalPodAutoscaler keda.sh/ScaledObject policy/PodDisruptionBudget'],
  ['policy', 'admissionregistration.k8s.io/ValidatingAdmissionPolicy admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding admissionregistration.k8s.io/MutatingAdmissionPolicy admissionregistration.k8s.io/MutatingAdmissionPolicyBinding admissionregistration.k8s.io/ValidatingWebhookConfiguration admissionregistration.k8s.io/MutatingWebhookConfiguration kyverno.io/ClusterPolicy kyverno.io/Policy'],
  ['delivery', 'argoproj.io/Application argoproj.io/AppProject argoproj.io/ApplicationSet'],
  ['secret', '/Secret bitnami.com/SealedSecret external-secrets.io/ExternalSecret external-secrets.io/ClusterExternalSecret external-secrets.io/SecretStore external-secrets.io/ClusterSecretStore external-secrets.io/PushSecret'],
  ['security', 'security.istio.io/PeerAuthentication security.istio.io/RequestAuthentication cert-manager.io/Certificate cert-manager.io/Issuer cert-manager.io/ClusterIssuer node.k8s.io/RuntimeClass'],
  ['storage', '/PersistentVolumeClaim /PersistentVolume storage.k8s.io/StorageClass storage.k8s.io/CSIDriver storage.k8s.io/VolumeAttributesClass snapshot.storage.k8s.io/VolumeSnapshotClass velero.io/BackupStorageLocation velero.io/Schedule velero.io/VolumeSnapshotLocation'],
  ['health', 'monitoring.coreos.com/PrometheusRule monitoring.coreos.com/ServiceMonitor monitoring.coreos.com/PodMonitor monitoring.coreos.com/Probe monitoring.coreos.com/AlertmanagerConfig'],
);

/** Key -> concern of the field and of all below it, in any kind that is not pure. */
export const KEYS = table(
  ['image', 'image imageRepository imagePullPolicy imageTag flinkVersion clusterVersion metadataVersion'],
  ['secret', 'secret secretKeyRef secretRef secretName secrets imagePullSecrets secretKey authentication'],
  ['scale', 'replicas instances clusterSize count partitions parallelism completions minReplicas maxReplicas pdb podDisruptionBudget'],
  ['resources', 'jvmOptions resizePolicy ephemeralStorage'],
  ['storage', 'volumeClaimTemplates volumeClaimTemplate datadirVolumeClaimTemplate persistentVolumeClaimRetentionPolicy persistentVolumeClaim storage storageClassName volumeMounts volumeDevices emptyDir ephemeral csi nfs retention retentionSize sizeLimit accessModes deleteClaim persistenceEnabled backupProfiles backupSchedules tmpDirSizeLimit volumeClaimDeletePolicy'],
  ['schedule', 'affinity nodeSelector tolerations topologySpreadConstraints priorityClassName schedulerName nodeName scheduling preemptionPolicy schedule timeZone suspend concurrencyPolicy startingDeadlineSeconds activeDeadlineSeconds ttlSecondsAfterFinished backoffLimit successfulJobsHistoryLimit failedJobsHistoryLimit'],
  ['health', 'livenessProbe readinessProbe startupProbe lifecycle terminationGracePeriodSeconds minReadySeconds progressDeadlineSeconds strategy updateStrategy podManagementPolicy revisionHistoryLimit restartPolicy paused metrics alerting logging'],
  ['security', 'securityContext podSecurityContext automountServiceAccountToken hostNetwork hostPID hostIPC hostUsers shareProcessNamespace enableServiceLinks runtimeClassName seccompProfile appArmorProfile hostPath hostPort procMount readOnlyRootFilesystem tls tlsUseSelfSigned'],
  ['exposure', 'ports hostname hostAliases dnsPolicy dnsConfig listeners ingress networkPolicy http httpManagement service services externalIPs loadBalancerIP proxy peers redisPort port serviceName'],
  ['access', 'authorization serviceAccountName serviceAccount acls'],
  ['config', 'configMap configMapRef configMapKeyRef config mycnf flinkConfiguration logConfiguration redisConfig redisSentinelConfig additionalOptions configuration args command workingDir job'],
  ['quota', 'quotas'],
  ['metadata', 'selector'],
);

/** Keys that hold others: their concern where nothing in them says another. */
export const WEAK = table(['config', 'env envFrom projected sources'], ['storage', 'volumes']);

/** `group/Kind` or group -> concern of what no row knows. */
export const FALLBACK = table(
  ['access', '/ServiceAccount rbac.authorization.k8s.io'],
  ['exposure', 'networking.k8s.io gateway.networking.k8s.io gateway.envoyproxy.io networking.istio.io metallb.io discovery.k8s.io'],
  ['storage', 'storage.k8s.io snapshot.storage.k8s.io velero.io'],
  ['health', 'monitoring.coreos.com'],
  ['delivery', 'argoproj.io'],
  ['security', 'security.istio.io cert-manager.io'],
  ['secret', 'external-secrets.io'],
  ['policy', 'admissionregistration.k8s.io kyverno.io templates.gatekeeper.sh constraints.gatekeeper.sh apiextensions.k8s.io'],
  ['schedule', 'scheduling.k8s.io'],
  ['scale', 'policy autoscaling keda.sh'],
  ['metadata', '/Namespace'],
);
