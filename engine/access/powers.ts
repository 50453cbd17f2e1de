import { type AccessRule, namesGranted } from './rule.ts';

/** What a right lets its holder become or make, beyond what the right itself says. */
export type Power =
  | 'bindClusterRoles' | 'bindRoles' | 'createBindings' | 'changeBindings' | 'createClusterBindings' | 'changeClusterBindings'
  | 'writeRoles' | 'escalateRoles' | 'writeClusterRoles' | 'escalateClusterRoles'
  | 'runPods' | 'enterPods' | 'mintTokens' | 'readSecrets' | 'createSecrets'
  | 'impersonateAccounts' | 'impersonateUsers' | 'impersonateGroups'
  | 'admission' | 'guards' | 'certificates' | 'nodes' | 'deploy' | 'volumes' | 'namespaces';

interface PowerRow {
  readonly power: Power;
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const RBAC = 'rbac.authorization.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';
const CHANGE = ['update', 'patch'];
const WRITE = ['create', ...CHANGE];
const IMPERSONATE = ['impersonate', 'impersonate:user-info', 'impersonate:serviceaccount'];

/** Kinds whose objects become pods that name their own ServiceAccount: Kubernetes' and those of known operators. */
export const POD_MAKERS: readonly { readonly group: string; readonly resources: readonly string[] }[] = [
  { group: '', resources: ['pods', 'replicationcontrollers'] },
  { group: 'apps', resources: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'] },
  { group: 'extensions', resources: ['daemonsets', 'deployments', 'replicasets'] },
  { group: 'batch', resources: ['cronjobs', 'jobs'] },
  { group: 'argoproj.io', resources: ['cronworkflows', 'rollouts', 'workflows', 'workflowtemplates'] },
  { group: 'elasticsearch.k8s.elastic.co', resources: ['elasticsearches'] },
  { group: 'flink.apache.org', resources: ['flinkdeployments', 'flinksessionjobs'] },
  { group: 'gateway.envoyproxy.io', resources: ['envoyproxies'] },
  { group: 'jobset.x-k8s.io', resources: ['jobsets'] },
  { group: 'k8s.keycloak.org', resources: ['keycloaks'] },
  { group: 'kafka.strimzi.io', resources: ['kafkabridges', 'kafkaconnects', 'kafkamirrormaker2s', 'kafkanodepools', 'kafkas'] },
  { group: 'keda.sh', resources: ['scaledjobs'] },
  { group: 'monitoring.coreos.com', resources: ['alertmanagers', 'prometheusagents', 'prometheuses', 'thanosrulers'] },
  { group: 'mysql.oracle.com', resources: ['innodbclusters'] },
  { group: 'redis.redis.opstreelabs.in', resources: ['redis', 'redisclusters', 'redisreplications', 'redissentinels'] },
  { group: 'serving.knative.dev', resources: ['configurations', 'services'] },
  { group: 'sparkoperator.k8s.io', resources: ['scheduledsparkapplications', 'sparkapplications'] },
  { group: 'tekton.dev', resources: ['pipelineruns', 'taskruns'] },
];

const ROWS: readonly PowerRow[] = [
  { power: 'bindClusterRoles', group: RBAC, resources: ['clusterroles'], verbs: ['bind'] },
  { power: 'bindRoles', group: RBAC, resources: ['roles'], verbs: ['bind'] },
  { power: 'createBindings', group: RBAC, resources: ['rolebindings'], verbs: ['create'] },
  { power: 'changeBindings', group: RBAC, resources: ['rolebindings'], verbs: CHANGE },
  { power: 'createClusterBindings', group: RBAC, resources: ['clusterrolebindings'], verbs: ['create'] },
  { power: 'changeClusterBindings', group: RBAC, resources: ['clusterrolebindings'], verbs: CHANGE },
  { power: 'writeRoles', group: RBAC, resources: ['roles'], verbs: WRITE },
  { power: 'escalateRoles', group: RBAC, resources: ['roles'], verbs: ['escalate'] },
  { power: 'writeClusterRoles', group: RBAC, resources: ['clusterroles'], verbs: WRITE },
  { power: 'escalateClusterRoles', group: RBAC, resources: ['clusterroles'], verbs: ['escalate'] },
  ...POD_MAKERS.map(({ group, resources }): PowerRow => ({ power: 'runPods', group, resources, verbs: WRITE })),
  { power: 'enterPods', group: '', resources: ['pods/exec', 'pods/attach'], verbs: ['create', 'get'] },
  { power: 'enterPods', group: '', resources: ['pods/ephemeralcontainers'], verbs: CHANGE },
  { power: 'mintTokens', group: '', resources: ['serviceaccounts/token'], verbs: ['create'] },
  { power: 'readSecrets', group: '', resources: ['secrets'], verbs: ['get', 'list', 'watch'] },
  { power: 'createSecrets', group: '', resources: ['secrets'], verbs: WRITE },
  { power: 'impersonateAccounts', group: '', resources: ['serviceaccounts'], verbs: IMPERSONATE },
  { power: 'impersonateAccounts', group: 'authentication.k8s.io', resources: ['serviceaccounts'], verbs: IMPERSONATE },
  { power: 'impersonateUsers', group: '', resources: ['users'], verbs: IMPERSONATE },
  { power: 'impersonateUsers', group: 'authentication.k8s.io', resources: ['users'], verbs: IMPERSONATE },
  { power: 'impersonateGroups', group: '', resources: ['groups'], verbs: IMPERSONATE },
  { power: 'impersonateGroups', group: 'authentication.k8s.io', resources: ['groups'], verbs: IMPERSONATE },
  { power: 'admission', group: ADMISSION, resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations', 'mutatingadmissionpolicies', 'mutatingadmissionpolicybindings'], verbs: WRITE },
  { power: 'admission', group: 'apiregistration.k8s.io', resources: ['apiservices'], verbs: WRITE },
  { power: 'guards', group: ADMISSION, resources: ['validatingadmissionpolicies', 'validatingadmissionpolicybindings'], verbs: [...CHANGE, 'delete', 'deletecollection'] },
  { power: 'certificates', group: 'certificates.k8s.io', resources: ['certificatesigningrequests/approval'], verbs: CHANGE },
  { power: 'nodes', group: '', resources: ['nodes/proxy'], verbs: ['create', 'get'] },
  { power: 'deploy', group: 'argoproj.io', resources: ['applications', 'applicationsets', 'appprojects'], verbs: WRITE },
  { power: 'volumes', group: '', resources: ['persistentvolumes'], verbs: ['create'] },
  { power: 'namespaces', group: '', resources: ['namespaces'], verbs: CHANGE },
];

/** Objects that a power is over: `*` for all. */
export type PowerNames = '*' | ReadonlySet<string>;

const known = new WeakMap<readonly AccessRule[], ReadonlyMap<Power, PowerNames>>();

/** The powers in a role's rules. A top-level `create` that is narrowed to names is none: it never matches. */
export function powersOf(rules: readonly AccessRule[]): ReadonlyMap<Power, PowerNames> {
  let powers = known.get(rules);
  if (!powers) known.set(rules, (powers = compute(rules)));
  return powers;
}

function compute(rules: readonly AccessRule[]): ReadonlyMap<Power, PowerNames> {
  const powers = new Map<Power, PowerNames>();
  for (const rule of rules) {
    for (const { power, group, resources, verbs } of ROWS) {
      for (const resource of resources) {
        for (const verb of verbs) {
          const names = namesGranted(rule, { group, resource, verb });
          if (names === '*') powers.set(power, '*');
          else if (names.length > 0 && (verb !== 'create' || resource.includes('/'))) powers.set(power, joined(powers.get(power), names));
        }
      }
    }
  }
  return powers;
}

/** Both together. */
export function joined(first: PowerNames | undefined, more: PowerNames | readonly string[]): PowerNames {
  if (first === '*' || more === '*') return '*';
  return new Set([...(first ?? []), ...more]);
}
