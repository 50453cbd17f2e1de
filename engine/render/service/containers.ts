import { SENSITIVITIES, SIZE_CLASSES } from '../../../constructs/words.ts';
import { FLOW_CONTROL_PORT, METRICS_PORT } from '../../../constructs/service/kinds.ts';
import { addressOf } from '../../../constructs/middleware/index.ts';
import type { Service } from '../../../constructs/service/index.ts';
import { containerSecurity } from '../pod/hardening.ts';
import { KONG_ENV } from '../gateway/index.ts';
import { imageOf, productImage } from '../image.ts';
import { probes } from './probes.ts';

type Json = Readonly<Record<string, unknown>>;

const AGENTS = '/champ/agents';

/** Seconds: deregister, let callers forget the pod, finish what is under way; the grace period is longer than their sum. */
const DRAIN_SECONDS = 15;
export const GRACE_SECONDS = 60;

/** Agents and the drain helper are copied in: an artefact under a strong constraint is not rebuilt, and its image has no shell. */
function agentsContainer(service: Service): Json {
  return {
    name: 'agents',
    image: productImage(service.environment, 'champ-agents', service),
    imagePullPolicy: 'IfNotPresent',
    args: [`--to=${AGENTS}`],
    resources: { requests: { cpu: '50m', memory: '64Mi', 'ephemeral-storage': '256Mi' }, limits: { cpu: '500m', memory: '128Mi', 'ephemeral-storage': '512Mi' } },
    securityContext: containerSecurity(),
    volumeMounts: [{ name: 'agents', mountPath: AGENTS }],
  };
}

export function appContainer(service: Service, hasConfig: boolean): Json {
  const { requests, limits } = SIZE_CLASSES[service.size];
  const jvm = 'port' in service.props;
  return {
    name: 'app',
    image: imageOf(service),
    imagePullPolicy: 'IfNotPresent',
    ports: service.ports.map(({ name, port }) => ({ name, containerPort: port, protocol: 'TCP' })),
    ...envOf(service),
    resources: {
      requests: { cpu: requests.cpu, memory: requests.memory, 'ephemeral-storage': '512Mi' },
      limits: { cpu: limits.cpu, memory: limits.memory, 'ephemeral-storage': '2Gi' },
    },
    ...probes(service.health),
    lifecycle: {
      preStop: jvm
        ? { exec: { command: [`${AGENTS}/bin/drain`, `--wait=${DRAIN_SECONDS}s`] } }
        : { sleep: { seconds: DRAIN_SECONDS } },
    },
    securityContext: containerSecurity(),
    volumeMounts: [
      { name: 'tmp', mountPath: '/tmp' },
      ...writablePaths(service).map(({ name, path }) => ({ name, mountPath: path })),
      ...(jvm ? [{ name: 'agents', mountPath: AGENTS, readOnly: true }] : []),
      ...(hasConfig ? configMounts(service) : []),
    ],
  };
}

/** Where the image expects its configuration. */
export function configPath(service: Service): string {
  const { props } = service;
  if (props.kind === 'web') return '/etc/nginx/conf.d';
  if (props.kind !== 'gateway') return '/app/config';
  return { kong: '/opt/kong', apisix: '/usr/local/apisix/conf', 'gap-proxy': '/etc/nginx' }[props.product];
}

/** APISIX writes beside its configuration, so its folder is a copy and only our files are laid over it. */
function configMounts(service: Service): readonly Json[] {
  const path = configPath(service);
  if (!isApisix(service)) return [{ name: 'config', mountPath: path, readOnly: true }];
  return ['config.yaml', 'apisix.yaml'].map((file) => ({ name: 'config', mountPath: `${path}/${file}`, subPath: file, readOnly: true }));
}

const isApisix = (service: Service): boolean => service.props.kind === 'gateway' && service.props.product === 'apisix';

