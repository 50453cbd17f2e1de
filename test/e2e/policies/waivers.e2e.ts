/** Waivers at a real API server: what the real controllers make from a waived template is admitted, what anybody else makes is not. */
import { admission, policyParams } from '../../../engine/admission/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import type { Waiver, WaiverTarget } from '../../../engine/waivers/index.ts';
import { controls, objectRules } from '../../../policies/index.ts';
import { collection } from '../rig/api.ts';
import { ControlPlane } from '../rig/control-plane.ts';
import { eventually } from '../rig/processes.ts';

const MANAGED = { key: 'app.kubernetes.io/managed-by', value: 'champ' };
const PARAMS = { name: 'champ-policy-params', namespace: 'policies' };
const FACTS = { registries: [], exposed: [], grantable: [], deployers: [], runtimeClasses: [], require: [], limitDefaults: [], ingressClasses: [], controllers: [] };
const MERGE = 'application/merge-patch+json';
const NAMESPACE = 'waived';

const waiver = (rule: string, kind: string, target: Partial<WaiverTarget>): Waiver => ({
  id: `${rule}-${kind}`, rule, target: { kind, namespace: NAMESPACE, name: kind.toLowerCase(), ...target }, reason: 'r', owner: 'o', ticket: 't', expires: '2099-12-31', where: '',
});

const OF_APPS = ['Deployment', 'ReplicaSet', 'StatefulSet'] as const;
const KINDS = [...OF_APPS, 'ReplicationController', 'Job', 'CronJob'] as const;
const waivers: readonly Waiver[] = [
  ...KINDS.map((kind) => waiver('NSA-POD-08', kind, { container: 'app', field: 'securityContext.privileged' })),
  waiver('NSA-POD-12', 'DaemonSet', { container: 'logs', field: 'hostPath', path: '/var/log' }),
  waiver('NSA-POD-20', 'DaemonSet', { container: 'logs', path: '/var/log' }),
  waiver('NSA-POD-20', 'Pod', { name: 'probe', container: 'probe', path: '/srv' }),
];

/** What one policy alone refuses: when it does, the policy is in force. */
const PROBES: readonly (readonly [string, Manifest])[] = [
  ['NSA-POD-08', pod('probe', { containers: [{ name: 'app', image: 'x', securityContext: { privileged: true } }] })],
  ['NSA-POD-12', pod('probe', { containers: [{ name: 'app', image: 'x' }], volumes: [{ name: 'probe', hostPath: { path: '/srv' } }] })],
  ['NSA-POD-20', pod('probe', { containers: [{ name: 'app', image: 'x' }], volumes: [{ name: 'probe', nfs: { server: 'x', path: '/srv' } }] })],
];

const params = (of: readonly Waiver[]): Manifest => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: PARAMS, data: policyParams(FACTS, of) });

const privileged = { containers: [{ name: 'app', image: 'x', securityContext: { privileged: true } }] };
const named = (kind: string) => ({ name: kind.toLowerCase(), namespace: NAMESPACE, labels: { part: kind } });

/** A workload that its waiver names. */
function workload(kind: typeof KINDS[number]): Manifest {
  const job = { spec: { ...privileged, restartPolicy: 'Never' } };
  if (kind === 'Job') return { apiVersion: 'batch/v1', kind, metadata: named(kind), spec: { template: job } };
  if (kind === 'CronJob') return { apiVersion: 'batch/v1', kind, metadata: named(kind), spec: { schedule: '* * * * *', jobTemplate: { spec: { template: job } } } };
  const selector = { matchLabels: { kind } };
  const pods = { metadata: { labels: selector.matchLabels }, spec: privileged };
  if (kind === 'ReplicationController') return { apiVersion: 'v1', kind, metadata: named(kind), spec: { replicas: 1, selector: selector.matchLabels, template: pods } };
  return { apiVersion: 'apps/v1', kind, metadata: named(kind), spec: { replicas: 1, selector, template: pods, ...(kind === 'StatefulSet' ? { serviceName: 'x' } : {}) } };
}

const agent = (...volumes: readonly (readonly [string, string])[]): Manifest => ({
  apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: named('DaemonSet'),
  spec: {
    selector: { matchLabels: { kind: 'DaemonSet' } },
    template: { metadata: { labels: { kind: 'DaemonSet' } }, spec: { tolerations: [{ operator: 'Exists' }], containers: [{ name: 'app', image: 'x' }], volumes: volumes.map(([name, path]) => ({ name, hostPath: { path } })) } },
  },
});

