import { upgradingEstateRules } from '../../../policies/upgrading/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { PolicyEstate } from '../../../engine/policy/index.ts';
import { judged, judgedEstate, type Judged } from '../../fixtures/policies.ts';

const found = (rule: string, objects: readonly unknown[], options: Judged = {}) => (
  judged(upgradingEstateRules, objects, options).filter((each) => each.rule === rule).map(({ at, field, message }) => `${'manifest' in at ? at.manifest.metadata.name : at.file} ${field} ${message.en}`)
);
const object = (apiVersion: string, kind: string, rest: object = {}, name = 'a') => ({ apiVersion, kind, metadata: { name, namespace: 'apps' }, ...rest });
const pod = (spec: object, labels: object = {}, name = 'pod') => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'apps', labels }, spec: { containers: [{ name: 'c', image: 'registry.example/app:1' }], ...spec } });

describe('NSA-UPG-01', () => {
  it.each([
    ['policy/v1beta1', 'PodDisruptionBudget', '1.36', 'is not served since 1.25: use policy/v1'],
    ['policy/v1beta1', 'PodSecurityPolicy', '1.36', 'is not served since 1.25'],
    ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', '1.28', 'is not served since 1.26: use autoscaling/v2'],
    ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.31', 'is deprecated since 1.29: use flowcontrol.apiserver.k8s.io/v1'],
    ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.32', 'is not served since 1.32: use flowcontrol.apiserver.k8s.io/v1'],
    ['v1', 'Endpoints', '1.36', 'is deprecated since 1.33: use discovery.k8s.io/v1 EndpointSlice'],
    ['external-secrets.io/v1beta1', 'ExternalSecret', '1.36', 'is not served: use external-secrets.io/v1'],
  ])('finds %s %s for %s', (apiVersion, kind, kubernetes, message) => {
    expect(found('NSA-UPG-01', [object(apiVersion, kind)], { facts: { kubernetes } })).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['v1', 'Endpoints', '1.32'], ['networking.k8s.io/v1beta1', 'ServiceCIDR', '1.33'], ['networking.k8s.io/v1', 'Ingress', '1.36'], ['argoproj.io/v1alpha1', 'Rollout', '1.36'],
  ])('lets %s %s pass for %s', (apiVersion, kind, kubernetes) => {
    expect(found('NSA-UPG-01', [object(apiVersion, kind)], { facts: { kubernetes } })).toEqual([]);
  });

  it.each([
    'registry.k8s.io/ingress-nginx/controller:v1.12.0@sha256:aa', 'registry.example:5000/mirror/ingress-nginx/controller:v1', 'k8s.gcr.io/pause:3.6', 'quay.io/kubernetes-ingress-controller/nginx-ingress-controller',
    'docker.io/bitnamilegacy/redis:7',
  ])('finds the retired image %s, in init containers too', (image) => {
    expect(found('NSA-UPG-01', [pod({ initContainers: [{ name: 'i', image }] })])).toEqual([expect.stringContaining('spec.initContainers[0].image')]);
  });

  it.each(['registry.example/app/controller:1', 'nginx/nginx-ingress:5', 'registry.k8s.io/pause:3.10'])('lets the image %s pass', (image) => {
    expect(found('NSA-UPG-01', [pod({ containers: [{ name: 'c', image }] })])).toEqual([]);
  });

  it.each([['v1.30.4', 1], ['v1.36.0', 0], ['stable', 0]])('judges the release %s of an installation', (kubernetesVersion, count) => {
    const content = { apiVersion: 'kubeadm.k8s.io/v1beta4', kind: 'ClusterConfiguration', kubernetesVersion };
    expect(found('NSA-UPG-01', [], { files: [{ zone: '', file: 'kubeadm.yaml', content }] })).toHaveLength(count);
  });
});

const configMap = (rest: object = {}, name = 'settings') => object('v1', 'ConfigMap', rest, name);
const account = object('v1', 'ServiceAccount', {}, 'worker');
const role = object('rbac.authorization.k8s.io/v1', 'Role', {}, 'reader');
const clusterRole = (rest: object = {}, labels: object = {}) => ({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'wide', labels }, ...rest });

