import { group, list, map, object, oneOf } from '../schema.ts';
import { partialPodTemplate } from './pod-parts.ts';

const podTemplate = object({ apiVersion: 'string', kind: 'string', ...partialPodTemplate.fields });
const manager = object({ replicas: 'integer', resource: object({ cpu: 'number', memory: 'string', ephemeralStorage: 'string' }), podTemplate });

const spec = object({
  image: 'string',
  imagePullPolicy: 'string',
  serviceAccount: 'string',
  flinkVersion: oneOf('v1_13', 'v1_14', 'v1_15', 'v1_16', 'v1_17', 'v1_18', 'v1_19', 'v1_20', 'v2_0', 'v2_1', 'v2_2', 'v2_3', 'v2_4'),
  flinkConfiguration: map('any'),
  logConfiguration: map('string'),
  mode: oneOf('native', 'standalone'),
  podTemplate,
  jobManager: manager,
  taskManager: manager,
  restartNonce: 'integer',
  ingress: object({ template: 'string', className: 'string', annotations: map('string'), labels: map('string'), tls: list(object({ hosts: list('string'), secretName: 'string' })) }),
  job: object({
    jarURI: 'string',
    entryClass: 'string',
    args: list('string'),
    parallelism: 'integer',
    state: oneOf('running', 'suspended'),
    upgradeMode: oneOf('last-state', 'savepoint', 'stateless'),
    initialSavepointPath: 'string',
    allowNonRestoredState: 'boolean',
    savepointTriggerNonce: 'integer',
    checkpointTriggerNonce: 'integer',
    savepointRedeployNonce: 'integer',
  }),
});

/** Apache Flink Kubernetes operator. */
export const flink = group('flink.apache.org/v1beta1', { FlinkDeployment: { plural: 'flinkdeployments', spec } });
