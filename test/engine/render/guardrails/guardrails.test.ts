import { fileOf, type Manifest } from '../../../../engine/manifest.ts';
import { quantity } from '../../../../engine/quantity/index.ts';
import { renderGuardrails } from '../../../../engine/render/guardrails/index.ts';
import { Agents } from '../../../../constructs/agents.ts';
import { smallEnvironment, type EstateOverrides } from '../../../fixtures/estate.ts';
import { outputOf, workload } from './workloads.ts';

const NS = 'core-mbs';
const CACHE = 'core-mw-cache';
/** One key from a store of its own, as provisioning accounts have it. */
const secret = (namespace: string, store: string): Manifest => ({
  apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata: { name: `${store}-secret`, namespace }, spec: { secretStoreRef: { name: namespace }, data: [{ sourceRef: { storeRef: { name: store } } }] },
});

function guardrails(overrides: EstateOverrides = {}, extra: readonly Manifest[] = []) {
  const environment = smallEnvironment(overrides);
  const zone = environment.zone('core');
  Agents.in(zone);
  const out = outputOf(environment, 'core', workload('StatefulSet', 'a', NS, { replicas: 2 }), workload('StatefulSet', 'b', CACHE, { replicas: 1 }), workload('DaemonSet', 'c', 'core-agents', {}), ...extra);
  renderGuardrails(zone, out);
  const own = out.objects.filter((object) => object.application === 'core-guardrails');
  return {
    own,
    find: (kind: string, name: string) => own.find(({ manifest }) => manifest.kind === kind && manifest.metadata.name === name)?.manifest as Manifest & { spec: Record<string, never>; rules: never },
    all: (kind: string) => own.filter(({ manifest }) => manifest.kind === kind).map(({ manifest }) => manifest),
  };
}

