import type { Manifest } from '../../../../engine/manifest.ts';
import { must, run } from '../../rig/estate.ts';
import { tool } from '../../rig/tools.ts';
import type { Linyi } from '../../rig/linyi.ts';

const NAMESPACE = 'core-mbs';

/** The owner of that subsystem, signed in by the identity provider with the group of his tenant. */
const AS = ['--as=tenant-admin', '--as-group=champ:vendor-08:tenant-admin', '--as-group=system:authenticated'];

const binding = (roleRef: Readonly<Record<string, string>>, subject: Readonly<Record<string, string>>, namespace = NAMESPACE): Manifest => ({
  apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding', metadata: { name: 'granted', namespace },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', ...roleRef }, subjects: [{ apiGroup: 'rbac.authorization.k8s.io', ...subject }],
});

const OWN = { kind: 'Group', name: 'champ:vendor-08:operator' };
const operator = { kind: 'ClusterRole', name: 'champ-application-management-operator' };

export function escalation(linyi: () => Linyi): void {
  const kubectl = (...args: readonly string[]) => run(tool('kubectl'), [`--kubeconfig=${linyi().clusters.core.plane.kubeconfig}`, ...args]);
  const apply = (manifest: Manifest) => run(tool('kubectl'), [`--kubeconfig=${linyi().clusters.core.plane.kubeconfig}`, ...AS, 'create', '--dry-run=server', '-f', '-'], { input: JSON.stringify(manifest) });

  describe('an administrator of a tenant', () => {
    it.each([
      ['yes', ['get', 'pods', '-n', NAMESPACE]],
      ['yes', ['create', 'rolebindings', '-n', NAMESPACE]],
      ['yes', ['bind', 'clusterroles/champ-application-management-operator', '-n', NAMESPACE]],
      ['no', ['bind', 'clusterroles/cluster-admin', '-n', NAMESPACE]],
      ['no', ['bind', 'clusterroles/champ-platform-management-platform-admin', '-n', NAMESPACE]],
      ['no', ['create', 'rolebindings', '-n', 'core-hif']],
      ['no', ['create', 'clusterrolebindings']],
      ['no', ['escalate', 'clusterroles']],
      ['no', ['create', 'roles', '-n', NAMESPACE]],
      ['no', ['impersonate', 'users']],
      ['no', ['get', 'secrets', '-n', NAMESPACE]],
      ['no', ['create', 'pods', '-n', NAMESPACE]],
      ['no', ['create', 'pods/exec', '-n', 'core-hif']],
      ['no', ['create', 'serviceaccounts/token', '-n', NAMESPACE]],
      ['no', ['patch', 'networkpolicies', '-n', NAMESPACE]],
    ] as const)('is answered "%s" by kubectl auth can-i %j', async (answer, question) => {
      expect((await kubectl(...AS, 'auth', 'can-i', ...question)).out.trim()).toBe(answer);
    });

    it('grants his own people the role of an operator', async () => {
      expect(await apply(binding(operator, OWN))).toMatchObject({ exit: 0 });
    });

    it.each([
      ['the role of the cluster administrator', binding({ kind: 'ClusterRole', name: 'cluster-admin' }, OWN)],
      ['a role of the platform team', binding({ kind: 'ClusterRole', name: 'champ-platform-management-platform-admin' }, OWN)],
      ['the role that grants', binding({ kind: 'ClusterRole', name: 'champ-application-management-tenant-admin-grants' }, OWN)],
      ['a role in the namespace of another tenant', binding(operator, OWN, 'core-hif')],
      ['a role to everybody', binding(operator, { kind: 'Group', name: 'system:authenticated' })],
      ['a new role with more rights', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'more', namespace: NAMESPACE }, rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }] }],
      ['a pod that signs in as another account', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'thief', namespace: NAMESPACE }, spec: { serviceAccountName: `${NAMESPACE}-secret-reader`, containers: [{ name: 'app', image: 'x' }] } }],
    ] as readonly (readonly [string, Manifest])[])('cannot grant %s', async (_, manifest) => {
      const { exit, err } = await apply(manifest);
      expect({ exit, err }).toEqual({ exit: 1, err: expect.stringMatching(/forbidden|denied/i) });
    });

    it('finds these questions answered by the rights of the estate, and not by an empty cluster', async () => {
      expect(await must(tool('kubectl'), [`--kubeconfig=${linyi().clusters.core.plane.kubeconfig}`, 'get', 'rolebinding', '-n', NAMESPACE, `${NAMESPACE}-tenant-admin-grants`, '-o', 'name'])).toContain('rolebinding');
    });
  });
}
