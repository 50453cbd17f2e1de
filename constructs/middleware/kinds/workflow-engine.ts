import { accountSecret, accountsOf } from '../products/accounts.ts';
import type { Layout, MiddlewareRow, Part, Port, Product, Sizing, WorkloadPart } from '../contract.ts';
import { JDBC, JDBC_IMAGE, mysqlUrl } from '../products/jdbc.ts';
import { scaled } from '../products/sizing.ts';

const HTTP: Port = { name: 'http', port: 8080 };
const NAME = 'workflow-engine';
const SCHEMA = 'flowable';
const CONTEXT = '/flowable-rest';
const ADMIN = `platform/mw/${NAME}/${NAME}-admin`;
const DATABASE = `platform/${NAME}/relational-db`;

const ENGINE: Sizing = { requests: { cpu: '500m', memory: '1536Mi' }, limits: { cpu: '2', memory: '2Gi' }, source: 'D: approvals of some thousand clerks; 1 GiB heap' };
const PROVISION: Sizing = { requests: { cpu: '20m', memory: '32Mi' }, limits: { cpu: '200m', memory: '64Mi' }, source: 'D: curl, a request at a time' };

function properties(layout: Layout): string {
  return [
    `server.servlet.context-path=${CONTEXT}`,
    `spring.datasource.url=${mysqlUrl(layout.endpoint('relational-db'), SCHEMA)}&nullCatalogMeansCurrent=true`,
    'spring.datasource.driver-class-name=com.mysql.cj.jdbc.Driver',
    `spring.datasource.username=\${secret:${DATABASE}#username}`,
    `spring.datasource.password=\${secret:${DATABASE}#password}`,
    'spring.datasource.hikari.maximumPoolSize=30',
    'flowable.database-schema-update=true',
    'flowable.async-executor-activate=true',
    'flowable.rest.app.create-demo-definitions=false',
    'flowable.rest.app.swagger-docs-enabled=false',
    // users are services; whoever has an account may use the engine
    'flowable.rest.app.authentication-mode=any-user',
    `flowable.rest.app.admin.user-id=\${secret:${ADMIN}#username}`,
    `flowable.rest.app.admin.password=\${secret:${ADMIN}#password}`,
    'management.endpoints.web.exposure.include=health',
    '',
  ].join('\n');
}

/** Its health page wants an account, so only the port is probed. */
function engine(layout: Layout): WorkloadPart {
  return {
    part: 'workload', name: NAME, workload: 'Deployment', replicas: layout.replicas, image: 'flowable-rest',
    init: [JDBC.init],
    command: ['java', '-Xms1g', '-Xmx1g', '-cp', `/app:/app/WEB-INF/classes:/app/WEB-INF/lib/*:${JDBC.classPath}`, 'org.flowable.rest.app.FlowableRestApplication', '--spring.config.additional-location=file:/config/'],
    files: [{ path: '/config/application.properties', text: properties(layout) }],
    writable: [JDBC.writable, { path: '/tmp', size: '256Mi' }],
    ports: [HTTP],
    readiness: { type: 'tcp', port: 'http' },
    liveness: { type: 'tcp', port: 'http' },
    sizing: scaled(layout, ENGINE),
    connects: [{ to: 'relational-db', ports: [] }],
  };
}

/** An account for each service. Making one that exists is a conflict, so it is made once and then kept up to date. */
function provision(layout: Layout): WorkloadPart {
  const url = `http://${NAME}:${HTTP.port}${CONTEXT}/service/identity/users`;
  const call = `curl --silent --show-error --config /provision/admin.cfg --header 'Content-Type: application/json'`;
  const accounts = accountsOf(layout.holdings);
  const lines = accounts.map(({ service }) => [
    `user=$(cat /provision/names/${service})`,
    `${call} --output /dev/null --data-binary @/provision/users/${service}.json ${url}`,
    `${call} --fail --request PUT --data-binary @/provision/users/${service}.json "${url}/$user"`,
  ].join('\n'));
  return {
    part: 'workload', name: `${NAME}-provision`, workload: 'Job', image: 'curl',
    command: ['sh', '-e', '/provision/provision.sh'],
    files: [
      { path: '/provision/provision.sh', text: [`until ${call} --fail --output /dev/null ${url}; do sleep 5; done`, ...lines, ''].join('\n') },
      { path: '/provision/admin.cfg', text: `user = "\${secret:${ADMIN}#username}:\${secret:${ADMIN}#password}"\n` },
      ...accounts.flatMap((account) => {
        const { service } = account;
        const id = accountSecret(account, NAME, 'username');
        return [
          { path: `/provision/names/${service}`, text: id },
          { path: `/provision/users/${service}.json`, text: `${JSON.stringify({ id, firstName: service, password: accountSecret(account, NAME, 'password') }, null, 2)}\n` },
        ];
      }),
    ],
    ports: [], sizing: scaled(layout, PROVISION),
  };
}

const product = (name: string): Product => ({
  mode: 'self-hosted', product: name,
  layout: (layout): readonly Part[] => [{ part: 'secret', name: `${NAME}-admin`, keys: ['username', 'password'] }, engine(layout), provision(layout)],
  endpoint: () => ({ service: NAME, ports: [HTTP], main: 'http', pods: { 'app.kubernetes.io/name': NAME } }),
});

export const workflowEngine: MiddlewareRow = {
  kind: NAME, zh: '工作流引擎', en: 'Workflow engine',
  zones: ['core'],
  replicas: { dev: 1, city10M: 3 },
  images: { ...JDBC_IMAGE, 'flowable-rest': { image: 'flowable/flowable-rest', tag: '7.2.0' }, curl: { image: 'curlimages/curl', tag: '8.15.0' } },
  needs: ['relational-db'],
  holds: [{ in: 'relational-db', schema: SCHEMA, access: 'owner' }],
  source: __filename,
  editions: { opensource: product('Flowable'), alibaba: product('UPEngine up-runtime-server'), tencent: product('UPEngine up-runtime-server') },
  client: (holding) => [{
    path: 'workflow/workflow.properties',
    entries: [
      ['upengine.sdk.urlPrefix', `http://\${endpoint:${NAME}:http}${CONTEXT}/service`],
      ['upengine.sdk.tenantCode', 'hsa'],
      ['upengine.sdk.accessUser', accountSecret(holding, NAME, 'username')],
      ['upengine.sdk.checkCode', accountSecret(holding, NAME, 'password')],
    ],
  }],
};
