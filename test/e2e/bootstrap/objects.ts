/** Objects in the states that their operators write, with the health that each must have. */
export type Expected = 'Healthy' | 'Progressing' | 'Degraded' | 'Suspended';

export interface HealthCase {
  readonly apiVersion: string;
  readonly kind: string;
  readonly state: string;
  readonly expected: Expected;
  readonly object: Readonly<Record<string, unknown>>;
  /** What the message must hold. */
  readonly says?: string;
}

type State = readonly [state: string, expected: Expected, status: unknown, says?: string];

/** The generation is 2; a kind's first case is the object that nobody has seen to yet. */
function of(apiVersion: string, kind: string, spec: unknown, ...states: readonly State[]): readonly HealthCase[] {
  const nothing: State = ['without a status', 'Progressing', undefined];
  const empty: State = ['with an empty status', 'Progressing', {}];
  const odd: State = ['with a status of another shape', 'Progressing', 'odd'];
  return [nothing, empty, odd, ...states].map(([state, expected, status, says]) => ({
    apiVersion, kind, state, expected, ...(says ? { says } : {}),
    object: { apiVersion, kind, metadata: { name: 'x', namespace: 'y', generation: 2 }, ...(spec === undefined ? {} : { spec }), ...(status === undefined ? {} : { status }) },
  }));
}

const condition = (type: string, status: string, message: string, observedGeneration?: number) => ({ type, status, message, ...(observedGeneration === undefined ? {} : { observedGeneration }) });
const conditions = (...all: readonly unknown[]) => ({ conditions: all });
const ancestor = (...all: readonly unknown[]) => ({ ancestors: [{ ancestorRef: { name: 'g' }, conditions: all }] });
const app = (sync: string, health: string, more: object = {}) => ({ sync: { status: sync }, health: { status: health }, reconciledAt: '2026-01-01T00:00:00Z', ...more });
const done = { history: [{ id: 1 }], operationState: { phase: 'Succeeded', message: 'successfully synced' } };

