/**
 * The same verdict at three places: the offline check, the emitted admission policies and Pod Security Admission of a real API server.
 */
import type { Manifest } from '../../../engine/manifest.ts';
import { admission, policyName } from '../../../engine/admission/index.ts';
import { hasPods } from '../../../engine/pods/index.ts';
import { judge, KUBERNETES, PolicyEstate, type KubernetesVersion, type Profile } from '../../../engine/policy/index.ts';
import { controls, objectRules } from '../../../policies/index.ts';
import { corpus, CORPUS_PARAMS as data, type CorpusRow } from '../../fixtures/corpus/index.ts';
import { each, type Answer } from '../rig/api.ts';
import { ControlPlane } from '../rig/control-plane.ts';
import { eventually } from '../rig/processes.ts';

const MANAGED = { key: 'app.kubernetes.io/managed-by', value: 'champ' };
const PARAMS = { name: 'champ-policy-params', namespace: 'policies' };
const objects = admission(objectRules, {
  kubernetes: '1.36', controls, data, params: PARAMS, managed: MANAGED, operatorPods: { key: 'champ.hsa/pods', value: 'operator' }, labels: () => ({}),
});
const emitted = new Set(objects.map(({ metadata: { name } }) => name));
/** Rules that stand in the cluster too. */
const admitted = objectRules.filter((rule) => emitted.has(policyName(rule)));

/** Kinds that are in no namespace. */
const OF_THE_CLUSTER = new Set(['Namespace', 'ClusterRole', 'ClusterRoleBinding', 'PersistentVolume', 'StorageClass', 'PriorityClass', 'RuntimeClass']);

let plane: ControlPlane;

beforeAll(async () => { plane = await ControlPlane.start(); }, 1_800_000);

afterAll(async () => { await plane?.stop(); }, 60_000);

/** The policies, in force. */
async function enforce(): Promise<void> {
  await namespace(PARAMS.namespace);
  await namespace('open');
  await namespace('closed', { [MANAGED.key]: MANAGED.value });
  for (const object of objects) expect(await plane.api.apply(object)).toMatchObject({ status: 201 });
  await eventually('type checking of the policies', async () => {
    const found = await policies();
    return found.every(({ status, metadata }) => status?.observedGeneration === metadata.generation && status?.typeChecking !== undefined) ? true : undefined;
  }, 120);
  // a policy is in force some moments after it was accepted
  await eventually('the policies', async () => ((await plane.api.create(privileged('closed'), true)).status === 403 ? true : undefined), 60);
}

async function namespace(name: string, labels: Readonly<Record<string, string>> = {}): Promise<void> {
  expect((await plane.api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } })).status).toBe(201);
}

interface Policy {
  readonly metadata: { readonly name: string; readonly generation: number };
  readonly status?: { readonly observedGeneration?: number; readonly typeChecking?: { readonly expressionWarnings?: readonly unknown[] } };
}

const policies = async () => ((await plane.api.ask('GET', '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies')).body['items'] as readonly Policy[]);

const privileged = (inNamespace: string): Manifest => ({
  apiVersion: 'v1', kind: 'Pod', metadata: { name: 'privileged', namespace: inNamespace }, spec: { containers: [{ name: 'app', image: 'x', securityContext: { privileged: true } }] },
});

/** A row of the corpus in a namespace, unless it is of the cluster. */
const placed = ({ manifest }: CorpusRow, inNamespace: string): Manifest =>
  (OF_THE_CLUSTER.has(manifest.kind) ? manifest : { ...manifest, metadata: { ...manifest.metadata, namespace: inNamespace } });

const offline = (manifest: Manifest, profile: Profile, kubernetes: KubernetesVersion): readonly string[] => [...new Set(
  judge(new PolicyEstate([{ manifest, zone: '', file: '' }]), { controls, objectRules: admitted, estateRules: [], profile, kubernetes, params: data }).map(({ rule }) => rule),
)].sort();

