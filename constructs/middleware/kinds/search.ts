import { accountSecret, accountsOf, named, type Account } from '../products/accounts.ts';
import type { ClientConfig, FileRow, Holding, Layout, MiddlewareRow, Part, Port, Sizing } from '../contract.ts';
import { apart, boundedResources, claim, podSizing, quietAccount, RESTRICTED_CONTAINER, restrictedPod } from '../products/operator-pods.ts';
import { scaled } from '../products/sizing.ts';

const NAME = 'search';
const HTTP: Port = { name: 'http', port: 9200 };
const TRANSPORT: Port = { name: 'transport', port: 9300 };
const METRICS: Port = { name: 'metrics', port: 9114 };
const LABELS = { 'common.k8s.elastic.co/type': 'elasticsearch', 'elasticsearch.k8s.elastic.co/cluster-name': NAME } as const;
/** User of Elastic's images. */
const USER = 1000;
const VERSION = '8.19.4';

const NODE: Readonly<Record<Layout['zone'], Sizing>> = {
  core: { requests: { cpu: '2', memory: '8Gi' }, limits: { cpu: '4', memory: '8Gi' }, source: 'D: traces, logs and catalogue indexes of the core zone; half of the memory is heap, as Elastic recommends' },
  public: { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '4', memory: '4Gi' }, source: 'D: traces and logs of the public zone' },
};
const EXPORTER: Sizing = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' }, source: 'D: one scrape every half minute' };
/** Of the node: its binaries, configuration, and the JVM's collection logs of up to 2 GiB, each an emptyDir. Of the exporter: its log. */
const SPACE = { node: '4Gi', exporter: '256Mi' } as const;
const PROVISION: Sizing = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '128Mi' }, source: 'D: curl, a request at a time' };

