import { protects, weakened } from '../../../../engine/change/guards/weaker.ts';
import type { Manifest } from '../../../../engine/manifest.ts';
import { container, deployment, object } from '../../../fixtures/changes/side.ts';

type Fields = Readonly<Record<string, unknown>>;

const DIGEST = `@sha256:${'0'.repeat(64)}`;
const pod = (more: Fields) => deployment('a/b', { pod: more });
const app = (more: Fields, of: Fields = {}) => pod({ ...of, containers: [container('app', more)] });
const secure = (securityContext: Fields) => app({ securityContext });
const namespace = (enforce: string | undefined, version = 'v1.36') => object('v1', 'Namespace', 'a', { metadata: { labels: { ...(enforce ? { 'pod-security.kubernetes.io/enforce': enforce } : {}), 'pod-security.kubernetes.io/enforce-version': version } } });
const policy = (spec: Fields) => object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 'p', { spec });
const binding = (spec: Fields) => object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', 'p', { spec });
const mesh = (spec: Fields) => object('security.istio.io/v1', 'PeerAuthentication', 'a/p', { spec });
const project = (spec: Fields) => object('argoproj.io/v1alpha1', 'AppProject', 'argocd/p', { spec });
const params = (registries: string) => object('v1', 'ConfigMap', 'core-guardrails/champ-policy-params', { data: { registries } });
const balancer = (spec: Fields) => object('v1', 'Service', 'a/s', { spec: { type: 'LoadBalancer', ...spec } });

const APP = 'spec.template.spec.containers[app]';
const POD = 'spec.template.spec';

const rows: readonly (readonly [string, Manifest, Manifest, readonly string[]])[] = [
  ['privileges', secure({}), secure({ privileged: true }), [`${APP}.securityContext.privileged`]],
  ['escalation', secure({ allowPrivilegeEscalation: false }), secure({}), [`${APP}.securityContext.allowPrivilegeEscalation`]],
  ['a root file system', secure({ readOnlyRootFilesystem: true }), secure({ readOnlyRootFilesystem: false }), [`${APP}.securityContext.readOnlyRootFilesystem`]],
  ['a capability', secure({ capabilities: { drop: ['ALL'] } }), secure({ capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } }), [`${APP}.securityContext.capabilities.add`]],
  ['capabilities kept', secure({ capabilities: { drop: ['ALL'] } }), secure({}), [`${APP}.securityContext.capabilities.drop`]],
  ['the user root', secure({ runAsUser: 1000 }), secure({ runAsUser: 0 }), [`${APP}.securityContext.runAsUser`]],
  ['no seccomp profile', secure({ seccompProfile: { type: 'RuntimeDefault' } }), secure({ seccompProfile: { type: 'Unconfined' } }), [`${APP}.securityContext.seccompProfile.type`]],
  ['a port of the node', app({ ports: [{ containerPort: 80 }] }), app({ ports: [{ containerPort: 80, hostPort: 80 }] }), [`${APP}.ports`]],
  ['an image without its digest', app({ image: `a:1${DIGEST}` }), app({ image: 'a:1' }), [`${APP}.image`]],
  ['the network of the host', pod({}), pod({ hostNetwork: true }), [`${POD}.hostNetwork`]],
  ['a token', pod({ automountServiceAccountToken: false }), pod({}), [`${POD}.automountServiceAccountToken`]],
  ['a folder of the host', pod({}), pod({ volumes: [{ name: 'h', hostPath: { path: '/' } }] }), [`${POD}.volumes`]],
  ['a sandbox less', pod({ runtimeClassName: 'kata' }), pod({}), [`${POD}.runtimeClassName`]],
  ['a lower level of Pod Security', namespace('restricted'), namespace('baseline'), ['metadata.labels[pod-security.kubernetes.io/enforce]']],
  ['no level of Pod Security', namespace('baseline'), namespace(undefined), ['metadata.labels[pod-security.kubernetes.io/enforce]']],
  ['the rules of an older version', namespace('restricted'), namespace('restricted', 'v1.30'), ['metadata.labels[pod-security.kubernetes.io/enforce-version]']],
  ['an admission policy that is ignored when it fails', policy({ failurePolicy: 'Fail' }), policy({ failurePolicy: 'Ignore' }), ['spec.failurePolicy']],
  ['a rule less', policy({ validations: [{}, {}] }), policy({ validations: [{}] }), ['spec.validations']],
  ['a condition more', policy({}), policy({ matchConditions: [{ name: 'a' }] }), ['spec.matchConditions']],
  ['an exclusion', binding({ validationActions: ['Deny'] }), binding({ validationActions: ['Deny'], matchResources: { excludeResourceRules: [{}] } }), ['spec.matchResources.excludeResourceRules']],
  ['warnings instead of denials', binding({ validationActions: ['Deny'] }), binding({ validationActions: ['Warn', 'Audit'] }), ['spec.validationActions']],
  ['plain traffic', mesh({ mtls: { mode: 'STRICT' } }), mesh({ mtls: { mode: 'PERMISSIVE' } }), ['spec.mtls.mode']],
  ['plain traffic to a port', mesh({ mtls: { mode: 'STRICT' } }), mesh({ mtls: { mode: 'STRICT' }, portLevelMtls: { 80: { mode: 'DISABLE' } } }), ['spec.portLevelMtls.80.mode']],
  ['kinds of the cluster', project({ clusterResourceWhitelist: [] }), project({ clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }] }), ['spec.clusterResourceWhitelist']],
  ['a kind that was forbidden', project({ namespaceResourceBlacklist: [{ group: '', kind: 'ResourceQuota' }] }), project({ namespaceResourceBlacklist: [] }), ['spec.namespaceResourceBlacklist']],
  ['every destination', project({ destinations: [{ namespace: 'a' }] }), project({ destinations: [{ namespace: '*' }] }), ['spec.destinations']],
  ['another source', project({ sourceRepos: ['https://a.example'] }), project({ sourceRepos: ['https://a.example', 'https://b.example'] }), ['spec.sourceRepos']],
  ['a window less', project({ syncWindows: [{ kind: 'deny' }] }), project({}), ['spec.syncWindows']],
  ['another registry', params('a/'), params('a/\nb/'), ['data.registries']],
  ['all clients', balancer({ loadBalancerSourceRanges: ['10.0.0.0/8'] }), balancer({}), ['spec.loadBalancerSourceRanges']],
  ['a project without its list of kinds', project({ namespaceResourceWhitelist: [{ group: '', kind: 'Service' }] }), project({}), ['spec.namespaceResourceWhitelist']],
  ['an amount that has no bound', object('v1', 'ResourceQuota', 'a/q', { spec: { hard: { pods: 1 } } }), object('v1', 'ResourceQuota', 'a/q', { spec: { hard: {} } }), ['spec.hard[pods]']],
  ['an address outside', balancer({}), balancer({ externalIPs: ['198.51.100.1'] }), ['spec.externalIPs']],
];

