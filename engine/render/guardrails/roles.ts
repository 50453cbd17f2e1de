/**
 * Who may use what, and who may grant what: two lists that are kept apart. People change nothing in a cluster but
 * replicas and single pods, since everything else comes from Git; nobody reads a Secret or enters a container.
 */
import type { TenantId } from '../../../constructs/words.ts';
import type { Text } from '../../problem/index.ts';

export interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly string[];
}

/** The platform's own namespaces are run in one centre, the subsystems of the vendors in the other. */
export const CENTRES = {
  'platform-management': { zh: '平台管理中心', en: 'Platform management centre' },
  'application-management': { zh: '应用管理中心', en: 'Application management centre' },
} as const satisfies Readonly<Record<string, Text>>;

export type Centre = keyof typeof CENTRES;

export const GROUPS = {
  'platform-admin': { zh: '平台管理员', en: 'Platform administrator' },
  'tenant-admin': { zh: '租户管理员', en: 'Tenant administrator' },
  operator: { zh: '运维人员', en: 'Operator' },
  auditor: { zh: '审计人员', en: 'Auditor' },
} as const satisfies Readonly<Record<string, Text>>;

export type Group = keyof typeof GROUPS;

export interface RoleRow {
  readonly centre: Centre;
  readonly group: Group;
  /** In the namespaces of the centre. */
  readonly use: readonly Rule[];
  /** Of the cluster itself. */
  readonly cluster?: readonly Rule[];
  /** Groups of the same centre whose roles it may give to others. */
  readonly grants: readonly Group[];
}

const READ = ['get', 'list', 'watch'];
const read = (apiGroup: string, ...resources: readonly string[]): Rule => ({ apiGroups: [apiGroup], resources, verbs: READ });

const WORKLOADS: readonly Rule[] = [
  read('', 'configmaps', 'endpoints', 'events', 'persistentvolumeclaims', 'pods', 'serviceaccounts', 'services'),
  read('apps', 'controllerrevisions', 'daemonsets', 'deployments', 'replicasets', 'statefulsets'),
  read('autoscaling', 'horizontalpodautoscalers'),
  read('batch', 'cronjobs', 'jobs'),
  read('discovery.k8s.io', 'endpointslices'),
  read('events.k8s.io', 'events'),
  read('metrics.k8s.io', 'pods'),
  read('policy', 'poddisruptionbudgets'),
];

const LOGS: Rule = { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] };

/** What bounds the namespace, and who holds which role in it. */
const BOUNDS: readonly Rule[] = [
  read('', 'limitranges', 'resourcequotas'),
  read('external-secrets.io', 'externalsecrets', 'secretstores'),
  read('networking.k8s.io', 'networkpolicies'),
  read('rbac.authorization.k8s.io', 'rolebindings', 'roles'),
];

/**
 * Scale, and restart pod by pod: an eviction heeds the disruption budget. Patching a workload is no part of it, because
 * who may change a pod template may mount every Secret of the namespace; ArgoCD restarts whole workloads.
 */
const OPERATE: readonly Rule[] = [
  { apiGroups: ['apps'], resources: ['deployments/scale', 'statefulsets/scale'], verbs: ['get', 'patch', 'update'] },
  { apiGroups: [''], resources: ['pods/eviction'], verbs: ['create'] },
];

/** Middleware by the custom resources of its operators. */
const MIDDLEWARE: readonly Rule[] = [
  read('elasticsearch.k8s.elastic.co', 'elasticsearches'),
  read('flink.apache.org', 'flinkdeployments'),
  read('gateway.envoyproxy.io', 'envoyproxies'),
  read('gateway.networking.k8s.io', 'gateways', 'httproutes', 'tlsroutes'),
  read('k8s.keycloak.org', 'keycloaks'),
  read('kafka.strimzi.io', 'kafkanodepools', 'kafkas', 'kafkatopics', 'kafkausers'),
  read('monitoring.coreos.com', 'alertmanagers', 'podmonitors', 'prometheuses', 'prometheusrules', 'servicemonitors'),
  read('mysql.oracle.com', 'innodbclusters'),
  read('redis.redis.opstreelabs.in', 'redisclusters', 'redisreplications', 'redissentinels'),
];

const CLUSTER: readonly Rule[] = [
  read('', 'namespaces', 'nodes', 'persistentvolumes'),
  read('admissionregistration.k8s.io', 'validatingadmissionpolicies', 'validatingadmissionpolicybindings'),
  read('apiextensions.k8s.io', 'customresourcedefinitions'),
  read('metrics.k8s.io', 'nodes'),
  read('rbac.authorization.k8s.io', 'clusterrolebindings', 'clusterroles'),
  read('scheduling.k8s.io', 'priorityclasses'),
  read('storage.k8s.io', 'storageclasses', 'volumeattachments'),
];

/** To cordon a node before it is drained. */
const CORDON: Rule = { apiGroups: [''], resources: ['nodes'], verbs: ['patch'] };

/** Grants form a strict order: nobody gives a role of his own rank, and what he gives never gives more than he may. */
export const ROLES: readonly RoleRow[] = [
  {
    centre: 'platform-management', group: 'platform-admin', grants: ['tenant-admin', 'operator', 'auditor'],
    use: [...WORKLOADS, LOGS, ...BOUNDS, ...OPERATE, ...MIDDLEWARE], cluster: [...CLUSTER, CORDON],
  },
  { centre: 'platform-management', group: 'tenant-admin', grants: ['operator', 'auditor'], use: [...WORKLOADS, LOGS, ...BOUNDS, ...OPERATE, ...MIDDLEWARE] },
  { centre: 'platform-management', group: 'operator', grants: [], use: [...WORKLOADS, LOGS, ...OPERATE, ...MIDDLEWARE] },
  { centre: 'platform-management', group: 'auditor', grants: [], use: [...WORKLOADS, ...BOUNDS, ...MIDDLEWARE], cluster: CLUSTER },
  // the platform team appoints the people of a vendor and watches, but does not run the vendor's services
  { centre: 'application-management', group: 'platform-admin', grants: ['tenant-admin', 'operator', 'auditor'], use: [...WORKLOADS, ...BOUNDS] },
  { centre: 'application-management', group: 'tenant-admin', grants: ['operator', 'auditor'], use: [...WORKLOADS, LOGS, ...BOUNDS, ...OPERATE] },
  { centre: 'application-management', group: 'operator', grants: [], use: [...WORKLOADS, LOGS, ...OPERATE] },
  { centre: 'application-management', group: 'auditor', grants: [], use: [...WORKLOADS, ...BOUNDS] },
];

/** ClusterRole of what a group may use, e.g. `champ-application-management-operator`. */
export function roleName(centre: Centre, group: Group): string {
  return `champ-${centre}-${group}`;
}

/** ClusterRole of what a group may grant. */
export function grantsName(centre: Centre, group: Group): string {
  return `${roleName(centre, group)}-grants`;
}

export function centreOf(tenant: TenantId): Centre {
  return tenant === 'platform' ? 'platform-management' : 'application-management';
}
