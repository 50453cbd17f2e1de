import type { ClientConfig, FileRow, Holding, Layout, MiddlewareRow, Part, Port, Product, Sizing } from '../contract.ts';
import { JDBC_IMAGE, mysqlUrl } from '../products/jdbc.ts';
import { apart, boundedResources, RESTRICTED_CONTAINER, restrictedPod } from '../products/operator-pods.ts';
import { scaled } from '../products/sizing.ts';

const NAME = 'iam';
const HTTP: Port = { name: 'http', port: 8080 };
const MANAGEMENT: Port = { name: 'management', port: 9000 };
const JGROUPS: readonly Port[] = [{ name: 'jgroups', port: 7800 }, { name: 'jgroups-fd', port: 57800 }];
const LABELS = { app: 'keycloak', 'app.kubernetes.io/managed-by': 'keycloak-operator', 'app.kubernetes.io/instance': NAME } as const;
const SCHEMA = 'keycloak';
const REALM = 'hsa';
/** User of Keycloak's image. */
const USER = 1000;
const BUILT = '/opt/keycloak/lib/quarkus';
/** Of the built copy, of each other writable path, and of the server's container: all of them and its log. */
const SPACE = { built: '512Mi', path: '256Mi', server: '1280Mi' } as const;

const SERVER: Sizing = { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '4', memory: '2Gi' }, source: 'Keycloak, concepts for sizing CPU and memory: 1250 MB a pod, 1 vCPU for 15 sign-ins a second, thrice that in peaks' };
const PROVISION: Sizing = { requests: { cpu: '250m', memory: '384Mi' }, limits: { cpu: '1', memory: '512Mi' }, source: 'D: one tool of the JVM at a time' };

function keycloak(layout: Layout): Part {
  const sizing = scaled(layout, SERVER);
  const image = layout.image('keycloak');
  const built = { name: 'built', mountPath: BUILT };
  return {
    part: 'custom', apiVersion: 'k8s.keycloak.org/v2alpha1', kind: 'Keycloak', name: NAME,
    spec: {
      instances: layout.replicas,
      image,
      startOptimized: false,
      automountServiceAccountToken: false,
      bootstrapAdmin: { user: { secret: `${NAME}-admin` } },
      db: {
        vendor: 'mysql',
        url: mysqlUrl(layout.endpoint('relational-db'), SCHEMA),
        usernameSecret: { name: `${NAME}-db`, key: 'username' },
        passwordSecret: { name: `${NAME}-db`, key: 'password' },
        poolMaxSize: 30,
      },
      // gateways end TLS; inside, policies and the mesh decide who comes
      http: { httpEnabled: true, httpPort: HTTP.port },
      httpManagement: { port: MANAGEMENT.port },
      hostname: { strict: false },
      proxy: { headers: 'xforwarded' },
      ingress: { enabled: false },
      networkPolicy: { enabled: false },
      additionalOptions: [{ name: 'metrics-enabled', value: 'true' }, { name: 'health-enabled', value: 'true' }],
      resources: boundedResources(sizing, SPACE.server),
      scheduling: apart(layout, LABELS),
      unsupported: {
        podTemplate: {
          spec: {
            securityContext: restrictedPod(USER),
            // the first start builds the server for its database; the root file system is read-only, so it builds in a copy
            initContainers: [{
              name: 'built', image, command: ['sh', '-c', `cp -r ${BUILT}/. /built`], securityContext: RESTRICTED_CONTAINER, resources: boundedResources(sizing, SPACE.built),
              volumeMounts: [{ name: 'built', mountPath: '/built' }],
            }],
            containers: [{ name: 'keycloak', securityContext: RESTRICTED_CONTAINER, volumeMounts: [built, { name: 'data', mountPath: '/opt/keycloak/data' }, { name: 'tmp', mountPath: '/tmp' }] }],
            volumes: [
              { name: 'built', emptyDir: { sizeLimit: SPACE.built } }, { name: 'data', emptyDir: { sizeLimit: SPACE.path } }, { name: 'tmp', emptyDir: { sizeLimit: SPACE.path } },
            ],
          },
        },
      },
    },
    pods: [{
      name: NAME, count: layout.replicas, labels: LABELS, labelSource: 'Keycloak operator, DEFAULT_LABELS in operator/src/main/java/org/keycloak/operator/Constants.java',
      sizing, containers: 1, ports: [HTTP, MANAGEMENT, ...JGROUPS], peers: JGROUPS.map(({ name }) => name),
    }],
    services: [{ name: `${NAME}-service`, ports: [HTTP, MANAGEMENT] }, { name: `${NAME}-discovery`, ports: [JGROUPS[0]!] }],
    operator: { id: 'keycloak-operator', ports: [] },
  };
}

