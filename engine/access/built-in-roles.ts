/**
 * The ClusterRoles and Roles that an API server of Kubernetes 1.36 makes by itself: no repository holds them, every binding may
 * name them. Source: the bootstrap policy of the API server.
 */
import type { AccessRule } from './rule.ts';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const EVENTS = ['', 'events.k8s.io'];

const rule = (verbs: readonly string[], apiGroups: readonly string[], ...resources: readonly string[]): AccessRule => ({ apiGroups, resources, verbs, resourceNames: [], nonResourceURLs: [] });
const urls = (...nonResourceURLs: readonly string[]): AccessRule => ({ apiGroups: [], resources: [], verbs: ['get'], resourceNames: [], nonResourceURLs });

/** What `view` aggregates: everything in a namespace that is no secret and no role. */
const VIEW: readonly AccessRule[] = [
  rule(READ, [''], 'configmaps', 'endpoints', 'persistentvolumeclaims', 'persistentvolumeclaims/status', 'pods', 'replicationcontrollers', 'replicationcontrollers/scale', 'serviceaccounts', 'services', 'services/status'),
  rule(READ, [''], 'bindings', 'limitranges', 'namespaces', 'namespaces/status', 'pods/log', 'pods/status', 'replicationcontrollers/status', 'resourcequotas', 'resourcequotas/status'),
  rule(READ, EVENTS, 'events'),
  rule(READ, ['discovery.k8s.io'], 'endpointslices'),
  rule(READ, ['apps'], 'controllerrevisions', 'daemonsets', 'daemonsets/status', 'deployments', 'deployments/scale', 'deployments/status', 'replicasets', 'replicasets/scale', 'replicasets/status', 'statefulsets', 'statefulsets/scale', 'statefulsets/status'),
  rule(READ, ['autoscaling'], 'horizontalpodautoscalers', 'horizontalpodautoscalers/status'),
  rule(READ, ['batch'], 'cronjobs', 'cronjobs/status', 'jobs', 'jobs/status'),
  rule(READ, ['extensions'], 'daemonsets', 'daemonsets/status', 'deployments', 'deployments/scale', 'deployments/status', 'ingresses', 'ingresses/status', 'networkpolicies', 'replicasets', 'replicasets/scale', 'replicasets/status', 'replicationcontrollers/scale'),
  rule(READ, ['policy'], 'poddisruptionbudgets', 'poddisruptionbudgets/status'),
  rule(READ, ['networking.k8s.io'], 'ingresses', 'ingresses/status', 'networkpolicies'),
  rule(READ, ['resource.k8s.io'], 'resourceclaims', 'resourceclaims/status', 'resourceclaimtemplates'),
];

/** What `edit` adds: workloads, Secrets, exec, and every ServiceAccount of the namespace. */
const EDIT: readonly AccessRule[] = [
  rule(READ, [''], 'pods/attach', 'pods/exec', 'pods/portforward', 'pods/proxy', 'secrets', 'services/proxy'),
  rule(['impersonate'], [''], 'serviceaccounts'),
  rule(WRITE, [''], 'pods', 'pods/attach', 'pods/exec', 'pods/portforward', 'pods/proxy'),
  rule(['create'], [''], 'pods/eviction', 'serviceaccounts/token'),
  rule(WRITE, [''], 'configmaps', 'persistentvolumeclaims', 'replicationcontrollers', 'replicationcontrollers/scale', 'secrets', 'serviceaccounts', 'services', 'services/proxy'),
  rule(WRITE, EVENTS, 'events'),
  rule(WRITE, ['apps'], 'daemonsets', 'deployments', 'deployments/rollback', 'deployments/scale', 'replicasets', 'replicasets/scale', 'statefulsets', 'statefulsets/scale'),
  rule(WRITE, ['autoscaling'], 'horizontalpodautoscalers'),
  rule(WRITE, ['batch'], 'cronjobs', 'jobs'),
  rule(WRITE, ['extensions'], 'daemonsets', 'deployments', 'deployments/rollback', 'deployments/scale', 'ingresses', 'networkpolicies', 'replicasets', 'replicasets/scale', 'replicationcontrollers/scale'),
  rule(WRITE, ['policy'], 'poddisruptionbudgets'),
  rule(WRITE, ['networking.k8s.io'], 'ingresses', 'networkpolicies'),
  rule([...READ, ...WRITE], ['coordination.k8s.io'], 'leases'),
  rule(WRITE, ['resource.k8s.io'], 'resourceclaims', 'resourceclaimtemplates'),
];

/** What `admin` adds: the roles and bindings of the namespace. */
const ADMIN: readonly AccessRule[] = [
  rule(['create'], ['authorization.k8s.io'], 'localsubjectaccessreviews'),
  rule([...READ, ...WRITE], ['rbac.authorization.k8s.io'], 'rolebindings', 'roles'),
];

