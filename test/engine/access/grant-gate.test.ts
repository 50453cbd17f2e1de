import { closure } from '../../../engine/access/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { bind, clusterRole, estate, namespace, RBAC, rule } from '../../fixtures/access.ts';

const API = 'admissionregistration.k8s.io/v1';
const MAY_BIND = "authorizer.group('rbac.authorization.k8s.io').resource('clusterroles').namespace(object.metadata.?namespace.orValue('')).name(object.roleRef.name).check('bind').allowed()";

interface Change {
  readonly spec?: object;
  readonly binding?: object;
  readonly expression?: string;
  readonly condition?: string;
}

function gate({ spec = {}, binding = {}, expression = MAY_BIND, condition = "!('system:serviceaccounts' in request.userInfo.groups)" }: Change = {}): readonly Manifest[] {
  const rules = [{ apiGroups: [RBAC], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['rolebindings', 'clusterrolebindings'] }];
  return [
    { apiVersion: API, kind: 'ValidatingAdmissionPolicy', metadata: { name: 'gate' }, spec: { matchConstraints: { resourceRules: rules }, matchConditions: [{ name: 'people', expression: condition }], validations: [{ expression }], ...spec } },
    { apiVersion: API, kind: 'ValidatingAdmissionPolicyBinding', metadata: { name: 'gate' }, spec: { policyName: 'gate', validationActions: ['Deny'], ...binding } },
  ];
}

/** What a holder of `editor`, who writes bindings, may give; he may `bind` the helper alone. */
function gives(to: string, ...more: readonly Manifest[]): readonly string[] {
  const manifests = [
    namespace('shop'), clusterRole('helper', rule('core pods delete')), ...more,
    clusterRole('editor', rule(`${RBAC} rolebindings create`), rule(`${RBAC} clusterroles bind`, 'helper')), bind('ClusterRole editor', to, 'shop'),
  ];
  const found = [...closure(estate(manifests, { grants: [] }), 'core').values()].find(({ subject }) => to.endsWith(subject.name))!;
  return found.grantable.map(({ role }) => role.replace('ClusterRole/', '')).sort();
}

describe('an admission policy that asks for bind', () => {
  it('takes away what may be given by holding alone, and nothing else', () => {
    expect(gives('Group people')).toEqual(['editor', 'helper']);
    expect(gives('Group people', ...gate())).toEqual(['helper']);
  });

  it('does not hold for whom its conditions leave out', () => {
    expect(gives('ServiceAccount shop/robot', ...gate())).toEqual(['editor', 'helper']);
  });

  it.each<readonly [string, Change]>([
    ['it only warns', { binding: { validationActions: ['Warn', 'Audit'] } }],
    ['its binding is for some namespaces', { binding: { matchResources: { namespaceSelector: { matchLabels: { a: 'b' } } } } }],
    ['its binding names another policy', { binding: { policyName: 'other' } }],
    ['it lets errors pass', { spec: { failurePolicy: 'Ignore' } }],
    ['it asks for creation alone', { spec: { matchConstraints: { resourceRules: [{ apiGroups: [RBAC], apiVersions: ['v1'], operations: ['CREATE'], resources: ['rolebindings'] }] } } }],
    ['it leaves some out', { spec: { matchConstraints: { resourceRules: [{ apiGroups: [RBAC], apiVersions: ['v1'], operations: ['*'], resources: ['*'] }], excludeResourceRules: [{ apiGroups: [RBAC], apiVersions: ['v1'], operations: ['*'], resources: ['rolebindings'] }] } } }],
    ['it cannot be evaluated', { expression: `${MAY_BIND} && nonsense.check('bind')` }],
    ['it always agrees', { expression: `true || ${MAY_BIND}` }],
    ['its condition leaves everybody out', { condition: "request.userInfo.username == 'nobody'" }],
  ])('is not counted where %s', (_, change) => {
    expect(gives('Group people', ...gate(change))).toEqual(['editor', 'helper']);
  });

  it('is not counted for who may take it away', () => {
    const takes = [clusterRole('guard', rule('admissionregistration.k8s.io validatingadmissionpolicybindings delete')), bind('ClusterRole guard', 'Group people')];
    expect(gives('Group people', ...gate(), ...takes)).toContain('editor');
  });
});
