import { podOf, rendered, workloadPart } from '../../../fixtures/middleware.ts';

const RULES = [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }];

it('gives each part an account without a token or a role', () => {
  const all = rendered([workloadPart()]);
  expect(all.find('ServiceAccount', 'store')).toMatchObject({ automountServiceAccountToken: false, metadata: { namespace: 'core-mw-cache' } });
  expect(all.manifests.filter((each) => each.apiVersion.startsWith('rbac'))).toEqual([]);
});

it('gives a part that calls the Kubernetes API its rules, and its pods alone a token', () => {
  const all = rendered([workloadPart({ api: { cluster: false, rules: RULES } })]);
  expect(all.find('Role', 'core-mw-cache-store')).toMatchObject({ rules: RULES, metadata: { namespace: 'core-mw-cache' } });
  expect(all.find('RoleBinding', 'core-mw-cache-store')).toMatchObject({ roleRef: { kind: 'Role', name: 'core-mw-cache-store' }, subjects: [{ kind: 'ServiceAccount', name: 'store', namespace: 'core-mw-cache' }] });
  expect(all.find('ServiceAccount', 'store').automountServiceAccountToken).toBe(false);
  expect(podOf(all.find('StatefulSet', 'store')).automountServiceAccountToken).toBe(true);
});

it('gives a part rules in the namespaces that it names, and none in its own', () => {
  const all = rendered([workloadPart({ api: { cluster: false, namespaces: ['core-a', 'core-b'], rules: RULES } })]);
  const places = (kind: string) => all.manifests.filter((each) => each.kind === kind).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  expect([places('Role'), places('RoleBinding')]).toEqual([['core-a/core-mw-cache-store-core-a', 'core-b/core-mw-cache-store-core-b'], ['core-a/core-mw-cache-store-core-a', 'core-b/core-mw-cache-store-core-b']]);
  expect(all.find('RoleBinding', 'core-mw-cache-store-core-a').subjects).toEqual([{ kind: 'ServiceAccount', name: 'store', namespace: 'core-mw-cache' }]);
  expect(all.find('ClusterRole', 'core-mw-cache-store')).toBeUndefined();
});

it('names roles of the cluster after zone, kind and part', () => {
  const all = rendered([workloadPart({ name: 'shipper', workload: 'DaemonSet', hostPaths: ['/var/log'], api: { cluster: true, rules: RULES } })]);
  expect(all.find('ClusterRole', 'core-mw-cache-shipper').metadata).not.toHaveProperty('namespace');
  expect(all.find('ClusterRoleBinding', 'core-mw-cache-shipper').subjects).toEqual([{ kind: 'ServiceAccount', name: 'shipper', namespace: 'core-agents' }]);
});