export const EVERYTHING: readonly AccessRule[] = [rule(['*'], ['*'], '*'), { ...urls('*'), verbs: ['*'] }];

/** Built-in ClusterRoles whose rules are known here; `null` for the others, which are for the parts of Kubernetes itself. */
export const BUILT_IN_ROLES: ReadonlyMap<string, readonly AccessRule[] | null> = new Map<string, readonly AccessRule[] | null>([
  ['cluster-admin', EVERYTHING],
  ['admin', [...ADMIN, ...EDIT, ...VIEW]],
  ['edit', [...EDIT, ...VIEW]],
  ['view', VIEW],
  ['system:aggregate-to-admin', ADMIN],
  ['system:aggregate-to-edit', EDIT],
  ['system:aggregate-to-view', VIEW],
  ['system:auth-delegator', [rule(['create'], ['authentication.k8s.io'], 'tokenreviews'), rule(['create'], ['authorization.k8s.io'], 'subjectaccessreviews')]],
  ['system:basic-user', [rule(['create'], ['authorization.k8s.io'], 'selfsubjectaccessreviews', 'selfsubjectrulesreviews'), rule(['create'], ['authentication.k8s.io'], 'selfsubjectreviews')]],
  ['system:discovery', [urls('/api', '/api/*', '/apis', '/apis/*', '/healthz', '/livez', '/openapi', '/openapi/*', '/readyz', '/version', '/version/')]],
  ['system:monitoring', [urls('/flagz', '/healthz', '/healthz/*', '/livez', '/livez/*', '/metrics', '/metrics/slis', '/readyz', '/readyz/*', '/statusz'), rule(['get'], [''], 'nodes/metrics')]],
  ['system:public-info-viewer', [urls('/healthz', '/livez', '/readyz', '/version', '/version/')]],
  ['system:service-account-issuer-discovery', [urls('/.well-known/openid-configuration', '/.well-known/openid-configuration/', '/openid/v1/jwks', '/openid/v1/jwks/')]],
  ...[
    'certificates.k8s.io:certificatesigningrequests:nodeclient', 'certificates.k8s.io:certificatesigningrequests:selfnodeclient',
    'certificates.k8s.io:kube-apiserver-client-approver', 'certificates.k8s.io:kube-apiserver-client-kubelet-approver',
    'certificates.k8s.io:kubelet-serving-approver', 'certificates.k8s.io:legacy-unknown-approver',
    'heapster', 'kube-aggregator', 'kube-controller-manager', 'kube-dns', 'kube-scheduler', 'kubelet-api-admin', 'node', 'node-bootstrapper',
    'node-problem-detector', 'node-proxier', 'persistent-volume-provisioner', 'volume-scheduler',
    ...[
      'attachdetach-controller', 'certificate-controller', 'cloud-provider', 'clusterrole-aggregation-controller', 'cronjob-controller', 'daemon-set-controller',
      'deployment-controller', 'device-taint-eviction-controller', 'disruption-controller', 'endpoint-controller', 'endpointslice-controller',
      'endpointslicemirroring-controller', 'ephemeral-volume-controller', 'expand-controller', 'generic-garbage-collector',
      'horizontal-pod-autoscaler', 'job-controller', 'legacy-service-account-token-cleaner', 'namespace-controller', 'node-controller',
      'persistent-volume-binder', 'pod-garbage-collector', 'pv-protection-controller', 'pvc-protection-controller', 'replicaset-controller',
      'replication-controller', 'resource-claim-controller', 'resourcequota-controller', 'root-ca-cert-publisher', 'route-controller',
      'selinux-warning-controller', 'service-account-controller', 'service-cidrs-controller', 'service-controller', 'statefulset-controller',
      'ttl-after-finished-controller', 'ttl-controller', 'validatingadmissionpolicy-status-controller', 'volumeattributesclass-protection-controller',
    ].map((name) => `controller:${name}`),
  ].map((name) => [`system:${name}`, null] as const),
]);

/** Built-in Roles by namespace and name. */
export const BUILT_IN_NAMESPACED_ROLES: ReadonlySet<string> = new Set([
  'kube-public/system:controller:bootstrap-signer', 'kube-system/extension-apiserver-authentication-reader', 'kube-system/system::leader-locking-kube-controller-manager',
  'kube-system/system::leader-locking-kube-scheduler', 'kube-system/system:controller:bootstrap-signer', 'kube-system/system:controller:cloud-provider',
  'kube-system/system:controller:token-cleaner',
]);

/** Label by which a ClusterRole joins a built-in one. */
export const aggregateTo = (role: string): string => `rbac.authorization.k8s.io/aggregate-to-${role}`;

/** Built-in roles that take in others, each with all that reach it: what joins `view` is in `edit` and `admin` too. */
export const AGGREGATED: ReadonlyMap<string, readonly string[]> = new Map([['admin', ['admin', 'edit', 'view']], ['edit', ['edit', 'view']], ['view', ['view']]]);