describe('NSA-UPG-03: what nothing refers to', () => {
  it.each([['a ConfigMap', configMap()], ['a ServiceAccount', account], ['a Role', role], ['a ClusterRole', clusterRole()]])('finds %s', (_what, manifest) => {
    expect(found('NSA-UPG-03', [manifest])).toEqual([expect.stringContaining('no object refers to this')]);
  });

  it.each([
    ['a volume', configMap(), pod({ volumes: [{ name: 'v', configMap: { name: 'settings' } }] })],
    ['an argument', configMap(), pod({ containers: [{ name: 'c', args: ['--config=settings'] }] })],
    ['a field of a custom resource', configMap(), object('example.org/v1', 'Engine', { spec: { deep: [{ configRef: 'settings' }] } })],
    ['a custom resource in another namespace that names both', configMap(), { ...object('example.org/v1', 'Engine', { spec: { ref: { name: 'settings', namespace: 'apps' } } }), metadata: { name: 'e', namespace: 'ops' } }],
    ['a pod', account, pod({ serviceAccountName: 'worker' })],
    ['a binding', role, object('rbac.authorization.k8s.io/v1', 'RoleBinding', { roleRef: { kind: 'Role', name: 'reader' } }, 'b')],
    ['the config file of a program', configMap(), configMap({ data: { file: `${'x '.repeat(300)} path=/etc/settings/a` } }, 'kube-root-ca.crt')],
    ['a sidecar that looks for its label', { ...configMap(), metadata: { name: 'settings', namespace: 'apps', labels: { grafana_dashboard: '1' } } }, pod({ containers: [{ name: 'c', env: [{ name: 'LABEL', value: 'grafana_dashboard' }] }] })],
  ])('counts %s as a reference', (_what, ...manifests) => {
    expect(found('NSA-UPG-03', manifests)).toEqual([]);
  });

  it.each([
    ['the name in labels', pod({}, { app: 'settings' })],
    ['an object in another namespace', { ...pod({ volumes: [{ name: 'v', configMap: { name: 'settings' } }] }), metadata: { name: 'p', namespace: 'other' } }],
  ])('does not count %s', (_what, manifest) => {
    expect(found('NSA-UPG-03', [configMap(), manifest])).toHaveLength(1);
  });

  it('takes the subject of a binding for no use of the account', () => {
    const binding = object('rbac.authorization.k8s.io/v1', 'RoleBinding', { roleRef: { kind: 'ClusterRole', name: 'view' }, subjects: [{ kind: 'ServiceAccount', name: 'worker', namespace: 'apps' }] }, 'b');
    expect(found('NSA-UPG-03', [account, binding])).toHaveLength(1);
  });

  it('leaves what a built-in role takes in, and what the cluster makes', () => {
    expect(found('NSA-UPG-03', [clusterRole({}, { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' }), configMap({}, 'kube-root-ca.crt'), object('v1', 'ServiceAccount', {}, 'default')])).toEqual([]);
  });

  it('keeps zones apart', () => {
    const mount = pod({ volumes: [{ name: 'v', configMap: { name: 'settings' } }] });
    const estate = (zone: string) => new PolicyEstate([mount, configMap()].map((manifest, index) => ({ manifest: manifest as Manifest, zone: index === 0 ? zone : 'two', file: 'a.yaml' })));
    expect(judgedEstate(upgradingEstateRules, estate('two'))).toEqual([]);
    expect(judgedEstate(upgradingEstateRules, estate('one'))).toHaveLength(1);
  });
});

const service = (selector: unknown, spec: object = {}) => object('v1', 'Service', { spec: { selector, ...spec } });
const policy = (podSelector: object) => object('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector } });

const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const TEMPLATE = { spec: { template: { metadata: { labels: { app: 'here' } }, spec: { containers: [] } } } };
const queue = object('apps/v1', 'StatefulSet', TEMPLATE, 'queue');

describe('NSA-UPG-03: what chooses no pods', () => {
  it.each([
    ['a Service for one pod of a StatefulSet that is not there', service({ [POD_NAME]: 'gone-0' })],
    ['a NetworkPolicy for a Job that is not there', policy({ matchLabels: { 'job-name': 'gone' } })],
    ['a Service', service({ app: 'gone' })],
    ['a NetworkPolicy', policy({ matchLabels: { app: 'gone' } })],
    ['a NetworkPolicy by expression', policy({ matchExpressions: [{ key: 'app', operator: 'In', values: ['gone'] }] })],
    ['a PodDisruptionBudget', object('policy/v1', 'PodDisruptionBudget', { spec: { selector: { matchLabels: { app: 'gone' } } } })],
  ])('finds %s', (_what, manifest) => {
    expect(found('NSA-UPG-03', [manifest, pod({}, { app: 'here' })])).toEqual([expect.stringContaining('selects no pods')]);
  });

  it.each([
    ['pods of a template', [service({ app: 'here' }), object('batch/v1', 'CronJob', { spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: 'here' } }, spec: { containers: [] } } } } } })], {}],
    ['a policy for all pods', [policy({})], {}],
    ['a Service without selector', [service(undefined)], {}],
    ['an external name', [service({ app: 'gone' }, { type: 'ExternalName' })], {}],
    ['pods that an operator makes', [service({ app: 'engine' })], { facts: { otherPods: [{ zone: '', namespace: 'apps', owner: 'e', labels: { app: 'engine' } }] } }],
    ['pods below a custom resource of that name', [service({ cluster: 'e' }), object('example.org/v1', 'Engine', {}, 'e')], {}],
    ['one pod of a StatefulSet', [service({ app: 'here', [POD_NAME]: 'queue-2' }), queue], {}],
    ['one pod of a StatefulSet by nothing else', [service({ [POD_NAME]: 'queue-0' }), queue], {}],
    ['one revision of a workload', [policy({ matchLabels: { app: 'here', 'pod-template-hash': '5f2b8c1e90' } }), queue], {}],
    ['the pods of a Job', [policy({ matchLabels: { 'job-name': 'setup' } }), object('batch/v1', 'Job', TEMPLATE, 'setup')], {}],
    ['pods of a chart', [service({ app: 'gone' }), { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'x', namespace: 'argocd' }, spec: { project: 'p', syncPolicy: { automated: { prune: true } }, source: { chart: 'c' }, destination: { namespace: 'apps' } } }], {}],
  ])('lets %s pass', (_what, manifests, options) => {
    expect(found('NSA-UPG-03', manifests, options)).toEqual([]);
  });
});