/** Containers that run before the service. */
export function initContainers(service: Service): readonly Json[] {
  if ('port' in service.props) return [agentsContainer(service)];
  if (!isApisix(service)) return [];
  return [{
    name: 'conf',
    image: imageOf(service),
    imagePullPolicy: 'IfNotPresent',
    command: ['cp', '-r', '/usr/local/apisix/conf/.', '/conf/'],
    resources: { requests: { cpu: '50m', memory: '32Mi', 'ephemeral-storage': '32Mi' }, limits: { cpu: '200m', memory: '64Mi', 'ephemeral-storage': '64Mi' } },
    securityContext: containerSecurity(),
    volumeMounts: [{ name: 'conf', mountPath: '/conf' }],
  }];
}

/** Beside /tmp; everything else of the root file system is read-only. */
export function writablePaths(service: Service): readonly { readonly name: string; readonly path: string; readonly size: string }[] {
  const { props } = service;
  if (props.kind === 'web') return [{ name: 'cache', path: '/var/cache/nginx', size: '64Mi' }];
  if (props.kind !== 'gateway') return [{ name: 'logs', path: '/app/logs', size: '1Gi' }];
  return {
    kong: [{ name: 'prefix', path: '/var/run/kong', size: '128Mi' }],
    apisix: [{ name: 'conf', path: '/usr/local/apisix/conf', size: '32Mi' }, { name: 'logs', path: '/usr/local/apisix/logs', size: '256Mi' }],
    'gap-proxy': [{ name: 'cache', path: '/var/cache/nginx', size: '64Mi' }],
  }[props.product];
}

function envOf(service: Service): Json {
  if ('port' in service.props) return { env: jvmEnv(service) };
  if (service.props.kind === 'gateway' && service.props.product === 'kong') return { env: KONG_ENV.map(([name, value]) => ({ name, value })) };
  return {};
}

function jvmEnv(service: Service): readonly Json[] {
  const { heap } = SIZE_CLASSES[service.size];
  const tracing = addressOf(service.zone, 'tracing', 'grpc');
  const registry = addressOf(service.zone, 'registry', 'http');
  const dashboard = addressOf(service.zone, 'flow-control', 'http');
  const options = [
    ...(heap ? [`-Xms${heap}`, `-Xmx${heap}`] : []),
    '-XX:+ExitOnOutOfMemoryError',
    '-Djava.io.tmpdir=/tmp',
    `-javaagent:${AGENTS}/jmx/jmx_prometheus_javaagent.jar=${METRICS_PORT}:${AGENTS}/jmx/config.yaml`,
    ...(tracing ? [`-javaagent:${AGENTS}/skywalking/skywalking-agent.jar`] : []),
    ...(dashboard ? [
      `-Dcsp.sentinel.dashboard.server=${dashboard}`, `-Dcsp.sentinel.app.name=${service.id}`,
      `-Dcsp.sentinel.api.port=${FLOW_CONTROL_PORT}`, '-Dcsp.sentinel.log.dir=/app/logs/sentinel',
    ] : []),
    // a bought tracing product wants its token, which is in a file
    ...(service.zone.middleware.get('tracing')?.product.mode === 'managed' ? ['-Dskywalking_config=/app/config/tracing/agent.properties'] : []),
  ];
  const { maskLogs, auditLog } = SENSITIVITIES[service.props.sensitivity];
  const values: readonly (readonly [string, string])[] = [
    ['JAVA_TOOL_OPTIONS', options.join(' ')],
    ['SPRING_CONFIG_ADDITIONAL_LOCATION', 'file:/app/config/'],
    ['SPRING_CLOUD_BOOTSTRAP_ADDITIONAL_LOCATION', 'file:/app/config/'],
    ['TZ', service.environment.props.timeZone ?? 'Asia/Shanghai'],
    ['HSAF_LOG_MASK', String(maskLogs)],
    ['HSAF_AUDIT_LOG', String(auditLog)],
    ...(tracing ? [['SW_AGENT_NAME', service.id], ['SW_AGENT_COLLECTOR_BACKEND_SERVICES', tracing]] as const : []),
    ...(registry ? [['CHAMP_DRAIN_REGISTRY', registry], ['CHAMP_DRAIN_SERVICE', service.id]] as const : []),
  ];
  return [
    ...values.map(([name, value]) => ({ name, value })),
    // a Dubbo address left from a virtual machine breaks every caller
    { name: 'DUBBO_IP_TO_REGISTRY', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
  ];
}
