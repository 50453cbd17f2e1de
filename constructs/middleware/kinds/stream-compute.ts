import type { CustomPart, Layout, MiddlewareRow, Part, Port, Sizing } from '../contract.ts';
import { FLINK_TAG, METRICS_PORT, bucketCredentials, flinkConfiguration, flinkLabels, flinkPod, flinkResource } from '../products/flink.ts';
import { quietAccount } from '../products/operator-pods.ts';
import { scaled } from '../products/sizing.ts';

const NAME = 'stream-compute';
const METRICS: Port = { name: 'metrics', port: METRICS_PORT };
const QUERY: Port = { name: 'metrics-query', port: 6126 };
const JOB_MANAGER_PORTS: readonly Port[] = [{ name: 'rest', port: 8081 }, { name: 'rpc', port: 6123 }, { name: 'blob', port: 6124 }, QUERY, METRICS];
const TASK_MANAGER_PORTS: readonly Port[] = [{ name: 'tm-rpc', port: 6122 }, { name: 'tm-data', port: 6121 }, QUERY, METRICS];

/** The session cluster; jobs are added to it as FlinkSessionJobs. */
export const streamCompute: MiddlewareRow = {
  kind: 'stream-compute', zh: '实时计算', en: 'Stream compute',
  zones: ['core'],
  replicas: { dev: 1, city10M: 3 },
  storage: '50Gi',
  exporter: { port: 'metrics', path: '/metrics' },
  images: { flink: { image: 'library/flink', tag: `${FLINK_TAG}-scala_2.12-java17` } },
  needs: ['coordination', 'object-store'],
  holds: [{ in: 'object-store', bucket: NAME }],
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'Flink', layout: flink,
      endpoint: () => ({ service: `${NAME}-rest`, main: 'rest', ports: [JOB_MANAGER_PORTS[0]!], pods: flinkLabels('jobmanager') }),
    },
    alibaba: { mode: 'managed', product: 'Realtime Compute for Flink', ports: [{ name: 'rest', port: 443 }] },
    tencent: { mode: 'managed', product: 'Oceanus', ports: [{ name: 'rest', port: 443 }] },
  },
  client: ({ tenant, service }, edition) => [{
    path: 'data/stream.properties',
    entries: edition === 'opensource'
      ? [['flink.rest.url', 'http://${endpoint:stream-compute:rest}']]
      : [
        ['flink.rest.url', 'https://${endpoint:stream-compute:rest}'],
        ['flink.accessId', `\${secret:${tenant}/${service}/stream-compute#accessId}`],
        ['flink.accessKey', `\${secret:${tenant}/${service}/stream-compute#accessKey}`],
      ],
  }],
};

const JOB_MANAGER: Sizing = { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '2', memory: '2Gi' }, source: 'D: 1.6 GiB default process memory of Flink and room for a dozen jobs' };
const TASK_MANAGER: Sizing = { requests: { cpu: '2', memory: '6Gi' }, limits: { cpu: '4', memory: '6Gi' }, source: 'D: four slots with RocksDB; real-time audit of 411 interface transactions a second at the peak' };

function flink(layout: Layout): readonly Part[] {
  const sizes = { jobmanager: fitted(layout, JOB_MANAGER), taskmanager: fitted(layout, TASK_MANAGER) };
  const counts = { jobmanager: layout.production ? 2 : 1, taskmanager: layout.replicas };
  const pods: CustomPart['pods'] = (['jobmanager', 'taskmanager'] as const).map((component) => ({
    name: `${NAME}-${component}`, count: counts[component], labels: flinkLabels(component),
    labelSource: 'Flink Kubernetes Operator, StandaloneKubernetesUtils.getCommonLabels in flink-kubernetes-standalone',
    sizing: sizes[component], containers: 1,
    ports: component === 'jobmanager' ? JOB_MANAGER_PORTS : TASK_MANAGER_PORTS,
    peers: component === 'jobmanager' ? ['rest', 'rpc', 'blob', 'metrics-query'] : ['tm-rpc', 'tm-data', 'metrics-query'],
    ...(component === 'taskmanager' ? { storage: layout.storage } : {}),
  }));
  return [
    quietAccount(NAME),
    bucketCredentials(layout),
    {
      part: 'custom', apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', name: NAME,
      spec: {
        image: layout.image('flink'), imagePullPolicy: 'IfNotPresent', flinkVersion: 'v1_20',
        // the operator makes all pods: those of Flink never call the Kubernetes API
        mode: 'standalone',
        serviceAccount: NAME,
        flinkConfiguration: flinkConfiguration(layout, sizes),
        jobManager: { replicas: counts.jobmanager, resource: flinkResource(sizes.jobmanager), podTemplate: flinkPod(layout, 'jobmanager') },
        taskManager: { replicas: counts.taskmanager, resource: flinkResource(sizes.taskmanager), podTemplate: flinkPod(layout, 'taskmanager') },
      },
      pods,
      services: [{ name: `${NAME}-rest`, ports: [JOB_MANAGER_PORTS[0]!] }],
      operator: { id: 'flink-operator', ports: [8081] },
    },
  ];
}

/** Flink asks for all the memory that it may use; below this figure its process does not start. */
function fitted(layout: Layout, sizing: Sizing): Sizing {
  const { requests, limits, source } = scaled(layout, sizing);
  const memory = layout.production ? limits.memory : '1728Mi';
  return { requests: { cpu: requests.cpu, memory }, limits: { cpu: limits.cpu, memory }, source };
}
