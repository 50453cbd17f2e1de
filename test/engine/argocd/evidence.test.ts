import { applicationStatus, causesOf, heldBy, placeOf, sentence, type Evidence } from '../../../engine/argocd/index.ts';
import { readMessage } from '../../../engine/argocd/causes.ts';
import { application } from '../../fixtures/argocd.ts';

const pod = (reason: string, health = 'Degraded', message = '', containers = '0/1') => ({
  kind: 'Pod', name: 'hsa-mbs-7d-x1', namespace: 'core-mbs', uid: 'p', health: { status: health, message }, info: [{ name: 'Status Reason', value: reason }, { name: 'Containers', value: containers }],
});
const withPod = (node: object, ...events: object[]): Evidence => ({
  application: application('core-mbs', { status: { health: { status: 'Degraded' } } }) as never, tree: { nodes: [node] } as never, events: new Map([['p', events]]) as never,
});
const synced = (rows: readonly object[], phase = 'Failed', message = 'one or more objects failed to apply') =>
  ({ application: application('core-mbs', { status: { sync: { status: 'OutOfSync' }, operationState: { phase, message, syncResult: { resources: rows } } } }) as never });
const failed = (message: string, kind = 'Deployment') => synced([{ kind, namespace: 'core-mbs', name: 'web', status: 'SyncFailed', message }]);
const warning = (reason: string, message: string) => ({ type: 'Warning', reason, message, lastTimestamp: '2026-01-01T00:00:00Z' });
const running = (message: string) => synced([], 'Running', message);
const withResource = ({ application: found }: Evidence, resource: object): Evidence => ({ application: { ...found, status: { ...found.status, resources: [resource] } } as never });
const condition = (type: string, message: string) => ({ application: application('core-mbs', { status: { sync: { status: 'Unknown' }, conditions: [{ type, message }] } }) as never });

it.each<[string, Evidence, object]>([
  ['an image that is not there', withPod(pod('ImagePullBackOff')), { kind: 'image', object: 'Pod core-mbs/hsa-mbs-7d-x1' }],
  ['an image of an init container', withPod(pod('Init:ErrImagePull')), { kind: 'image' }],
  ['a crash loop', withPod(pod('CrashLoopBackOff', 'Degraded', 'back-off 5m0s')), { kind: 'crash', detail: 'CrashLoopBackOff, back-off 5m0s' }],
  ['too little memory', withPod(pod('OOMKilled')), { kind: 'memory' }],
  ['a Secret that is not there', withPod(pod('CreateContainerConfigError', 'Degraded', 'secret "db" not found')), { kind: 'config', detail: expect.stringContaining('secret "db" not found') }],
  ['no node', withPod(pod('Pending', 'Progressing'), warning('FailedScheduling', '0/60 nodes are available: 60 Insufficient cpu.')), { kind: 'unschedulable', detail: '0/60 nodes are available: 60 Insufficient cpu.' }],
  ['a volume', withPod(pod('ContainerCreating', 'Progressing'), warning('FailedMount', 'MountVolume.SetUp failed')), { kind: 'volume' }],
  ['a probe', withPod(pod('Running', 'Progressing'), warning('Unhealthy', 'Readiness probe failed: HTTP 503')), { kind: 'probe', detail: 'Readiness probe failed: HTTP 503' }],
  ['a pod that starts', withPod(pod('ContainerCreating', 'Progressing')), { kind: 'starting' }],
  ['a quota', withPod({ kind: 'ReplicaSet', name: 'web-1', namespace: 'core-mbs', uid: 'r', health: { status: 'Degraded', message: 'pods "web-1-x" is forbidden: exceeded quota: core-mbs, requested: pods=1' } }), { kind: 'quota', object: 'ReplicaSet core-mbs/web-1', detail: 'core-mbs, requested: pods=1' }],
  ['our admission rule', failed('admission webhook: deployments.apps "web" is forbidden: ValidatingAdmissionPolicy \'champ-nsa-pod-05\' with binding \'b\' denied request: NSA-POD-05 No root: set runAsNonRoot / 不以 root 运行'), { kind: 'admission', rule: 'NSA-POD-05', detail: expect.stringContaining('set runAsNonRoot') }],
  ['Pod Security', failed('pods "web" is forbidden: violates PodSecurity "restricted:latest": privileged', 'Pod'), { kind: 'podSecurity', detail: '"restricted:latest": privileged' }],
  ['a kind that the cluster does not know', failed('The Kubernetes API could not find mysql.oracle.com/InnoDBCluster for requested resource core-mbs/db. Make sure the "InnoDBCluster" CRD is installed on the destination cluster.', 'InnoDBCluster'), { kind: 'missingKind', object: 'InnoDBCluster core-mbs/web' }],
  ['a field that cannot change', failed('Deployment.apps "web" is invalid: spec.selector: Invalid value: field is immutable'), { kind: 'immutable' }],
  ['what the project does not allow', failed('resource :Secret is not permitted in project champ-vendor-08', 'Secret'), { kind: 'permission' }],
  ['another manager', failed('Apply failed with 1 conflict: conflict with "kubectl": .spec.replicas'), { kind: 'conflict' }],
  ['a message that nobody knows', failed('something new'), { kind: 'apply', detail: 'something new' }],
  ['a hook', synced([{ kind: 'Job', namespace: 'core-mbs', name: 'migrate', hookType: 'PreSync', hookPhase: 'Failed', message: 'Job has reached the specified backoff limit' }]), { kind: 'hook', object: 'Job core-mbs/migrate' }],
  ['a deletion to be confirmed', running('waiting for pruning confirmation of apps/StatefulSet/nacos and 2 more resources'), { kind: 'confirmation', object: 'StatefulSet nacos (+2)' }],
  ['a deletion to be confirmed of a core kind', running('waiting for pruning confirmation of /PersistentVolumeClaim/data-0'), { kind: 'confirmation', object: 'PersistentVolumeClaim data-0' }],
  ['a deletion to be confirmed of what Git holds again', withResource(running('waiting for pruning confirmation of apps/StatefulSet/nacos'), { kind: 'StatefulSet', name: 'nacos', status: 'Synced' }), { kind: 'outdated', object: 'StatefulSet nacos', detail: 'core-mbs' }],
  ['a sync that met a window', running('Sync operation blocked by sync window'), { kind: 'window' }],
  ['a sync under way', running('waiting for healthy state of apps/Deployment/web'), { kind: 'syncing', detail: 'waiting for healthy state of apps/Deployment/web' }],
  ['Git out of reach', condition('ComparisonError', 'Failed to load target state: rpc error: authentication required'), { kind: 'comparison' }],
  ['a wrong Application', condition('InvalidSpecError', 'application destination is not permitted'), { kind: 'spec' }],
])('reads %s', (_, evidence, cause) => {
  expect(causesOf(evidence)[0]).toMatchObject(cause);
});

