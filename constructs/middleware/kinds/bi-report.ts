import type { FileRow, Holding, Layout, MiddlewareRow, Part, Port, WorkloadPart } from '../contract.ts';
import { scaled } from '../products/sizing.ts';

const HTTP: Port = { name: 'http', port: 8088 };
const SECRETS = '/etc/superset';

export const biReport: MiddlewareRow = {
  kind: 'bi-report', zh: '报表与可视化', en: 'BI and reports',
  zones: ['core'],
  replicas: { dev: 1, city10M: 2 },
  // the published variant that holds the drivers of MySQL
  images: { superset: { image: 'apache/superset', tag: '5.0.0-dev' } },
  needs: ['relational-db', 'olap'],
  holds: [{ in: 'relational-db', schema: 'superset', access: 'owner' }, { in: 'olap', schema: 'ads', access: 'readOnly' }],
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'Superset', layout: superset,
      endpoint: () => ({ service: 'bi-report', main: 'http', ports: [HTTP], pods: { 'app.kubernetes.io/name': 'bi-report' } }),
    },
    alibaba: { mode: 'managed', product: 'Quick BI / DataV', ports: [{ name: 'http', port: 443 }] },
    tencent: { mode: 'managed', product: 'BI / FineReport', ports: [{ name: 'http', port: 443 }] },
  },
  client: ({ tenant, service }, edition) => [{
    path: 'data/report.properties',
    entries: [
      ['report.url', `${edition === 'opensource' ? 'http' : 'https'}://\${endpoint:bi-report:http}`],
      ['report.username', service],
      ['report.password', `\${secret:${tenant}/${service}/bi-report#password}`],
    ],
  }],
};

function superset(layout: Layout): readonly Part[] {
  const base = {
    part: 'workload', image: 'superset', user: 1000,
    writable: [{ path: '/tmp', size: '512Mi' }, { path: '/app/superset_home', size: '256Mi' }],
    connects: [{ to: 'relational-db', ports: [] }, { to: 'olap', ports: [9030] }],
  } as const;
  const web: WorkloadPart = {
    // the first pod alone migrates the tables, since the second waits for it
    ...base, name: 'bi-report', workload: 'StatefulSet', replicas: layout.replicas,
    init: [{ name: 'schema', image: 'superset', command: ['/bin/sh', '-ec', 'superset db upgrade\nsuperset init'] }],
    command: [
      'gunicorn', '--bind=0.0.0.0:8088', '--workers=4', '--worker-class=gthread', '--threads=20', '--timeout=60', '--keep-alive=2',
      '--max-requests=1000', '--max-requests-jitter=100', '--worker-tmp-dir=/tmp', '--access-logfile=-', '--error-logfile=-', 'superset.app:create_app()',
    ],
    ports: [HTTP], readiness: { type: 'http', port: 'http', path: '/health' }, liveness: { type: 'http', port: 'http', path: '/ping' },
    startupSeconds: 600,
    sizing: scaled(layout, { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '2', memory: '3Gi' }, source: 'Superset documents about 500 MiB for a worker; four of them' }),
    files: configuration(layout),
  };
  const provision: WorkloadPart = {
    ...base, name: 'bi-report-provision', workload: 'Job', command: ['/bin/sh', '-e', '/provision/provision.sh'], ports: [],
    sizing: { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '1', memory: '1Gi' }, source: 'D: a command-line client that loads the whole application' },
    files: [...configuration(layout), ...accounts(layout.holdings), { path: '/provision/provision.sh', text: provisionScript(layout.holdings) }],
  };
  return [web, provision];
}

function configuration(layout: Layout): readonly FileRow[] {
  const accounts = ['relational-db', 'olap'].flatMap((kind) => ['username', 'password'].map((property) => ({
    path: `${SECRETS}/${kind}/${property}`, text: `\${secret:platform/bi-report/${kind}#${property}}`,
  })));
  const own = ['secret-key', 'admin-password'].map((property) => ({ path: `${SECRETS}/superset/${property}`, text: `\${secret:platform/mw/bi-report/superset#${property}}` }));
  return [
    ...accounts, ...own,
    {
      path: '/app/pythonpath/superset_config.py',
      text: `from pathlib import Path
from sqlalchemy.engine import URL


def secret(account, name):
    return Path("${SECRETS}", account, name).read_text().strip()


def mysql(address, database, account, query):
    host, port = address.split(":")
    url = URL.create("mysql", secret(account, "username"), secret(account, "password"), host, int(port), database, query)
    return url.render_as_string(hide_password=False)


SECRET_KEY = secret("superset", "secret-key")
SQLALCHEMY_DATABASE_URI = mysql("${layout.endpoint('relational-db')}", "superset", "relational-db", {"charset": "utf8mb4", "ssl_mode": "REQUIRED"})
OLAP_URI = mysql("${layout.endpoint('olap')}", "ads", "olap", {"charset": "utf8"})
SQLALCHEMY_ENGINE_OPTIONS = {"pool_pre_ping": True, "pool_recycle": 300}
BABEL_DEFAULT_LOCALE = "zh"
LANGUAGES = {"zh": {"flag": "cn", "name": "简体中文"}, "en": {"flag": "us", "name": "English"}}
ENABLE_PROXY_FIX = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
AUTH_USER_REGISTRATION = False
TALISMAN_ENABLED = True
`,
    },
  ];
}

/** One user of role Gamma for each service: it reads what it is given, and changes nothing. */
const accounts = (holdings: readonly Holding[]): readonly FileRow[] =>
  holdings.map(({ tenant, service }) => ({ path: `/provision/accounts/${service}`, text: `\${secret:${tenant}/${service}/bi-report#password}` }));

function provisionScript(holdings: readonly Holding[]): string {
  const user = (name: string, role: string, file: string) => [
    `superset fab create-user --role ${role} --username ${name} --firstname ${name} --lastname champ --email ${name}@champ.invalid --password "$(cat ${file})"`,
    `superset fab reset-password --username ${name} --password "$(cat ${file})"`,
  ];
  return [
    ...user('admin', 'Admin', `${SECRETS}/superset/admin-password`),
    ...holdings.flatMap(({ service }) => user(service, 'Gamma', `/provision/accounts/${service}`)),
    'superset set-database-uri --database_name olap --uri "$(python -c \'import superset_config; print(superset_config.OLAP_URI)\')"',
    '',
  ].join('\n');
}
