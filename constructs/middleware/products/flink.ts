/** What Flink's custom resource says of one session cluster. */
import { quantity } from '../../../engine/quantity/index.ts';
import type { Layout, Part, Sizing } from '../contract.ts';
import { RESTRICTED_CONTAINER, apart, claim, restrictedPod } from './operator-pods.ts';

export type FlinkComponent = 'jobmanager' | 'taskmanager';

const NAME = 'stream-compute';
export const FLINK_TAG = '1.20.3';
export const METRICS_PORT = 9249;
const PLUGIN = `flink-s3-fs-hadoop-${FLINK_TAG}`;
/** User of the image. */
const USER = 9999;

/** Labels that the operator gives to the pods of a component. */
export function flinkLabels(component: FlinkComponent): Readonly<Record<string, string>> {
  return { app: NAME, type: 'flink-standalone-kubernetes', component };
}

/** Flink's own words: it derives requests and limits from cores, memory and a factor. */
export function flinkResource({ requests, limits }: Sizing): Readonly<Record<string, unknown>> {
  return { cpu: quantity(requests.cpu), memory: `${quantity(limits.memory) / 2 ** 20}m`, ephemeralStorage: '2Gi' };
}

export function flinkConfiguration(layout: Layout, sizes: Readonly<Record<FlinkComponent, Sizing>>): Readonly<Record<string, string>> {
  const factor = ({ requests, limits }: Sizing) => String(quantity(limits.cpu) / quantity(requests.cpu));
  return {
    'kubernetes.jobmanager.cpu.limit-factor': factor(sizes.jobmanager),
    'kubernetes.taskmanager.cpu.limit-factor': factor(sizes.taskmanager),
    'taskmanager.numberOfTaskSlots': '4',
    'high-availability.type': 'zookeeper',
    'high-availability.zookeeper.quorum': layout.endpoint('coordination', 'client'),
    'high-availability.zookeeper.path.root': '/flink',
    'high-availability.storageDir': `s3://${NAME}/ha`,
    // without these each port would be another after every start
    'high-availability.jobmanager.port': '6123',
    'blob.server.port': '6124',
    'taskmanager.rpc.port': '6122',
    'taskmanager.data.port': '6121',
    'metrics.internal.query-service.port': '6126',
    'state.backend.type': 'rocksdb',
    'execution.checkpointing.interval': '60s',
    'execution.checkpointing.incremental': 'true',
    'execution.checkpointing.dir': `s3://${NAME}/checkpoints`,
    'execution.checkpointing.savepoint-dir': `s3://${NAME}/savepoints`,
    's3.endpoint': `http://${layout.endpoint('object-store', 's3')}`,
    's3.path.style.access': 'true',
    'fs.s3a.aws.credentials.provider': 'com.amazonaws.auth.profile.ProfileCredentialsProvider',
    'io.tmp.dirs': '/data',
    'web.upload.dir': '/data',
    'metrics.reporter.prom.factory.class': 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory',
    'metrics.reporter.prom.port': String(METRICS_PORT),
  };
}

export function flinkPod(layout: Layout, component: FlinkComponent): Readonly<Record<string, unknown>> {
  const probe = component === 'jobmanager' ? 8081 : 6122;
  const scratch = { '/tmp': '256Mi', '/opt/flink/log': '1Gi', [`/opt/flink/plugins/${PLUGIN}`]: '64Mi' };
  const names = ['tmp', 'log', 'plugin'];
  return {
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: restrictedPod(USER),
      ...apart(layout, flinkLabels(component)),
      containers: [{
        // the name by which the operator finds it
        name: 'flink-main-container',
        env: [
          { name: 'ENABLE_BUILT_IN_PLUGINS', value: `${PLUGIN}.jar` },
          { name: 'AWS_CREDENTIAL_PROFILES_FILE', value: '/etc/object-store/credentials' },
        ],
        ports: [{ name: 'metrics', containerPort: METRICS_PORT, protocol: 'TCP' }],
        readinessProbe: { tcpSocket: { port: probe }, periodSeconds: 10, failureThreshold: 3 },
        livenessProbe: { tcpSocket: { port: probe }, initialDelaySeconds: 60, periodSeconds: 15, failureThreshold: 6 },
        securityContext: RESTRICTED_CONTAINER,
        volumeMounts: [
          ...Object.keys(scratch).map((mountPath, index) => ({ name: names[index], mountPath })),
          { name: 'data', mountPath: '/data' },
          { name: 'object-store', mountPath: '/etc/object-store', readOnly: true },
        ],
      }],
      volumes: [
        ...Object.values(scratch).map((sizeLimit, index) => ({ name: names[index], emptyDir: { sizeLimit } })),
        // what is worth keeping is in the object store; the volume goes with the pod
        component === 'taskmanager'
          ? { name: 'data', ephemeral: { volumeClaimTemplate: { spec: claim(layout, layout.storage ?? '1Gi') } } }
          : { name: 'data', emptyDir: { sizeLimit: '1Gi' } },
        { name: 'object-store', secret: { secretName: `${NAME}-object-store`, defaultMode: 0o440 } },
      ],
    },
  };
}

/** The account of the bucket in the format of the S3 client's profile file. */
export function bucketCredentials(layout: Layout): Part {
  const property = (name: string) => ({ secretKey: name, remoteRef: { key: `${NAME}/object-store`, property: name } });
  return {
    part: 'object', apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', name: `${NAME}-object-store`,
    body: {
      spec: {
        refreshInterval: '1h0m0s',
        secretStoreRef: { kind: 'SecretStore', name: layout.namespace },
        target: {
          name: `${NAME}-object-store`, creationPolicy: 'Owner', deletionPolicy: 'Retain',
          template: { engineVersion: 'v2', data: { credentials: '[default]\naws_access_key_id = {{ .username }}\naws_secret_access_key = {{ .password }}\n' } },
        },
        data: [property('username'), property('password')],
      },
    },
  };
}
