import type { TenantId } from '../../../constructs/words.ts';
import { groupName, projectName } from '../names.ts';

/** Sees Applications and may do nothing: what `champ status` and `champ wait` sign in with. */
const ACCOUNT = 'champ';

/** Who is in no group has this role, which no line gives a right. */
const NOBODY = 'role:none';

const OVERVIEW = ['applications, get, */*', 'projects, get, *', 'repositories, get, */*', 'clusters, get, *'];

/** Roles beside those of the projects, which hold the rights on their own Applications. */
function roles(tenants: readonly TenantId[]): readonly { readonly name: string; readonly members: readonly string[]; readonly rights: readonly string[] }[] {
  return [
    { name: 'role:champ-overview', members: [groupName('platform', 'platform-admin'), groupName('platform', 'auditor')], rights: OVERVIEW },
    { name: 'role:champ-reader', members: [ACCOUNT], rights: ['applications, get, */*', 'projects, get, *'] },
    ...tenants.map((tenant) => ({
      name: `role:${projectName(tenant)}`,
      members: ['tenant-admin', 'operator', 'auditor'].map((group) => groupName(tenant, group)),
      rights: [`projects, get, ${projectName(tenant)}`],
    })),
  ];
}

/**
 * ConfigMap argocd-rbac-cm: who sees what beyond the projects. Nobody may create, change or delete anything through ArgoCD: that
 * comes from Git alone.
 */
export function rbacSettings(tenants: readonly TenantId[]): Readonly<Record<string, string>> {
  const lines = roles(tenants).flatMap(({ name, members, rights }) => [
    ...rights.map((right) => `p, ${name}, ${right}, allow`), ...members.map((member) => `g, ${member}, ${name}`),
  ]);
  return { 'policy.default': NOBODY, 'policy.csv': `${lines.join('\n')}\n`, 'policy.matchMode': 'glob', scopes: '[groups]' };
}
