import { notJudged } from '../../../cli/check/not-judged.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { PolicyEstate } from '../../../engine/policy/index.ts';
import { manifest, pod } from './input.ts';

const of = (...manifests: readonly unknown[]) => notJudged(new PolicyEstate(manifests.map((each) => ({ manifest: each as Manifest, zone: 'core', file: 'f.yaml' }))));
const application = (spec: unknown) => manifest('Application', 'harbor', { spec }, 'argoproj.io/v1alpha1', 'argocd');

it('is nothing for what is judged in full', () => {
  expect(of(pod('p'), manifest('ConfigMap', 'c'), application({ source: { repoURL: 'https://git.example', path: 'core/x' } }))).toEqual([]);
});

it('names each Helm chart with its version, one source or several', () => {
  const chart = { repoURL: 'https://charts.example', chart: 'harbor', targetRevision: '1.19.1' };
  const row = { what: expect.stringContaining('argocd/harbor (harbor 1.19.1)'), zone: 'core', file: 'f.yaml', why: { zh: expect.stringContaining('--context'), en: expect.stringContaining('--context') } };
  expect(of(application({ source: chart }))).toEqual([row]);
  expect(of(application({ sources: [chart, { path: 'values' }, chart] }))).toEqual([row, row]);
});

it('takes an Application of another group for what it is', () => {
  expect(of(manifest('Application', 'a', { spec: { source: { chart: 'x' } } }, 'app.k8s.io/v1beta1'))).toEqual([]);
});

it('names what looks like pods in an unknown kind, with the field', () => {
  expect(of(manifest('Thing', 't', { spec: { worker: { containers: [{ name: 'a', image: 'x' }] } } }, 'vendor.example/v1'))).toMatchObject([{ what: 'vendor.example/v1/Thing shop/t spec.worker' }]);
});

it('names the objects whose operator makes the rest of the pod, once each', () => {
  const kafka = manifest('Kafka', 'k', { spec: { kafka: { template: { pod: { securityContext: { runAsNonRoot: true } } } }, entityOperator: { template: { pod: {} } } } }, 'kafka.strimzi.io/v1');
  expect(of(kafka)).toMatchObject([{ what: 'kafka.strimzi.io/v1/Kafka shop/k', why: { en: expect.stringContaining('operator') } }]);
});

it.each([null, 'x', 5, [], [null], { source: 5 }, { source: { chart: 5 } }, { sources: 'x' }])('is nothing for an Application with the spec %j', (spec) => {
  expect(of(application(spec))).toEqual([]);
});

it.each([
  ['a chart of many applications', 'argoproj.io/v1alpha1', 'ApplicationSet', { spec: { template: { spec: { source: { chart: 'c', targetRevision: '1.2' } } } } }, 'argoproj.io/v1alpha1/ApplicationSet shop/x (c 1.2)'],
  ['a chart of Flux', 'helm.toolkit.fluxcd.io/v2', 'HelmRelease', { spec: { chart: { spec: { chart: 'c', version: '1.2' } } } }, 'helm.toolkit.fluxcd.io/v2/HelmRelease shop/x (c 1.2)'],
  ['a kind in a group of Kubernetes that has it not', 'apps/v1', 'Role', {}, 'apps/v1/Role shop/x'],
  ['a custom kind that only has the name', 'authorization.openshift.io/v1', 'Role', {}, 'authorization.openshift.io/v1/Role shop/x'],
  ['a version that nobody has', 'apps/v7', 'ControllerRevision', {}, 'apps/v7/ControllerRevision shop/x'],
  ['a kind of an operator without a word on its pods', 'kafka.strimzi.io/v1', 'Kafka', { spec: { kafka: { replicas: 3 } } }, 'kafka.strimzi.io/v1/Kafka shop/x'],
  ['a workload whose pod is none', 'apps/v1', 'Deployment', { spec: { template: [] } }, 'apps/v1/Deployment shop/x'],
  ['a policy by which more may pass', 'policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy', { spec: { ingress: [{ action: 'Allow' }] } }, 'policy.networking.k8s.io/v1alpha1/AdminNetworkPolicy shop/x spec.ingress[0]'],
])('names %s', (_, apiVersion, kind, rest, what) => {
  expect(of(manifest(kind, 'x', rest, apiVersion))).toEqual([{ what, zone: 'core', file: 'f.yaml', why: { zh: expect.any(String), en: expect.any(String) } }]);
});

it.each([['cert-manager.io/v1', 'Issuer', { spec: { ca: {} } }], ['projectcalico.org/v3', 'NetworkPolicy', { spec: { types: ['Ingress'] } }]])('is nothing for %s %s', (apiVersion, kind, rest) => {
  expect(of(manifest(kind, 'x', rest, apiVersion))).toEqual([]);
});
