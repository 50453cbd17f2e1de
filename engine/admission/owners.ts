/** Whom a waiver covers: the object that it names and, through the chain of controllers, what is made from that object's template. */
import type { CelVariable } from './variables.ts';

/** `made owner account`: what the controllers of Kubernetes make, for what owner, and by which account of `kube-system`. */
const ROWS = [
  ['Pod', 'v1 ReplicationController', 'replication-controller'],
  ['Pod', 'apps/v1 ReplicaSet', 'replicaset-controller'],
  ['Pod', 'apps/v1 StatefulSet', 'statefulset-controller'],
  ['Pod', 'apps/v1 DaemonSet', 'daemon-set-controller'],
  ['Pod', 'batch/v1 Job', 'job-controller'],
  ['ReplicaSet', 'apps/v1 Deployment', 'deployment-controller'],
  ['Job', 'batch/v1 CronJob', 'cronjob-controller'],
] as const;

/** All of them where kube-controller-manager runs without `--use-service-account-credentials`. */
const ONE_FOR_ALL = 'system:kube-controller-manager';

/** Lines of the parameter `controllers`: `kind apiVersion kind account`, made before owner. */
export const CONTROLLERS: readonly string[] = ROWS.flatMap(([made, owner, account]) => [`system:serviceaccount:kube-system:${account}`, ONE_FOR_ALL].map((user) => `${made} ${owner} ${user}`));

/** Owners that name what they make `<own name>-<suffix>`, by the kind of what they make. */
const ABOVE = [['ReplicaSet', 'Deployment'], ['ReplicaSet', 'Rollout'], ['Job', 'CronJob']] as const;

/**
 * Anybody can write ownerReferences, so an owner counts only when its own controller creates the object. Its template was judged when
 * the owner was admitted, and so on up the chain, so that a name without its suffix is enough for the owner's owner. An update is the
 * work of whoever makes it: what it leaves as it was is not asked about, and what it changes is covered by no owner.
 */
export const OWNERS: readonly CelVariable[] = [
  {
    name: 'makers',
    expression: "dyn(object).metadata.?ownerReferences.orValue([]).filter(owner, request.operation == 'CREATE' && owner.?controller.orValue(false) == true && "
      + "dyn(object).kind + ' ' + owner.apiVersion + ' ' + owner.kind + ' ' + request.?userInfo.?username.orValue('') in params.?data[?'controllers'].orValue('').split('\\n'))",
  },
  {
    name: 'owners',
    expression: `(${[
      "[[dyn(object).kind, dyn(object).metadata.?name.orValue('')]]",
      'variables.makers.map(owner, [owner.kind, owner.name])',
      ...ABOVE.map(([made, owner]) => `variables.makers.filter(owner, owner.kind == '${made}' && owner.name.contains('-')).map(owner, ['${owner}', owner.name.substring(0, owner.name.lastIndexOf('-'))])`),
    ].join(' + ')}).map(owner, dyn(object).metadata.?namespace.orValue('') + '/' + owner[0] + '/' + owner[1])`,
  },
];
