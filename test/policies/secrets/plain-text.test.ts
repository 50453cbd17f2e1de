import { plainTextRules } from '../../../policies/secrets/plain-text.ts';
import { secretsEstateRules, secretsObjectRules } from '../../../policies/secrets/index.ts';
import { judge, PolicyEstate } from '../../../engine/policy/index.ts';
import { controls } from '../../../policies/controls/index.ts';
import { base64, keyPair, kubeconfig, made, password } from '../../engine/secrets/made.ts';
import { estateOf, judged, judgedEstate } from '../../fixtures/policies.ts';
import { planted } from './canary.ts';

const object = (kind: string, rest: object) => ({ apiVersion: 'v1', kind, metadata: { name: 'x', namespace: 'n' }, ...rest });

describe('of the fifty credentials that are planted', () => {
  it('there are fifty', () => {
    expect(planted).toHaveLength(50);
  });

  it.each(planted)('the one in %s is found, once, at its field', (_, manifest, field) => {
    const findings = judged(plainTextRules, [manifest]);
    expect(findings.map((each) => each.field)).toEqual([field]);
  });

  it('none is shown', () => {
    const findings = judged(plainTextRules, planted.map(([, manifest]) => manifest));
    const values = planted.flatMap(([, manifest]) => JSON.stringify(manifest).match(/Ly[A-Za-z]{6}\d{4}!\d/g) ?? []);
    const said = JSON.stringify(findings.map(({ message, fix, field }) => ({ message, fix, field })));
    expect(values.length).toBeGreaterThan(20);
    expect(values.filter((value) => said.includes(value))).toEqual([]);
  });
});

it.each(['linyi', 'dev'] as const)('nothing is found in %s', (name) => {
  const findings = judgedEstate([...secretsObjectRules, ...secretsEstateRules], estateOf(name));
  expect(findings.map(({ rule, at, field, message }) => [rule, at.file, field, message.en])).toEqual([]);
});

it('says the line of a text and the key, in both languages', () => {
  const [finding] = judged(plainTextRules, [object('ConfigMap', { data: { 'a.properties': `a=1\nb=2\nspring.redis.password=${password()}\n` } })]);
  expect(finding).toMatchObject({
    rule: 'NSA-NET-25',
    message: { en: 'a password in plain text (spring.redis.password, line 3 of the text)', zh: expect.stringContaining('第 3 行') },
    fix: { en: expect.stringContaining('ExternalSecret') },
  });
});

describe('a kubeconfig is a finding of its own', () => {
  it.each([
    ['in a ConfigMap', [object('ConfigMap', { data: { config: kubeconfig() } })], []],
    ['in the data of a Secret', [object('Secret', { data: { config: base64(kubeconfig()) } })], []],
    ['in the text of a Secret', [object('Secret', { stringData: { config: kubeconfig() } })], []],
    ['as a file', [], [{ zone: '', file: 'admin.conf', content: { apiVersion: 'v1', kind: 'Config', users: [{ name: 'a', user: { 'client-key-data': base64(keyPair.privateKey) } }] } }]],
  ] as const)('%s', (_, manifests, files) => {
    expect(judged(plainTextRules, manifests, { files }).map(({ rule }) => rule)).toEqual(['NSA-NET-21']);
  });

  it.each([
    ['one whose credentials are elsewhere', [], [{ zone: '', file: 'scheduler.conf', content: { apiVersion: 'v1', kind: 'Config', users: [{ name: 'a', user: { tokenFile: '/var/run/token' } }] } }]],
    ['the key of a TLS Secret', [object('Secret', { type: 'kubernetes.io/tls', data: { 'tls.key': base64(keyPair.privateKey) } })], []],
  ] as const)('but not %s', (_, manifests, files) => {
    expect(judged(plainTextRules, manifests, { files })).toEqual([]);
  });
});

it.each([
  ['an encrypted value of a SealedSecret', { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', metadata: { name: 'x' }, spec: { encryptedData: { password: made(300) } } }],
  ['a reference of an ExternalSecret', { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata: { name: 'x' }, spec: { data: [{ secretKey: 'password', remoteRef: { key: 'a/b', property: 'password' } }] } }],
  ['a reference to a Secret', object('Pod', { spec: { containers: [{ name: 'a', env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] }] } })],
  ['prose in the schema of a CRD', { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: 'x' }, spec: { versions: [{ schema: { openAPIV3Schema: { properties: { password: { description: 'Password: the value', default: 'password1234' } } } } }] } }],
  ['a token volume', object('Pod', { spec: { volumes: [{ name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token', expirationSeconds: 3600, audience: 'vault' } }] } }] } })],
])('%s is none', (_, manifest) => {
  expect(judged(plainTextRules, [manifest])).toEqual([]);
});

describe('what throws while it is read', () => {
  const broken = (name: string, data: object) => ({ manifest: { ...object('ConfigMap', { data }), metadata: { name } }, zone: '', file: `${name}.yaml` });
  const throwing = { get torn(): string { throw new RangeError('too much'); } };

  it('is a failure that names its field, and all the rest is judged', () => {
    const estate = new PolicyEstate([
      broken('first', Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(throwing), password: { value: password(), enumerable: true } })), broken('second', { 'db.password': password() }),
    ]);
    const findings = judge(estate, { controls, objectRules: [], estateRules: plainTextRules });
    expect(findings.map(({ at, field }) => `${at.file} ${field}`)).toEqual(['first.yaml data.password', 'second.yaml data["db.password"]']);
    expect(estate.failures).toEqual([{ at: estate.objects[0], field: 'data.torn', error: expect.objectContaining({ message: 'too much' }) }]);
  });

  it('as a whole object is a failure that names it', () => {
    const torn = { manifest: { ...object('Secret', {}), get data(): never { throw new Error('torn'); } }, zone: '', file: 'torn.yaml' };
    const estate = new PolicyEstate([torn, broken('second', { 'db.password': password() })]);
    expect(judge(estate, { controls, objectRules: [], estateRules: plainTextRules })).toHaveLength(1);
    expect(estate.failures.map(({ at, field }) => `${at?.file} ${field}`)).toContain('torn.yaml ');
  });
});

it('judges any garbage', () => {
  const loop: Record<string, unknown> = { kind: 'ConfigMap' };
  let deep: unknown = 'x';
  for (let level = 0; level < 5000; level++) deep = [deep];
  for (const manifest of [{}, { kind: 'Secret', data: 7 }, { kind: 'Secret', data: { a: null, b: 1 } }, { ...loop, data: deep }, { ...loop, metadata: null, data: [null, 1, true] }]) expect(judged(plainTextRules, [manifest])).toEqual([]);
});

it('comes to an end with 3,000 objects of 10 MB', () => {
  const text = Array.from({ length: 60 }, (_, line) => `hsa.service.${line}.endpoint=http://service-${line}.core-mbs.svc.cluster.local:8080/path`).join('\n');
  const manifests = Array.from({ length: 3000 }, (_, number) => object('ConfigMap', { data: { [`application-${number}.properties`]: `${number}\n${text.slice(0, 3300)}` } }));
  const start = performance.now();
  expect(judged(plainTextRules, manifests)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(30_000);
});
