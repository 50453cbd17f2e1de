import { roleRules } from '../../../policies/access/roles.ts';
import { judged } from '../../fixtures/policies.ts';

const clusterRole = (rules: unknown, name = 'one') => ({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name }, rules });
const bind = (...resourceNames: readonly string[]) => clusterRole([{ apiGroups: ['rbac.authorization.k8s.io'], resources: ['clusterroles'], verbs: ['bind'], resourceNames }]);
const deploys = [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['create'] }];
const found = (manifest: unknown, params: Readonly<Record<string, string>> = {}) => judged(roleRules, [manifest], { params }).map(({ rule, field }) => `${rule} ${field}`);

describe('roles by themselves', () => {
  it('lets bind pass for whole names from the grantable list alone', () => {
    const params = { grantable: 'operator\nauditor' };
    expect(found(bind('operator', 'auditor'), params)).toEqual([]);
    expect(found(bind('operator', 'tenant-admin'), params)).toEqual(['NSA-AUTH-08 rules[0].resourceNames']);
    expect(found(bind('oper'), params)).toEqual(['NSA-AUTH-08 rules[0].resourceNames']);
    expect(found(bind('operator'))).toEqual(['NSA-AUTH-08 rules[0].resourceNames']);
  });

  it('points to the rule and the list that is wrong, in every rule', () => {
    expect(found(clusterRole([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }, { apiGroups: ['apps'], resources: ['*'], verbs: ['get'] }]))).toEqual(['NSA-AUTH-06 rules[1].resources']);
    expect(found(clusterRole([{ nonResourceURLs: ['*'], verbs: ['get'] }]))).toEqual(['NSA-AUTH-06 rules[0].nonResourceURLs']);
  });

  it('finds workload creation in a role unless it is one of the deployers', () => {
    expect(found(clusterRole(deploys))).toEqual(['NSA-AUTH-11 rules[0].resources']);
    expect(found(clusterRole(deploys), { deployers: 'ClusterRole/one' })).toEqual([]);
    const role = { ...clusterRole(deploys), kind: 'Role', metadata: { name: 'one', namespace: 'shop' } };
    expect(found(role, { deployers: 'ClusterRole/one' })).toEqual(['NSA-AUTH-11 rules[0].resources']);
    expect(found(role, { deployers: 'Role/shop/one' })).toEqual([]);
  });

  it('has a finding or nothing for garbage, never an error', () => {
    for (const rules of [null, 'x', 7, {}, [null], ['x'], [7], [[]], [{ verbs: null }], [{ verbs: [7], resources: 'pods', apiGroups: {} }]]) {
      expect(() => found(clusterRole(rules))).not.toThrow();
    }
    expect(found(clusterRole([{ apiGroups: [''], resources: ['pods'], verbs: [7] }])).length).toBeGreaterThan(0);
  });
});