/** Rules that the API server names in its warnings. */
const warned = ({ warnings }: Answer): readonly string[] =>
  [...new Set(warnings.flatMap((text) => [...text.matchAll(/ValidatingAdmissionPolicy 'champ-([a-z]+-[a-z]+-\d\d)[a-z-]*'/g)].map(([, id]) => id!.toUpperCase())))].sort();

/** The server sends 4,096 characters of warnings at most and leaves out what is beyond. */
const isCut = ({ warnings }: Answer): boolean => warnings.join('').length > 3_500;

const rows = corpus.filter(({ create }) => create !== false);

describe('the Pod Security profiles', () => {
  const pods = rows.filter(({ manifest }) => manifest.kind === 'Pod');
  const workloads = rows.filter(({ manifest }) => manifest.kind !== 'Pod' && hasPods(manifest) && !manifest.apiVersion.includes('.'));

  it.each(KUBERNETES.flatMap((version) => (['baseline', 'restricted'] as const).map((level) => [level, version] as const)))('agree at %s %s with Pod Security Admission on every pod', async (level, version) => {
    const name = `pss-${level}-${version.replace('.', '-')}`;
    const label = 'pod-security.kubernetes.io';
    await namespace(name, { [`${label}/enforce`]: level, [`${label}/enforce-version`]: `v${version}`, [`${label}/warn`]: level, [`${label}/warn-version`]: `v${version}` });
    const asked = [...pods, ...workloads];
    const answers = await each(asked, (row) => plane.api.create(placed(row, name), true));
    const wrong = asked.flatMap((row, index) => {
      const { status, body, warnings } = answers[index]!;
      const refused = row.manifest.kind === 'Pod' ? status === 403 && (body.message ?? '').includes('violates PodSecurity') : warnings.some((text) => text.includes('would violate PodSecurity'));
      const own = offline(placed(row, name), `pss-${level}`, version);
      return refused === own.length > 0 ? [] : [{ name: row.name, refused, own, message: body.message ?? warnings.join('; ') }];
    });
    expect(wrong).toEqual([]);
  }, 300_000);
});