describe('NSA-UPG-03: Applications of ArgoCD', () => {
  const application = (spec: object) => ({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'x', namespace: 'argocd' }, spec });
  const automated = { syncPolicy: { automated: { prune: true } } };

  it.each([
    [{ project: 'p', ...automated }, []],
    [{ project: 'p', syncPolicy: { automated: {} } }, ['prune']],
    [{ project: 'p' }, ['prune']],
    [{ project: 'default', ...automated }, ['project']],
    [automated, ['project']],
    [{}, ['prune', 'project']],
  ])('judges %j', (spec, fields) => {
    expect(found('NSA-UPG-03', [application(spec)]).map((each) => each.split(' ')[1]?.split('.').at(-1))).toEqual(fields);
  });

  it('finds a project that is not declared beside others that are', () => {
    const project = { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name: 'q', namespace: 'argocd' } };
    expect(found('NSA-UPG-03', [application({ project: 'p', ...automated }), project])).toEqual([expect.stringContaining('no AppProject p')]);
    expect(found('NSA-UPG-03', [application({ project: 'q', ...automated }), project])).toEqual([]);
  });

  it('looks into the template of an ApplicationSet', () => {
    expect(found('NSA-UPG-03', [{ ...application({ template: { spec: { project: '{{project}}' } } }), kind: 'ApplicationSet' }])).toEqual([expect.stringContaining('spec.template.spec.syncPolicy.automated.prune')]);
  });
});

describe('both rules', () => {
  it.each([null, 1, 'x', [], { a: [null] }])('never crash on %j in place of a spec', (spec) => {
    const kinds = ['ConfigMap', 'Service', 'NetworkPolicy', 'PodDisruptionBudget', 'Application', 'ClusterRole', 'Pod'];
    expect(() => judged(upgradingEstateRules, kinds.map((kind) => ({ apiVersion: 'v1', kind, metadata: { name: 'a', labels: spec, annotations: spec }, spec, data: spec, aggregationRule: spec })))).not.toThrow();
  });

  it('take a few seconds at most for ten thousand objects that nothing refers to', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => configMap({ data: { file: 'some words of a file '.repeat(20) } }, `settings-${index}`));
    const before = performance.now();
    expect(found('NSA-UPG-03', many)).toHaveLength(10_000);
    expect(performance.now() - before).toBeLessThan(30_000);
  });
});
