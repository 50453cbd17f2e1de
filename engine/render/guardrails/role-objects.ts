import type { Application } from '../../../constructs/application.ts';
import type { TenantId } from '../../../constructs/words.ts';
import type { Manifest } from '../../manifest.ts';
import { applicationLabels, textAnnotations, type Labels } from '../labels.ts';
import { groupName } from '../names.ts';
import { CENTRES, centreOf, grantsName, GROUPS, roleName, ROLES, type Group, type RoleRow, type Rule } from './roles.ts';

const RBAC = 'rbac.authorization.k8s.io';

/** The ClusterRoles of both centres, and who has those of the cluster itself. */
export function clusterRoles(guardrails: Application): readonly Manifest[] {
  return ROLES.flatMap((row) => {
    const name = roleName(row.centre, row.group);
    const ofCluster = `${name}-cluster`;
    const role = (roleOf: string, rules: readonly Rule[]): Manifest => ({
      apiVersion: `${RBAC}/v1`, kind: 'ClusterRole',
      metadata: { name: roleOf, labels: applicationLabels(guardrails, roleOf, 'role'), annotations: textOf(row) },
      rules,
    });
    return [
      role(name, row.use),
      ...(row.grants.length > 0 ? [role(grantsName(row.centre, row.group), grantRules(row))] : []),
      ...(row.cluster ? [role(ofCluster, row.cluster), {
        apiVersion: `${RBAC}/v1`, kind: 'ClusterRoleBinding',
        metadata: { name: ofCluster, labels: applicationLabels(guardrails, ofCluster, 'role-binding') },
        roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: ofCluster },
        subjects: [subject('platform', row.group)],
      }] : []),
    ];
  });
}

/** `bind` on named roles alone. Bindings are emptied, not deleted: a deletion asks for no `bind`, so it could take away anybody's. */
function grantRules({ centre, grants }: RoleRow): readonly Rule[] {
  const mayGrant = (group: Group) => ROLES.some((row) => row.centre === centre && row.group === group && row.grants.length > 0);
  return [
    { apiGroups: [RBAC], resources: ['clusterroles'], verbs: ['bind'], resourceNames: grants.flatMap((group) => [roleName(centre, group), ...(mayGrant(group) ? [grantsName(centre, group)] : [])]) },
    { apiGroups: [RBAC], resources: ['rolebindings'], verbs: ['create', 'get', 'list', 'patch', 'update', 'watch'] },
  ];
}

/** The four groups in one namespace, each with what it uses and what it may grant there. */
export function roleBindings(application: Application): readonly Manifest[] {
  const centre = centreOf(application.tenant);
  return ROLES.filter((row) => row.centre === centre).flatMap((row) => {
    const holders = subjects(application.tenant, row.group);
    return [
      binding(application, row.group, roleName(centre, row.group), holders),
      ...(row.grants.length > 0 ? [binding(application, `${row.group}-grants`, grantsName(centre, row.group), holders)] : []),
    ];
  });
}

function binding(application: Application, purpose: string, role: string, holders: readonly unknown[]): Manifest {
  const name = `${application.name}-${purpose}`;
  return {
    apiVersion: `${RBAC}/v1`, kind: 'RoleBinding',
    metadata: { name, namespace: application.name, labels: applicationLabels(application, name, 'role-binding') },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
    subjects: holders,
  };
}

/** Platform administrators are the platform's everywhere; its auditors look into every tenant beside the tenant's own. */
function subjects(tenant: TenantId, group: Group): readonly unknown[] {
  if (group === 'platform-admin') return [subject('platform', group)];
  const own = subject(tenant, group);
  return group === 'auditor' && tenant !== 'platform' ? [own, subject('platform', group)] : [own];
}

function subject(tenant: TenantId, group: Group) {
  return { apiGroup: RBAC, kind: 'Group', name: groupName(tenant, group) };
}

function textOf({ centre, group }: RoleRow): Labels {
  return textAnnotations({ zh: `${CENTRES[centre].zh} ${GROUPS[group].zh}`, en: `${CENTRES[centre].en}: ${GROUPS[group].en}` });
}
