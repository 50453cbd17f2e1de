import fc from 'fast-check';
import { compareEnvironments, fieldChanges, maskedChange, maskedManifest, maskOf, maskWith, meaningsOf, type Change } from '../../../engine/change/index.ts';
import { maskText } from '../../../engine/change/mask-text.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { app, changeOf, MASK, object, side, workload, type Fields } from '../../fixtures/sides.ts';

const PRINT = /hmac:[0-9a-f]{8}/;
const free = (text: string, key = 'application.yaml'): string => maskText(text, key, true, MASK.print);

/** Everything of a change that a report could show. */
const shownOf = (change: Change): string => JSON.stringify([maskedChange(change, MASK), meaningsOf(change, { mask: MASK })]);

const ALPHABETS = {
  hexadecimal: '0123456789abcdef', 'base64': 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 'URL-safe base64': 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  digits: '0123456789', 'lower case': 'abcdefghijklmnopqrstuvwxyz', marks: '!%*+.~^', Chinese: '医疗保障结算口令天地玄黄宇宙洪荒', Cyrillic: 'абвгдежзийклмнопрстуфхцчшщ', emoji: '🔑🗝🔒🔓🛡',
} as const;
const secretOf = (alphabet: string) => fc.array(fc.constantFrom(...alphabet), { minLength: 12, maxLength: 40 }).map((all) => `Q${all.join('')}`);

type Plant = (secret: string) => Fields;

const file = (name: string, text: string): Fields => ({ data: { [name]: text } });
const PLACES: Readonly<Record<string, readonly [kind: string, plant: Plant]>> = {
  'data of a Secret': ['Secret', (secret) => ({ data: { any: Buffer.from(secret).toString('base64') } })],
  'text data of a Secret': ['Secret', (secret) => ({ stringData: { any: secret } })],
  'the last applied state': ['Secret', (secret) => ({ metadata: { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({ kind: 'Secret', stringData: { any: secret } }) } } })],
  'a variable': ['Deployment', (secret) => app({ env: [{ name: 'DB_PASSWORD', value: secret }] })],
  'a variable without a literal value': ['Deployment', (secret) => app({ env: [{ name: 'JAVA_OPTS', value: `-Xmx1g -Ddb.password=${secret} -Da=b` }] })],
  'an argument': ['Deployment', (secret) => app({ args: [`--db-password=${secret}`] })],
  'the argument behind a flag': ['Deployment', (secret) => app({ args: ['--password', secret, '--verbose'] })],
  'an annotation': ['Deployment', (secret) => ({ metadata: { annotations: { 'example.org/api-token': secret } } })],
  'an annotation of pods': ['Deployment', (secret) => ({ spec: { template: { metadata: { annotations: { 'example.org/client.secret': secret } } } } })],
  'a key of a ConfigMap': ['ConfigMap', (secret) => file('db.password', secret)],
  'binary data of a ConfigMap': ['ConfigMap', (secret) => ({ binaryData: { store: Buffer.from(secret).toString('base64') } })],
  'properties': ['ConfigMap', (secret) => file('application.properties', `a=b\nspring.datasource.password=${secret}\nc=d\n`)],
  'a comment of properties': ['ConfigMap', (secret) => file('application.properties', `a=b\n#db.password=${secret}\n`)],
  'YAML': ['ConfigMap', (secret) => file('application.yml', `a: b\ndb:\n  password: ${JSON.stringify(secret)}\n  user: x\n`)],
  'a block of YAML': ['ConfigMap', (secret) => file('application.yml', `db:\n  password: |\n    ${secret}\n  user: x\n`)],
  'a list of YAML': ['ConfigMap', (secret) => file('application.yml', `tokens:\n- ${secret}\nuser: x\n`)],
  'a named pair of YAML': ['ConfigMap', (secret) => file('pods.yaml', `env:\n- name: API_TOKEN\n  value: ${secret}\n`)],
  'JSON': ['ConfigMap', (secret) => file('application.json', JSON.stringify({ db: { user: 'x', password: secret }, a: 1 }, null, 2))],
  'JSON on one line': ['ConfigMap', (secret) => file('application.json', JSON.stringify({ a: [{ name: 'apiKey', value: secret }], passwords: [secret] }))],
  'XML': ['ConfigMap', (secret) => file('logback.xml', `<a><password>${secret}</password><property name="db.password" value="${secret}"/></a>`)],
  'nginx': ['ConfigMap', (secret) => file('default.conf', `server {\n  set $password ${secret};\n  listen 80;\n}\n`)],
  'a directive': ['ConfigMap', (secret) => file('redis.conf', `port 6379\nrequirepass ${secret}\n`)],
  'a connection string': ['ConfigMap', (secret) => file('application.properties', `url=jdbc:mysql://db:3306/a?user=x&password=${encodeURIComponent(secret)}&b=c\n`)],
  'a URL': ['ConfigMap', (secret) => file('application.properties', `mq.uri=amqp://mq:${encodeURIComponent(secret)}@mq:5672/\n`)],
  'a URL in an argument': ['Deployment', (secret) => app({ args: [`--uri=amqp://mq:${secret.replaceAll('/', 'Z')}@mq:5672/`] })],
  'a manifest in a file': ['ConfigMap', (secret) => file('secret.yaml', `apiVersion: v1\nkind: Secret\nstringData:\n  any: ${secret}\n`)],
  'a file of a templated Secret': ['ExternalSecret', (secret) => ({ spec: { target: { template: { data: { 'db.properties': `password=${secret}\nuser={{ .user }}\n` } } } } })],
  'options of a custom resource': ['Kafka', (secret) => ({ spec: { config: { 'sasl.password': secret } } })],
};

