import type { MiddlewareRow, Port, Product } from '../contract.ts';
import { scaled } from '../products/sizing.ts';

const HTTP: Port = { name: 'http', port: 8080 };

const product: Product = {
  mode: 'self-hosted', product: 'Drools / Kogito',
  layout: (layout) => [{
    part: 'workload', name: 'rules-engine', workload: 'Deployment', replicas: layout.replicas, image: 'kogito-jit-runner', user: 1001,
    env: [{ name: 'JAVA_OPTIONS', value: '-XX:MaxRAMPercentage=70' }],
    ports: [HTTP],
    readiness: { type: 'http', port: 'http', path: '/q/health/ready' },
    liveness: { type: 'http', port: 'http', path: '/q/health/live' },
    sizing: scaled(layout, { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2', memory: '2Gi' }, source: 'D: compiles and evaluates decision tables on request; models live in the heap' }),
  }],
  endpoint: () => ({ service: 'rules-engine', ports: [HTTP], main: 'http', pods: { 'app.kubernetes.io/name': 'rules-engine' } }),
};

/** Evaluates decision models that the rule services send; it keeps nothing. */
export const rulesEngine: MiddlewareRow = {
  kind: 'rules-engine', zh: '规则引擎', en: 'Rule engine',
  zones: ['core'],
  replicas: { dev: 1, city10M: 3 },
  exporter: { port: 'http', path: '/q/metrics' },
  images: { 'kogito-jit-runner': { image: 'apache/incubator-kie-kogito-jit-runner', tag: '10.1.0' } },
  source: __filename,
  // no cloud sells one
  editions: { opensource: product, alibaba: product, tencent: product },
  client: () => [{ path: 'rules/rules.properties', entries: [['rules.engine.url', 'http://${endpoint:rules-engine:http}']] }],
};
