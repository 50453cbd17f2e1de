import { accessOf, subject, type SubjectKind } from '../../../engine/access/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { PolicyEstate } from '../../../engine/policy/index.ts';
import { bind, clusterRole, estate, RBAC, role, rule } from '../../fixtures/access.ts';

const may = (manifests: readonly Manifest[], kind: SubjectKind, name: string, where: string, group: string, resource: string, verb: string) => {
  const [of = '', inNamespace = ''] = name.split('/').reverse();
  return accessOf(estate(manifests)).get('core')!.allows(subject(kind, of, kind === 'ServiceAccount' ? inNamespace : ''), where, { group, resource, verb });
};
const reader = clusterRole('reader', rule('core secrets get'));

describe('effective rights', () => {
  it('of a RoleBinding hold in its namespace, of a ClusterRoleBinding everywhere', () => {
    const inShop = [reader, bind('ClusterRole reader', 'Group people', 'shop')];
    expect(may(inShop, 'Group', 'people', 'shop', '', 'secrets', 'get')).toBe(true);
    expect(may(inShop, 'Group', 'people', 'other', '', 'secrets', 'get')).toBe(false);
    expect(may([reader, bind('ClusterRole reader', 'Group people')], 'Group', 'people', 'other', '', 'secrets', 'get')).toBe(true);
  });

  it('of a ServiceAccount come by its name, its user name and its groups', () => {
    for (const to of ['ServiceAccount shop/web', 'User system:serviceaccount:shop:web', 'Group system:serviceaccounts:shop', 'Group system:serviceaccounts', 'Group system:authenticated']) {
      expect(may([reader, bind('ClusterRole reader', to, 'shop')], 'ServiceAccount', 'shop/web', 'shop', '', 'secrets', 'get')).toBe(true);
    }
    expect(may([reader, bind('ClusterRole reader', 'Group system:serviceaccounts:other', 'shop')], 'ServiceAccount', 'shop/web', 'shop', '', 'secrets', 'get')).toBe(false);
    expect(may([reader, bind('ClusterRole reader', 'ServiceAccount web', 'shop')], 'ServiceAccount', 'shop/web', 'shop', '', 'secrets', 'get')).toBe(true);
  });

  it('of built-in roles are known without an object', () => {
    const with_ = (name: string) => [bind(`ClusterRole ${name}`, 'Group people', 'shop')];
    expect(may(with_('view'), 'Group', 'people', 'shop', '', 'pods/log', 'get')).toBe(true);
    expect(may(with_('view'), 'Group', 'people', 'shop', '', 'secrets', 'get')).toBe(false);
    expect(may(with_('edit'), 'Group', 'people', 'shop', '', 'secrets', 'list')).toBe(true);
    expect(may(with_('edit'), 'Group', 'people', 'shop', RBAC, 'rolebindings', 'create')).toBe(false);
    expect(may(with_('admin'), 'Group', 'people', 'shop', RBAC, 'rolebindings', 'create')).toBe(true);
    expect(may([reader, bind('ClusterRole reader', 'Group people')], 'Group', 'system:masters', 'shop', 'any', 'things', 'delete')).toBe(true);
  });

  it('of aggregated roles are those of the roles that they select, through several levels, and none of their own', () => {
    const collect = (name: string, label: string, labels = {}): Manifest => ({ ...clusterRole(name, rule('core pods delete')), metadata: { name, labels }, aggregationRule: { clusterRoleSelectors: [{ matchLabels: { joins: label } }] } });
    const part: Manifest = { ...reader, metadata: { name: 'reader', labels: { joins: 'inner' } } };
    const all = [part, collect('outer', 'outer'), collect('inner', 'inner', { joins: 'outer' }), bind('ClusterRole outer', 'Group people', 'shop')];
    expect(may(all, 'Group', 'people', 'shop', '', 'secrets', 'get')).toBe(true);
    expect(may(all, 'Group', 'people', 'shop', '', 'pods', 'delete')).toBe(false);
    const circle = [collect('a', 'a', { joins: 'b' }), collect('b', 'b', { joins: 'a' }), bind('ClusterRole a', 'Group people', 'shop')];
    expect(may(circle, 'Group', 'people', 'shop', '', 'secrets', 'get')).toBe(false);
  });

  it('of edit and admin grow with what joins view', () => {
    const joins: Manifest = { ...reader, metadata: { name: 'reader', labels: { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' } } };
    expect(may([joins, bind('ClusterRole view', 'Group people', 'shop')], 'Group', 'people', 'shop', '', 'secrets', 'get')).toBe(true);
    const own = clusterRole('mine', rule('example.com things create'));
    const edit = [{ ...own, metadata: { name: 'mine', labels: { 'rbac.authorization.k8s.io/aggregate-to-edit': 'true' } } }];
    expect(may([...edit, bind('ClusterRole admin', 'Group people', 'shop')], 'Group', 'people', 'shop', 'example.com', 'things', 'create')).toBe(true);
    expect(may([...edit, bind('ClusterRole view', 'Group people', 'shop')], 'Group', 'people', 'shop', 'example.com', 'things', 'create')).toBe(false);
  });

  it('do not come from a Role of another namespace, or of another zone', () => {
    expect(may([role('other', 'reader', rule('core secrets get')), bind('Role shop/reader', 'Group people')], 'Group', 'people', 'shop', '', 'secrets', 'get')).toBe(false);
    const zones = new PolicyEstate([{ manifest: reader, zone: 'public', file: '' }, { manifest: bind('ClusterRole reader', 'Group people'), zone: 'core', file: '' }]);
    expect(accessOf(zones).get('core')!.bindings).toMatchObject([{ role: undefined, roleKey: 'ClusterRole/reader' }]);
  });
});

it('survives objects of any shape', () => {
  const garbage = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'].flatMap((kind) => [
    { apiVersion: `${RBAC}/v1`, kind, metadata: {} }, { apiVersion: `${RBAC}/v1`, kind, metadata: null }, { apiVersion: `${RBAC}/v1`, kind, metadata: { name: 7, labels: [] }, rules: {}, subjects: 'x', roleRef: [], aggregationRule: { clusterRoleSelectors: 'x' } },
    { apiVersion: `${RBAC}/v1`, kind, metadata: { name: 'x' }, subjects: [null, 7, { kind: 'Group' }], roleRef: { kind: 'ClusterRole', name: null } },
  ]);
  expect(accessOf(estate(garbage as never)).get('core')!.bindings).toHaveLength(8);
});
