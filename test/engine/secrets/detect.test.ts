import { CREDENTIAL_NAMES, credentialsIn, type CredentialKind } from '../../../engine/secrets/index.ts';
import { bare, base64, bcrypt, jwt, keyPair, kubeconfig, made, password, uuid } from './made.ts';

type Row = readonly [what: string, kind: CredentialKind, text: string, key?: string];

const found: readonly Row[] = [
  ['an AWS key id', 'cloudKey', `id ${'AKI'}A${made(16, 'upper')}`],
  ['an Aliyun key id', 'cloudKey', `${'LT'}AI${made(20)}`],
  ['a Tencent key id', 'cloudKey', `${'AK'}ID${made(32)}`],
  ['a Google API key', 'cloudKey', `${'AI'}za${made(35)}`],
  ['an Azure storage key', 'cloudKey', `DefaultEndpointsProtocol=https;AccountKey=${base64(made(64))};`],
  ['a JWT', 'token', jwt()],
  ['a GitHub token', 'token', `${'gh'}p_${made(36)}`],
  ['a GitLab token', 'token', `${'glp'}at-${made(20)}`],
  ['a Slack token', 'token', `${'xo'}xb-${made(11, 'digits')}-${made(24)}`],
  ['a Vault token', 'token', `${'hv'}s.${made(24)}`],
  ['an npm token', 'token', `//registry/:_authToken=${'np'}m_${made(36)}`],
  ['a DingTalk robot', 'webhook', `https://oapi.dingtalk.com/robot/send?access_token=${made(64, 'hex')}`],
  ['a DingTalk signing secret', 'webhook', `${'SE'}C${made(64, 'hex')}`],
  ['a WeCom robot', 'webhook', `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${uuid()}`],
  ['a Feishu robot', 'webhook', `https://open.feishu.cn/open-apis/bot/v2/hook/${uuid()}`],
  ['a Slack webhook', 'webhook', `https://hooks.slack.com/services/T${made(8, 'upper')}/B${made(8, 'upper')}/${made(24)}`],
  ['a private key', 'privateKey', keyPair.privateKey],
  ['a private key in one line', 'privateKey', JSON.stringify(keyPair.privateKey)],
  ['a private key without marks', 'privateKey', `app.rsa=${bare(keyPair.privateKey)}`],
  ['a kubeconfig', 'kubeconfig', kubeconfig()],
  ['a kubeconfig in base64', 'kubeconfig', base64(kubeconfig())],
  ['a bcrypt hash', 'passwordHash', `admin:${bcrypt()}`],
  ['an Apache hash', 'passwordHash', `admin:$apr1$${made(8)}$${made(22)}`],
  ['a shadow hash', 'passwordHash', `root:$6$${made(16)}$${made(86)}:19000::`],
  ['a URL with a password', 'urlPassword', `https://deploy:${password()}@git.example/a.git`],
  ['a Redis URL', 'urlPassword', `redis://:${password()}@cache:6379/0`],
  ['a MongoDB URL', 'urlPassword', `mongodb+srv://app:${password()}@db.example/app?retryWrites=true`],
  ['an AMQP URL', 'urlPassword', `amqp://app:${password()}@mq:5672/`],
  ['an Oracle URL', 'urlPassword', `jdbc:oracle:thin:app/${password()}@db:1521:orcl`],
  ['a JDBC URL with parameters', 'password', `jdbc:mysql://db:3306/app?user=app&password=${password()}&useSSL=true`],
  ['a SQL Server string', 'password', `Server=db;User Id=app;Password=${password()};Encrypt=true`],
  ['a libpq string', 'password', `host=db port=5432 password=${password()} dbname=app`],
  ['basic authentication', 'basicAuth', `Authorization: Basic ${base64(`app:${password()}`)}`],
  ['a bearer token', 'token', `Authorization: Bearer ${made(40)}`],
  ['a Docker config', 'registryLogin', JSON.stringify({ auths: { 'harbor.example': { auth: base64(`robot:${password()}`) } } })],
  ['properties', 'password', `server.port=8080\nspring.datasource.password=${password()}\n`],
  ['properties with spaces', 'password', `spring.redis.password = ${password()}`],
  ['YAML', 'password', `spring:\n  datasource:\n    password: ${password()}\n`],
  ['YAML in quotes', 'password', `db:\n  password: "${password()}"\n`],
  ['JSON', 'password', JSON.stringify({ db: { password: password() } }, undefined, 2)],
  ['JSON in JSON', 'password', JSON.stringify({ config: JSON.stringify({ password: password() }) })],
  ['an XML element', 'password', `<db><password>${password()}</password></db>`],
  ['an XML attribute', 'password', `<dataSource user="app" password="${password()}"/>`],
  ['a Spring XML property', 'password', `<property name="password" value="${password()}"/>`],
  ['a Hadoop property', 'password', `<property>\n  <name>javax.jdo.option.ConnectionPassword</name>\n  <value>${password()}</value>\n</property>`],
  ['a Java flag', 'password', `java -Djavax.net.ssl.keyStorePassword=${password()} -jar app.jar`],
  ['a command-line flag', 'password', `app --db-password ${password()} --verbose`],
  ['mysql -p', 'password', `mysql -h db -uroot -p${password()} -e 'select 1'`],
  ['redis-cli -a', 'password', `redis-cli -h cache -a ${password()} ping`],
  ['curl -u', 'password', `curl -fsS -u admin:${password()} http://es:9200`],
  ['redis.conf', 'password', `port 6379\nrequirepass ${password()}\n`],
  ['a Redis ACL', 'password', `user app on >${password()} ~* +@all`],
  ['SQL', 'password', `CREATE USER 'app'@'%' IDENTIFIED WITH mysql_native_password BY 'x'; ALTER USER app WITH PASSWORD '${password()}';`],
  ['an exported variable', 'password', `#!/bin/sh\nexport PGPASSWORD=${password()}\n`],
  ['the default of a placeholder', 'password', `db.password=\${DB_PASSWORD:${password()}}`],
  ['a Chinese key', 'password', `数据库密码：${password()}`],
  ['a Chinese key of a secret', 'secretKey', `接口密钥=${made(32, 'hex')}`],
  ['an access key secret', 'secretKey', `aliyun.access-key-secret=${made(30)}`],
  ['an SM4 key', 'secretKey', `sm4-key: ${made(32, 'hex')}`],
  ['a value under a password key', 'password', password(), 'DB_PASSWORD'],
  ['a weak password', 'password', 'changeme', 'adminPassword'],
  ['a numeric password', 'password', '123456', 'spring.redis.password'],
  ['a default that everybody knows', 'secretKey', 'minioadmin', 'secretKey'],
  ['a value under a secret key', 'secretKey', made(40), 'clientSecret'],
  ['a value under api key in one word', 'secretKey', made(32, 'hex'), 'apikey'],
  ['properties in base64', 'password', base64(`spring.datasource.password=${password()}\n`)],
  ['random text without a key', 'random', `x ${base64(Buffer.from(made(64, 'hex'), 'hex'))}`],
];

