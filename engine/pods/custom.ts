import type { PodPlace } from './places.ts';

const places = (group: string, spec: string, ...kinds: readonly string[]): readonly PodPlace[] => kinds.map((kind) => ({ group, kind, spec }));

const TEMPLATE = 'spec.template.spec';

/** Kubeflow's training jobs and the field of each with its replicas. */
const KUBEFLOW: Readonly<Record<string, string>> = {
  PyTorchJob: 'pytorchReplicaSpecs', TFJob: 'tfReplicaSpecs', MPIJob: 'mpiReplicaSpecs', XGBoostJob: 'xgbReplicaSpecs', PaddleJob: 'paddleReplicaSpecs',
  MXJob: 'mxReplicaSpecs', JAXJob: 'jaxReplicaSpecs',
};

/** Custom kinds with whole pod templates, by the API of their products. */
export const CUSTOM: readonly PodPlace[] = [
  ...places('argoproj.io', TEMPLATE, 'Rollout'),
  ...places('serving.knative.dev', TEMPLATE, 'Service', 'Configuration'),
  { group: 'serving.knative.dev', kind: 'Revision', spec: 'spec', metadata: 'metadata' },
  ...places('keda.sh', 'spec.jobTargetRef.template.spec', 'ScaledJob'),
  ...places('jobset.x-k8s.io', 'spec.replicatedJobs.*.template.spec.template.spec', 'JobSet'),
  ...Object.entries(KUBEFLOW).flatMap(([kind, field]) => places('kubeflow.org', `spec.${field}.*.template.spec`, kind)),
  ...places('kubeflow.org', TEMPLATE, 'Notebook'),
  ...places('trainer.kubeflow.org', 'spec.template.spec.replicatedJobs.*.template.spec.template.spec', 'TrainingRuntime', 'ClusterTrainingRuntime'),
  ...places('apps.kruise.io', TEMPLATE, 'CloneSet', 'StatefulSet', 'DaemonSet', 'BroadcastJob'),
  ...places('apps.openshift.io', TEMPLATE, 'DeploymentConfig'),
  ...places('batch.volcano.sh', 'spec.tasks.*.template.spec', 'Job'),
  ...places('ray.io', 'spec.headGroupSpec.template.spec', 'RayCluster'),
  ...places('ray.io', 'spec.workerGroupSpecs.*.template.spec', 'RayCluster'),
  ...places('ray.io', 'spec.rayClusterSpec.headGroupSpec.template.spec', 'RayJob'),
  ...places('ray.io', 'spec.rayClusterSpec.workerGroupSpecs.*.template.spec', 'RayJob'),
  ...places('ray.io', 'spec.rayClusterConfig.headGroupSpec.template.spec', 'RayService'),
  ...places('ray.io', 'spec.rayClusterConfig.workerGroupSpecs.*.template.spec', 'RayService'),
];