it('has nothing to say of an Application that is well, with pods that run', () => {
  expect(causesOf({ application: application('a') as never, tree: { nodes: [pod('Running', 'Healthy', '', '1/1')] } as never })).toEqual([]);
});

it('says what keeps a pod from running instead of that its Deployment is not ready', () => {
  const evidence = withPod(pod('CrashLoopBackOff'));
  const app = application('core-mbs', { status: { health: { status: 'Degraded' }, resources: [{ kind: 'Deployment', namespace: 'core-mbs', name: 'hsa-mbs', health: { status: 'Progressing' } }, { kind: 'Deployment', namespace: 'core-mbs', name: 'other', health: { status: 'Degraded', message: 'x' } }] } });
  expect(causesOf({ ...evidence, application: app as never }).map(({ kind, object }) => `${kind} ${object}`)).toEqual(['crash Pod core-mbs/hsa-mbs-7d-x1', 'degraded Deployment core-mbs/other']);
});

it('knows when a window holds changes back', () => {
  const [deny, allow] = [{ kind: 'deny', schedule: '30 7 * * *', duration: '11h', manualSync: true }, { kind: 'allow', schedule: '0 2 * * *', duration: '1h' }];
  expect(heldBy({ activeWindows: [deny], assignedWindows: [deny], canSync: true })).toBe('deny 30 7 * * * 11h');
  expect(heldBy({ activeWindows: null as never, assignedWindows: [allow] })).toBe('allow 0 2 * * * 1h');
  expect(heldBy({ activeWindows: [allow], assignedWindows: [allow] })).toBeUndefined();
  expect(heldBy({ activeWindows: [], assignedWindows: [deny] })).toBeUndefined();
  expect(heldBy(undefined)).toBeUndefined();
});

it('says every cause in both languages, without braces or a colon that nothing follows', () => {
  for (const language of ['zh', 'en'] as const) {
    for (const cause of [{ kind: 'window' }, { kind: 'image', object: 'Pod a/b' }, { kind: 'admission', object: 'Pod a/b', rule: 'R', detail: 'd' }] as const) expect(sentence(cause, language)).not.toMatch(/[{}]|[::]$/);
  }
  expect(sentence({ kind: 'quota', object: 'ReplicaSet a/b', detail: 'q' }, 'zh')).toBe('ReplicaSet a/b 超出配额:q');
});

it.each([
  ['core-mbs', {}, { group: 'subsystems', part: 'mbs' }], ['pub-mw-relational-db', {}, { group: 'middleware', part: 'relational-db' }], ['core-guardrails', {}, { group: 'platform', part: 'guardrails' }],
  ['estate', { labels: { 'app.kubernetes.io/component': 'root' } }, { group: 'roots' }], ['istio', { labels: { 'app.kubernetes.io/component': 'operator' } }, { group: 'operators' }],
  ['mine', { labels: { 'app.kubernetes.io/component': 'x' } }, { group: 'others' }],
])('puts %s where people look for it', (name, more, place) => {
  expect(placeOf(application(name, more) as never)).toMatchObject(place);
});

it('counts an Application whose last sync failed as broken although it looks well', () => {
  const status = { sync: { status: 'Synced', revision: 'r' }, health: { status: 'Healthy' }, operationState: { phase: 'Failed', message: 'hook' } };
  expect(applicationStatus({ application: application('a', { status }) as never })).toMatchObject({ state: 'broken', causes: [{ kind: 'operation', detail: 'hook' }] });
});

it('passes on nothing that moves the cursor of a terminal', () => {
  expect(readMessage('exceeded quota: \u001b[2J\u202ebad\u0007')).toMatchObject({ detail: '[2J bad' });
});

it('bears an Application of which next to nothing is known', () => {
  expect(applicationStatus({ application: {} })).toMatchObject({ name: '', state: 'busy', sync: 'Unknown', outOfSync: [], pods: [] });
  expect(applicationStatus({ application: { status: { resources: null as never, conditions: null as never } }, tree: { nodes: null as never } })).toMatchObject({ causes: [] });
});
