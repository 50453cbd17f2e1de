import type { HealthCheck, Path, ValueTest, Verdict } from './check.ts';

const OBSERVED: Path = ['status', 'observedGeneration'];

/** The status is about an older state of the object. */
const stale: Verdict = { when: [{ path: OBSERVED, differsFrom: ['metadata', 'generation'] }], health: 'Progressing', message: 'The latest change is not seen to yet' };

const SYNC: Path = ['status', 'sync', 'status'];
const OPERATION: Path = ['status', 'operationState', 'phase'];
const SAID: Path = ['status', 'operationState', 'message'];
const HEALTH: Path = ['status', 'health', 'status'];
const notInSync: ValueTest = { path: SYNC, oneOf: ['OutOfSync', 'Unknown'] };

/**
 * An Application is as healthy as what it holds, once it was synced: without the check a sync wave of Applications waits for
 * nothing, and a child that was never synced counts as healthy. A root answers for itself: it is a part of itself, and one root
 * needs the projects that the other brings, so neither may wait for a root.
 */
const application: HealthCheck = {
  group: 'argoproj.io',
  kind: 'Application',
  verdicts: [
    { when: [{ path: ['metadata', 'labels', 'app.kubernetes.io/component'], oneOf: ['root'] }], health: 'Healthy', message: 'A root Application answers for itself' },
    { when: [{ path: OPERATION, oneOf: ['Running', 'Terminating'] }], health: 'Progressing', message: SAID },
    { when: [{ path: OPERATION, oneOf: ['Failed', 'Error'] }, notInSync], health: 'Degraded', message: SAID },
    { when: [{ missing: ['status', 'history'] }, notInSync], health: 'Progressing', message: 'Not synced yet' },
    { when: [{ path: HEALTH, oneOf: ['Healthy'] }], health: 'Healthy' },
    { when: [{ path: HEALTH, oneOf: ['Degraded'] }], health: 'Degraded', message: ['status', 'health', 'message'] },
    { when: [{ path: HEALTH, oneOf: ['Suspended'] }], health: 'Suspended', message: ['status', 'health', 'message'] },
  ],
  waiting: 'Waiting for what the Application holds',
};

const CLUSTER: Path = ['status', 'cluster', 'status'];

/**
 * One for each kind of the estate whose status says something and that ArgoCD does not judge by itself. The words are those of
 * the operators' own definitions; sorted by group and kind.
 */
export const HEALTH_CHECKS: readonly HealthCheck[] = [
  {
    group: '', kind: 'Namespace', waiting: 'Waiting for the Namespace',
    verdicts: [{ when: [{ path: ['status', 'phase'], oneOf: ['Active'] }], health: 'Healthy' }],
  },
  {
    // before the quota is counted, no pod is admitted
    group: '', kind: 'ResourceQuota', waiting: 'The quota is not counted yet',
    verdicts: [{ when: [{ present: ['status', 'hard'] }], health: 'Healthy' }],
  },
  {
    group: 'admissionregistration.k8s.io', kind: 'ValidatingAdmissionPolicy', waiting: 'The policy is not compiled yet',
    verdicts: [
      stale,
      { when: [{ present: ['status', 'typeChecking', 'expressionWarnings'] }], health: 'Degraded', message: 'Expressions of the policy have type warnings; see status.typeChecking' },
      { when: [{ present: OBSERVED }], health: 'Healthy' },
    ],
  },
  application,
  {
    group: 'gateway.envoyproxy.io', kind: 'EnvoyProxy', waiting: 'Waiting for Envoy Gateway',
    verdicts: [
      { when: { condition: 'Accepted', is: 'False', inAnyOf: ['status', 'ancestors'] }, health: 'Degraded' },
      { when: { condition: 'Accepted', is: 'True', inAnyOf: ['status', 'ancestors'] }, health: 'Healthy' },
    ],
  },
  {
    // a pool has no condition Ready: what the operator made of it is in its node ids and its count
    group: 'kafka.strimzi.io', kind: 'KafkaNodePool', waiting: 'Waiting for the nodes of the pool',
    verdicts: [
      stale,
      { when: { condition: 'NotReady', is: 'True' }, health: 'Degraded' },
      { when: [{ path: ['status', 'replicas'], fewerThan: ['spec', 'replicas'] }], health: 'Progressing', message: 'Nodes of the pool are missing' },
      { when: [{ present: ['status', 'nodeIds'] }], health: 'Healthy' },
    ],
  },
  {
    group: 'monitoring.coreos.com', kind: 'Alertmanager', waiting: 'Waiting for the members of Alertmanager',
    verdicts: [
      { when: { condition: 'Reconciled', is: 'False' }, health: 'Degraded' },
      { when: { condition: 'Available', is: 'True' }, health: 'Healthy' },
    ],
  },
  {
    group: 'mysql.oracle.com', kind: 'InnoDBCluster', waiting: 'Waiting for the members of the cluster',
    verdicts: [
      {
        when: [{ path: CLUSTER, oneOf: ['INVALID', 'NO_QUORUM', 'NO_QUORUM_UNCERTAIN', 'OFFLINE', 'OFFLINE_UNCERTAIN', 'ONLINE_UNCERTAIN', 'SPLIT_BRAIN', 'SPLIT_BRAIN_UNCERTAIN', 'UNKNOWN'] }],
        health: 'Degraded', message: CLUSTER,
      },
      { when: [{ path: ['status', 'cluster', 'onlineInstances'], fewerThan: ['spec', 'instances'] }], health: 'Progressing', message: CLUSTER },
      { when: [{ path: CLUSTER, oneOf: ['ONLINE'] }], health: 'Healthy', message: CLUSTER },
    ],
  },
  {
    group: 'redis.redis.opstreelabs.in', kind: 'RedisCluster', waiting: 'Waiting for the members of the cluster',
    verdicts: [
      { when: [{ path: ['status', 'state'], oneOf: ['Failed'] }], health: 'Degraded', message: ['status', 'reason'] },
      { when: [{ path: ['status', 'state'], oneOf: ['Bootstrap', 'Initializing'] }], health: 'Progressing', message: ['status', 'reason'] },
      { when: [{ path: ['status', 'state'], oneOf: ['Ready'] }], health: 'Healthy', message: ['status', 'reason'] },
    ],
  },
  {
    // its operator writes nothing else, and a failed member is seen at the StatefulSet below
    group: 'redis.redis.opstreelabs.in', kind: 'RedisReplication', waiting: 'No member is master yet',
    verdicts: [{ when: [{ present: ['status', 'masterNode'] }], health: 'Healthy' }],
  },
];
