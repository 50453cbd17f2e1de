import { accountRules } from '../../../policies/access/accounts.ts';
import { defaultAccounts } from '../../../policies/access/default-accounts.ts';
import { sharedAccounts, sharedRoles } from '../../../policies/access/separation.ts';
import { judged } from '../../fixtures/policies.ts';

const RBAC = 'rbac.authorization.k8s.io';
const deployment = (name: string, spec: object, metadata: object = {}) => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace: 'shop', ...metadata }, spec: { template: { spec: { containers: [], ...spec } } } });
const fields = (...args: Parameters<typeof judged>) => judged(...args).map(({ rule, field }) => `${rule} ${field}`);
const token = (serviceAccountToken: object, name = 'token') => deployment('web', { serviceAccountName: 'web', volumes: [{ name, projected: { sources: [{ configMap: { name: 'x' } }, { serviceAccountToken: { path: 'token', ...serviceAccountToken } }] } }] });

describe('NSA-AUTH-16', () => {
  it.each([
    ['an account of its own', { serviceAccountName: 'web' }, []],
    ['the deprecated alias', { serviceAccount: 'web' }, []],
    ['an empty name with an alias', { serviceAccountName: '', serviceAccount: 'web' }, []],
    ['none', {}, ['NSA-AUTH-16 spec.template.spec.serviceAccountName']],
    ['default', { serviceAccountName: 'default' }, ['NSA-AUTH-16 spec.template.spec.serviceAccountName']],
    ['default by the alias', { serviceAccount: 'default' }, ['NSA-AUTH-16 spec.template.spec.serviceAccountName']],
  ])('judges a pod with %s', (_, spec, wanted) => {
    expect(fields(accountRules, [deployment('web', spec)])).toEqual(wanted);
  });
});

describe('NSA-AUTH-18', () => {
  it.each([
    ['an audience and the usual life', { audience: 'vault' }, []],
    ['an audience and a short life', { audience: 'vault', expirationSeconds: 600 }, []],
    ['no audience', { expirationSeconds: 600 }, ['NSA-AUTH-18 spec.template.spec.volumes[0].projected.sources']],
    ['a long life', { audience: 'vault', expirationSeconds: 86400 }, ['NSA-AUTH-18 spec.template.spec.volumes[0].projected.sources']],
  ])('judges a projected token with %s', (_, source, wanted) => {
    expect(fields(accountRules, [token(source)])).toEqual(wanted);
  });

  it('leaves the volume that admission adds to the rule on mounts, and nothing else by that name', () => {
    expect(fields(accountRules, [token({ expirationSeconds: 3607 }, 'kube-api-access-x7k2p')])).toEqual([]);
    expect(fields(accountRules, [token({ expirationSeconds: 7200 }, 'kube-api-access-x7k2p')])).toHaveLength(1);
  });

  it('finds a Secret with a token that never ends', () => {
    const secret = (type?: string) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web', namespace: 'shop' }, ...(type ? { type } : {}) });
    expect(fields(accountRules, [secret('kubernetes.io/service-account-token'), secret('kubernetes.io/tls'), secret()])).toEqual(['NSA-AUTH-18 type']);
  });
});

describe('NSA-AUTH-17', () => {
  const namespace = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  const account = (more: object = {}) => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: 'shop' }, ...more });

  it('asks each declared namespace for its default account with the mount off', () => {
    expect(fields(defaultAccounts, [namespace('shop')])).toEqual(['NSA-AUTH-17 metadata.name']);
    expect(fields(defaultAccounts, [namespace('shop'), account({ automountServiceAccountToken: false })])).toEqual([]);
    expect(fields(defaultAccounts, [namespace('shop'), account()])).toEqual(['NSA-AUTH-17 automountServiceAccountToken']);
    expect(fields(defaultAccounts, [namespace('kube-system')])).toEqual([]);
  });
});

describe('NSA-AUTH-05', () => {
  const binding = (name: string, ...subjects: readonly object[]) => ({ apiVersion: `${RBAC}/v1`, kind: 'RoleBinding', metadata: { name, namespace: 'shop' }, roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'reader' }, subjects });
  const people = { kind: 'Group', name: 'operators' };
  const account = { kind: 'ServiceAccount', name: 'web', namespace: 'shop' };

  it('finds an account of two workloads, at the second', () => {
    const found = judged(sharedAccounts, [deployment('web', { serviceAccountName: 'web' }), deployment('batch', { serviceAccount: 'web' })]);
    expect(found).toMatchObject([{ at: { manifest: { metadata: { name: 'batch' } } }, field: 'spec.template.spec.serviceAccountName' }]);
    expect(found[0]!.message.en).toContain('Deployment web');
  });

  it('lets pass what a controller made, other namespaces and the default account', () => {
    const owned = { metadata: { name: 'web-1', namespace: 'shop', ownerReferences: [{ kind: 'Deployment', name: 'web' }] } };
    const others = [
      deployment('web', { serviceAccountName: 'web' }), { ...deployment('web-1', { serviceAccountName: 'web' }), ...owned },
      deployment('web', { serviceAccountName: 'web' }, { namespace: 'other' }), deployment('a', {}), deployment('b', {}),
    ];
    expect(judged(sharedAccounts, others)).toEqual([]);
  });

  it('finds a role that two bindings give to people and to accounts', () => {
    expect(fields(sharedRoles, [binding('a', people), binding('b', people), binding('c', account)])).toEqual(['NSA-AUTH-05 roleRef.name']);
    expect(fields(sharedRoles, [binding('a', people), binding('b', people)])).toEqual([]);
    expect(fields(sharedRoles, [binding('a', people), binding('c', { kind: 'User', name: 'system:serviceaccount:shop:web' })])).toEqual(['NSA-AUTH-05 roleRef.name']);
  });
});