describe('an object protects less', () => {
  it.each(rows)('with %s', (_, before, after, fields) => {
    expect(weakened(before, after)).toEqual(fields);
  });

  it.each(rows.map(([name, before, after]) => [name, before, after] as const))('and not when it goes the other way: %s', (_, before, after) => {
    expect(weakened(after, before)).toEqual([]);
  });
});

describe('an object protects as before', () => {
  it('when a container takes from its pod what it said itself, or is moved in its list', () => {
    const own = app({ securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } });
    expect(weakened(own, app({}, { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'Localhost' } } }))).toEqual([]);
    const two = (...names: readonly string[]) => pod({ containers: names.map((name) => container(name, { securityContext: { privileged: name === 'agent' } })) });
    expect(weakened(two('agent', 'app'), two('app', 'agent'))).toEqual([]);
  });

  it('when a container comes: the rules judge it', () => {
    expect(weakened(pod({ containers: [container('app')] }), pod({ containers: [container('app'), container('new', { securityContext: { privileged: true } })] }))).toEqual([]);
  });

  it('in a development environment without digests', () => {
    expect(weakened(app({ image: `a:1${DIGEST}` }), app({ image: 'a:1' }), false)).toEqual([]);
  });

  it('when a project gets a destination of its own', () => {
    expect(weakened(project({ destinations: [{ namespace: 'a' }] }), project({ destinations: [{ namespace: 'a' }, { namespace: 'b' }] }))).toEqual([]);
  });

  it.each([[{}], [{ metadata: null }], [{ spec: [] }], [{ spec: { template: 'x' } }], [{ spec: { template: { spec: { containers: [null, 1, {}] } } } }]])('and garbage is no crash: %j', (garbage) => {
    const odd = { ...object('apps/v1', 'Deployment', 'a/b'), ...garbage } as unknown as Manifest;
    expect(weakened(odd, odd)).toEqual([]);
    expect(() => weakened(odd, app({}))).not.toThrow();
  });
});

it.each<[string, Manifest, boolean]>([
  ['an admission policy', policy({}), true], ['a binding of one', binding({}), true], ['a quota', object('v1', 'ResourceQuota', 'a/q'), true],
  ['strict traffic of a namespace', mesh({ mtls: { mode: 'STRICT' } }), true], ['strict traffic of one workload', mesh({ mtls: { mode: 'STRICT' }, selector: {} }), false],
  ['the default deny', object('networking.k8s.io/v1', 'NetworkPolicy', 'a/deny', { spec: { podSelector: {}, policyTypes: ['Ingress'] } }), true],
  ['a policy of one workload', object('networking.k8s.io/v1', 'NetworkPolicy', 'a/p', { spec: { podSelector: { matchLabels: { a: 'b' } } } }), false],
  ['a policy that allows', object('networking.k8s.io/v1', 'NetworkPolicy', 'a/p', { spec: { podSelector: {}, ingress: [{}] } }), false],
  ['a workload', pod({}), false],
])('only %s is missed by others: %#', (_, manifest, is) => {
  expect(protects(manifest)).toBe(is);
});