const clean: readonly (readonly [what: string, text: string, key?: string])[] = [
  ['an image by digest', `registry.example/app/external-secrets:v1.2.3@sha256:${made(64, 'hex')}`, 'image'],
  ['an image whose name says pw', `registry.example/hsa/hsa-pss-pw:1.0.0@sha256:${made(64, 'hex')}`],
  ['a checksum', made(64, 'hex'), 'checksum/config'],
  ['a git commit', made(40, 'hex'), 'revision'],
  ['an id in a path', `/d/${made(32, 'hex')}/k8s-resources-namespace2`],
  ['an integrity value', `sha512-${base64(Buffer.from(made(128, 'hex'), 'hex'))}`, 'integrity'],
  ['a random value that is public', base64(Buffer.from(made(64, 'hex'), 'hex')), 'caBundle'],
  ['a UUID', uuid(), 'clusterId'],
  ['a public key', keyPair.publicKey],
  ['a public key without marks', bare(keyPair.publicKey), 'jwtPublicKey'],
  ['a public key in base64', base64(keyPair.publicKey)],
  ['a certificate', `-----BEGIN CERTIFICATE-----\n${made(64)}\n${made(64)}\n-----END CERTIFICATE-----\n`],
  ['an ssh public key', `ssh-rsa ${base64(Buffer.concat([Buffer.from([0, 0, 0, 7]), Buffer.from('ssh-rsa'), Buffer.from(made(64, 'hex'), 'hex')]))} ops`],
  ['a class name', 'com.amazonaws.auth.profile.ProfileCredentialsProvider', 'fs.s3a.aws.credentials.provider'],
  ['a class under a secret key', 'org.example.security.JwtTokenStore', 'token'],
  ['a file', '/etc/app/db-password', 'DB_PASSWORD'],
  ['a file key', '/run/secrets/password', 'password-file'],
  ['a reference', 'db-credentials', 'secretName'],
  ['the name of a Secret', 'harbor-core-keys', 'existingSecretSecretKey'],
  ['the name of a key', 'password', 'secretKey'],
  ['the name of a key with underscores', 'logging_search_password', 'secretKey'],
  ['a constant', 'JOBSERVICE_SECRET', 'secret'],
  ['a placeholder of Spring', '${DB_PASSWORD}', 'spring.datasource.password'],
  ['a placeholder without default', 'spring.datasource.password=${DB_PASSWORD:}'],
  ['a variable of Kubernetes', '$(DB_PASSWORD)', 'args'],
  ['a flag with a variable', 'app --password=$(DB_PASSWORD)'],
  ['a shell variable', 'redis-cli -a "$REDIS_PASSWORD" ping'],
  ['a command substitution', 'export PASSWORD=$(cat /run/secrets/password)'],
  ['a template', 'spring.datasource.password={{ .db_password | quote }}'],
  ['a URL with placeholders', 'redis://${USER}:${PASSWORD}@cache:6379'],
  ['a URL with a port and a later at sign', 'http://kibana:5601/app?to=a@b'],
  ['an empty value', 'spring.redis.password=\nspring.redis.port=6379'],
  ['a mask', 'password: ******'],
  ['an encrypted value', `password=ENC(${made(24)})`],
  ['a policy', 'password.min.length=12\npassword.policy=strong1'],
  ['a duration', 'token-ttl: 3600s\naccessTokenValiditySeconds: 86400'],
  ['a token endpoint', 'token-uri=http://iam:8080/realms/a/protocol/openid-connect/token'],
  ['prose', 'The password is read from the vault. Token: the token is renewed by the agent.'],
  ['Chinese prose', '密码：请输入密码'],
  ['Chinese prose about a policy', '密码长度：12'],
  ['code', 'const password = process.env.DB_PASSWORD;\nlet token = request.headers["x-token"];\nlocal token = ngx.var.arg_token'],
  ['a comparison', `if (token == '${password()}') {}`],
  ['an nginx proxy', 'location / {\n  proxy_pass http://hsa-pss-pw.pub-pss.svc.cluster.local:8080;\n}'],
  ['an nginx password file', 'auth_basic_user_file /etc/nginx/htpasswd;'],
  ['the word Basic', 'Basic authentication and Bearer authentication are supported', 'description'],
  ['cipher suites', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'tls-cipher-suites'],
  ['a key store type', 'keytool -importcert -storetype JKS -storepass:file /run/storepass'],
  ['an OID', '1.3.6.1.4.1.311.21.7', 'oid'],
  ['a text in base64', base64('server.port=8080\nlogging.level.root=info\nmanagement.endpoints=health\n')],
  ['a path in camel case', '/apis/custom.metrics.k8s.io/v1beta1/namespaces/default/HorizontalPodAutoscaler2'],
  ['a boolean', 'true', 'password'],
];

