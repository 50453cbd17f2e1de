import { alone, app, meanings, said, workload, type Fields } from '../../../fixtures/sides.ts';

const context = (securityContext: Fields): Fields => app({ securityContext });
const namespace = (labels: Fields): Fields => ({ metadata: { labels } });

describe('what a change of hardening means', () => {
  test.each([
    ['privilege escalation', context({ allowPrivilegeEscalation: false }), context({ allowPrivilegeEscalation: true }), 'container app: security context allowPrivilegeEscalation: false -> true (weaker)'],
    ['a setting that goes', context({ runAsNonRoot: true, privileged: false }), context({ privileged: false }), 'container app: security context runAsNonRoot removed (was true) (weaker)'],
    ['a setting that comes', app({}), context({ readOnlyRootFilesystem: true }), 'container app: security context readOnlyRootFilesystem added: true (stronger)'],
    ['capabilities', context({ capabilities: { drop: ['ALL'] } }), context({ capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } }), 'container app: capability NET_ADMIN added (weaker)'],
    ['dropped capabilities', context({ capabilities: { drop: ['ALL'] } }), context({ capabilities: {} }), 'container app: capability ALL is no longer dropped (weaker)'],
    ['namespaces of the host', workload({}), workload({ hostNetwork: true }), 'network of the host added: true (weaker)'],
    ['paths of the host', workload({}), workload({ volumes: [{ name: 'v', hostPath: { path: '/var/log' } }] }), 'volume v is the path /var/log of the host (weaker)'],
    ['the user', context({ runAsUser: 1000 }), context({ runAsUser: 1001 }), 'container app: security context runAsUser: 1000 -> 1001'],
    ['what is the same by default', workload({}), workload({ hostPID: false }), 'processes of the host added: false'],
  ])('tells %s', (_, before, after, en) => {
    expect(said(meanings('Deployment core-mbs/a', before, after))).toEqual([['security', en]]);
  });

  test('says to programs whether it is weaker', () => {
    expect(meanings('Deployment core-mbs/a', context({ privileged: true }), context({ privileged: false }))).toMatchObject([{ data: { what: 'privileged', from: 'true', to: 'false', direction: 'stronger' } }]);
  });

  test('tells Pod Security levels apart from other labels', () => {
    expect(said(meanings('Namespace core-mbs', namespace({ 'pod-security.kubernetes.io/enforce': 'restricted', a: 'b' }), namespace({ 'pod-security.kubernetes.io/enforce': 'baseline', a: 'c' })))).toEqual([
      ['security', 'Pod Security enforce: restricted -> baseline (weaker)'], ['metadata', 'label a: b -> c'],
    ]);
    expect(meanings('Namespace core-mbs', namespace({ 'pod-security.kubernetes.io/enforce': 'baseline' }), namespace({}))).toMatchObject([{ data: { direction: 'weaker' } }]);
  });

  test('tells the mesh', () => {
    const mtls = (mode: string): Fields => ({ spec: { mtls: { mode } } });
    expect(said(meanings('PeerAuthentication core-mbs/a', mtls('STRICT'), mtls('PERMISSIVE')))).toEqual([['security', 'mutual TLS mode: STRICT -> PERMISSIVE (weaker)']]);
  });

  test('tells admission policies, and each row of their parameters', () => {
    expect(said(meanings('ConfigMap core-guardrails/champ-policy-params', { data: { 'NSA-POD-12': 'a\nb\n' } }, { data: { 'NSA-POD-12': 'a\nc\n' } }, { application: 'core-guardrails' }))).toEqual([['policy', 'policy parameters NSA-POD-12: + c; - b']]);
    const bound = (...validationActions: readonly string[]): Fields => ({ spec: { policyName: 'p', validationActions } });
    expect(said(meanings('ValidatingAdmissionPolicyBinding a', bound('Deny'), bound('Warn')))).toEqual([['policy', 'action on a violation [0]: Deny -> Warn']]);
    expect(said(alone('deleted', 'ValidatingAdmissionPolicyBinding a', bound('Deny')))).toEqual([['policy', 'policy p is no longer enforced (["Deny"])']]);
  });
});
