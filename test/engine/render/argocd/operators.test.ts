import { OPERATORS } from '../../../../constructs/operators.ts';
import { chartImages } from '../../../../engine/inspect/index.ts';
import { fileOf, type Manifest } from '../../../../engine/manifest.ts';
import { neededOperators, renderArgoCd } from '../../../../engine/render/argocd/index.ts';
import type { Output } from '../../../../engine/render/output.ts';
import { smallEnvironment, type EstateOverrides } from '../../../fixtures/estate.ts';
import { codesOf } from '../../inspect/objects.ts';
import { autoscaler, outputOf } from '../guardrails/workloads.ts';

const ids = (overrides: EstateOverrides, ...objects: readonly Manifest[]) => {
  const environment = smallEnvironment(overrides);
  return neededOperators(environment.zone('core'), outputOf(environment, 'core', ...objects)).map((row) => row.id);
};

function rendered(): Output {
  const environment = smallEnvironment();
  const out = outputOf(environment, 'core', autoscaler('hsa-mbs', 'core-mbs', 3));
  renderArgoCd(environment.zone('core'), out);
  return out;
}

const of = (out: Output, folder: string, kind: string) => out.objects.filter((each) => each.application === folder && each.manifest.kind === kind).map(({ manifest }) => manifest as Manifest & { spec: Record<string, any> });

