import { parse, parseAllDocuments } from 'yaml';
import { bootstrap, FIELD_MANAGER, MARK, readme } from '../../../engine/bootstrap/index.ts';
import type { Manifest, RenderedObject } from '../../../engine/manifest.ts';
import { rendered } from '../../fixtures/linyi.ts';

jest.setTimeout(120_000);

const { objects } = rendered().output;
const plan = bootstrap({ environment: 'linyi', zone: 'core', objects });
const step = (name: string) => plan.steps.find(({ file }) => file.includes(name))!;
const all = plan.steps.flatMap(({ manifests }) => manifests);
const data = (name: string) => all.find(({ metadata }) => metadata.name === name)!['data'] as Readonly<Record<string, string>>;
const argocd = objects.find(({ zone, manifest }) => zone === 'core' && manifest.kind === 'Application' && manifest.metadata.name === 'argocd')!.manifest;
const values = (argocd as unknown as { spec: { source: { helm: { valuesObject: { configs: Record<'cm' | 'params' | 'rbac', Record<string, string>> } } } } }).spec.source.helm.valuesObject;

it('goes from the namespace over settings, repositories, ArgoCD and projects to the roots', () => {
  expect(plan.steps.map(({ file }) => file)).toEqual(['01-namespace.yaml', '02-settings.yaml', '03-repositories.yaml', '04-argocd.values.yaml', '05-projects.yaml', '06-roots.yaml']);
});

it('has the settings and the values of the chart that Git installs later, word for word', () => {
  expect(data('argocd-cm')).toEqual(values.configs.cm);
  expect(data('argocd-cmd-params-cm')).toEqual(values.configs.params);
  expect(data('argocd-rbac-cm')).toEqual(values.configs.rbac);
  expect(parse(step('values').content)).toEqual(values);
});

it('is hardened: no password, no anonymous user, no shell, plain files and charts alone', () => {
  expect(data('argocd-cm')).toMatchObject({
    'admin.enabled': 'false', 'users.anonymous.enabled': 'false', 'exec.enabled': 'false', 'kustomize.enable': 'false', 'jsonnet.enable': 'false', 'helm.enable': 'true',
    'application.resourceTrackingMethod': 'annotation', 'statusbadge.enabled': 'false',
  });
  expect(data('argocd-cmd-params-cm')).toMatchObject({ 'server.insecure': 'false', 'server.disable.auth': 'false', 'server.sync.replace.allowed': 'false', 'reposerver.disable.tls': 'false' });
  expect(data('argocd-rbac-cm')).toMatchObject({ 'policy.default': 'role:none' });
});

it('labels what ArgoCD finds by label, and excludes kinds in YAML that reads as a list', () => {
  for (const { metadata } of all.filter(({ kind }) => kind === 'ConfigMap' || kind === 'Secret')) expect(metadata.labels).toMatchObject({ 'app.kubernetes.io/part-of': 'argocd' });
  expect(parse(data('argocd-cm')['resource.exclusions']!)).toEqual(expect.arrayContaining([{ apiGroups: ['coordination.k8s.io'], kinds: ['Lease'] }]));
});

it('names repositories without a credential', () => {
  expect(step('repositories').manifests).toMatchObject([
    { kind: 'Secret', metadata: { name: 'repository-git' }, stringData: { type: 'git', url: 'https://git.ops.linyi.example/champ/config.git' } },
    { kind: 'Secret', metadata: { name: 'repository-helm' }, stringData: { type: 'helm', url: 'registry.ops.linyi.example/charts', enableOCI: 'true' } },
  ]);
  const fields = step('repositories').manifests.flatMap(({ stringData }) => Object.keys(stringData as object));
  expect(fields.filter((field) => /user|password|key|token/i.test(field))).toEqual([]);
});

it('has no Secret but those, and none with a value that only the cluster makes', () => {
  expect(all.filter(({ kind }) => kind === 'Secret').map(({ metadata }) => metadata.name)).toEqual(['repository-git', 'repository-helm']);
});

it('brings the projects of the roots and the closed default, and both roots', () => {
  expect(step('projects').manifests.map(({ metadata }) => metadata.name)).toEqual(['champ-roots', 'default']);
  expect(step('roots').manifests.map(({ metadata }) => metadata.name)).toEqual(['estate', 'operators']);
});

it('sets the namespace under Pod Security', () => {
  expect(step('namespace').manifests).toMatchObject([{ kind: 'Namespace', metadata: { name: 'argocd', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } }]);
});

it('applies by the field manager of ArgoCD, so that what goes from Git goes from the cluster', () => {
  const applies = plan.steps.flatMap(({ commands }) => commands).filter((command) => command.includes('kubectl apply'));
  expect(applies.length).toBeGreaterThan(5);
  for (const command of applies) expect(command).toMatch(/--server-side --field-manager=(?:argocd-controller|credentials) /);
  expect(FIELD_MANAGER).toBe('argocd-controller');
});

it('writes files that read as the same objects, each with the mark', () => {
  for (const { content, manifests } of plan.steps.filter((each) => each.manifests.length > 0)) {
    expect(content.startsWith(`# ${MARK}\n`)).toBe(true);
    expect(parseAllDocuments(content).map((document) => document.toJS() as Manifest)).toEqual(manifests);
  }
});

it('tells order and commands in both languages', () => {
  for (const language of ['zh', 'en'] as const) {
    const text = readme(plan, language);
    const places = plan.steps.map(({ file }) => text.indexOf(`\`${file}\``));
    expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);
    for (const { commands } of plan.steps) expect(text).toContain(commands.join('\n'));
    expect(text).not.toMatch(/\{\w+\}(?!\})/);
  }
});

it('refuses a zone that has no ArgoCD', () => {
  const without = objects.filter(({ application }) => application !== 'operators');
  expect(() => bootstrap({ environment: 'linyi', zone: 'core', objects: without })).toThrow(/CHAMP8204/);
});

const moved = (repoURL: string): readonly RenderedObject[] => JSON.parse(JSON.stringify(objects).replaceAll('https://git.ops.linyi.example/champ/config.git', repoURL).replaceAll('"registry.ops.linyi.example/charts"', '"https://charts.example/helm"'));

it('asks for a key where Git goes by SSH, and takes a chart by the address of its repository', () => {
  const { steps } = bootstrap({ environment: 'linyi', zone: 'core', objects: moved('git@git.example:champ/config.git') });
  const commands = steps.flatMap((each) => each.commands).join('\n');
  expect(commands).toContain('--from-file=sshPrivateKey=');
  expect(commands).toContain('helm template argocd argo-cd --repo https://charts.example/helm --version ');
  expect(JSON.stringify(steps)).not.toContain('enableOCI');
});
