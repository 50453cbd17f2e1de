import { alone, app, meanings, said, type Fields } from '../../../fixtures/sides.ts';

const map = (data: Fields): Fields => ({ data });
const changed = (file: string, before: string, after: string) => meanings('ConfigMap core-mbs/a', map({ [file]: before }), map({ [file]: after }));

describe('what a change of configuration means', () => {
  test.each([
    ['properties', 'application.properties', 'server.port=1\nold=x\n', '# new\nserver.port=2\nnew=y\n', 'application.properties: new added: y; old removed (was x); server.port 1 -> 2', { changed: ['server.port'], added: ['new'], removed: ['old'] }],
    ['YAML', 'application.yml', 'a:\n  b: 1\n  servers:\n  - name: x\n    port: 1\n', 'a:\n  b: 2\n  servers:\n  - name: x\n    port: 2\n', 'application.yml: a.b 1 -> 2; a.servers[x].port 1 -> 2', { changed: ['a.b', 'a.servers[x].port'] }],
    ['JSON', 'a.json', '{"a":{"b":1}}', '{"a":{"b":true}}', 'a.json: a.b 1 -> true', { changed: ['a.b'] }],
    ['XML', 'logback.xml', '<c><logger name="x" level="INFO"/><logger name="y" level="INFO"/></c>', '<c><logger name="x" level="DEBUG"/><logger name="y" level="INFO"/></c>', 'logback.xml: c.logger[x].level INFO -> DEBUG', {}],
    ['nginx', 'default.conf', 'server {\n  listen 80;\n  location /api { proxy_pass http://a; }\n}\n', 'server {\n  listen 80;\n  location /api { proxy_pass http://b; }\n}\n', 'default.conf: server["location /api"].proxy_pass http://a -> http://b', {}],
    ['sections', 'my.cnf', '[mysqld]\nmax_connections=1\n', '[mysqld]\nmax_connections=2\n', 'my.cnf: mysqld.max_connections 1 -> 2', {}],
    ['a value without a format', 'LOG_LEVEL', 'info', 'debug', 'LOG_LEVEL: info -> debug', { changed: ['LOG_LEVEL'] }],
    ['a text without a format', 'notes', 'a\nb\n', 'a\nc\nd\n', 'notes: +2 -1 lines', { what: 'lines' }],
    ['a file that is broken', 'a.yaml', 'a: [1\nb: 2\n', 'a: [1\nb: 3\n', 'a.yaml: +1 -1 lines', { what: 'lines' }],
    ['comments alone', 'a.yml', 'a: 1\nb: 2\n', '# why\nb: 2\na: 1\n', 'a.yml: comments, order or layout alone', { what: 'layout' }],
  ])('tells keys of %s', (_, file, before, after, en, data) => {
    expect(changed(file, before, after)).toMatchObject([{ kind: 'config', en, data: { file, ...data } }]);
  });

  test('never shows a secret, and that it changed', () => {
    const [meaning] = changed('application.properties', 'db.password=Zx9kQw2Lm8\n', 'db.password=Zx9kQw2Lm9\n');
    expect(meaning).toMatchObject({ en: expect.stringMatching(/^application\.properties: db\.password hmac:[0-9a-f]{8} -> hmac:[0-9a-f]{8}$/), data: { changed: ['db.password'] } });
  });

  test('tells files that come and go, and rolls up many keys', () => {
    expect(said(meanings('ConfigMap core-mbs/a', map({ 'a.yml': 'a: 1\n' }), map({ 'b.yml': 'b: 1\nc: 2\n' })))).toEqual([['config', 'a.yml removed (lines: 1)'], ['config', 'b.yml added (lines: 2)']]);
    const many = (value: number) => Array.from({ length: 40 }, (_, index) => `k${index}=${value}\n`).join('');
    const [meaning] = changed('a.properties', many(1), many(2));
    expect(meaning?.en).toMatch(/^a\.properties: (?:k\d+ 1 -> 2; ){6}and 34 more$/);
    expect(meaning?.data?.['changed']).toHaveLength(40);
  });

  test('reads files with actions of templates', () => {
    const of = (user: string) => ({ spec: { target: { template: { data: { 'db.yml': `db:\n  user: ${user}\n  password: {{ .password | toJson }}\n` } } } } });
    expect(said(meanings('ExternalSecret core-mbs/a', of('a'), of('b')))).toEqual([['config', 'db.yml: db.user a -> b']]);
  });

  test('tells variables, of long options the words that differ, and arguments together', () => {
    const before = app({ env: [{ name: 'A', value: '1' }, { name: 'OPTS', value: '-Da=1 -Db=2 -Dc=3 -Dd=4' }], args: ['--a=1', '--b'] });
    const after = app({ env: [{ name: 'A', value: '2' }, { name: 'B', value: 'x' }, { name: 'OPTS', value: '-Da=1 -Db=3 -Dc=3 -Dd=4' }], args: ['--a=2', '--b', '--c'] });
    expect(said(meanings('Deployment core-mbs/a', before, after))).toEqual([
      ['config', 'container app: variable A: 1 -> 2'], ['config', 'container app: variable B added: x'], ['config', 'container app: variable OPTS: + -Db=3; - -Db=2'], ['config', 'container app: arguments: + --a=2; + --c; - --a=1'],
    ]);
  });

  test('says that pods start anew where the hash of their configuration changed', () => {
    const of = (hash: string) => ({ spec: { template: { metadata: { annotations: { 'champ.hsa/config-hash': hash } } } } });
    expect(meanings('Deployment core-mbs/a', of('a'), of('b'))).toMatchObject([{ kind: 'config', data: { what: 'hash' } }]);
  });

  test('lists the files of a ConfigMap that is created', () => {
    expect(alone('created', 'ConfigMap core-mbs/a', map({ 'b.yml': 'x', a: 'y' }))).toMatchObject([{ kind: 'config', en: 'config files a; b.yml' }]);
  });
});