export const HEALTH_CASES: readonly HealthCase[] = [
  ...of('v1', 'Namespace', undefined, ['active', 'Healthy', { phase: 'Active' }], ['ending', 'Progressing', { phase: 'Terminating' }]),
  ...of('v1', 'ResourceQuota', { hard: { pods: '3' } }, ['counted', 'Healthy', { hard: { pods: '3' }, used: { pods: '0' } }], ['not counted', 'Progressing', { hard: {} }]),
  ...of(
    'admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', {}, ['compiled', 'Healthy', { observedGeneration: 2, typeChecking: {} }],
    ['compiled before the last change', 'Progressing', { observedGeneration: 1, typeChecking: {} }],
    ['compiled with warnings', 'Degraded', { observedGeneration: 2, typeChecking: { expressionWarnings: [{ fieldRef: 'spec', warning: 'undefined field' }] } }, 'type warnings'],
  ),
  ...of(
    'argoproj.io/v1alpha1', 'Application', {},
    ['synced and healthy', 'Healthy', app('Synced', 'Healthy', done)],
    ['never synced, with nothing to judge', 'Progressing', app('OutOfSync', 'Healthy'), 'Not synced'],
    ['never synced, since it cannot be compared', 'Progressing', app('Unknown', 'Healthy')],
    ['missing', 'Progressing', app('OutOfSync', 'Missing')],
    ['waiting for a pod', 'Progressing', app('Synced', 'Progressing', done)],
    ['syncing while all that is there is well', 'Progressing', app('OutOfSync', 'Healthy', { history: [{ id: 1 }], operationState: { phase: 'Running', message: 'waiting for completion of hook' } }), 'hook'],
    ['degraded while its first sync still tries', 'Progressing', app('OutOfSync', 'Degraded', { operationState: { phase: 'Running', message: 'Retrying attempt #2' } }), 'Retrying'],
    ['failed for good', 'Degraded', app('OutOfSync', 'Healthy', { operationState: { phase: 'Failed', message: 'one or more objects failed to apply' } }), 'failed to apply'],
    ['failed once and in sync since', 'Healthy', app('Synced', 'Healthy', { operationState: { phase: 'Failed', message: 'x' } })],
    ['held back by a sync window', 'Healthy', app('OutOfSync', 'Healthy', done)],
    ['degraded', 'Degraded', app('Synced', 'Degraded', done)],
    ['suspended', 'Suspended', app('Synced', 'Suspended', done)],
    ['of unknown health', 'Progressing', app('Synced', 'Unknown', done)],
  ),
  {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', state: 'that is a root, in the middle of its own sync', expected: 'Healthy',
    object: {
      apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'estate', labels: { 'app.kubernetes.io/component': 'root' } },
      status: app('OutOfSync', 'Progressing', { operationState: { phase: 'Running' } }),
    },
  },
  ...of(
    'gateway.envoyproxy.io/v1alpha1', 'EnvoyProxy', {}, ['accepted', 'Healthy', ancestor(condition('Accepted', 'True', 'accepted', 2))],
    ['accepted before the last change', 'Progressing', ancestor(condition('Accepted', 'True', 'accepted', 1))],
    ['refused', 'Degraded', ancestor(condition('Accepted', 'False', 'invalid parameters', 2)), 'invalid parameters'], ['without ancestors', 'Progressing', { ancestors: [] }],
  ),
  ...of(
    'kafka.strimzi.io/v1', 'KafkaNodePool', { replicas: 3 }, ['with all nodes', 'Healthy', { observedGeneration: 2, replicas: 3, nodeIds: [0, 1, 2] }],
    ['with too few nodes', 'Progressing', { observedGeneration: 2, replicas: 2, nodeIds: [0, 1] }], ['before the last change', 'Progressing', { observedGeneration: 1, replicas: 3, nodeIds: [0, 1, 2] }],
    ['not ready', 'Degraded', { observedGeneration: 2, ...conditions(condition('NotReady', 'True', 'no such storage class')) }, 'storage class'],
  ),
  ...of(
    'monitoring.coreos.com/v1', 'Alertmanager', { replicas: 2 }, ['available', 'Healthy', conditions(condition('Available', 'True', '', 2), condition('Reconciled', 'True', '', 2))],
    ['starting', 'Progressing', conditions(condition('Available', 'False', 'no pod is ready', 2), condition('Reconciled', 'True', '', 2))],
    ['half there', 'Progressing', conditions(condition('Available', 'Degraded', 'one pod is not ready', 2))],
    ['not reconciled', 'Degraded', conditions(condition('Available', 'True', '', 2), condition('Reconciled', 'False', 'wrong configuration', 2)), 'wrong configuration'],
  ),
  ...of(
    'mysql.oracle.com/v2', 'InnoDBCluster', { instances: 3 }, ['online', 'Healthy', { cluster: { status: 'ONLINE', onlineInstances: 3 } }],
    ['online with too few members', 'Progressing', { cluster: { status: 'ONLINE', onlineInstances: 1 } }], ['partly online', 'Progressing', { cluster: { status: 'ONLINE_PARTIAL', onlineInstances: 3 } }],
    ['initializing', 'Progressing', { cluster: { status: 'INITIALIZING', onlineInstances: 0 } }], ['without quorum', 'Degraded', { cluster: { status: 'NO_QUORUM', onlineInstances: 1 } }, 'NO_QUORUM'],
    ['invalid', 'Degraded', { cluster: { status: 'INVALID' } }, 'INVALID'],
  ),
  ...of(
    'redis.redis.opstreelabs.in/v1beta2', 'RedisCluster', { clusterSize: 3 }, ['ready', 'Healthy', { state: 'Ready', reason: 'RedisCluster is ready' }],
    ['bootstrapping', 'Progressing', { state: 'Bootstrap', reason: 'RedisCluster is bootstrapping' }, 'bootstrapping'], ['failed', 'Degraded', { state: 'Failed', reason: 'slots are not covered' }, 'slots'],
  ),
  ...of('redis.redis.opstreelabs.in/v1beta2', 'RedisReplication', { clusterSize: 3 }, ['with a master', 'Healthy', { masterNode: 'session-cache-0' }], ['without a master', 'Progressing', { masterNode: '' }, 'master']),
];