const shapesOf = (secret: string): readonly string[] => [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64'), JSON.stringify(secret).slice(1, -1)];

describe('a mask', () => {
  test.each(Object.entries(PLACES))('lets no secret of any alphabet through: %s', (_, [kind, plant]) => {
    const place = kind === 'Kafka' ? { apiVersion: 'kafka.strimzi.io/v1' } : {};
    for (const alphabet of Object.values(ALPHABETS)) {
      fc.assert(fc.property(secretOf(alphabet), secretOf(alphabet), (before, after) => {
        fc.pre(before !== after);
        const id = `${kind} core-mbs/a`;
        const change = changeOf(id, plant(before), plant(after), place);
        const [created] = compareEnvironments(undefined, side([object(id, plant(before), place)]));
        const report = shownOf(change) + shownOf(created!);
        for (const shape of [...shapesOf(before), ...shapesOf(after)]) expect(report).not.toContain(shape);
        expect(report).toMatch(PRINT);
        // the change itself is still told
        expect(maskedChange(change, MASK).fields.length).toBeGreaterThan(0);
      }), { numRuns: 4 });
    }
  });

  test.each([
    ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEA7'.repeat(8)}\n-----END RSA PRIVATE KEY-----\n`],
    ['a password in a URL', 'amqp://mq:Zx9kQw2Lm8@mq:5672/'],
    ['a header', `Authorization: Basic ${Buffer.from('admin:Zx9kQw2Lm8').toString('base64')}`],
  ])('masks %s under a key that says nothing', (_, text) => {
    const masked = free(`note: 1\n${text}`, 'notes.txt');
    expect(masked).toMatch(PRINT);
    expect(masked).not.toContain('Zx9kQw2Lm8');
    expect(masked).not.toContain('MIIEpAIB');
  });

  test('masks more secrets of one text than engine/secrets tells at once', () => {
    const secrets = Array.from({ length: 90 }, (_, index) => `Zx${index}kQw2Lm8Rt5`);
    const masked = free(secrets.map((secret, index) => `url.${index}=amqp://mq:${secret}@mq:5672/`).join('\n'), 'notes.txt');
    expect(secrets.filter((secret) => masked.includes(secret))).toEqual([]);
    expect(masked.split('\n').at(-1)).toMatch(/^url\.89=amqp:\/\/mq:hmac:[0-9a-f]{8}@mq:5672\/$/);
  });

  test.each([
    ['db.password=${secret:relational-db/mbs#password}'], ['password={{ .mbs_password }}'], ['password="{{ .x | replace "\\"" "\\\\\\"" }}"'], ['DB_PASSWORD=$(cat /run/db/password)'], ['password=$DB_PASSWORD'],
    ['token.ttl=3600'], ['password.file: /etc/db/password'], ['proxy_pass http://hsa-bim-org.core-bim.svc.cluster.local:9041;'], ['server_tokens off;'], ['image: registry.example/external-secrets/external-secrets:v2.9.0'], ['keytool -storepass:file /etc/x/storepass'],
  ])('leaves what is no secret as it is: %s', (text) => { expect(free(text)).toBe(text); });

  test('leaves names of Secrets as they are', () => {
    const spec = { secretStoreRef: { name: 'core-mbs' }, data: [{ secretKey: 'db_password', remoteRef: { key: 'relational-db/mbs', property: 'password' } }], target: { name: 'mbs-db' } };
    const external = object('ExternalSecret core-mbs/a', { spec }).manifest;
    expect(maskedManifest(external, MASK)).toBe(external);
    const pod = object('Deployment core-mbs/a', workload({ imagePullSecrets: [{ name: 'pull' }], volumes: [{ name: 'v', secret: { secretName: 'mbs-token' } }], containers: [{ name: 'a', env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] }] })).manifest;
    expect(maskedManifest(pod, MASK)).toBe(pod);
  });

  test('masks a field alone by its path', () => {
    const change = { ...changeOf('Deployment core-mbs/a', {}, app({})), before: undefined, after: undefined };
    const fields = [{ field: 'spec.template.spec.containers[app].env[DB_PASSWORD].value', before: 'one', after: 'two' }, { field: 'metadata.annotations["x/token"]', after: 'three' }];
    const text = JSON.stringify(maskedChange({ ...change, fields }, MASK));
    for (const each of ['one', 'two', 'three']) expect(text).not.toContain(`"${each}"`);
    expect(JSON.stringify(maskedChange({ ...change, object: { apiVersion: 'v1', kind: 'Secret', name: 'a' }, fields: [{ field: 'data.any', after: 'b25l' }] }, MASK))).not.toContain('b25l');
  });

  test('gives one value one fingerprint, wherever it stands, and another one for another key', () => {
    const of = (mask: ReturnType<typeof maskWith>) => [{ data: { a: Buffer.from('correct horse').toString('base64') } }, { stringData: { b: 'correct horse' } }].map((fields) => PRINT.exec(JSON.stringify(maskedManifest(object('Secret core-mbs/a', fields).manifest, mask)))![0]);
    const [first, second] = of(MASK);
    expect(second).toBe(first);
    expect(of(maskWith('another key of the tests'))[0]).not.toBe(first);
    expect(of(maskWith('a key of the tests, long enough'))[0]).toBe(first);
  });

  test('changes nothing that is masked already', () => {
    const change = changeOf('ConfigMap core-mbs/a', file('a.properties', 'password=Zx9kQw2Lm8'), file('a.properties', 'password=Zx9kQw2Lm9'));
    const masked = maskedChange(change, MASK);
    expect(maskedChange({ ...masked }, maskWith('another key of the tests'))).toEqual(masked);
    expect(maskedChange(change, MASK)).toBe(masked);
  });

  test('keeps JSON, YAML and properties readable', () => {
    expect(JSON.parse(free('{"password": 12345678, "port": 80}', 'a.json'))).toEqual({ password: expect.stringMatching(PRINT), port: 80 });
    expect(free('a: 1\npassword: |\n  one\n  two\nb: 2\n')).toMatch(/^a: 1\npassword: \|\n {2}hmac:[0-9a-f]{8}\nb: 2\n$/);
    expect(free('password=one\\\n  two\nb=2\n', 'a.properties')).toMatch(/^password=hmac:[0-9a-f]{8}\nb=2\n$/);
    expect(free(`private_key=-----BEGIN PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEA7\n'.repeat(8)}-----END PRIVATE KEY-----\nb=2\n`)).toMatch(/^private_key=hmac:[0-9a-f]{8}\nb=2\n$/);
    expect(free('secret:\n  name: x\n  password: y\n')).toMatch(/^secret:\n {2}name: x\n {2}password: hmac:[0-9a-f]{8}\n$/);
  });

  test('takes a key of the environment, a random one without it, and refuses a short one without showing it', () => {
    const print = (mask: ReturnType<typeof maskWith>) => mask.print('x');
    expect(print(maskOf({ CHAMP_FINGERPRINT_KEY: 'a key of the tests, long enough' }))).toBe(MASK.print('x'));
    expect(print(maskOf({}))).not.toBe(print(maskOf({})));
    expect(() => maskOf({ CHAMP_FINGERPRINT_KEY: 'short' })).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'CHAMP9050', args: { value: '5', allowed: '>= 16' } })] }));
  });

  test('tells the same fields, of masked values', () => {
    const change = changeOf('Deployment core-mbs/a', app({ image: 'a', env: [{ name: 'TOKEN', value: 'abcdefgh' }] }), app({ image: 'b', env: [{ name: 'TOKEN', value: 'hgfedcba' }] }));
    expect(maskedChange(change, MASK).fields.map(({ field }) => field)).toEqual(change.fields.map(({ field }) => field));
  });

  test('is bounded on texts made to take long', () => {
    for (const text of ['password'.repeat(20_000), 'password='.repeat(20_000), 'password: |\n'.repeat(15_000), '-'.repeat(200_000), '<password>'.repeat(20_000), 'name="'.repeat(30_000), `"password": [${'['.repeat(100_000)}`, '{{'.repeat(100_000), `password=${'\\'.repeat(200_000)}`, ' '.repeat(250_000), '"name":"password","value":"'.repeat(9_000)]) free(text);
    expect(free('x'.repeat(300_000))).toMatch(PRINT);
  }, 20_000);

  test('leaves the emitted kinds readable: fields of an API are judged by their looks', () => {
    const manifest: Manifest = object('PrometheusRule core-mbs/a', { spec: { groups: [{ name: 'tokens', rules: [{ alert: 'SecretStoreNotReady', expr: 'a{key="password"} == 1' }] }] } }).manifest;
    expect(fieldChanges(manifest, maskedManifest(manifest, MASK))).toEqual([]);
  });
});
