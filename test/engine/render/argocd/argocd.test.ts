import type { Manifest } from '../../../../engine/manifest.ts';
import { renderArgoCd } from '../../../../engine/render/argocd/index.ts';
import { renderGuardrails } from '../../../../engine/render/guardrails/index.ts';
import { smallEnvironment, type EstateOverrides } from '../../../fixtures/estate.ts';
import { autoscaler, outputOf, workload } from '../guardrails/workloads.ts';

interface Entry { readonly group: string; readonly kind: string; readonly name?: string }
interface Project extends Manifest {
  readonly spec: {
    readonly sourceRepos: readonly string[];
    readonly destinations: readonly { readonly server: string; readonly namespace: string }[];
    readonly clusterResourceWhitelist: readonly Entry[];
    readonly namespaceResourceWhitelist: readonly Entry[];
    readonly namespaceResourceBlacklist?: readonly Entry[];
    readonly orphanedResources: { readonly warn: boolean };
    readonly roles: readonly { readonly name: string; readonly groups: readonly string[]; readonly policies: readonly string[] }[];
    readonly syncWindows?: readonly Readonly<Record<string, unknown>>[];
  };
}
interface ArgoApplication extends Manifest {
  readonly spec: {
    readonly project: string;
    readonly source: Readonly<Record<string, unknown>>;
    readonly destination: { readonly server: string; readonly namespace: string };
    readonly syncPolicy: { readonly automated: object; readonly syncOptions: readonly string[] };
    readonly ignoreDifferences?: readonly unknown[];
  };
}

const MBS = 'core-mbs';

function delivery(overrides: EstateOverrides = {}, ...extra: readonly Manifest[]) {
  const environment = smallEnvironment(overrides);
  const zone = environment.zone('core');
  const out = outputOf(
    environment, 'core',
    workload('Deployment', 'hsa-mbs', MBS, {}), autoscaler('hsa-mbs', MBS, 4), workload('Deployment', 'hsa-mbs-ui', MBS, { replicas: 2 }),
    workload('Deployment', 'hsa-gw-core', 'core-gw', {}), workload('StatefulSet', 'cache', 'core-mw-cache', {}), ...extra,
  );
  renderGuardrails(zone, out);
  renderArgoCd(zone, out);
  const all = <T extends Manifest>(kind: string, folder: string) => out.objects.filter((each) => each.application === folder && each.manifest.kind === kind).map((each) => each.manifest as T);
  const one = <T extends Manifest>(found: readonly T[], name: string) => found.find((each) => each.metadata.name === name)!;
  const projects = all<Project>('AppProject', 'argocd');
  const applications = all<ArgoApplication>('Application', 'argocd');
  return {
    out, projects, applications, operators: all<ArgoApplication>('Application', 'operators'), namespaces: all('Namespace', 'operators'),
    project: (name: string) => one(projects, name), application: (name: string) => one(applications, name),
  };
}

const kinds = (entries: readonly Entry[]) => entries.map(({ kind }) => kind);
const MINE = ['NetworkPolicy', 'ResourceQuota', 'LimitRange', 'Role', 'RoleBinding', 'SecretStore', 'PeerAuthentication'];

