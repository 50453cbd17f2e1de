/** An API version that the API server will not serve, or not for long. Sources: the deprecation guide and the lifecycle marks of k8s.io/api; for custom resources their products' release notes. */
export interface RetiredApi {
  readonly apiVersion: string;
  /** @default every kind of the version */
  readonly kinds?: readonly string[];
  /** First Kubernetes release that says so. */
  readonly deprecated: `1.${number}`;
  /** First release that does not serve it. @default it is served still */
  readonly removed?: `1.${number}`;
  /** What to write instead. @default nothing takes its place */
  readonly instead?: string;
}

export const RETIRED_APIS: readonly RetiredApi[] = [
  { apiVersion: 'extensions/v1beta1', kinds: ['Ingress'], deprecated: '1.14', removed: '1.22', instead: 'networking.k8s.io/v1' },
  { apiVersion: 'extensions/v1beta1', kinds: ['NetworkPolicy'], deprecated: '1.9', removed: '1.16', instead: 'networking.k8s.io/v1' },
  { apiVersion: 'extensions/v1beta1', deprecated: '1.8', removed: '1.16', instead: 'apps/v1' },
  { apiVersion: 'apps/v1beta1', deprecated: '1.9', removed: '1.16', instead: 'apps/v1' },
  { apiVersion: 'apps/v1beta2', deprecated: '1.9', removed: '1.16', instead: 'apps/v1' },
  { apiVersion: 'networking.k8s.io/v1beta1', kinds: ['Ingress', 'IngressClass'], deprecated: '1.19', removed: '1.22', instead: 'networking.k8s.io/v1' },
  { apiVersion: 'networking.k8s.io/v1beta1', kinds: ['IPAddress', 'ServiceCIDR'], deprecated: '1.34', removed: '1.37', instead: 'networking.k8s.io/v1' },
  { apiVersion: 'apiextensions.k8s.io/v1beta1', deprecated: '1.16', removed: '1.22', instead: 'apiextensions.k8s.io/v1' },
  { apiVersion: 'apiregistration.k8s.io/v1beta1', deprecated: '1.19', removed: '1.22', instead: 'apiregistration.k8s.io/v1' },
  { apiVersion: 'admissionregistration.k8s.io/v1beta1', kinds: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'], deprecated: '1.16', removed: '1.22', instead: 'admissionregistration.k8s.io/v1' },
  { apiVersion: 'admissionregistration.k8s.io/v1beta1', kinds: ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'], deprecated: '1.31', removed: '1.34', instead: 'admissionregistration.k8s.io/v1' },
  { apiVersion: 'authentication.k8s.io/v1beta1', kinds: ['TokenReview'], deprecated: '1.19', removed: '1.22', instead: 'authentication.k8s.io/v1' },
  { apiVersion: 'authorization.k8s.io/v1beta1', deprecated: '1.19', removed: '1.22', instead: 'authorization.k8s.io/v1' },
  { apiVersion: 'certificates.k8s.io/v1beta1', kinds: ['CertificateSigningRequest'], deprecated: '1.19', removed: '1.22', instead: 'certificates.k8s.io/v1' },
  { apiVersion: 'coordination.k8s.io/v1beta1', kinds: ['Lease'], deprecated: '1.19', removed: '1.22', instead: 'coordination.k8s.io/v1' },
  { apiVersion: 'rbac.authorization.k8s.io/v1alpha1', deprecated: '1.17', removed: '1.22', instead: 'rbac.authorization.k8s.io/v1' },
  { apiVersion: 'rbac.authorization.k8s.io/v1beta1', deprecated: '1.17', removed: '1.22', instead: 'rbac.authorization.k8s.io/v1' },
  { apiVersion: 'scheduling.k8s.io/v1beta1', kinds: ['PriorityClass'], deprecated: '1.14', removed: '1.22', instead: 'scheduling.k8s.io/v1' },
  { apiVersion: 'storage.k8s.io/v1beta1', kinds: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'], deprecated: '1.19', removed: '1.22', instead: 'storage.k8s.io/v1' },
  { apiVersion: 'storage.k8s.io/v1beta1', kinds: ['CSIStorageCapacity'], deprecated: '1.24', removed: '1.27', instead: 'storage.k8s.io/v1' },
  { apiVersion: 'storage.k8s.io/v1beta1', kinds: ['VolumeAttributesClass'], deprecated: '1.34', removed: '1.37', instead: 'storage.k8s.io/v1' },
  { apiVersion: 'batch/v1beta1', deprecated: '1.21', removed: '1.25', instead: 'batch/v1' },
  { apiVersion: 'batch/v2alpha1', deprecated: '1.20', removed: '1.21', instead: 'batch/v1' },
  { apiVersion: 'discovery.k8s.io/v1beta1', deprecated: '1.21', removed: '1.25', instead: 'discovery.k8s.io/v1' },
  { apiVersion: 'events.k8s.io/v1beta1', deprecated: '1.22', removed: '1.25', instead: 'events.k8s.io/v1' },
  { apiVersion: 'autoscaling/v2beta1', deprecated: '1.22', removed: '1.25', instead: 'autoscaling/v2' },
  { apiVersion: 'autoscaling/v2beta2', deprecated: '1.23', removed: '1.26', instead: 'autoscaling/v2' },
  { apiVersion: 'policy/v1beta1', kinds: ['PodDisruptionBudget'], deprecated: '1.21', removed: '1.25', instead: 'policy/v1' },
  { apiVersion: 'policy/v1beta1', kinds: ['PodSecurityPolicy'], deprecated: '1.21', removed: '1.25' },
  { apiVersion: 'node.k8s.io/v1beta1', deprecated: '1.22', removed: '1.25', instead: 'node.k8s.io/v1' },
  { apiVersion: 'flowcontrol.apiserver.k8s.io/v1alpha1', deprecated: '1.20', removed: '1.24', instead: 'flowcontrol.apiserver.k8s.io/v1' },
  { apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta1', deprecated: '1.23', removed: '1.26', instead: 'flowcontrol.apiserver.k8s.io/v1' },
  { apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta2', deprecated: '1.26', removed: '1.29', instead: 'flowcontrol.apiserver.k8s.io/v1' },
  { apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3', deprecated: '1.29', removed: '1.32', instead: 'flowcontrol.apiserver.k8s.io/v1' },
  { apiVersion: 'v1', kinds: ['ComponentStatus'], deprecated: '1.19' },
  { apiVersion: 'v1', kinds: ['Endpoints'], deprecated: '1.33', instead: 'discovery.k8s.io/v1 EndpointSlice' },
  // custom resources: no Kubernetes release decides, so they count for every one
  { apiVersion: 'external-secrets.io/v1alpha1', deprecated: '1.0', removed: '1.0', instead: 'external-secrets.io/v1' },
  { apiVersion: 'external-secrets.io/v1beta1', deprecated: '1.0', removed: '1.0', instead: 'external-secrets.io/v1' },
  ...['v1alpha2', 'v1alpha3', 'v1beta1'].map((version): RetiredApi => ({ apiVersion: `cert-manager.io/${version}`, deprecated: '1.0', removed: '1.0', instead: 'cert-manager.io/v1' })),
  { apiVersion: 'snapshot.storage.k8s.io/v1beta1', deprecated: '1.0', removed: '1.0', instead: 'snapshot.storage.k8s.io/v1' },
  { apiVersion: 'gateway.networking.k8s.io/v1alpha2', kinds: ['Gateway', 'GatewayClass', 'HTTPRoute'], deprecated: '1.0', removed: '1.0', instead: 'gateway.networking.k8s.io/v1' },
  { apiVersion: 'gateway.networking.k8s.io/v1beta1', kinds: ['Gateway', 'GatewayClass', 'HTTPRoute'], deprecated: '1.0', instead: 'gateway.networking.k8s.io/v1' },
];
