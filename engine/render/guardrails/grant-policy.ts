import type { Application } from '../../../constructs/application.ts';
import type { Manifest } from '../../manifest.ts';
import { applicationLabels } from '../labels.ts';

const NAME = 'champ-grant-by-bind';

/**
 * RBAC lets everyone who may write RoleBindings pass on what he holds himself. This closes it: a person grants a role
 * only with `bind` on that role by name, so that using and granting stay two lists. Controllers keep RBAC's own rule.
 */
export function grantPolicy(guardrails: Application): readonly Manifest[] {
  const labels = applicationLabels(guardrails, NAME, 'admission-policy');
  const apiVersion = 'admissionregistration.k8s.io/v1';
  const mayBind = (resource: string) =>
    `authorizer.group('rbac.authorization.k8s.io').resource('${resource}').namespace(object.metadata.?namespace.orValue('')).name(object.roleRef.name).check('bind').allowed()`;
  return [
    {
      apiVersion,
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: NAME, labels },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          resourceRules: [{
            apiGroups: ['rbac.authorization.k8s.io'], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'],
            resources: ['rolebindings', 'clusterrolebindings'],
          }],
        },
        matchConditions: [{
          name: 'people',
          expression: "!request.userInfo.groups.exists(group, group in ['system:masters', 'system:serviceaccounts', 'system:nodes'])",
        }],
        validations: [{
          expression: `object.roleRef.kind == 'ClusterRole' ? ${mayBind('clusterroles')} : ${mayBind('roles')}`,
          message: 'a role is granted only by who may bind it by name',
          reason: 'Forbidden',
        }],
      },
    },
    {
      apiVersion,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name: NAME, labels },
      spec: { policyName: NAME, validationActions: ['Deny'] },
    },
  ];
}