describe('guardrails', () => {
  test('declare a Namespace for each Application that has anything, their own included, and for no other', () => {
    const names = guardrails().all('Namespace').map((each) => each.metadata.name);
    expect(names.sort()).toEqual(['core-agents', 'core-guardrails', NS, CACHE].sort());
  });

  test('give every file of their folder a name of its own', () => {
    const files = guardrails().own.map(fileOf);
    expect(new Set(files).size).toBe(files.length);
  });

  test('give no token to pods that forget their account, in any namespace', () => {
    const { all } = guardrails();
    const defaults = all('ServiceAccount').filter((each) => each.metadata.name === 'default');
    expect(defaults.map((each) => each.metadata.namespace).sort()).toEqual(all('Namespace').map((each) => each.metadata.name).sort());
    for (const account of defaults) expect(account['automountServiceAccountToken']).toBe(false);
  });

  test('enforce restricted Pod Security, pinned to the version of the clusters', () => {
    expect(guardrails().find('Namespace', NS).metadata.labels).toMatchObject({
      'pod-security.kubernetes.io/enforce': 'restricted', 'pod-security.kubernetes.io/enforce-version': 'v1.36',
      'pod-security.kubernetes.io/audit': 'restricted', 'pod-security.kubernetes.io/warn': 'restricted',
      'champ.hsa/tenant': 'vendor-02', 'champ.hsa/zone': 'core',
    });
  });

  test('lower Pod Security for agents alone, with the reason, and still warn and audit', () => {
    const { labels, annotations } = guardrails().find('Namespace', 'core-agents').metadata;
    expect(labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'privileged', 'pod-security.kubernetes.io/audit': 'restricted', 'pod-security.kubernetes.io/warn': 'restricted' });
    expect(annotations!['champ.hsa/pod-security-why-en']).toMatch(/hostPath/);
  });

  test('let sidecars into namespaces of subsystems only, and only with a mesh', () => {
    expect(guardrails().find('Namespace', NS).metadata.labels).not.toHaveProperty('istio-injection');
    const meshed = guardrails({ zones: { core: { mesh: true } } });
    expect(meshed.find('Namespace', NS).metadata.labels).toHaveProperty('istio-injection', 'enabled');
    expect(meshed.find('Namespace', CACHE).metadata.labels).not.toHaveProperty('istio-injection');
    expect(meshed.find('NetworkPolicy', `${NS}-mesh`).spec['egress']).toMatchObject([{ ports: [{ port: 15012 }] }]);
  });

  test('let the Gateway take routes from namespaces that have one, and from no other', () => {
    const route = (namespace: string, parent: object): Manifest => ({ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata: { name: 'a', namespace }, spec: { parentRefs: [parent] } });
    const { find } = guardrails({}, [route(NS, { name: 'ingress', namespace: 'core-mw-ingress' }), route(CACHE, { name: 'own' })]);
    expect(find('Namespace', NS).metadata.labels).toHaveProperty(['champ.hsa/ingress'], 'allowed');
    expect(find('Namespace', CACHE).metadata.labels).not.toHaveProperty(['champ.hsa/ingress']);
  });

  test('deny both directions and open names alone', () => {
    const { find } = guardrails();
    expect(find('NetworkPolicy', `${NS}-default-deny`).spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    expect(find('NetworkPolicy', `${NS}-dns`).spec).toMatchObject({
      policyTypes: ['Egress'],
      egress: [{ to: [{ podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }], ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }] }],
    });
  });

  test('bound each namespace by what it needs', () => {
    const { find } = guardrails();
    expect(find('ResourceQuota', NS).spec['hard']).toEqual({
      'requests.cpu': '1', 'requests.memory': '2Gi', 'limits.cpu': '4', 'limits.memory': '4Gi', pods: '2',
      persistentvolumeclaims: '0', 'requests.storage': '0Mi', 'services.nodeports': '0', 'services.loadbalancers': '0',
    });
    expect(find('LimitRange', NS).spec['limits']).toEqual([{
      type: 'Container', default: { cpu: '500m', memory: '256Mi' }, defaultRequest: { cpu: '50m', memory: '64Mi' }, max: { cpu: '2', memory: '2Gi' },
    }]);
    expect(find('LimitRange', CACHE).spec['limits']).toContainEqual({ type: 'PersistentVolumeClaim', max: { storage: '20Gi' } });
  });

  test('take the quota that the sizes of the environment state, with limits no lower than it', () => {
    const quotas = { [NS]: { cpu: '9', memory: '512Mi', pods: 3 } };
    const { find } = guardrails({ sizes: { quotas } });
    expect(find('ResourceQuota', NS).spec['hard']).toMatchObject({ 'requests.cpu': '9', 'requests.memory': '512Mi', 'limits.cpu': '9', 'limits.memory': '4Gi', pods: '3' });
  });

  test('never state a quota below a request that they count', () => {
    const { all } = guardrails();
    for (const quota of all('ResourceQuota')) {
      const hard = (quota['spec'] as { hard: Record<string, string> }).hard;
      for (const resource of ['cpu', 'memory']) expect(quantity(hard[`limits.${resource}`]!)).toBeGreaterThanOrEqual(quantity(hard[`requests.${resource}`]!));
    }
  });

  test('sign in to the secret store with an account and a role of the namespace, on the path of its tenant', () => {
    const { find, all } = guardrails();
    expect(find('SecretStore', NS).spec['provider']).toMatchObject({
      vault: {
        server: 'https://secrets.small.example:8200', path: 'champ/small/vendor-02', version: 'v2',
        auth: { kubernetes: { mountPath: 'kubernetes/zone-10', role: `small-core-${NS}`, serviceAccountRef: { name: `${NS}-secret-reader` } } },
      },
    });
    expect(find('ServiceAccount', `${NS}-secret-reader`)).toMatchObject({ metadata: { namespace: NS }, automountServiceAccountToken: false });
    expect(all('ClusterSecretStore')).toEqual([]);
  });

  test('open a second store for accounts of a tenant that keeps something in the middleware, and for nobody else', () => {
    const { find } = guardrails({}, [secret(CACHE, `${CACHE}-vendor-02`), secret(CACHE, `${CACHE}-vendor-09`)]);
    expect(find('SecretStore', `${CACHE}-vendor-02`).spec['provider']).toMatchObject({
      vault: { path: 'champ/small/vendor-02', auth: { kubernetes: { role: `small-core-${CACHE}-vendor-02`, serviceAccountRef: { name: `${CACHE}-vendor-02-secret-reader` } } } },
    });
    expect(find('SecretStore', `${CACHE}-vendor-01`)).toBeUndefined();
    expect(find('SecretStore', `${CACHE}-vendor-09`)).toBeUndefined();
  });

  test('rank the settlement path above all else, and let batch push nobody out', () => {
    const classes = guardrails().all('PriorityClass') as (Manifest & { value: number; preemptionPolicy: string })[];
    const top = [...classes].sort((a, b) => b.value - a.value)[0]!;
    expect(top.metadata.name).toBe('champ-settlement');
    expect(classes.find((each) => each.metadata.name === 'champ-batch')!.preemptionPolicy).toBe('Never');
  });
});
