import { PolicyEstate } from '../../../engine/policy/index.ts';
import { strictMeshRules } from '../../../policies/network/strict-mesh.ts';
import { judged, judgedEstate } from '../../fixtures/policies.ts';

const namespace = (name: string, labels: Readonly<Record<string, string>> = { 'istio-injection': 'enabled' }) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
const authentication = (name: string, mode?: string, more: object = {}) => ({ apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'default', namespace: name }, spec: { ...(mode ? { mtls: { mode } } : {}), ...more } });
const pods = (labels: object = {}, annotations: object = {}) => ({
  apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'app', namespace: 'a' },
  spec: { template: { metadata: { labels: { app: 'app', ...labels }, annotations }, spec: { containers: [{ name: 'app', ports: [{ name: 'metrics', containerPort: 9404 }] }] } } },
});
const policy = (...ingress: readonly object[]) => ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'app', namespace: 'a' }, spec: { podSelector: { matchLabels: { app: 'app' } }, ingress } });
const from = (name: string, port: unknown = 9404, more: object = {}) => ({ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } }, podSelector: {} }], ports: [{ port, ...more }] });
const found = (...manifests: readonly object[]) => judged(strictMeshRules, manifests).map(({ field }) => field);

describe('a declared mesh', () => {
  it.each([
    ['sidecars by the label of the namespace', { 'istio-injection': 'enabled' }],
    ['sidecars by revision', { 'istio.io/rev': 'stable' }],
    ['the ambient mode', { 'istio.io/dataplane-mode': 'ambient' }],
  ])('demands its encryption: %s', (_, labels) => {
    expect(found(namespace('a', labels))).toEqual(['metadata.labels']);
    expect(found(namespace('a', labels), authentication('istio-system', 'STRICT'))).toEqual([]);
  });

  it('is no concern of namespaces outside of it', () => {
    expect(found(namespace('a', {}), namespace('b', { 'istio-injection': 'disabled' }))).toEqual([]);
  });

  it('takes STRICT of the namespace itself, and not of another one', () => {
    expect(found(namespace('a'), authentication('a', 'STRICT'))).toEqual([]);
    expect(found(namespace('a'), authentication('b', 'STRICT'))).toEqual(['metadata.labels']);
  });

  it('does not take STRICT for some pods, nor a word that inherits nothing', () => {
    expect(found(namespace('a'), authentication('a', 'STRICT', { selector: { matchLabels: { app: 'app' } } }))).toEqual(['metadata.labels']);
    expect(found(namespace('a'), authentication('istio-system', 'UNSET'))).toEqual(['metadata.labels']);
  });

  it('finds the root namespace where the control plane is configured', () => {
    const istiod = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'istio', namespace: 'argocd' }, spec: { source: { chart: 'istiod', helm: { valuesObject: { meshConfig: { rootNamespace: 'root' } } } }, destination: { namespace: 'istio-system' } } };
    expect(found(namespace('a'), istiod, authentication('root', 'STRICT'))).toEqual([]);
    expect(found(namespace('a'), istiod, authentication('istio-system', 'STRICT'))).toEqual(['metadata.labels']);
  });

  it('keeps zones apart', () => {
    const objects = [{ manifest: namespace('a'), zone: 'core', file: 'a' }, { manifest: authentication('istio-system', 'STRICT'), zone: 'public', file: 'b' }];
    expect(judgedEstate(strictMeshRules, new PolicyEstate(objects))).toHaveLength(1);
  });
});

describe('a port in clear text', () => {
  const mesh = [namespace('a'), namespace('b'), namespace('metrics', {}), authentication('istio-system', 'STRICT'), pods()];
  const open = (mode: string) => ({ ...authentication('a', 'STRICT', { selector: { matchLabels: { app: 'app' } }, portLevelMtls: { 9404: { mode } } }) });

  it.each([
    ['from a namespace outside', from('metrics')],
    ['from a namespace that nobody declares', from('elsewhere')],
    ['by the name of the port', from('metrics', 'metrics')],
    ['by a range of ports', from('metrics', 9400, { endPort: 9410 })],
    ['from a block of addresses', { from: [{ ipBlock: { cidr: '10.70.0.0/16' } }], ports: [{ port: 9404 }] }],
  ])('may be PERMISSIVE where a policy lets a caller without sidecar in: %s', (_, rule) => {
    expect(found(...mesh, policy(rule), open('PERMISSIVE'))).toEqual([]);
  });

  it.each([
    ['no policy lets anyone in', []],
    ['every caller is in the mesh', [from('b'), { from: [{ podSelector: {} }], ports: [{ port: 9404 }] }]],
    ['the caller from outside comes to another port', [from('metrics', 8080)]],
  ])('is found where %s', (_, rules) => {
    expect(found(...mesh, policy(...rules), open('PERMISSIVE'))).toEqual(['spec.portLevelMtls.9404']);
  });

  it('is found when it refuses the encryption of the mesh too, or is for all pods', () => {
    expect(found(...mesh, policy(from('metrics')), open('DISABLE'))).toEqual(['spec.portLevelMtls.9404']);
    expect(found(...mesh, policy(from('metrics')), authentication('a', 'STRICT', { portLevelMtls: { 9404: { mode: 'PERMISSIVE' } } }))).toEqual(['spec.portLevelMtls.9404']);
  });

  it('is found when it goes around the sidecar without need', () => {
    const around = pods({}, { 'traffic.sidecar.istio.io/excludeInboundPorts': '9404' });
    expect(found(...mesh.slice(0, 4), around, policy(from('b')))).toEqual(['spec.template.metadata.annotations']);
    expect(found(...mesh.slice(0, 4), around, policy(from('metrics')))).toEqual([]);
    expect(found(...mesh.slice(0, 4), pods({}, { 'traffic.sidecar.istio.io/excludeInboundPorts': '*' }), policy(from('metrics')))).toEqual(['spec.template.metadata.annotations']);
  });

  it('is found under pods that stay out of the mesh', () => {
    expect(found(...mesh.slice(0, 4), pods({ 'sidecar.istio.io/inject': 'false' }))).toEqual(['spec.template.metadata.labels']);
    expect(found(...mesh.slice(0, 4), pods({}, { 'sidecar.istio.io/inject': 'false' }))).toEqual(['spec.template.metadata.annotations']);
    expect(found(...mesh.slice(0, 4), pods({ 'sidecar.istio.io/inject': 'true' }))).toEqual([]);
  });
});
