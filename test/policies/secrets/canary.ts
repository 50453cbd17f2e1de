import { bare, base64, bcrypt, jwt, keyPair, kubeconfig, made, password, uuid } from '../../engine/secrets/made.ts';

type Plain = Readonly<Record<string, unknown>>;

const object = (apiVersion: string, kind: string, rest: Plain, metadata: Plain = {}): Plain => ({ apiVersion, kind, metadata: { name: `planted-${kind.toLowerCase()}`, namespace: 'core-mbs', ...metadata }, ...rest });
const deployment = (container: Plain, spec: Plain = {}, metadata: Plain = {}): Plain => object('apps/v1', 'Deployment', {
  spec: { template: { metadata, spec: { containers: [{ name: 'app', image: 'registry.example/app:1', ...container }], ...spec } } },
});
const env = (name: string, value: string): Plain => deployment({ env: [{ name: 'TZ', value: 'Asia/Shanghai' }, { name, value }] });
const config = (file: string, text: string): Plain => object('v1', 'ConfigMap', { data: { 'readme.txt': 'nothing here', [file]: text } });
const application = (helm: Plain): Plain => object('argoproj.io/v1alpha1', 'Application', { spec: { source: { chart: 'app', helm } } });

/** Fifty credentials in the places where people put them: what, and the object with the field that holds it. */
export const planted: readonly (readonly [place: string, manifest: Plain, field: string])[] = [
  ['a variable', env('SPRING_DATASOURCE_PASSWORD', password()), 'spec.template.spec.containers[0].env[1].value'],
  ['a variable with a weak value', env('MYSQL_ROOT_PASSWORD', 'changeme'), 'spec.template.spec.containers[0].env[1].value'],
  ['a variable with a cloud key', env('OSS_ID', `${'LT'}AI${made(20)}`), 'spec.template.spec.containers[0].env[1].value'],
  ['a variable with a secret key', env('S3_SECRET_KEY', made(40)), 'spec.template.spec.containers[0].env[1].value'],
  ['a variable with a URL', env('DATABASE_URL', `postgres://app:${password()}@db:5432/app`), 'spec.template.spec.containers[0].env[1].value'],
  ['a variable with Java options', env('JAVA_OPTS', `-Xmx1g -Djasypt.encryptor.password=${password()}`), 'spec.template.spec.containers[0].env[1].value'],
  ['a variable with JSON', env('VCAP', JSON.stringify({ redis: { password: password() } })), 'spec.template.spec.containers[0].env[1].value'],
  ['a variable with base64', env('CONFIG', base64(`db.password=${password()}\n`)), 'spec.template.spec.containers[0].env[1].value'],
  ['a variable with a default', env('ARGS', `--password=\${PASSWORD:-${password()}}`), 'spec.template.spec.containers[0].env[1].value'],
  ['an init container', deployment({}, { initContainers: [{ name: 'init', env: [{ name: 'DB_PWD', value: password() }] }] }), 'spec.template.spec.initContainers[0].env[0].value'],
  ['a native sidecar', deployment({}, { initContainers: [{ name: 'side', restartPolicy: 'Always', args: [`--token=${jwt()}`] }] }), 'spec.template.spec.initContainers[0].args[0]'],
  ['an ephemeral container', deployment({}, { ephemeralContainers: [{ name: 'debug', env: [{ name: 'API_TOKEN', value: made(40) }] }] }), 'spec.template.spec.ephemeralContainers[0].env[0].value'],
  ['an argument', deployment({ args: [`--redis-password=${password()}`] }), 'spec.template.spec.containers[0].args[0]'],
  ['an argument behind its flag', deployment({ args: ['--user', 'root', '--password', password()] }), 'spec.template.spec.containers[0].args[3]'],
  ['an argument behind a word', deployment({ args: ['redis-server', 'requirepass', password()] }), 'spec.template.spec.containers[0].args[2]'],
  ['a shell command', deployment({ command: ['sh', '-c', `mysql -uroot -p${password()} -e 'select 1'`] }), 'spec.template.spec.containers[0].command[2]'],
  ['a command in words', deployment({ command: ['redis-cli', '-a', password(), 'ping'] }), 'spec.template.spec.containers[0].command'],
  ['a probe', deployment({ livenessProbe: { exec: { command: ['curl', '-u', `admin:${password()}`, 'http://localhost'] } } }), 'spec.template.spec.containers[0].livenessProbe.exec.command'],
  ['a header of a probe', deployment({ readinessProbe: { httpGet: { httpHeaders: [{ name: 'Authorization', value: `Basic ${base64(`probe:${password()}`)}` }] } } }), 'spec.template.spec.containers[0].readinessProbe.httpGet.httpHeaders[0].value'],
  ['a lifecycle hook', deployment({ lifecycle: { preStop: { exec: { command: ['sh', '-c', `wget --header 'Authorization: Bearer ${jwt()}' http://x`] } } } }), 'spec.template.spec.containers[0].lifecycle.preStop.exec.command[2]'],
  ['an annotation', object('v1', 'Service', { spec: {} }, { annotations: { 'example.com/webhook': `https://oapi.dingtalk.com/robot/send?access_token=${made(64, 'hex')}` } }), 'metadata.annotations["example.com/webhook"]'],
  ['an annotation of a pod', deployment({}, {}, { annotations: { 'vault.example/token': `${'hv'}s.${made(24)}` } }), 'spec.template.metadata.annotations["vault.example/token"]'],
  ['the last applied configuration', object('v1', 'ConfigMap', {}, { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({ data: { password: password() } }) } }), 'metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"]'],
  ['a label', object('v1', 'Pod', { spec: {} }, { labels: { 'app.example/token': `${'gh'}p_${made(36)}` } }), 'metadata.labels["app.example/token"]'],
  ['a key of a ConfigMap', config('redis-password', password()), 'data.redis-password'],
  ['properties', config('application.properties', `server.port=8080\nspring.datasource.password=${password()}\n`), 'data["application.properties"]'],
  ['YAML', config('application.yaml', `spring:\n  redis:\n    host: cache\n    password: ${password()}\n`), 'data["application.yaml"]'],
  ['JSON', config('settings.json', JSON.stringify({ clientSecret: made(32) }, undefined, 2)), 'data["settings.json"]'],
  ['XML', config('server.xml', `<Resource name="db" username="app" password="${password()}"/>`), 'data["server.xml"]'],
  ['XML of Hadoop', config('hive-site.xml', `<property><name>javax.jdo.option.ConnectionPassword</name><value>${password()}</value></property>`), 'data["hive-site.xml"]'],
  ['nginx', config('default.conf', `location / {\n  proxy_set_header Authorization "Basic ${base64(`up:${password()}`)}";\n}\n`), 'data["default.conf"]'],
  ['redis.conf', config('redis.conf', `port 6379\nrequirepass ${password()}\n`), 'data["redis.conf"]'],
  ['a Redis ACL', config('users.acl', `user default off\nuser app on >${password()} ~* +@all\n`), 'data["users.acl"]'],
  ['htpasswd', config('auth', `admin:${bcrypt()}\n`), 'data.auth'],
  ['a shell script', config('run.sh', `#!/bin/sh\nexport PGPASSWORD='${password()}'\npsql -h db\n`), 'data["run.sh"]'],
  ['SQL', config('init.sql', `CREATE USER 'app'@'%' IDENTIFIED BY '${password()}';\n`), 'data["init.sql"]'],
  ['Python', config('superset_config.py', `SECRET_KEY = '${made(42)}'\n`), 'data["superset_config.py"]'],
  ['a JDBC URL', config('jdbc.properties', `url=jdbc:mysql://db/app?user=app&password=${password()}\n`), 'data["jdbc.properties"]'],
  ['a private key', config('tls.key', keyPair.privateKey), 'data["tls.key"]'],
  ['a private key of a Java service', config('application.properties', `pay.rsa=${bare(keyPair.privateKey)}\n`), 'data["application.properties"]'],
  ['a kubeconfig', config('admin.conf', kubeconfig()), 'data["admin.conf"]'],
  ['a Docker config', config('config.json', JSON.stringify({ auths: { 'harbor.example': { auth: base64(`robot:${password()}`) } } })), 'data["config.json"]'],
  ['binary data', object('v1', 'ConfigMap', { binaryData: { 'app.properties': base64(`token.secret=${made(40)}\n`) } }), 'binaryData["app.properties"]'],
  ['a robot of WeCom', config('alert.yml', `url: https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${uuid()}\n`), 'data["alert.yml"]'],
  ['a Chinese key', config('说明.txt', `地址：10.0.0.1\n数据库密码：${password()}\n`), 'data["说明.txt"]'],
  ['a custom resource', object('redis.example/v1', 'RedisCluster', { spec: { auth: { adminPassword: password() } } }), 'spec.auth.adminPassword'],
  ['a number in a custom resource', object('redis.example/v1', 'RedisCluster', { spec: { password: Number(made(8, 'digits').replace(/^0/, '7')) } }), 'spec.password'],
  ['values of Helm', application({ values: `global:\n  postgresql:\n    auth:\n      password: ${password()}\n` }), 'spec.source.helm.values'],
  ['an object of values', application({ valuesObject: { grafana: { adminPassword: password() } } }), 'spec.source.helm.valuesObject.grafana.adminPassword'],
  ['a parameter of Helm', application({ parameters: [{ name: 'auth.rootPassword', value: password() }] }), 'spec.source.helm.parameters[0].value'],
];
