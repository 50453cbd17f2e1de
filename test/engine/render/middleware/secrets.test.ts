import { rendered, workloadPart } from '../../../fixtures/middleware.ts';

const AUTH = { part: 'secret', name: 'store-auth', keys: ['username', 'password'] } as const;
const mounted = { secrets: [{ secret: 'store-auth', path: '/run/auth' }] };
const agent = workloadPart({ name: 'shipper', workload: 'DaemonSet', replicas: undefined, hostPaths: ['/var/log'], ...mounted });

it('fetches each key of a kind\'s secret from the platform team\'s path', () => {
  const secret = rendered([AUTH]).find('ExternalSecret', 'store-auth');
  expect(secret.apiVersion).toBe('external-secrets.io/v1');
  expect(secret.metadata.namespace).toBe('core-mw-cache');
  expect(secret.spec).toMatchObject({
    secretStoreRef: { kind: 'SecretStore', name: 'core-mw-cache' },
    target: { name: 'store-auth', creationPolicy: 'Owner' },
    data: [{ secretKey: 'username', remoteRef: { key: 'mw/cache/store-auth', property: 'username' } }, { secretKey: 'password', remoteRef: { key: 'mw/cache/store-auth', property: 'password' } }],
  });
});

it('has the type that its reader insists on', () => {
  expect(rendered([{ ...AUTH, type: 'kubernetes.io/tls' }]).find('ExternalSecret', 'store-auth').spec.target.template).toEqual({ engineVersion: 'v2', type: 'kubernetes.io/tls' });
});

it('takes an account that both sides read from where it is kept', () => {
  const secret = rendered([{ ...AUTH, from: 'platform/iam/relational-db' }]).find('ExternalSecret', 'store-auth');
  expect(secret.spec.data).toEqual([{ secretKey: 'username', remoteRef: { key: 'iam/relational-db', property: 'username' } }, { secretKey: 'password', remoteRef: { key: 'iam/relational-db', property: 'password' } }]);
});

it.each([
  ['in the agents\' namespace when only an agent mounts it', [AUTH, agent], ['core-agents']],
  ['in both when both mount it', [AUTH, workloadPart(mounted), agent], ['core-mw-cache', 'core-agents']],
  ['in the kind\'s own otherwise', [AUTH, workloadPart(mounted)], ['core-mw-cache']],
] as const)('is %s', (_, parts, namespaces) => {
  const { output } = rendered(parts);
  const found = output.objects.filter(({ manifest }) => manifest.kind === 'ExternalSecret');
  expect(found.map(({ manifest }) => manifest.metadata.namespace)).toEqual(namespaces);
  expect(found.map(({ application }) => application)).toEqual(namespaces);
});