/** One realm; a client for each service that signs people in. */
function provisionFiles({ holdings }: Layout): readonly FileRow[] {
  const kcadm = '/opt/keycloak/bin/kcadm.sh';
  const clients = holdings.flatMap(({ service }) => [
    `id=$(kc get clients -r ${REALM} -q clientId=${service} --fields id --format csv --noquotes)`,
    `if [ -z "$id" ]; then kc create clients -r ${REALM} -f /provision/clients/${service}.json; else kc update "clients/$id" -r ${REALM} -f /provision/clients/${service}.json; fi`,
  ]);
  return [
    {
      path: '/provision/provision.sh',
      text: [
        `kc() { ${kcadm} "$@" --config /tmp/kcadm.config; }`,
        `until kc config credentials --server http://${NAME}-service:${HTTP.port} --realm master --user "$(cat /admin/username)" --password "$(cat /admin/password)"; do sleep 5; done`,
        `kc get realms/${REALM} > /dev/null || kc create realms -s realm=${REALM} -s enabled=true -s sslRequired=external`,
        `kc update realms/${REALM} -s bruteForceProtected=true -s 'passwordPolicy=length(12) and upperCase(1) and lowerCase(1) and digits(1) and notUsername' -s eventsEnabled=true -s adminEventsEnabled=true`,
        ...clients,
        '',
      ].join('\n'),
    },
    ...holdings.map(({ tenant, service }) => ({
      path: `/provision/clients/${service}.json`,
      text: `${JSON.stringify({ clientId: service, secret: `\${secret:${tenant}/${service}/${NAME}#clientSecret}`, standardFlowEnabled: true, directAccessGrantsEnabled: false, serviceAccountsEnabled: true, redirectUris: [`/${service}/*`] }, null, 2)}\n`,
    })),
  ];
}

const product = (name: string): Product => ({
  mode: 'self-hosted', product: name,
  layout: (layout): readonly Part[] => [
    { part: 'secret', name: `${NAME}-admin`, keys: ['username', 'password'] },
    { part: 'secret', name: `${NAME}-db`, keys: ['username', 'password'], from: `platform/${NAME}/relational-db` },
    keycloak(layout),
    {
      part: 'workload', name: `${NAME}-provision`, workload: 'Job', image: 'keycloak', user: USER,
      command: ['sh', '-e', '/provision/provision.sh'],
      env: [{ name: 'JAVA_TOOL_OPTIONS', value: '-Xmx192m' }],
      files: provisionFiles(layout), secrets: [{ secret: `${NAME}-admin`, path: '/admin' }],
      ports: [], sizing: scaled(layout, PROVISION),
    },
  ],
  endpoint: () => ({ service: `${NAME}-service`, ports: [HTTP], main: 'http', pods: LABELS }),
});

function client({ tenant, service }: Holding): readonly ClientConfig[] {
  const secret = (property: string) => `\${secret:${tenant}/${service}/${NAME}#${property}}`;
  const realm = `http://\${endpoint:${NAME}:http}/realms/${REALM}`;
  return [{
    path: 'security/security.properties',
    entries: [
      ['security.type', 'hsa-sso'],
      ['security.oauth2.client.access-token-uri', `${realm}/protocol/openid-connect/token`],
      ['security.oauth2.client.user-authorization-uri', `${realm}/protocol/openid-connect/auth`],
      ['security.oauth2.client.client-id', service],
      ['security.oauth2.client.client-secret', secret('clientSecret')],
      ['security.oauth2.resource.jwt.key-value', secret('jwtKey')],
      ['security.referer.url', `http://\${endpoint:${NAME}:http}`],
    ],
  }];
}

export const iam: MiddlewareRow = {
  kind: NAME, zh: '统一认证', en: 'Identity and SSO',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 3 },
  exporter: { port: 'management', path: '/metrics' },
  images: JDBC_IMAGE,
  needs: ['relational-db'],
  holds: [{ in: 'relational-db', schema: SCHEMA, access: 'owner' }],
  source: __filename,
  editions: { opensource: product('hsa-ips-sso (UAA) / Keycloak'), alibaba: product('hsa-sso (UAA)'), tencent: product('hsa-sso (UAA)') },
  client,
};
