/** The rendered city at a real API server, under its own admission policies, and `champ check --context` on what runs there. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { Manifest } from '../../../engine/manifest.ts';
import { groupOf } from '../../../engine/pods/index.ts';
import { rendered } from '../../fixtures/linyi.ts';
import { each } from '../rig/api.ts';
import { ControlPlane } from '../rig/control-plane.ts';
import { eventually } from '../rig/processes.ts';
import { tool } from '../rig/tools.ts';

const ROOT = join(__dirname, '..', '..', '..');
const BUILT_IN = new Set([
  '', 'admissionregistration.k8s.io', 'apps', 'autoscaling', 'batch', 'networking.k8s.io', 'policy', 'rbac.authorization.k8s.io', 'scheduling.k8s.io',
]);

describe.each(['core', 'public'])('zone %s of Linyi', (zone) => {
  const objects = rendered('linyi').output.objects.filter((object) => object.zone === zone && BUILT_IN.has(groupOf(object.manifest.apiVersion))).map(({ manifest }) => manifest);
  const of = (...kinds: readonly string[]) => objects.filter(({ kind }) => kinds.includes(kind));
  const first = ['Namespace', 'PriorityClass', 'ConfigMap', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'];
  const bounded = new Set(['ResourceQuota', 'LimitRange']);
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await ControlPlane.start();
    await plane.api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'argocd' } });
    for (const kind of first) {
      const answers = await each(of(kind), (manifest) => plane.api.apply(manifest));
      expect(answers.filter(({ status }) => status !== 200 && status !== 201).map(({ body }) => body.message)).toEqual([]);
    }
    // outside of the platform's namespaces policies warn, so that one answer shows how many are in force
    const wild = workload('wild', 'default', { hostPID: true, hostNetwork: true, containers: [{ name: 'app', image: 'x:latest', securityContext: { privileged: true } }] });
    await eventually('the policies', async () => ((await plane.api.create(wild, true)).warnings.filter((text) => text.includes('champ-nsa-')).length >= 12 ? true : undefined), 120);
  }, 1_800_000);

  afterAll(async () => { await plane?.stop(); }, 60_000);

  const workload = (name: string, namespace: string, spec: unknown): Manifest => ({
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace }, spec: { selector: { matchLabels: { app: name } }, template: { metadata: { labels: { app: name } }, spec } },
  });

  /** A pod that nobody hardened, in a namespace of the platform. */
  const bare = (): Manifest => ({
    apiVersion: 'v1', kind: 'Pod', metadata: { name: 'bare', namespace: of('Namespace').find(({ metadata }) => metadata.name.endsWith('-gw'))!.metadata.name },
    spec: { containers: [{ name: 'app', image: 'docker.io/library/nginx:latest' }] },
  });

  it('is accepted whole: no object of it is refused by its own policies', async () => {
    const rest = objects.filter(({ kind }) => !first.includes(kind) && !bounded.has(kind));
    expect(rest.length).toBeGreaterThan(500);
    const answers = await each(rest, (manifest) => plane.api.create(manifest, true));
    const refused = rest.flatMap((manifest, index) => ([201, 409].includes(answers[index]!.status) ? [] : [`${manifest.kind} ${manifest.metadata.namespace ?? ''}/${manifest.metadata.name}: ${answers[index]!.body.message ?? ''}`]));
    expect(refused).toEqual([]);
  }, 600_000);

  it('refuses a pod that breaks hardening, with the id of the rule and the mend', async () => {
    const pod = bare();
    const spec = { securityContext: { runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' } }, containers: [{ name: 'app', image: 'docker.io/library/nginx:latest', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }] };
    const { status, body } = await plane.api.create({ ...pod, spec }, true);
    expect([status, body.message]).toEqual([403, expect.stringMatching(/ValidatingAdmissionPolicy 'champ-nsa-[a-z]+-\d\d'.*denied request: NSA-[A-Z]+-\d\d .+: .+/)]);
  });

  it('refuses a workload template too', async () => {
    const { status, body } = await plane.api.create(workload('bare', bare().metadata.namespace!, bare()['spec']), true);
    expect([status, body.message]).toEqual([403, expect.stringContaining('denied request: NSA-')]);
  });

  it('runs its log agent under its waivers, and nothing that only says it is one or reads more of the host', async () => {
    const [agent] = of('DaemonSet').filter(({ metadata }) => metadata.name === 'fluent-bit');
    const { namespace } = agent!.metadata;
    await plane.api.apply(of('ServiceAccount').find(({ metadata }) => metadata.name === 'fluent-bit' && metadata.namespace === namespace)!);
    expect(await plane.api.create({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1' } })).toMatchObject({ status: 201 });
    // the taint of a new node goes when its kubelet says that it is ready
    await plane.api.ask('PATCH', '/api/v1/nodes/node-1/status', { status: { conditions: [{ type: 'Ready', status: 'True' }] } }, 'application/merge-patch+json');
    expect((await plane.api.apply(agent!)).body.message).toBeUndefined();
    const pod = await eventually('its pod', async () => ((await plane.api.ask('GET', `/api/v1/namespaces/${namespace}/pods`)).body['items'] as readonly Manifest[])[0], 60);
    const { labels, ownerReferences } = pod.metadata as Manifest['metadata'] & { readonly ownerReferences: readonly unknown[] };
    expect(ownerReferences).toMatchObject([{ kind: 'DaemonSet', name: 'fluent-bit', controller: true }]);
    const forged = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'forged', namespace, labels, ownerReferences }, spec: pod['spec'] } as Manifest;
    const more = JSON.parse(JSON.stringify(agent).replace('"hostPath":{"path":"/var/log"', '"hostPath":{"path":"/srv"')) as Manifest;
    expect(more).not.toEqual(agent);
    for (const { status, body } of [await plane.api.create(forged), await plane.api.apply(more)]) {
      expect([status, body.message]).toEqual([403, expect.stringMatching(/denied request: NSA-(?:POD-04|POD-12|POD-20|NET-22)/)]);
    }
  }, 120_000);

  it('refuses everything when the parameters are gone, rather than nothing', async () => {
    const [params] = of('ConfigMap').filter(({ metadata }) => metadata.name === 'champ-policy-params');
    const path = `/api/v1/namespaces/${params!.metadata.namespace}/configmaps/champ-policy-params`;
    const [deployment] = of('Deployment');
    await plane.api.ask('DELETE', path);
    await eventually('the refusal', async () => ((await plane.api.create(deployment!, true)).status === 201 ? undefined : true), 30);
    await plane.api.apply(params!);
    await eventually('the parameters', async () => ((await plane.api.create(deployment!, true)).status === 201 ? true : undefined), 30);
  }, 120_000);

  it('is judged live by champ check --context, read only', async () => {
    expect((await plane.api.create(workload('not-managed', 'default', { hostPID: true, containers: [{ name: 'app', image: 'x' }] }))).status).toBe(201);
    const kubectl = dirname(tool('kubectl'));
    const run = spawnSync(process.execPath, [join(ROOT, 'cli', 'champ.js'), 'check', '--context', 'rig', '--format', 'json'], {
      encoding: 'utf8', env: { ...process.env, KUBECONFIG: plane.kubeconfig, PATH: `${kubectl}:${process.env['PATH'] ?? ''}` }, maxBuffer: 2 ** 28,
    });
    expect([run.status, run.stderr]).toEqual([1, expect.not.stringContaining('CHAMP')]);
    const report = JSON.parse(run.stdout) as { readonly findings: readonly { readonly rule: string; readonly object: { readonly name: string } }[] };
    expect(report.findings.filter(({ object }) => object.name === 'not-managed').map(({ rule }) => rule)).toEqual(expect.arrayContaining(['NSA-POD-09', 'NSA-POD-25']));
  }, 120_000);
});
