import type { ResourceKind } from '../../engine/policy/index.ts';

const RBAC = { group: 'rbac.authorization.k8s.io', version: 'v1' };

export const ROLES: readonly ResourceKind[] = [
  { ...RBAC, kind: 'Role', resource: 'roles' },
  { ...RBAC, kind: 'ClusterRole', resource: 'clusterroles' },
];

export const BINDINGS: readonly ResourceKind[] = [
  { ...RBAC, kind: 'RoleBinding', resource: 'rolebindings' },
  { ...RBAC, kind: 'ClusterRoleBinding', resource: 'clusterrolebindings' },
];

export const SERVICE_ACCOUNT: ResourceKind = { group: '', version: 'v1', kind: 'ServiceAccount', resource: 'serviceaccounts' };

export const SECRET: ResourceKind = { group: '', version: 'v1', kind: 'Secret', resource: 'secrets' };