let plane: ControlPlane;

beforeAll(async () => {
  plane = await ControlPlane.start();
  const rules = objectRules.filter(({ id, part }) => ['NSA-POD-08', 'NSA-POD-12', 'NSA-POD-20'].includes(id) && part === undefined);
  const objects = admission(rules, {
    kubernetes: '1.36', controls, data: policyParams(FACTS, waivers), params: PARAMS, managed: MANAGED, operatorPods: { key: 'champ.hsa/pods', value: 'operator' }, labels: () => ({}),
  });
  for (const name of [PARAMS.namespace, NAMESPACE]) {
    await plane.api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: name === NAMESPACE ? { [MANAGED.key]: MANAGED.value } : {} } });
  }
  for (const object of objects) expect(await answer(plane.api.apply(object))).toEqual([201, undefined]);
  for (const [id, probe] of PROBES) {
    const message = new RegExp(`denied request: ${id}`);
    await eventually(id, async () => (message.test((await plane.api.create(probe, true)).body.message ?? '') ? true : undefined), 60);
  }
}, 1_800_000);

afterAll(async () => { await plane?.stop(); }, 60_000);

function pod(name: string, spec: object, metadata: object = {}): Manifest {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: NAMESPACE, ...metadata }, spec };
}

const pathOf = (manifest: Manifest): string => `${collection(manifest)}/${manifest.metadata.name}`;

interface Owned extends Manifest {
  readonly metadata: Manifest['metadata'] & { readonly uid: string; readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[] };
  readonly status?: { readonly conditions?: readonly { readonly message: string }[] };
}

async function all(apiVersion: string, kind: string): Promise<readonly Owned[]> {
  const { body } = await plane.api.ask('GET', collection({ apiVersion, kind, metadata: { name: '', namespace: NAMESPACE } }));
  return (body['items'] as readonly Owned[]).map((item) => ({ ...item, apiVersion, kind }));
}

const madeFor = (made: readonly Owned[], kind: string, name: RegExp): Owned | undefined =>
  made.find(({ metadata }) => metadata.ownerReferences?.some((owner) => owner.kind === kind && name.test(owner.name)));

/** The first pod that a controller makes for an owner. */
const firstPod = (kind: string, name: RegExp, seconds = 30) => eventually(`a pod of ${kind} ${name}`, async () => madeFor(await all('v1', 'Pod'), kind, name), seconds);

/** The same again, made by a person who writes the owner by hand. */
const forged = ({ apiVersion, kind, metadata: { labels, ownerReferences }, spec }: Owned): Manifest =>
  ({ apiVersion, kind, metadata: { name: 'forged', namespace: NAMESPACE, labels, ownerReferences }, spec } as Manifest);

const REFUSED = [403, expect.stringMatching(/denied request: NSA-POD-(?:08|12|20)/)];

async function answer(asked: Promise<{ readonly status: number; readonly body: { readonly message?: string } }>): Promise<readonly unknown[]> {
  const { status, body } = await asked;
  return [status, body.message];
}

