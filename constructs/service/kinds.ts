/** What a service kind brings by default, so that a service is a few lines. */
import type { Port } from '../middleware/contract.ts';
import type { MiddlewareKind } from '../middleware/kinds.ts';
import type { Text } from '../../engine/problem/index.ts';
import type { GatewayProps, ServiceKind } from './props.ts';

export const DUBBO_OFFSET = 20000;
export const JOB_PORT = 9999;
export const METRICS_PORT = 9404;
export const WEB_PORT = 8080;
/** Where the flow-control dashboard asks an agent for its figures. */
export const FLOW_CONTROL_PORT = 8719;

/** Injected by init container: artefacts under a strong constraint may not be rebuilt. */
const AGENTS: readonly MiddlewareKind[] = ['tracing', 'metrics', 'logging', 'flow-control'];
const JVM: readonly MiddlewareKind[] = ['registry', 'config-center', 'cache'];

export interface KindRow extends Text {
  readonly uses: readonly MiddlewareKind[];
  readonly agents: readonly MiddlewareKind[];
  readonly autoscale: boolean;
  readonly jvm: boolean;
}

export const SERVICE_KINDS: Readonly<Record<ServiceKind, KindRow>> = {
  api: { zh: '在线服务', en: 'Online service', uses: JVM, agents: AGENTS, autoscale: true, jvm: true },
  worker: { zh: '消费者/计算', en: 'Consumer', uses: JVM, agents: AGENTS, autoscale: false, jvm: true },
  batch: { zh: '批处理', en: 'Batch', uses: [...JVM, 'job-scheduler'], agents: AGENTS, autoscale: false, jvm: true },
  web: { zh: '前端', en: 'Front end', uses: [], agents: [], autoscale: false, jvm: false },
  gateway: { zh: '网关', en: 'Gateway', uses: [], agents: [], autoscale: true, jvm: false },
};

export interface HealthCheck {
  /** Name of the container port. */
  readonly port: string;
  /** Paths; TCP connects where there are none. Liveness is never an aggregate health: one broken cache would restart the city. */
  readonly startup?: string;
  readonly readiness?: string;
  readonly liveness?: string;
}

export interface GatewayProduct {
  readonly ports: readonly Port[];
  readonly health: HealthCheck;
  readonly metrics: { readonly port: string; readonly path: string };
}

export const GATEWAY_PRODUCTS: Readonly<Record<GatewayProps['product'], GatewayProduct>> = {
  kong: {
    ports: [{ name: 'http', port: 8000 }, { name: 'https', port: 8443 }, { name: 'status', port: 8100 }],
    health: { port: 'status', startup: '/status', readiness: '/status/ready', liveness: '/status' },
    metrics: { port: 'status', path: '/metrics' },
  },
  apisix: {
    ports: [{ name: 'http', port: 9080 }, { name: 'https', port: 9443 }, { name: 'metrics', port: 9091 }, { name: 'status', port: 7085 }],
    health: { port: 'status', startup: '/status', readiness: '/status/ready', liveness: '/status' },
    metrics: { port: 'metrics', path: '/apisix/prometheus/metrics' },
  },
  'gap-proxy': {
    ports: [{ name: 'http', port: 8000 }, { name: 'metrics', port: 9113 }],
    health: { port: 'http' },
    metrics: { port: 'metrics', path: '/metrics' },
  },
};
