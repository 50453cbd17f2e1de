import { policyParams } from '../../../engine/admission/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { judge, PolicyEstate } from '../../../engine/policy/index.ts';
import { applyWaivers, type Waiver, type WaiverTarget } from '../../../engine/waivers/index.ts';
import { controls, objectRules } from '../../../policies/index.ts';
import { decide, FACTS, specOf, type Asked } from './decide.ts';

const rule = objectRules.find(({ id }) => id === 'NSA-POD-08')!;
const spec = specOf(rule)!;

const waiver = (target: Partial<WaiverTarget> = {}): Waiver => ({
  id: 'W-1', rule: rule.id, target: { kind: 'DaemonSet', namespace: 'core-agents', name: 'agent', container: 'agent', ...target },
  reason: 'r', owner: 'o', ticket: 't', expires: '2027-01-01', where: 'waivers.yaml:1:1',
});

/** The account that a controller of Kubernetes works with. */
const account = (controller: string): Asked => ({ user: `system:serviceaccount:kube-system:${controller}` });
const ALL_IN_ONE: Asked = { user: 'system:kube-controller-manager' };

type Owner = Readonly<Record<string, unknown>>;
const owner = (apiVersion: string, kind: string, name: string): Owner => ({ apiVersion, kind, name, uid: '0', controller: true });
const AGENT = owner('apps/v1', 'DaemonSet', 'agent');

const PRIVILEGED = { containers: [{ name: 'agent', image: 'registry.example/x', securityContext: { privileged: true } }] };
const CLEAN = { containers: [{ name: 'agent', image: 'registry.example/x' }] };