describe('projects', () => {
  test('exist for each tenant that owns something in the zone, and for nobody else', () => {
    expect(delivery().projects.map((each) => each.metadata.name).sort()).toEqual(['champ-operators', 'champ-platform', 'champ-roots', 'champ-vendor-01', 'champ-vendor-02', 'default']);
  });

  test('name repositories, clusters and namespaces exactly', () => {
    for (const { metadata, spec } of delivery().projects) {
      expect(spec.sourceRepos.join() + spec.destinations.map((each) => each.namespace).join()).not.toContain('*');
      expect(spec.destinations.every((each) => each.server === 'https://kubernetes.default.svc')).toBe(true);
      if (metadata.name !== 'default') expect(spec.orphanedResources.warn).toBe(true);
    }
    expect(delivery().project('champ-vendor-02').spec).toMatchObject({
      sourceRepos: ['https://git.small.example/champ/config.git'], destinations: [{ namespace: MBS }],
    });
  });

  test('allow a vendor what his folders hold, nothing of the cluster, and no guardrail', () => {
    const { spec } = delivery().project('champ-vendor-02');
    expect(spec.clusterResourceWhitelist).toEqual([]);
    expect(kinds(spec.namespaceResourceWhitelist).sort()).toEqual(['Deployment', 'HorizontalPodAutoscaler']);
    expect(kinds(spec.namespaceResourceBlacklist!)).toEqual(expect.arrayContaining(MINE));
  });

  test('report what nobody declared, but not what the mesh leaves in every namespace', () => {
    const meshed = delivery({ zones: { core: { mesh: true } } }).project('champ-vendor-02').spec.orphanedResources;
    expect(meshed).toEqual({ warn: true, ignore: [{ kind: 'ConfigMap', name: 'istio-ca-root-cert' }] });
    expect(delivery().project('champ-vendor-02').spec.orphanedResources).toEqual({ warn: true });
  });

  test('keep guardrails out of a vendor\'s list, even where his folder holds one', () => {
    const policy = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'open', namespace: MBS }, spec: {} };
    expect(kinds(delivery({}, policy).project('champ-vendor-02').spec.namespaceResourceWhitelist)).not.toContain('NetworkPolicy');
  });

  test('allow the platform its guardrails, cluster kinds by name, no wildcard kind', () => {
    const { spec } = delivery().project('champ-platform');
    expect(kinds(spec.namespaceResourceWhitelist)).toEqual(expect.arrayContaining(['NetworkPolicy', 'ResourceQuota', 'LimitRange', 'RoleBinding', 'SecretStore', 'StatefulSet']));
    expect(spec.clusterResourceWhitelist).toEqual(expect.arrayContaining([
      { group: '', kind: 'Namespace', name: 'core-*' }, { group: 'scheduling.k8s.io', kind: 'PriorityClass', name: 'champ-*' },
    ]));
    expect([...spec.clusterResourceWhitelist, ...spec.namespaceResourceWhitelist].filter(({ group, kind }) => group === '*' || kind === '*')).toEqual([]);
    expect(spec.destinations.map((each) => each.namespace)).toEqual(expect.arrayContaining([MBS, 'core-mw-cache', 'core-guardrails']));
  });

  test('admit every rendered object, by source, place and kind', () => {
    const { out, projects, applications } = delivery();
    const byName = new Map(projects.map((each) => [each.metadata.name, each.spec]));
    for (const application of applications) {
      const { spec } = application;
      const project = byName.get(spec.project)!;
      expect(project.sourceRepos).toContain(spec.source['repoURL']);
      expect(project.destinations.map((each) => each.namespace)).toContain(spec.destination.namespace);
      const folder = String(spec.source['path']).split('/')[2];
      for (const { manifest: { apiVersion, kind, metadata: { name, namespace } } } of out.objects.filter((each) => each.application === folder)) {
        const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
        const list = namespace === undefined ? project.clusterResourceWhitelist : project.namespaceResourceWhitelist;
        expect(list.some((each) => each.group === group && each.kind === kind && (!each.name || each.name === name || (each.name.endsWith('*') && name.startsWith(each.name.slice(0, -1)))))).toBe(true);
        if (namespace !== undefined) expect(project.destinations.map((each) => each.namespace)).toContain(namespace);
      }
    }
  });

  test('close the project that ArgoCD makes open', () => {
    expect(delivery().project('default').spec).toMatchObject({ sourceRepos: [], destinations: [], clusterResourceWhitelist: [], namespaceResourceBlacklist: [{ group: '*', kind: '*' }] });
  });

  test('keep settlement hours quiet in production, by local time, with a manual sync allowed', () => {
    for (const { metadata, spec } of delivery().projects) {
      if (metadata.name === 'default') continue;
      expect(spec.syncWindows).toEqual([expect.objectContaining({ kind: 'deny', schedule: '30 7 * * *', duration: '11h', timeZone: 'Asia/Shanghai', applications: ['*'], manualSync: true })]);
    }
    expect(delivery({ props: { stage: 'development' } }).projects.every(({ spec }) => spec.syncWindows === undefined)).toBe(true);
    expect(delivery({ props: { freezes: [] } }).projects.every(({ spec }) => spec.syncWindows === undefined)).toBe(true);
    expect(delivery({ props: { timeZone: 'Asia/Urumqi' } }).project('champ-vendor-02').spec.syncWindows![0]).toMatchObject({ timeZone: 'Asia/Urumqi' });
  });

  test('let a vendor\'s people sync and restart their own, auditors look, and nobody change an Application', () => {
    const { roles } = delivery().project('champ-vendor-02').spec;
    const role = (name: string) => roles.find((each) => each.name === name)!;
    expect(role('operator').groups).toEqual(['champ:vendor-02:operator']);
    expect(role('operator').policies).toContain('p, proj:champ-vendor-02:operator, applications, sync, champ-vendor-02/*, allow');
    expect(role('operator').policies).toContain('p, proj:champ-vendor-02:operator, applications, action/apps/Deployment/restart, champ-vendor-02/*, allow');
    expect(role('auditor')).toMatchObject({ groups: ['champ:vendor-02:auditor', 'champ:platform:auditor'], policies: ['p, proj:champ-vendor-02:auditor, applications, get, champ-vendor-02/*, allow'] });
    for (const { policies } of roles) expect(policies.filter((each) => /, (create|update|delete|override|\*), /.test(each) || / exec, /.test(each))).toEqual([]);
  });
});