describe('operators', () => {
  test('are those that the zone calls for: by custom resource, by kind, by option', () => {
    expect(ids({})).toEqual(expect.arrayContaining(['argocd', 'redis-operator']));
    expect(ids({})).not.toContain('istio');
    expect(ids({ zones: { core: { mesh: true } } })).toEqual(expect.arrayContaining(['istio', 'istio-base', 'istio-cni']));
    expect(ids({}, autoscaler('a', 'core-mbs', 2))).toContain('metrics-server');
    expect(ids({}, { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata: { name: 'a', namespace: 'core-mbs' } })).toContain('external-secrets');
  });

  test('are not deployed where the edition buys the product', () => {
    expect(ids({ props: { edition: 'alibaba' } })).not.toContain('redis-operator');
  });

  test('come as charts of the environment\'s own registry, pinned by version', () => {
    const redis = of(rendered(), 'operators', 'Application').find((each) => each.metadata.name === 'redis-operator')!;
    const row = OPERATORS['redis-operator'];
    expect(redis.spec).toMatchObject({
      project: 'champ-operators',
      source: { repoURL: 'registry.small.example/charts', chart: row.chart, targetRevision: row.version, helm: { releaseName: 'redis-operator' } },
      destination: { namespace: row.namespace },
    });
    expect(redis.spec['source'].helm.valuesObject).toEqual(expect.any(Object));
    expect(redis.metadata['finalizers']).toBeUndefined();
    expect(redis.spec['syncPolicy'].syncOptions).toEqual(expect.arrayContaining(['Prune=confirm', 'Delete=confirm', 'ServerSideApply=true']));
  });

  test('name their images by the digests of the release, and are refused where they do not', () => {
    const { objects } = rendered();
    expect(codesOf(chartImages, objects, { requireDigest: true })).toEqual([]);
    const redis = of(rendered(), 'operators', 'Application').find((each) => each.metadata.name === 'redis-operator')!.spec['source'].helm.valuesObject.redisOperator;
    const { tag, digest } = smallEnvironment().facts.releases.products['opstree/redis-operator']!;
    expect([redis.imageTag, redis.initContainerImageTag]).toEqual([`${tag}@${digest}`, `${tag}@${digest}`]);
    const products = Object.fromEntries(Object.entries(smallEnvironment().facts.releases.products).map(([key, row]) => [key, { image: row.image, tag: row.tag }]));
    const loose = smallEnvironment({ releases: { products } });
    const out = outputOf(loose, 'core');
    renderArgoCd(loose.zone('core'), out);
    expect(codesOf(chartImages, out.objects, { requireDigest: true })).toContain('CHAMP3052');
  });

  test('stand in Namespaces of their own folder, at the Pod Security level that they need', () => {
    const out = rendered();
    const namespaces = of(out, 'operators', 'Namespace');
    for (const application of of(out, 'operators', 'Application').filter(({ metadata }) => metadata.name !== 'operators')) {
      const { namespace } = application.spec['destination'];
      const row = Object.values(OPERATORS).find((each) => each.id === application.metadata.name)!;
      const labels = namespaces.find((each) => each.metadata.name === namespace)!.metadata.labels!;
      if (row.podSecurity) expect(labels['pod-security.kubernetes.io/enforce']).not.toBe('restricted');
      expect(labels['pod-security.kubernetes.io/warn']).toBe('restricted');
    }
    expect(namespaces.map((each) => each.metadata.name)).not.toContain('kube-system');
  });

  test('leave the namespaces of Kubernetes alone, and give no token to pods that forget their account', () => {
    const out = rendered();
    const namespaces = of(out, 'operators', 'Namespace').map((each) => each.metadata.name);
    const metrics = of(out, 'operators', 'Namespace').find((each) => each.metadata.name === 'metrics-server')!;
    expect(metrics.metadata.labels).toHaveProperty(['pod-security.kubernetes.io/enforce'], 'restricted');
    const accounts = of(out, 'operators', 'ServiceAccount').filter((each) => each.metadata.name === 'default');
    expect(accounts.map((each) => each.metadata.namespace)).toEqual(namespaces);
    for (const account of accounts) expect(account['automountServiceAccountToken']).toBe(false);
    const files = out.objects.filter((each) => each.application === 'operators').map(fileOf);
    expect(new Set(files).size).toBe(files.length);
  });

  test('may still bind the role of kube-system by which the API server shows its front proxy', () => {
    const project = of(rendered(), 'argocd', 'AppProject').find((each) => each.metadata.name === 'champ-operators')!.spec;
    expect(project['destinations'].map((each: { namespace: string }) => each.namespace)).toContain('kube-system');
  });

  test('are bounded by a project of their own: one source, their namespaces, no wildcard kind', () => {
    const out = rendered();
    const project = of(out, 'argocd', 'AppProject').find((each) => each.metadata.name === 'champ-operators')!.spec;
    expect(project['sourceRepos']).toEqual(['registry.small.example/charts']);
    const allowed = project['destinations'].map((each: { namespace: string }) => each.namespace);
    for (const application of of(out, 'operators', 'Application')) expect(allowed).toContain(application.spec['destination'].namespace);
    for (const { group, kind } of [...project['clusterResourceWhitelist'], ...project['namespaceResourceWhitelist']]) expect(`${group}${kind}`).not.toContain('*');
    expect(JSON.stringify(project['clusterResourceWhitelist'])).not.toContain('"Namespace"');
  });

  test('bring the charts that they need', () => {
    const environment = smallEnvironment({ zones: { core: { mesh: true } } });
    for (const zone of environment.zones) {
      const rows = neededOperators(zone, outputOf(environment, 'core', autoscaler('hsa-mbs', 'core-mbs', 3)));
      for (const { requires = [] } of rows) expect(rows.map((row) => row.id)).toEqual(expect.arrayContaining([...requires]));
    }
  });

  test('get the secrets that a chart names from the platform\'s own path', () => {
    const out = rendered();
    const secret = of(out, 'operators', 'ExternalSecret').find((each) => each.metadata.name === 'harbor-database-account')!;
    expect(secret.metadata.namespace).toBe('harbor');
    expect(secret.spec).toMatchObject({ secretStoreRef: { name: 'harbor' }, data: [{ secretKey: 'password', remoteRef: { key: 'operators/harbor/harbor-database-account', property: 'password' } }] });
    expect(of(out, 'operators', 'SecretStore').find((each) => each.metadata.name === 'harbor')!.spec['provider'].vault.path).toBe('champ/small/platform');
  });

  test('are told the size and the names of their site', () => {
    const valuesOf = (overrides: EstateOverrides) => {
      const environment = smallEnvironment(overrides);
      const out = outputOf(environment, 'core');
      renderArgoCd(environment.zone('core'), out);
      return of(out, 'operators', 'Application').find((each) => each.metadata.name === 'argocd')!.spec['source'].helm.valuesObject;
    };
    expect(valuesOf({}).server.replicas).toBe(2);
    expect(valuesOf({ props: { stage: 'development' } }).server.replicas).toBe(1);
  });

  test('leave to the roots nothing that runs: Applications, projects, these Namespaces and their secrets', () => {
    const out = rendered();
    const { spec } = of(out, 'argocd', 'AppProject').find((each) => each.metadata.name === 'champ-roots')!;
    expect(spec['namespaceResourceWhitelist'].map((each: { kind: string }) => each.kind).sort()).toEqual(['AppProject', 'Application', 'ExternalSecret', 'SecretStore', 'ServiceAccount']);
    const namespaces = of(out, 'operators', 'Namespace').map((each) => each.metadata.name);
    expect(spec['destinations'].map((each: { namespace: string }) => each.namespace)).toEqual([...namespaces].sort());
    expect(spec['clusterResourceWhitelist'].map((each: { name: string }) => each.name).sort()).toEqual(of(out, 'operators', 'Namespace').map((each) => each.metadata.name).sort());
  });
});