function cluster(layout: Layout): Part {
  const [node, exporter] = [scaled(layout, NODE[layout.zone]), scaled(layout, EXPORTER)];
  const size = layout.storage ?? '1Gi';
  return {
    part: 'custom', apiVersion: 'elasticsearch.k8s.elastic.co/v1', kind: 'Elasticsearch', name: NAME,
    spec: {
      version: VERSION,
      image: layout.image('elasticsearch'),
      serviceAccountName: NAME,
      // signed by the city's own authority, which the images built on site trust
      http: { tls: { certificate: { secretName: `${NAME}-tls` } } },
      nodeSets: [{
        name: 'default',
        count: layout.replicas,
        config: {
          // memory maps need a setting of the host that no pod here may change
          'node.store.allow_mmap': false,
          'action.auto_create_index': true,
          'xpack.security.audit.enabled': false,
        },
        podTemplate: {
          spec: {
            ...apart(layout, LABELS),
            automountServiceAccountToken: false,
            securityContext: restrictedPod(USER),
            containers: [
              { name: 'elasticsearch', securityContext: RESTRICTED_CONTAINER, resources: boundedResources(node, SPACE.node) },
              {
                name: 'exporter', image: layout.image('elasticsearch-exporter'), securityContext: RESTRICTED_CONTAINER, resources: boundedResources(exporter, SPACE.exporter),
                // it reads the password from the environment alone; the secret stays a file until then
                command: ['sh', '-c', 'ES_USERNAME=exporter ES_PASSWORD="$(cat /exporter/password)" exec /bin/elasticsearch_exporter --es.uri=https://localhost:9200 --es.ssl-skip-verify'],
                ports: [{ name: METRICS.name, containerPort: METRICS.port }],
                volumeMounts: [{ name: 'exporter', mountPath: '/exporter', readOnly: true }],
              },
            ],
            volumes: [{ name: 'exporter', secret: { secretName: `${NAME}-exporter` } }],
          },
        },
        volumeClaimTemplates: [{ metadata: { name: 'elasticsearch-data' }, spec: claim(layout, size) }],
      }],
      updateStrategy: { changeBudget: { maxSurge: 0, maxUnavailable: 1 } },
      volumeClaimDeletePolicy: 'DeleteOnScaledownOnly',
    },
    pods: [{
      name: NAME, count: layout.replicas, labels: LABELS, labelSource: 'ECK, NewLabels in pkg/controller/elasticsearch/label/label.go', sizing: podSizing(node, exporter), containers: 2,
      ports: [HTTP, TRANSPORT, METRICS], peers: ['http', 'transport'], storage: size,
    }],
    services: [{ name: `${NAME}-es-http`, ports: [{ name: 'https', port: HTTP.port }] }, { name: `${NAME}-es-internal-http`, ports: [{ name: 'https', port: HTTP.port }] }, { name: `${NAME}-es-transport`, ports: [TRANSPORT] }],
    secrets: [{ name: `${NAME}-es-elastic-user`, keys: ['elastic'] }, { name: `${NAME}-es-http-certs-public`, keys: ['ca.crt', 'tls.crt'] }],
    operator: { id: 'eck', ports: [HTTP.port] },
  };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
/** An index and those that time or version is added to; a pattern stays what it is. */
const patternsOf = (account: Account) => named(account, ({ service, index = service }) => (index.includes('*') ? [index] : [index, `${index}-*`]));
const isOwner = ({ holdings }: Account) => holdings.some(({ access }) => access === 'owner');

/** Owners make templates and life cycles of their own; all others read and write what is there. */
function roleOf(account: Account): unknown {
  const owner = isOwner(account);
  const reader = account.holdings.every(({ access }) => access === 'readOnly');
  const privileges = owner ? ['all'] : reader ? ['read', 'view_index_metadata'] : ['read', 'write', 'create_index', 'view_index_metadata'];
  return { cluster: owner ? ['monitor', 'manage_ilm', 'manage_index_templates', 'manage_ingest_pipelines'] : ['monitor'], indices: [{ names: patternsOf(account), privileges }] };
}

function provisionFiles({ holdings, replicas }: Layout): readonly FileRow[] {
  const put = (path: string, file: string) => `put "${path}" ${file}`;
  const template = (account: Account) => ({ index_patterns: patternsOf(account), priority: 100, template: { settings: { number_of_shards: 1, number_of_replicas: Math.min(1, replicas - 1) } } });
  // owners bring templates of their own
  const accounts = accountsOf(holdings);
  const templated = accounts.filter((account) => !isOwner(account));
  return [
    {
      path: '/provision/provision.sh',
      text: [
        `call() { path=$1; shift; curl --silent --show-error --fail --cacert /tls/ca.crt --user "elastic:$(cat /elastic/elastic)" "$@" "https://${NAME}-es-http:${HTTP.port}$path"; }`,
        'put() { call "$1" --request PUT --header \'Content-Type: application/json\' --data-binary "@/provision/$2.json"; }',
        'until call /_cluster/health; do sleep 5; done',
        put('/_security/user/exporter', 'users/exporter'),
        ...templated.map(({ service }) => put(`/_index_template/${service}`, `templates/${service}`)),
        ...accounts.flatMap(({ service }) => [put(`/_security/role/${service}`, `roles/${service}`), put(`/_security/user/$(cat /provision/names/${service})`, `users/${service}`)]),
        '',
      ].join('\n'),
    },
    { path: '/provision/users/exporter.json', text: json({ password: `\${secret:platform/mw/${NAME}/${NAME}-exporter#password}`, roles: ['remote_monitoring_collector'] }) },
    ...templated.map((account) => ({ path: `/provision/templates/${account.service}.json`, text: json(template(account)) })),
    ...accounts.flatMap((account) => [
      { path: `/provision/roles/${account.service}.json`, text: json(roleOf(account)) },
      { path: `/provision/names/${account.service}`, text: accountSecret(account, NAME, 'username') },
      { path: `/provision/users/${account.service}.json`, text: json({ password: accountSecret(account, NAME, 'password'), roles: [account.service] }) },
    ]),
  ];
}

const client = (holding: Holding): readonly ClientConfig[] => [{
  path: 'search/search.properties',
  entries: [
    ['spring.elasticsearch.rest.uris', `https://\${endpoint:${NAME}:http}`],
    ['spring.elasticsearch.rest.username', accountSecret(holding, NAME, 'username')],
    ['spring.elasticsearch.rest.password', accountSecret(holding, NAME, 'password')],
  ],
}];

export const search: MiddlewareRow = {
  kind: NAME, zh: '搜索引擎', en: 'Search engine',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 3 },
  storage: '500Gi',
  exporter: { port: 'metrics', path: '/metrics' },
  images: { elasticsearch: { image: 'elasticsearch/elasticsearch', tag: VERSION }, 'elasticsearch-exporter': { image: 'prometheuscommunity/elasticsearch-exporter', tag: 'v1.9.0' } },
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'Elasticsearch',
      layout: (layout): readonly Part[] => [
        { part: 'secret', name: `${NAME}-tls`, keys: ['tls.crt', 'tls.key', 'ca.crt'] },
        { part: 'secret', name: `${NAME}-exporter`, keys: ['password'] },
        quietAccount(NAME),
        cluster(layout),
        {
          part: 'workload', name: `${NAME}-provision`, workload: 'Job', image: 'elasticsearch', user: USER,
          command: ['bash', '-e', '/provision/provision.sh'], files: provisionFiles(layout),
          secrets: [{ secret: `${NAME}-es-elastic-user`, path: '/elastic' }, { secret: `${NAME}-tls`, path: '/tls' }],
          ports: [], sizing: scaled(layout, PROVISION),
        },
      ],
      endpoint: () => ({ service: `${NAME}-es-http`, ports: [HTTP], main: 'http', pods: LABELS }),
    },
    alibaba: { mode: 'managed', product: 'Elasticsearch / OpenSearch', ports: [HTTP] },
    tencent: { mode: 'managed', product: 'Elasticsearch Service', ports: [HTTP] },
  },
  client,
};
