import type { Layout, MiddlewareRow, Part, Port, Sizing } from '../contract.ts';
import { scaled } from '../products/sizing.ts';

const NAME = 'flow-control';
const HTTP: Port = { name: 'http', port: 8858 };
/** Where each service lets the console read its figures and push rules. */
const CLIENT_PORT = 8719;

const CONSOLE: Sizing = { requests: { cpu: '250m', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' }, source: 'D: five minutes of figures of some 600 clients in a 640 MiB heap' };

const properties = [
  `server.port=${HTTP.port}`,
  `auth.username=\${secret:platform/mw/${NAME}/${NAME}-console#username}`,
  `auth.password=\${secret:platform/mw/${NAME}/${NAME}-console#password}`,
  'server.servlet.session.cookie.http-only=true',
  'logging.file.name=/tmp/sentinel-dashboard.log',
  'logging.logback.rollingpolicy.max-file-size=50MB',
  'logging.logback.rollingpolicy.max-history=2',
  '',
].join('\n');

/** The console keeps nothing: rules live in the services' configuration, figures in its memory. */
function console(layout: Layout): Part {
  return {
    part: 'workload', name: NAME, workload: 'Deployment', replicas: layout.replicas, image: 'sentinel-dashboard',
    env: [
      { name: 'SPRING_CONFIG_ADDITIONAL_LOCATION', value: 'file:/etc/sentinel/' },
      { name: 'JAVA_TOOL_OPTIONS', value: '-Xms640m -Xmx640m -XX:+ExitOnOutOfMemoryError -Duser.home=/tmp -Djava.io.tmpdir=/tmp -Dcsp.sentinel.log.output.type=console' },
    ],
    files: [{ path: '/etc/sentinel/application.properties', text: properties }],
    writable: [{ path: '/tmp', size: '512Mi' }],
    ports: [HTTP],
    readiness: { type: 'http', port: 'http', path: '/version' },
    liveness: { type: 'tcp', port: 'http' },
    clientPorts: [CLIENT_PORT],
    sizing: scaled(layout, CONSOLE),
  };
}

export const flowControl: MiddlewareRow = {
  kind: NAME, zh: '流控熔断', en: 'Flow control',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 1 },
  images: { 'sentinel-dashboard': { image: 'bladex/sentinel-dashboard', tag: '1.8.8' } },
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'Sentinel',
      layout: (layout) => [{ part: 'secret', name: `${NAME}-console`, keys: ['username', 'password'] }, console(layout)],
      endpoint: () => ({ service: NAME, ports: [HTTP], main: 'http', pods: { 'app.kubernetes.io/name': NAME } }),
    },
    alibaba: { mode: 'managed', product: 'AHAS Sentinel', ports: [{ name: 'https', port: 443 }] },
    tencent: { mode: 'managed', product: 'TSF rate limit (@EnableTsfRateLimit)', ports: [{ name: 'consul', port: 8500 }] },
  },
};
