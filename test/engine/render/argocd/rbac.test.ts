import { rbacSettings } from '../../../../engine/render/argocd/rbac.ts';

const settings = rbacSettings(['platform', 'vendor-01']);
const lines = settings['policy.csv']!.trim().split('\n');

it('gives whoever is in no group a role without a right', () => {
  expect(settings['policy.default']).toBe('role:none');
  expect(lines.filter((line) => line.includes('role:none'))).toEqual([]);
});

it('lets nobody create, change, delete, sync or execute anything beside the projects', () => {
  const actions = lines.filter((line) => line.startsWith('p, ')).map((line) => line.split(', ')[3]);
  expect(new Set(actions)).toEqual(new Set(['get']));
});

it('shows a tenant its own project and no other', () => {
  expect(lines.filter((line) => line.startsWith('p, role:champ-vendor-01,'))).toEqual(['p, role:champ-vendor-01, projects, get, champ-vendor-01, allow']);
  expect(lines).toContain('g, champ:vendor-01:operator, role:champ-vendor-01');
});

it('takes groups from the token of the identity provider', () => {
  expect(settings).toMatchObject({ scopes: '[groups]', 'policy.matchMode': 'glob' });
});
