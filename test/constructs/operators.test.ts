import { PRODUCTION } from '../../constructs/operators/operator.ts';
import { OPERATORS, type HelmValue, type HelmValues, type OperatorRow } from '../../constructs/operators.ts';
import { chartImages } from '../../engine/inspect/index.ts';
import { quantity } from '../../engine/quantity/index.ts';
import { codesOf, custom } from '../engine/inspect/objects.ts';

const REGISTRY = 'registry.example/champ';
const DEVELOPMENT = { production: false, clusterDomain: 'small.local', digests: {} };
const rows = Object.values(OPERATORS);
const byId = rows.map((row): readonly [string, OperatorRow] => [row.id, row]);

interface Found {
  readonly path: string;
  readonly value: HelmValue;
}

/** Every value below, with its path. */
function walk(value: HelmValue, path = ''): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => walk(each as HelmValue, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return [{ path, value }, ...Object.entries(value as HelmValues).flatMap(([key, each]) => walk(each, `${path}.${key}`))];
}

const named = (values: HelmValues, ending: RegExp) => walk(values).filter(({ path }) => ending.test(path));

describe.each(byId)('%s', (id, row) => {
  const values = row.values(REGISTRY);
  const text = JSON.stringify(values);

  it('is listed under its own name, as a chart pinned to one version in a namespace of its own', () => {
    expect(row.id).toBe(id);
    expect(row.version).toMatch(/^v?\d+\.\d+\.\d+$/);
    expect(row.namespace).toMatch(/^[a-z][-a-z0-9]+$/);
  });

  it('takes every image from the registry of the environment, by a tag', () => {
    for (const { image, tag } of row.images) {
      expect(image).toMatch(/^[a-z][-a-z0-9./_]+$/);
      expect(tag).toMatch(/\d+\.\d+/);
      expect(text).toContain(REGISTRY);
    }
    expect(text).not.toMatch(/docker\.io|quay\.io|ghcr\.io|registry\.k8s\.io|:latest|"latest"/);
    const elsewhere = JSON.stringify(row.values('other.example'));
    expect(elsewhere).not.toContain(REGISTRY);
  });

  it('hands every image of its own to the chart by digest, and by tag alone where there is none', () => {
    const digests = Object.fromEntries(row.images.map(({ image }, index) => [image, `sha256:${String(index + 1).padStart(64, '0')}`]));
    const pinned = row.values(REGISTRY, { ...PRODUCTION, digests });
    const given = JSON.stringify(pinned);
    for (const digest of Object.values(digests)) expect(given).toContain(digest.replace('sha256:', ''));
    const application = (valuesObject: HelmValues) => custom('argoproj.io/v1alpha1', 'Application', { source: { helm: { valuesObject } } });
    expect(codesOf(chartImages, [application(pinned)], { requireDigest: true })).toEqual([]);
    if (row.images.length > 0) expect(codesOf(chartImages, [application(values)], { requireDigest: true })).toContain('CHAMP3052');
    expect(text).not.toContain('sha256:');
  });

  it('holds no password, only names of Secrets', () => {
    const named = walk(values).filter(({ path, value }) => typeof value === 'string' && /(?:password|token|secretKey|accessKey)$/i.test(path));
    expect(named.filter(({ path }) => !/existing\w+$|secretKeyRef/.test(path))).toEqual([]);
  });

  it('asks for no more than its limits, and for less in development', () => {
    const small = row.values(REGISTRY, DEVELOPMENT);
    const [production, development] = [values, small].map((each) => named(each, /resources$/).map(({ value }) => value as unknown as Record<'requests' | 'limits', Record<'cpu' | 'memory', string>>));
    for (const { requests, limits } of production!) {
      for (const resource of ['cpu', 'memory'] as const) expect(quantity(requests[resource])).toBeLessThanOrEqual(quantity(limits[resource]));
    }
    // the sidecar of the mesh belongs to the applications' sums, which do not shrink
    const sum = (all: typeof production) => all!.reduce((total, { requests }) => total + quantity(requests.cpu), 0);
    if (production!.length > 0) expect(sum(development)).toBeLessThan(sum(production));
    expect(named(small, /(?:replicas|replicaCount)$/i).filter(({ value }) => Number(value) > 1)).toEqual([]);
  });

  it('never runs as root where the chart lets one say so', () => {
    expect(walk(values).filter(({ path, value }) => /(?:runAsUser|runAsGroup|fsGroup)$/.test(path) && value === 0)).toEqual([]);
    expect(walk(values).filter(({ path, value }) => /(?:privileged|allowPrivilegeEscalation|hostNetwork)$/.test(path) && value !== false)).toEqual([]);
  });

  it('says why, if its namespace allows more than restricted', () => {
    if (row.podSecurity) expect(row.podSecurity.why.length).toBeGreaterThan(20);
    else expect(row.perNode).toBeUndefined();
  });

  it('counts its pods and what they ask for', () => {
    expect(quantity(row.cpu) > 0 && quantity(row.memory) > 0).toBe(row.pods > 0);
    for (const other of row.requires ?? []) expect(OPERATORS[other].id).toBe(other);
  });
});

