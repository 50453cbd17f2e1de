/** Health checks, settings and roles as `champ bootstrap` renders them, judged by the program of ArgoCD itself. */
import { bootstrap } from '../../../engine/bootstrap/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { HEALTH_CHECKS, JUDGED_BY_ARGOCD, STATUSLESS_KINDS } from '../../../engine/render/argocd/health/index.ts';
import { rendered } from '../../fixtures/linyi.ts';
import { each } from '../rig/api.ts';
import { ArgoCdAdmin } from './argocd-admin.ts';
import { HEALTH_CASES } from './objects.ts';

jest.setTimeout(300_000);

const { objects } = rendered().output;
const settings = bootstrap({ environment: 'linyi', zone: 'core', objects }).steps.flatMap(({ manifests }) => manifests);
const setting = (name: string) => settings.find(({ metadata }) => metadata.name === name)!;
const groupOf = (apiVersion: string) => (apiVersion.includes('/') ? apiVersion.split('/')[0]! : '');
const key = ({ group, kind }: { readonly group: string; readonly kind: string }) => `${group}/${kind}`;

/** The object that the estate has of a kind, as it was on its first moment. */
const first = ({ group, kind }: { readonly group: string; readonly kind: string }): Manifest =>
  objects.find(({ manifest }) => groupOf(manifest.apiVersion) === group && manifest.kind === kind)!.manifest;

let admin: ArgoCdAdmin;
let ours: string;
let none: string;

beforeAll(() => {
  admin = new ArgoCdAdmin();
  ours = admin.file('argocd-cm.yaml', setting('argocd-cm'));
  none = admin.file('no-settings.yaml', { apiVersion: 'v1', kind: 'ConfigMap', metadata: setting('argocd-cm').metadata, data: {} });
});

afterAll(() => admin?.close());

const healthOf = async (kinds: readonly { readonly group: string; readonly kind: string }[], file: string) =>
  Object.fromEntries(await each(kinds, async (kind): Promise<readonly [string, string]> => [key(kind), (await admin.health(first(kind), file)).status], 4));

describe('health checks', () => {
  it('tell each state of each kind', async () => {
    const told = await each(HEALTH_CASES, ({ object }) => admin.health(object, ours), 4);
    const name = (index: number) => `${HEALTH_CASES[index]!.kind} ${HEALTH_CASES[index]!.state}`;
    expect(Object.fromEntries(told.map(({ status }, index) => [name(index), status]))).toEqual(Object.fromEntries(HEALTH_CASES.map(({ expected }, index) => [name(index), expected])));
    HEALTH_CASES.forEach(({ says }, index) => expect(told[index]!.message).toContain(says ?? ''));
  });

  it('have a healthy and an unhealthy object each, and a stuck one wherever the status tells that', () => {
    for (const { group, kind, verdicts } of HEALTH_CHECKS) {
      const states = new Set(HEALTH_CASES.filter((row) => row.kind === kind && groupOf(row.apiVersion) === group).map(({ expected }) => expected));
      for (const wanted of new Set(['Healthy', 'Progressing', ...verdicts.map(({ health }) => health)])) expect([key({ group, kind }), wanted, states.has(wanted as never)]).toEqual([key({ group, kind }), wanted, true]);
    }
  });

  it('are there for kinds that ArgoCD does not judge, and for no others', async () => {
    expect(await healthOf(HEALTH_CHECKS, none)).toEqual(Object.fromEntries(HEALTH_CHECKS.map((kind) => [key(kind), 'none'])));
  });

  it('leave an object unhealthy that nobody has seen to, but for a root', async () => {
    const told = await healthOf(HEALTH_CHECKS.filter(({ kind }) => kind !== 'Application'), ours);
    expect(new Set(Object.values(told))).toEqual(new Set(['Progressing']));
  });
});

it('what is listed as judged by ArgoCD is judged by it', async () => {
  const told = await healthOf(JUDGED_BY_ARGOCD, none);
  expect(Object.entries(told).filter(([, status]) => status === 'none')).toEqual([]);
});

it('what is listed as without a verdict has none', async () => {
  expect(await healthOf(STATUSLESS_KINDS, ours)).toEqual(Object.fromEntries(STATUSLESS_KINDS.map((kind) => [key(kind), 'none'])));
});

it('ArgoCD reads the settings without a complaint', async () => {
  const { code, out } = await admin.run('validate', '--argocd-cm-path', ours);
  expect({ code, complaints: out.split('\n').filter((line) => line.startsWith('❌')) }).toEqual({ code: 0, complaints: [] });
  expect(out).toMatch(/✅ resource-overrides\n\d+ resource overrides/);
});