it.each(found.map(([what, kind, text, key = '']) => [what, kind, text, key] as const))('finds %s', (_, kind, text, key) => {
  const all = credentialsIn(text, { key });
  expect(all.map((each) => each.kind)).toContain(kind);
  for (const { start, end } of all) expect(end > start && end <= text.length).toBe(true);
});

it.each(clean.map(([what, text, key = '']) => [what, text, key] as const))('leaves %s alone', (_, text, key) => {
  expect(credentialsIn(text, { key })).toEqual([]);
});

it('points at the value and not at its key', () => {
  const value = password();
  const text = `a=b\ndb.password=${value}\nc=d`;
  expect(credentialsIn(text).map(({ start, end, key }) => [text.slice(start, end), key])).toEqual([[value, 'db.password']]);
});

it('reports a credential once, in order of place', () => {
  const text = `password=${password()}\ntoken=${jwt()}\n`;
  expect(credentialsIn(text).map(({ kind }) => kind)).toEqual(['password', 'token']);
});

it('reads hostile text in linear time', () => {
  const texts = ['password', 'a', '=', '://a:', '{{', '${', '-----BEGIN PRIVATE KEY-----', '<password>', 'eyJ', '\\"', 'user a on ', 'mysql -', '"auth":', '.', 'password: "'].map((each) => each.repeat(Math.ceil(400_000 / each.length)));
  const start = performance.now();
  for (const text of texts) credentialsIn(text);
  expect(performance.now() - start).toBeLessThan(30_000);
});

it('searches what is encoded once', () => {
  const text = Array.from({ length: 2000 }, () => base64(keyPair.publicKey)).join('\n');
  const start = performance.now();
  expect(credentialsIn(text)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(30_000);
});

it('has a name for every kind in both languages', () => {
  for (const { zh, en } of Object.values(CREDENTIAL_NAMES)) expect([/[\u4e00-\u9fff]/.test(zh), /^[^\u4e00-\u9fff]+$/.test(en)]).toEqual([true, true]);
});
