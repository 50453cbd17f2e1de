import { tokenMounts } from '../../../policies/access/token-mounts.ts';
import { judged } from '../../fixtures/policies.ts';

const RBAC = 'rbac.authorization.k8s.io';
const pod = (spec: object, containers: readonly object[] = []) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec: { serviceAccountName: 'web', containers, ...spec } });
const account = (automountServiceAccountToken?: boolean, namespace = 'shop', name = 'web') => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace }, ...(automountServiceAccountToken === undefined ? {} : { automountServiceAccountToken }) });
const bound = { apiVersion: `${RBAC}/v1`, kind: 'RoleBinding', metadata: { name: 'web', namespace: 'shop' }, roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'view' }, subjects: [{ kind: 'ServiceAccount', name: 'web' }] };
const fields = (...manifests: readonly unknown[]) => judged(tokenMounts, manifests).map(({ field }) => field);
const MOUNT = 'spec.automountServiceAccountToken';

describe('NSA-POD-22', () => {
  it.each([
    ['off at the pod', [pod({ automountServiceAccountToken: false })], []],
    ['off at the pod, on at the account', [account(true), pod({ automountServiceAccountToken: false })], []],
    ['off at the account', [account(false), pod({})], []],
    ['off at the account, by the alias', [account(false), pod({ serviceAccountName: undefined, serviceAccount: 'web' })], []],
    ['on at the pod of a bound account', [account(false), bound, pod({ automountServiceAccountToken: true })], []],
    ['off at an account of the same name elsewhere', [account(false, 'other'), pod({})], [MOUNT]],
    ['off at the default account, which the pod does not use', [account(false, 'shop', 'default'), pod({})], [MOUNT]],
    ['unset at both', [account(), pod({})], [MOUNT]],
    ['unset at both, though bound', [account(), bound, pod({})], [MOUNT]],
    ['on at the pod, off at the account', [account(false), pod({ automountServiceAccountToken: true })], [MOUNT]],
    ['a text instead of a boolean', [account(false), pod({ automountServiceAccountToken: 'false' })], []],
    ['nothing, and so the default account', [account(false), pod({ serviceAccountName: undefined })], [MOUNT]],
  ])('judges a token mount that is %s', (_, manifests, wanted) => {
    expect(fields(...manifests)).toEqual(wanted);
  });

  it('finds projected API tokens of accounts to which nothing is granted', () => {
    const projects = (audience?: string) => pod({ automountServiceAccountToken: false, volumes: [{ name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token', ...(audience ? { audience } : {}) } }] } }] });
    expect(fields(projects())).toEqual(['spec.volumes[0].projected.sources[0].serviceAccountToken']);
    expect(fields(projects('vault'))).toEqual([]);
    expect(fields(bound, projects())).toEqual([]);
  });

  it('finds every way to take a token Secret', () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'old', namespace: 'shop' }, type: 'kubernetes.io/service-account-token' };
    const taking = pod(
      { automountServiceAccountToken: false, volumes: [{ name: 'a', secret: { secretName: 'old' } }, { name: 'b', projected: { sources: [{ secret: { name: 'old' } }] } }, { name: 'c', secret: { secretName: 'tls' } }] },
      [{ name: 'app', env: [{ name: 'A', value: 'x' }, { name: 'B', valueFrom: { secretKeyRef: { name: 'old', key: 'token' } } }], envFrom: [{ secretRef: { name: 'old' } }] }],
    );
    expect(fields(secret, taking)).toEqual(['spec.volumes[0].secret.secretName', 'spec.volumes[1].projected.sources[0].secret.name', 'spec.containers[0].env[1].valueFrom.secretKeyRef.name', 'spec.containers[0].envFrom[0].secretRef.name']);
    expect(fields({ ...secret, metadata: { name: 'old', namespace: 'other' } }, taking)).toEqual([]);
  });

  it('keeps zones apart', () => {
    const zones = (manifest: unknown, zone: string) => judged(tokenMounts, [manifest], { zone }).length;
    expect([zones(pod({}), 'a'), zones(pod({ automountServiceAccountToken: false }), 'b')]).toEqual([1, 0]);
  });
});
