import { podOf, rendered, workloadPart, type Loose } from '../../../fixtures/middleware.ts';

const PLAIN = { path: '/etc/store/store.conf', text: 'home=${STORE_HOME}\n' };
const SECRET = { path: '/etc/store/auth.properties', text: 'password=${secret:platform/mw/cache/store-auth#password}\nhome=${STORE_HOME}\n' };
const withFiles = (...files: { path: string; text: string }[]) => rendered([workloadPart({ files })]);

it('keeps plain files in a ConfigMap and mounts each over the image\'s own', () => {
  const all = withFiles(PLAIN);
  expect(all.find('ConfigMap', 'store-files').data).toEqual({ 'store.conf': PLAIN.text });
  const { volumes, containers } = podOf(all.find('StatefulSet', 'store'));
  expect(volumes).toContainEqual({ name: 'files', configMap: { name: 'store-files', defaultMode: 0o444 } });
  expect(containers[0].volumeMounts).toContainEqual({ name: 'files', mountPath: '/etc/store/store.conf', subPath: 'store.conf', readOnly: true });
  expect(all.names('ExternalSecret')).toEqual([]);
});

it('makes a file that names a secret the template of an ExternalSecret', () => {
  const all = withFiles(PLAIN, SECRET);
  const { spec } = all.find('ExternalSecret', 'store-files');
  expect(Object.keys(spec.target.template.data)).toEqual(['auth.properties']);
  expect(spec.target.template.data['auth.properties']).toMatch(/^password=\{\{ \.mw_cache_store_auth_password .*\}\}\nhome=\$\{STORE_HOME\}\n$/);
  expect(spec.secretStoreRef).toEqual({ kind: 'SecretStore', name: 'core-mw-cache' });
  expect(spec.data).toEqual([{ secretKey: 'mw_cache_store_auth_password', remoteRef: { key: 'mw/cache/store-auth', property: 'password' } }]);
  expect(all.find('ConfigMap', 'store-files').data).toEqual({ 'store.conf': PLAIN.text });
  expect(podOf(all.find('StatefulSet', 'store')).volumes).toContainEqual({ name: 'files-secret', secret: { secretName: 'store-files', defaultMode: 0o440 } });
});

it('fetches an account of a service from the store of the tenant that owns it', () => {
  const all = withFiles({ path: '/etc/accounts.sql', text: "CREATE USER 'a' IDENTIFIED BY '${secret:vendor-02/hsa-mbs/cache#password}';" });
  expect(all.find('ExternalSecret', 'store-files').spec.data).toEqual([{
    secretKey: 'hsa_mbs_cache_password',
    remoteRef: { key: 'hsa-mbs/cache', property: 'password' },
    sourceRef: { storeRef: { kind: 'SecretStore', name: 'core-mw-cache-vendor-02' } },
  }]);
});

it('rolls the pods when a byte of a file changes, and only then', () => {
  const hash = (text: string) => withFiles({ ...PLAIN, text }).find('StatefulSet', 'store').spec.template.metadata.annotations['champ.hsa/config-hash'];
  expect(hash('a')).toMatch(/^[0-9a-f]{16}$/);
  expect(hash('a')).toBe(hash('a'));
  expect(hash('a')).not.toBe(hash('b'));
});

it('tells files of the same name apart by their folders', () => {
  const all = withFiles({ path: '/opt/fe/conf/log.conf', text: 'fe' }, { path: '/opt/be/conf/log.conf', text: 'be' });
  expect(all.find('ConfigMap', 'store-files').data).toEqual({ 'opt.fe.conf.log.conf': 'fe', 'opt.be.conf.log.conf': 'be' });
  expect(podOf(all.find('StatefulSet', 'store')).containers[0].volumeMounts.filter((each: Loose) => each.subPath).map((each: Loose) => each.subPath)).toEqual(['opt.fe.conf.log.conf', 'opt.be.conf.log.conf']);
});

it('reports a broken file that names a secret', () => {
  const { environment } = withFiles({ path: '/etc/store.json', text: '{"password": "${secret:platform/mw/cache/store-auth#password}"' });
  expect(environment.problems.all()).toMatchObject([{ where: expect.stringContaining('small/core/mw-cache:/etc/store.json') }]);
});
