import { alone, meanings, said, type Fields } from '../../../fixtures/sides.ts';

const rule = (resource: string, verbs: readonly string[], more: Fields = {}): Fields => ({ apiGroups: [''], resources: [resource], verbs, ...more });
const role = (...rules: readonly Fields[]): Fields => ({ rules });
const binding = (name: string, ...subjects: readonly Fields[]): Fields => ({ roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name }, subjects });
const [ops, account] = [{ kind: 'Group', name: 'champ:ops' }, { kind: 'ServiceAccount', namespace: 'core-mbs', name: 'web' }];

describe('what a change of access means', () => {
  test('tells what a role gains and loses, by resource and verb', () => {
    expect(meanings('ClusterRole operator', role(rule('pods', ['get', 'list'])), role(rule('pods', ['get']), rule('pods/exec', ['create']), rule('deployments', ['patch'], { apiGroups: ['apps'], resourceNames: ['web'] })))).toMatchObject([{
      kind: 'access', en: 'operator gains pods/exec (create); deployments.apps (patch) [web], loses pods (list)', zh: 'operator 获得 pods/exec (create)；deployments.apps (patch) [web]，失去 pods (list)',
      data: { what: 'rights', gained: ['pods/exec (create)', 'deployments.apps (patch) [web]'], lost: ['pods (list)'] },
    }]);
  });

  test('counts wildcards: what was granted already is no gain', () => {
    expect(meanings('ClusterRole operator', role(rule('*', ['*'])), role(rule('*', ['*']), rule('pods', ['get'])))).toMatchObject([{ data: { what: 'same' }, en: 'rules of operator are written differently and grant the same' }]);
    expect(meanings('ClusterRole operator', role(rule('pods', ['get'])), role(rule('*', ['*'])))).toMatchObject([{ data: { gained: ['* (*)'], lost: [] } }]);
  });

  test('knows rules that are split, joined or moved for the same rights', () => {
    expect(meanings('Role core-mbs/a', role(rule('pods', ['get', 'list'])), role(rule('pods', ['list']), rule('pods', ['get'])))).toMatchObject([{ data: { what: 'same' } }]);
  });

  test('tells who gains and loses which role, and where', () => {
    expect(meanings('RoleBinding core-mbs/a', binding('operator', ops), binding('operator', account))).toMatchObject([{
      en: 'ServiceAccount core-mbs/web gains ClusterRole operator, Group champ:ops loses ClusterRole operator in core-mbs', data: { gained: ['ServiceAccount core-mbs/web'], lost: ['Group champ:ops'], role: 'ClusterRole operator' },
    }]);
    expect(said(meanings('ClusterRoleBinding a', binding('view', ops), binding('admin', ops)))).toEqual([['access', 'Group champ:ops now: ClusterRole admin instead of ClusterRole view in the whole cluster']]);
  });

  test('tells the rights that come and go with roles and bindings', () => {
    expect(said(alone('created', 'ClusterRole a', role(rule('pods/exec', ['create']))))).toEqual([['access', 'role grants pods/exec (create)']]);
    expect(said(alone('deleted', 'RoleBinding core-mbs/a', binding('operator', ops)))).toEqual([['access', 'Group champ:ops loses ClusterRole operator in core-mbs']]);
  });

  test('is bounded on roles of any size', () => {
    const names = (count: number, prefix: string) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
    const huge = (verbs: readonly string[]) => role(...names(50, 'r').map((each) => ({ apiGroups: names(10, 'g'), resources: names(20, each), verbs })));
    const [meaning] = meanings('ClusterRole a', huge(['get', 'list', 'watch']), huge(['get', 'list', 'watch', 'delete']));
    expect(meaning).toMatchObject({ kind: 'access', data: { what: 'rights' } });
  }, 20_000);

  test('tells the account that pods run as', () => {
    expect(said(meanings('Deployment core-mbs/a', { spec: { template: { spec: { serviceAccountName: 'a' } } } }, { spec: { template: { spec: { serviceAccountName: 'b' } } } }))).toEqual([['access', 'service account: a -> b']]);
  });
});