describe('a waiver of a workload', () => {
  it.each(OF_APPS.slice(1))('admits the pods that the controller makes for a %s, and no pod that says it is one', async (kind) => {
    expect(await plane.api.apply(workload(kind))).toMatchObject({ status: 201 });
    expect(await answer(plane.api.create(forged(await firstPod(kind, new RegExp(`^${kind.toLowerCase()}$`)))))).toEqual(REFUSED);
  }, 60_000);

  it.each(['ReplicationController', 'Job'] as const)('admits the pods of a %s', async (kind) => {
    expect(await plane.api.apply(workload(kind))).toMatchObject({ status: 201 });
    await firstPod(kind, new RegExp(`^${kind.toLowerCase()}$`));
  }, 60_000);

  it('admits the ReplicaSets of a Deployment and their pods, and none by hand', async () => {
    expect(await plane.api.apply(workload('Deployment'))).toMatchObject({ status: 201 });
    const made = await firstPod('ReplicaSet', /^deployment-/);
    const replicas = madeFor(await all('apps/v1', 'ReplicaSet'), 'Deployment', /^deployment$/)!;
    expect(await answer(plane.api.create(forged(made)))).toEqual(REFUSED);
    expect(await answer(plane.api.create(forged(replicas)))).toEqual(REFUSED);
  }, 60_000);

  it('admits the Jobs of a CronJob and their pods, and none by hand', async () => {
    expect(await plane.api.apply(workload('CronJob'))).toMatchObject({ status: 201 });
    await firstPod('Job', /^cronjob-/, 150);
    const job = madeFor(await all('batch/v1', 'Job'), 'CronJob', /^cronjob$/)!;
    const { ownerReferences } = job.metadata;
    expect(await answer(plane.api.create({ ...workload('Job'), metadata: { name: 'forged', namespace: NAMESPACE, ownerReferences } }))).toEqual(REFUSED);
  }, 200_000);

  it('admits the pods of a DaemonSet on a node, and no pod that says it is one', async () => {
    expect(await plane.api.create({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1' } })).toMatchObject({ status: 201 });
    expect(await plane.api.apply(agent(['logs', '/var/log']))).toMatchObject({ status: 201 });
    const made = await firstPod('DaemonSet', /^daemonset$/);
    expect(await answer(plane.api.create(forged(made)))).toEqual(REFUSED);
    // one that needs no waiver may say what it likes, and gains nothing by it
    const { ownerReferences } = made.metadata;
    const harmless = pod('harmless', { containers: [{ name: 'app', image: 'x' }] }, { ownerReferences });
    expect(await plane.api.create(harmless, true)).toMatchObject({ status: 201 });
    expect(await answer(plane.api.create({ ...harmless, spec: made['spec'] }, true))).toEqual(REFUSED);
  }, 60_000);

  it.each<[string, Manifest]>([
    ['another folder under the same name', agent(['logs', '/srv'])],
    ['the folder under another name', agent(['other', '/var/log'])],
    ['a second folder', agent(['logs', '/var/log'], ['other', '/srv'])],
  ])('that names a folder of the host refuses %s', async (_, manifest) => {
    expect(await answer(plane.api.apply(manifest))).toEqual(REFUSED);
  });
});

describe('an update', () => {
  it('of labels of a pod is admitted from anybody, one of its spec only if it needs no waiver', async () => {
    const path = pathOf(await firstPod('StatefulSet', /^statefulset$/));
    expect(await answer(plane.api.ask('PATCH', path, { metadata: { labels: { seen: 'yes' } } }, MERGE))).toEqual([200, undefined]);
    expect(await answer(plane.api.ask('PATCH', path, { spec: { containers: [{ name: 'app', image: 'y' }] } }, 'application/strategic-merge-patch+json'))).toEqual(REFUSED);
  });

  it('of the template of a ReplicaSet is refused to anybody but its Deployment, and its scale is not', async () => {
    const path = pathOf(madeFor(await all('apps/v1', 'ReplicaSet'), 'Deployment', /^deployment$/)!);
    expect(await answer(plane.api.ask('PATCH', path, { spec: { template: { metadata: { annotations: { by: 'hand' } } } } }, MERGE))).toEqual(REFUSED);
    expect(await answer(plane.api.ask('PATCH', path, { spec: { minReadySeconds: 1 } }, MERGE))).toEqual([200, undefined]);
  });

  it('leaves pods behind when their owner goes without them', async () => {
    const { metadata: { uid } } = await firstPod('ReplicationController', /./);
    await plane.api.ask('DELETE', pathOf(workload('ReplicationController')), { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Orphan' });
    await eventually('the orphan', async () => (await all('v1', 'Pod')).find(({ metadata }) => metadata.uid === uid && metadata.ownerReferences === undefined), 60);
  }, 90_000);

  it('scales what has lost its waiver down to nothing, and makes no pod of it again', async () => {
    expect(await plane.api.apply(params([]))).toMatchObject({ status: 200 });
    await eventually('the end of the waivers', async () => ((await plane.api.create({ ...workload('Deployment'), metadata: { ...named('Deployment'), name: 'again' } }, true)).status === 403 ? true : undefined), 30);
    const scale = async (replicas: number) => expect(await answer(plane.api.ask('PATCH', pathOf(workload('Deployment')), { spec: { replicas } }, MERGE))).toEqual([200, undefined]);
    await scale(0);
    await eventually('no pod', async () => (madeFor(await all('v1', 'Pod'), 'ReplicaSet', /^deployment-/) ? undefined : true), 60);
    await scale(1);
    const why = await eventually('the refusal', async () => madeFor(await all('apps/v1', 'ReplicaSet'), 'Deployment', /^deployment$/)?.status?.conditions?.[0]?.message, 30);
    expect(why).toContain('denied request: NSA-POD-08');
  }, 180_000);
});