describe('Applications', () => {
  test('follow one folder each, by a full ref, and read no other', () => {
    const { metadata, spec } = delivery().application(MBS);
    expect(spec.source).toEqual({ repoURL: 'https://git.small.example/champ/config.git', targetRevision: 'refs/heads/main', path: `small/core/${MBS}` });
    expect(metadata.annotations).toHaveProperty(['argocd.argoproj.io/manifest-generate-paths'], '.');
    expect(metadata.annotations).toHaveProperty(['champ.hsa/name-zh'], '医保业务基础子系统');
    expect(spec).toMatchObject({ project: 'champ-vendor-02', destination: { server: 'https://kubernetes.default.svc', namespace: MBS } });
  });

  test('prune and heal by themselves, server-side, in an order that is safe', () => {
    for (const { metadata, spec } of delivery().applications) {
      expect(metadata.annotations).toHaveProperty(['argocd.argoproj.io/compare-options'], 'ServerSideDiff=true');
      expect(spec.syncPolicy.automated).toMatchObject({ prune: true, selfHeal: true });
      expect(spec.syncPolicy.syncOptions).toEqual(expect.arrayContaining([
        'ServerSideApply=true', 'PruneLast=true', 'RespectIgnoreDifferences=true', 'CreateNamespace=false', 'ApplyOutOfSyncOnly=true', 'FailOnSharedResource=true',
      ]));
    }
  });

  test('leave the count of an autoscaled workload alone, and of no other', () => {
    expect(delivery().application(MBS).spec.ignoreDifferences).toEqual([
      { group: 'apps', kind: 'Deployment', name: 'hsa-mbs', namespace: MBS, jsonPointers: ['/spec/replicas'] },
    ]);
    expect(delivery().application('core-gw').spec.ignoreDifferences).toBeUndefined();
  });

  test('cascade only where no state lives', () => {
    const { application } = delivery();
    expect(application(MBS).metadata['finalizers']).toEqual(['resources-finalizer.argocd.argoproj.io/background']);
    for (const name of ['core-mw-cache', 'core-guardrails', 'estate']) expect(application(name).metadata['finalizers']).toBeUndefined();
  });

  test('do not wait for definitions that come with an operator', () => {
    const { application } = delivery();
    expect(application('core-guardrails').spec.syncPolicy.syncOptions).toContain('SkipDryRunOnMissingResource=true');
    expect(application(MBS).spec.syncPolicy.syncOptions).not.toContain('SkipDryRunOnMissingResource=true');
  });

  test('come after their guardrails and middleware', () => {
    const { application } = delivery();
    const wave = (name: string) => Number(application(name).metadata.annotations!['argocd.argoproj.io/sync-wave']);
    expect(wave('core-guardrails')).toBeLessThan(wave('core-mw-cache'));
    expect(wave('core-mw-cache')).toBeLessThan(wave(MBS));
  });

  test('hang from two roots, each of which holds itself', () => {
    const { application, operators } = delivery();
    expect(application('estate').spec).toMatchObject({ project: 'champ-roots', source: { path: 'small/core/argocd' } });
    expect(operators.find(({ metadata }) => metadata.name === 'operators')!.spec).toMatchObject({ project: 'champ-roots', source: { path: 'small/core/operators' } });
  });
});