describe('the emitted policies', () => {
  beforeAll(enforce, 300_000);

  it('are type-checked by the API server without a warning', async () => {
    const found = await policies();
    expect(found.length).toBeGreaterThan(30);
    expect(found.filter(({ status }) => status?.typeChecking?.expressionWarnings !== undefined).map(({ metadata, status }) => [metadata.name, status])).toEqual([]);
  });

  it('would show a warning if one were mistyped', async () => {
    const [policy] = objects.filter(({ kind, metadata }) => kind === 'ValidatingAdmissionPolicy' && metadata.name === policyName({ id: 'NSA-POD-08' }));
    const spec = policy!['spec'] as Readonly<Record<string, unknown>>;
    await plane.api.apply({ ...policy!, metadata: { name: 'mistyped' }, spec: { ...spec, variables: [], validations: [{ expression: 'object.spec.nonsense == 1' }] } });
    const found = await eventually('its type checking', async () => {
      const { status } = (await policies()).find(({ metadata }) => metadata.name === 'mistyped') ?? {};
      return status?.typeChecking ? status : undefined;
    }, 60);
    expect(found.typeChecking?.expressionWarnings?.length).toBeGreaterThan(0);
  });

  it('say of every object what the offline check says', async () => {
    const answers = await each(rows, (row) => plane.api.create(placed(row, 'open'), true));
    const compared = rows.map((row, index) => ({ name: row.name, status: answers[index]!.status, server: warned(answers[index]!), offline: offline(placed(row, 'open'), 'nsa-cisa', '1.36'), message: answers[index]!.body.message, cut: isCut(answers[index]!) }));
    const refused = compared.filter(({ status }) => status !== 201).map(({ name, message }) => `${name}: ${message ?? ''}`);
    expect(refused).toEqual([]);
    expect(compared.length).toBeGreaterThanOrEqual(300);
    const differs = ({ server, offline: own, cut }: typeof compared[number]) => (cut ? server.some((id) => !own.includes(id)) : JSON.stringify(server) !== JSON.stringify(own));
    expect(compared.filter(differs).map(({ name, server, offline: own }) => ({ name, server, own }))).toEqual([]);
    expect(compared.filter(({ cut }) => cut).length).toBeLessThan(10);
  }, 300_000);

  it('refuse in the namespaces of the platform exactly what the check finds', async () => {
    const namespaced = rows.filter(({ manifest }) => !OF_THE_CLUSTER.has(manifest.kind));
    const answers = await each(namespaced, (row) => plane.api.create(placed(row, 'closed'), true));
    const wrong = namespaced.filter((row, index) => (answers[index]!.status === 403) !== (offline(placed(row, 'closed'), 'nsa-cisa', '1.36').length > 0));
    expect(wrong.map(({ name }) => name)).toEqual([]);
    expect(answers.filter(({ status, body }) => status === 403 && !/NSA-[A-Z]+-\d\d/.test(body.message ?? ''))).toEqual([]);
  }, 300_000);

  it('refuse a debug container in a pod that runs', async () => {
    const amounts = { cpu: '10m', memory: '16Mi', 'ephemeral-storage': '16Mi' };
    const pod: Manifest = {
      apiVersion: 'v1', kind: 'Pod', metadata: { name: 'quiet', namespace: 'closed' },
      spec: {
        serviceAccountName: 'quiet', automountServiceAccountToken: false, hostUsers: false,
        securityContext: { runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [{
          name: 'app', image: `registry.example/app@sha256:${'a'.repeat(64)}`, resources: { requests: amounts, limits: amounts },
          securityContext: { allowPrivilegeEscalation: false, privileged: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
        }],
      },
    };
    expect(offline(pod, 'nsa-cisa', '1.36')).toEqual([]);
    await plane.api.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'quiet', namespace: 'closed' }, automountServiceAccountToken: false });
    expect(await plane.api.create(pod)).toMatchObject({ status: 201 });
    // what leaves the spec alone is let through, as controllers need it
    expect(await plane.api.ask('PATCH', '/api/v1/namespaces/closed/pods/quiet', { metadata: { labels: { seen: 'yes' } } }, 'application/merge-patch+json')).toMatchObject({ status: 200 });
    const debug = { spec: { ephemeralContainers: [{ name: 'debug', image: 'busybox', securityContext: { privileged: true } }] } };
    const { status, body } = await plane.api.ask('PATCH', `/api/v1/namespaces/closed/pods/${pod.metadata.name}/ephemeralcontainers`, debug, 'application/strategic-merge-patch+json');
    expect([status, body.message]).toEqual([403, expect.stringMatching(/denied request: NSA-POD-\d\d/)]);
  });

  it('look at an object on its way out when it is changed, and let its finalizer go', async () => {
    const role = (rules: readonly unknown[], finalizers: readonly string[]): Manifest => ({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'leaving', namespace: 'closed', finalizers }, rules });
    const harmless = [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }];
    const path = '/apis/rbac.authorization.k8s.io/v1/namespaces/closed/roles/leaving';
    expect(await plane.api.apply(role(harmless, ['champ.hsa/test']))).toMatchObject({ status: 201 });
    await plane.api.ask('DELETE', path);
    const { status, body } = await plane.api.apply(role([{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }], ['champ.hsa/test']));
    expect([status, body.message]).toEqual([403, expect.stringContaining('denied request: NSA-AUTH-')]);
    const gone = await plane.api.ask('PATCH', path, { metadata: { finalizers: null } }, 'application/merge-patch+json');
    expect([gone.status, gone.body.message]).toEqual([200, undefined]);
    expect((await plane.api.ask('GET', path)).status).toBe(404);
  });
});
