import { accessChange, projectGrants } from '../../../../engine/change/analysis/index.ts';
import type { Manifest } from '../../../../engine/manifest.ts';
import { bind, clusterRole, namespace, role, rule, serviceAccount } from '../../../fixtures/access.ts';
import { object, pair } from '../../../fixtures/changes/side.ts';

const estate = [namespace('shop'), clusterRole('reader', rule('core pods,pods/log get,list')), clusterRole('operator', rule('core pods delete'), rule('core pods/exec create'))];
const gained = (before: readonly Manifest[], after: readonly Manifest[]) => accessChange(pair(before, after)).gained.map(({ subject, what, wider }) => `${subject} ${what}${wider ? ' !' : ''}`);
const lost = (before: readonly Manifest[], after: readonly Manifest[]) => accessChange(pair(before, after)).lost.map(({ subject, what }) => `${subject} ${what}`);

describe('rights', () => {
  it('come and go with a binding, a resource at a time', () => {
    const bound = [...estate, bind('ClusterRole operator', 'Group people', 'shop')];
    expect(gained(estate, bound)).toEqual(['Group/people pods: delete in shop !', 'Group/people pods/exec: create in shop !']);
    expect(lost(bound, estate)).toEqual(['Group/people pods: delete in shop', 'Group/people pods/exec: create in shop']);
  });

  it('come with a rule of a role that is bound, and for nobody when it is not', () => {
    const more = [estate[0]!, clusterRole('reader', rule('core pods,pods/log get,list'), rule('core secrets get')), estate[2]!];
    expect(gained(estate, more)).toEqual([]);
    const binding = bind('ClusterRole reader', 'Group people', 'shop');
    expect(gained([...estate, binding], [...more, binding])).toEqual(['Group/people secrets: get in shop !']);
  });

  it('that a wider rule includes are not new, and only what is more is told', () => {
    const all = bind('ClusterRole cluster-admin', 'Group people');
    expect(gained([...estate, all], [...estate, all, bind('ClusterRole operator', 'Group people', 'shop')])).toEqual([]);
    const before = [...estate, role('shop', 'own', rule('core configmaps get')), bind('Role shop/own', 'Group people')];
    const after = [...estate, role('shop', 'own', rule('core configmaps get,update')), bind('Role shop/own', 'Group people')];
    expect(gained(before, after)).toEqual(['Group/people configmaps: update in shop !']);
  });

  it('in a namespace that is new are what its people have elsewhere, unless the role is another', () => {
    const own = [...estate, bind('ClusterRole operator', 'Group people', 'shop')];
    const added = [namespace('till'), bind('ClusterRole operator', 'Group people', 'till')];
    expect(gained(own, [...own, ...added])).toEqual(['Group/people pods: delete in till', 'Group/people pods/exec: create in till']);
    const changed = [estate[0]!, estate[1]!, clusterRole('operator', rule('core pods delete'), rule('core pods/exec create'), rule('core secrets get')), own[3]!, ...added];
    expect(gained(own, changed)).toContain('Group/people secrets: get in till !');
  });

  it('of a new account in its own namespace are expected as long as they give no power', () => {
    const account = serviceAccount('shop', 'web');
    const mild = [role('shop', 'web', rule('core configmaps get')), bind('Role shop/web', 'ServiceAccount shop/web')];
    expect(gained(estate, [...estate, account, ...mild])).toEqual(['ServiceAccount/shop/web configmaps: get in shop']);
    expect(gained([...estate, account], [...estate, account, ...mild])).toEqual(['ServiceAccount/shop/web configmaps: get in shop !']);
    const mighty = [role('shop', 'web', rule('core secrets get')), bind('Role shop/web', 'ServiceAccount shop/web')];
    expect(gained(estate, [...estate, account, ...mighty])).toEqual(['ServiceAccount/shop/web secrets: get in shop !']);
  });

  it('of a role that nobody knows count as a right', () => {
    expect(gained(estate, [...estate, bind('ClusterRole from-a-chart', 'Group people', 'shop')])).toEqual(['Group/people (ClusterRole/from-a-chart): * in shop !']);
  });

  it('come by aggregation too', () => {
    const binding = bind('ClusterRole edit', 'Group people', 'shop');
    const part: Manifest = { ...clusterRole('more', rule('example.org things get')), metadata: { name: 'more', labels: { 'rbac.authorization.k8s.io/aggregate-to-edit': 'true' } } };
    expect(gained([...estate, binding], [...estate, binding, part])).toEqual(['Group/people things.example.org: get in shop !']);
  });

  it('of zones without a changed role or binding are not looked at', () => {
    expect(accessChange(pair(estate, [...estate, serviceAccount('shop', 'web')]))).toEqual({ gained: [], lost: [] });
  });
});

it('lines of a role of ArgoCD that are more are told, and its groups', () => {
  const project = (policies: readonly string[], groups: readonly string[]) => object('argoproj.io/v1alpha1', 'AppProject', 'argocd/p', { spec: { roles: [{ name: 'operator', policies, groups }] } });
  const [change] = pair([project(['p, a'], ['g'])], [project(['p, a', 'p, b'], ['g', 'h'])]).changes;
  expect(projectGrants(change!)).toEqual(['p, b', 'operator: h']);
  expect(projectGrants(pair([project(['p, a', 'p, b'], ['g'])], [project(['p, a'], [])]).changes[0]!)).toEqual([]);
});