it('brings each group of custom resources by one chart', () => {
  const groups = rows.flatMap((row) => row.groups);
  expect(groups.filter((group, index) => groups.indexOf(group) !== index)).toEqual([]);
});

it('installs the mesh by its CNI plug-in and keeps what it enters apart from its control plane', () => {
  expect(OPERATORS.istio.requires).toEqual(expect.arrayContaining(['istio-base', 'istio-cni']));
  expect(OPERATORS.istio.values(REGISTRY)).toMatchObject({ cni: { enabled: true }, global: { proxy: { privileged: false } } });
  expect(OPERATORS.istio.podSecurity).toBeUndefined();
  expect(OPERATORS['istio-cni'].namespace).not.toBe(OPERATORS.istio.namespace);
});

it('has the mesh tell who called whom where the log agents look', () => {
  expect(OPERATORS.istio.values(REGISTRY)).toMatchObject({ meshConfig: { accessLogFile: '/dev/stdout', accessLogEncoding: 'JSON' } });
});

it('lets no store of secrets and no watch reach over namespaces that has not to', () => {
  expect(OPERATORS['external-secrets'].values(REGISTRY)).toMatchObject({ processClusterStore: false, crds: { createClusterSecretStore: false, createPushSecret: false } });
});

it('runs proxies of a Gateway in the namespace of that Gateway', () => {
  expect(OPERATORS['envoy-gateway'].values(REGISTRY)).toMatchObject({ config: { envoyGateway: { provider: { kubernetes: { deploy: { type: 'GatewayNamespace' } } } } } });
});

it('renders no Kustomize and no Jsonnet, and opens no shell in pods', () => {
  expect(OPERATORS.argocd.values(REGISTRY)).toMatchObject({ configs: { cm: { 'kustomize.enable': 'false', 'jsonnet.enable': 'false', 'exec.enabled': 'false', 'users.anonymous.enabled': 'false' } } });
});

it('names a Secret for every password of Harbor', () => {
  const { secrets, values } = OPERATORS.harbor;
  const names = new Set(secrets!.map(({ name }) => name));
  const used = walk(values(REGISTRY)).filter(({ path, value }) => /(?:existing\w*Secret\w*|secretName|secretKeyRef\.name)$/.test(path) && !path.endsWith('Key') && typeof value === 'string').map(({ value }) => value as string);
  expect(used.length).toBeGreaterThan(8);
  expect(used.filter((name) => !names.has(name))).toEqual([]);
  expect([...names].filter((name) => !used.includes(name))).toEqual([]);
});

it('uses the domain of the cluster where products tell their members by it', () => {
  for (const id of ['redis-operator', 'mysql-operator', 'strimzi', 'envoy-gateway', 'istio', 'metrics-server'] as const) {
    expect(JSON.stringify(OPERATORS[id].values(REGISTRY, DEVELOPMENT))).toContain('small.local');
  }
});