function made(kind: string, by?: Owner, pod: unknown = PRIVILEGED): Manifest {
  const metadata = { name: 'agent-x7k2p', namespace: 'core-agents', ...(by ? { ownerReferences: [by] } : {}) };
  if (kind === 'Pod') return { apiVersion: 'v1', kind, metadata, spec: pod };
  return { apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1', kind, metadata, spec: { template: { spec: pod } } };
}

const refused = (object: Manifest, asked: Asked, target: Partial<WaiverTarget> = {}, controllers: readonly string[] = []) =>
  decide(spec, object, policyParams({ ...FACTS, controllers }, [waiver(target)]), asked).length > 0;

describe('a waiver', () => {
  it('lets the pods of its workload through and no others', () => {
    const by = account('daemon-set-controller');
    expect(refused(made('Pod', AGENT), by)).toBe(false);
    expect(refused(made('Pod', owner('apps/v1', 'DaemonSet', 'agent2')), by)).toBe(true);
    expect(refused(made('Pod'), by)).toBe(true);
  });

  it.each([
    ['Pod', 'v1', 'ReplicationController', 'replication-controller'],
    ['Pod', 'apps/v1', 'ReplicaSet', 'replicaset-controller'],
    ['Pod', 'apps/v1', 'StatefulSet', 'statefulset-controller'],
    ['Pod', 'apps/v1', 'DaemonSet', 'daemon-set-controller'],
    ['Pod', 'batch/v1', 'Job', 'job-controller'],
    ['ReplicaSet', 'apps/v1', 'Deployment', 'deployment-controller'],
    ['Job', 'batch/v1', 'CronJob', 'cronjob-controller'],
  ])('covers a %s of a %s %s when %s makes it, and when nobody else does', (kind, apiVersion, ofKind, controller) => {
    const object = made(kind, owner(apiVersion, ofKind, 'agent'));
    expect(refused(object, account(controller), { kind: ofKind })).toBe(false);
    expect(refused(object, ALL_IN_ONE, { kind: ofKind })).toBe(false);
    expect(refused(object, account(controller === 'job-controller' ? 'cronjob-controller' : 'job-controller'), { kind: ofKind })).toBe(true);
    for (const user of ['admin', '', controller, `system:serviceaccount:core-agents:${controller}`]) expect(refused(object, { user }, { kind: ofKind })).toBe(true);
  });

  it.each<[string, Owner]>([
    ['that is no controller', { ...AGENT, controller: false }],
    ['that does not say it', { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'agent', uid: '0' }],
    ['of another group', { ...AGENT, apiVersion: 'apps.kruise.io/v1' }],
    ['of another version', { ...AGENT, apiVersion: 'apps/v1beta1' }],
    ['whose kind holds an account', { ...AGENT, kind: 'DaemonSet system:serviceaccount:kube-system:daemon-set-controller' }],
  ])('does not follow an owner %s', (_, by) => {
    expect(refused(made('Pod', by), account('daemon-set-controller'))).toBe(true);
  });

  it.each([
    ['Deployment', 'apps/v1', 'ReplicaSet', 'replicaset-controller', 'agent-5d4f7c9b8'],
    ['Rollout', 'apps/v1', 'ReplicaSet', 'replicaset-controller', 'agent-5d4f7c9b8'],
    ['CronJob', 'batch/v1', 'Job', 'job-controller', 'agent-29384756'],
  ])('of a %s is for the pods of its %s %s too', (kind, apiVersion, ofKind, controller, name) => {
    expect(refused(made('Pod', owner(apiVersion, ofKind, name)), account(controller), { kind })).toBe(false);
    expect(refused(made('Pod', owner(apiVersion, ofKind, `other-${name}`)), account(controller), { kind })).toBe(true);
    expect(refused(made('Pod', owner(apiVersion, ofKind, name)), {}, { kind })).toBe(true);
  });

  it('covers what another controller makes where the environment names its account', () => {
    const ROLLOUTS = 'system:serviceaccount:argo-rollouts:argo-rollouts';
    const replicas = made('ReplicaSet', owner('argoproj.io/v1alpha1', 'Rollout', 'agent'));
    expect(refused(replicas, { user: ROLLOUTS }, { kind: 'Rollout' }, [`ReplicaSet argoproj.io/v1alpha1 Rollout ${ROLLOUTS}`])).toBe(false);
    expect(refused(replicas, { user: 'somebody' }, { kind: 'Rollout' }, [`ReplicaSet argoproj.io/v1alpha1 Rollout ${ROLLOUTS}`])).toBe(true);
    expect(refused(replicas, { user: ROLLOUTS }, { kind: 'Rollout' })).toBe(true);
  });

  it('covers one container and leaves the other to be refused', () => {
    const both = made('Pod', AGENT, { containers: ['agent', 'other'].map((name) => ({ name, image: 'x', securityContext: { privileged: true } })) });
    const [message] = decide(spec, both, policyParams(FACTS, [waiver()]), account('daemon-set-controller'));
    expect(message).toContain('(other)');
    expect(message).not.toContain('agent,');
  });

  it('covers offline what it covers in the cluster', () => {
    const manifest: Manifest = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent', namespace: 'core-agents' }, spec: { template: { spec: PRIVILEGED } } };
    const findings = judge(new PolicyEstate([{ manifest, zone: '', file: '' }]), { controls, objectRules: [rule], estateRules: [], params: {}, kubernetes: '1.36' });
    expect(findings).toHaveLength(1);
    expect(applyWaivers(findings, [waiver()], '2026-01-01', () => 1).open).toEqual([]);
    expect(refused(manifest, {})).toBe(false);
  });
});

describe('an update', () => {
  const RUNNING = made('Pod', AGENT);
  const labelled = (object: Manifest): Manifest => ({ ...object, metadata: { ...object.metadata, labels: { seen: 'yes' } } });
  const orphaned = ({ metadata: { name, namespace }, ...rest }: Manifest): Manifest => ({ ...rest, metadata: { name, namespace } } as Manifest);

  it.each<[string, (object: Manifest) => Manifest]>([['labelled', labelled], ['orphaned', orphaned]])('by anybody lets pods and workloads be %s, waiver or not', (_, change) => {
    for (const oldObject of [RUNNING, made('ReplicaSet', owner('apps/v1', 'Deployment', 'agent')), made('ReplicaSet'), made('Job')]) {
      expect(refused(change(oldObject), { oldObject })).toBe(false);
    }
  });

  it('scales a workload whose waiver has gone, so that the next one can take its place', () => {
    const oldObject = made('ReplicaSet', owner('apps/v1', 'Deployment', 'agent'));
    const scaled = { ...oldObject, spec: { ...oldObject['spec'] as object, replicas: 0 } };
    expect(decide(spec, scaled, policyParams(FACTS), { oldObject, ...account('deployment-controller') })).toEqual([]);
  });

  it('judges every kind whose pods it changes, also the labels of a template', () => {
    const template = (change: object) => ({ metadata: { labels: {} }, spec: PRIVILEGED, ...change });
    const kinds: readonly [string, string, (template: unknown) => object][] = [
      ['v1', 'PodTemplate', (each) => ({ template: each })],
      ['batch/v1', 'CronJob', (each) => ({ spec: { jobTemplate: { spec: { template: each } } } })],
      ['apps/v1', 'StatefulSet', (each) => ({ spec: { template: each } })],
      ['argoproj.io/v1alpha1', 'Rollout', (each) => ({ spec: { template: each } })],
    ];
    for (const [apiVersion, kind, holding] of kinds) {
      const of = (change: object): Manifest => ({ apiVersion, kind, metadata: { name: 'x', namespace: 'core-agents' }, ...holding(template(change)) });
      expect([kind, refused(of({}), { oldObject: of({}) })]).toEqual([kind, false]);
      expect([kind, refused(of({ metadata: { labels: { a: 'b' } } }), { oldObject: of({}) })]).toEqual([kind, true]);
      expect([kind, refused(of({}), { oldObject: of({ spec: CLEAN }) })]).toEqual([kind, true]);
    }
  });

  it('is covered by no owner: an owner forged on a harmless pod opens nothing later', () => {
    const forged = made('Pod', AGENT, CLEAN);
    expect(refused(forged, {})).toBe(false);
    expect(refused(RUNNING, { oldObject: forged })).toBe(true);
    expect(refused(RUNNING, { oldObject: forged, ...account('daemon-set-controller') })).toBe(true);
  });

  it('of the object that the waiver names is covered', () => {
    const workload = (pod: unknown): Manifest => ({ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent', namespace: 'core-agents' }, spec: { template: { spec: pod } } });
    expect(refused(workload(PRIVILEGED), { oldObject: workload(CLEAN) })).toBe(false);
  });
});