describe('roles', () => {
  /** The global policy with what ArgoCD adds for the roles of each project. */
  function policy(): string {
    const projects = objects.filter(({ zone, manifest }) => zone === 'core' && manifest.kind === 'AppProject').map(({ manifest }) => manifest as Manifest & { readonly spec: { readonly roles?: readonly { readonly name: string; readonly groups: readonly string[]; readonly policies: readonly string[] }[] } });
    const own = projects.flatMap(({ metadata, spec }) => (spec.roles ?? []).flatMap(({ name, groups, policies }) => [...policies, ...groups.map((group) => `g, ${group}, proj:${metadata.name}:${name}`)]));
    const { 'policy.csv': csv, ...rest } = setting('argocd-rbac-cm')['data'] as Readonly<Record<string, string>>;
    return admin.file('argocd-rbac-cm.yaml', { ...setting('argocd-rbac-cm'), data: { ...rest, 'policy.csv': `${csv}${own.join('\n')}\n` } });
  }

  const VENDOR = 'champ:vendor-01';
  const OWN = 'champ-vendor-01/core-mbs';
  const rows: readonly (readonly [subject: string, action: string, resource: string, object: string, allowed: boolean])[] = [
    ['nobody', 'get', 'applications', OWN, false],
    ['nobody', 'get', 'projects', 'champ-vendor-01', false],
    [`${VENDOR}:operator`, 'get', 'applications', OWN, true],
    [`${VENDOR}:operator`, 'sync', 'applications', OWN, true],
    [`${VENDOR}:operator`, 'override', 'applications', OWN, false],
    [`${VENDOR}:operator`, 'get', 'projects', 'champ-vendor-01', true],
    [`${VENDOR}:operator`, 'get', 'projects', 'champ-vendor-02', false],
    [`${VENDOR}:operator`, 'get', 'applications', 'champ-vendor-02/core-gw', false],
    [`${VENDOR}:operator`, 'sync', 'applications', 'champ-platform/core-guardrails', false],
    [`${VENDOR}:tenant-admin`, 'sync', 'applications', OWN, true],
    [`${VENDOR}:tenant-admin`, 'delete', 'applications', OWN, false],
    [`${VENDOR}:tenant-admin`, 'update', 'applications', OWN, false],
    [`${VENDOR}:tenant-admin`, 'create', 'exec', OWN, false],
    [`${VENDOR}:tenant-admin`, 'update', 'projects', 'champ-vendor-01', false],
    [`${VENDOR}:auditor`, 'get', 'applications', OWN, true],
    [`${VENDOR}:auditor`, 'sync', 'applications', OWN, false],
    [`${VENDOR}:auditor`, 'get', 'logs', OWN, false],
    ['champ:platform:platform-admin', 'get', 'applications', OWN, true],
    ['champ:platform:platform-admin', 'sync', 'applications', OWN, false],
    ['champ:platform:platform-admin', 'sync', 'applications', 'champ-platform/core-guardrails', true],
    ['champ:platform:platform-admin', 'get', 'clusters', 'https://kubernetes.default.svc', true],
    ['champ:platform:platform-admin', 'create', 'repositories', 'champ-platform/x', false],
    ['champ:platform:auditor', 'get', 'applications', OWN, true],
    ['champ:platform:auditor', 'sync', 'applications', 'champ-platform/core-guardrails', false],
    ['champ', 'get', 'applications', OWN, true],
    ['champ', 'sync', 'applications', OWN, false],
    ['champ', 'get', 'logs', OWN, false],
    ['champ', 'update', 'accounts', 'champ', false],
  ];

  it('are valid, and allow each what it needs and no more', async () => {
    const file = policy();
    expect((await admin.run('rbac', 'validate', '--policy-file', file)).out).toContain('Policy is valid');
    const answers = await each(rows, async ([subject, action, resource, object]) => (await admin.run('rbac', 'can', subject, action, resource, object, '--policy-file', file)).out.trim(), 4);
    const told = (allowed: (index: number) => boolean) => rows.map(([subject, action, resource, object], index) => `${subject} ${action} ${resource} ${object}: ${allowed(index) ? 'Yes' : 'No'}`);
    expect(rows.map(([subject, action, resource, object], index) => `${subject} ${action} ${resource} ${object}: ${answers[index]!}`)).toEqual(told((index) => rows[index]![4]));
  });
});
