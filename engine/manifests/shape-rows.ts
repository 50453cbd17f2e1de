import { core, labelSelector, list, map, object, type Schema } from '../inspect/schema/schema.ts';

/** Fields that rules read of kinds which nobody emits here, by `group/Kind`. What a row does not have is let be. */

const spec = (fields: Readonly<Record<string, Schema>>): Schema => object({ spec: object(fields) });

const REPLICATED = { replicas: 'integer', template: core('PodTemplateSpec') } as const;

/** Kinds of Kubernetes itself. */
const BUILT_IN: Readonly<Record<string, Schema>> = {
  'apps/ReplicaSet': spec({ ...REPLICATED, selector: labelSelector }),
  '/ReplicationController': spec({ ...REPLICATED, selector: map('string') }),
  '/PersistentVolume': spec({ hostPath: core('HostPathVolumeSource'), local: object({ path: 'string' }), capacity: map('quantity'), accessModes: list('string') }),
};

const rules = (...directions: readonly string[]): Readonly<Record<string, Schema>> => (
  Object.fromEntries(directions.map((direction) => [direction, list(object({ action: 'string', from: list(object({})), to: list(object({})) }))]))
);
const directed = rules('ingress', 'egress');
const adminPolicy = spec({ ...directed, subject: object({ namespaces: labelSelector }) });
const calico = spec({ types: list('string'), selector: 'string', namespaceSelector: 'string', ingress: list(object({ action: 'string' })), egress: list(object({ action: 'string' })) });
const ciliumRule = object({ endpointSelector: object({}), ingress: list(object({})), egress: list(object({})), ingressDeny: list(object({})), egressDeny: list(object({})) });
const cilium = object({ spec: ciliumRule, specs: list(ciliumRule) });

const CONTAINERS = list(core('Container'));
/** Fields of a pod spec that an Argo template has too. */
const ARGO_POD: Readonly<Record<string, Schema>> = {
  automountServiceAccountToken: 'boolean', hostNetwork: 'boolean', securityContext: core('PodSecurityContext'), serviceAccountName: 'string',
  tolerations: list(core('Toleration')), volumes: list(core('Volume')),
};
const argoTemplate = object({
  ...ARGO_POD, metadata: object({ labels: map('string'), annotations: map('string') }),
  container: core('Container'), script: core('Container'), initContainers: CONTAINERS, sidecars: CONTAINERS, containerSet: object({ containers: CONTAINERS }),
});
const argo = object({ ...ARGO_POD, templates: list(argoTemplate), templateDefaults: argoTemplate });

const tektonPod = object({ hostNetwork: 'boolean', securityContext: core('PodSecurityContext'), tolerations: list(core('Toleration')), volumes: list(core('Volume')) });
const tektonTask = object({ steps: CONTAINERS, sidecars: CONTAINERS, stepTemplate: core('Container'), volumes: list(core('Volume')) });
const pipelineTasks = list(object({ taskSpec: tektonTask }));
const pipeline = object({ tasks: pipelineTasks, finally: pipelineTasks });
const run = { podTemplate: tektonPod, taskRunTemplate: object({ podTemplate: tektonPod }), taskRunSpecs: list(object({ podTemplate: tektonPod })) };

const CUSTOM: Readonly<Record<string, Schema>> = {
  ...Object.fromEntries(['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'].map((kind) => [`policy.networking.k8s.io/${kind}`, adminPolicy])),
  ...Object.fromEntries(['projectcalico.org', 'crd.projectcalico.org'].flatMap((group) => ['NetworkPolicy', 'GlobalNetworkPolicy'].map((kind) => [`${group}/${kind}`, calico]))),
  'cilium.io/CiliumNetworkPolicy': cilium,
  'cilium.io/CiliumClusterwideNetworkPolicy': cilium,
  ...Object.fromEntries(['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate'].map((kind) => [`argoproj.io/${kind}`, object({ spec: argo })])),
  'argoproj.io/CronWorkflow': spec({ workflowSpec: argo }),
  'tekton.dev/Task': object({ spec: tektonTask }),
  'tekton.dev/ClusterTask': object({ spec: tektonTask }),
  'tekton.dev/Pipeline': object({ spec: pipeline }),
  'tekton.dev/TaskRun': spec({ ...run, taskSpec: tektonTask }),
  'tekton.dev/PipelineRun': spec({ ...run, pipelineSpec: pipeline }),
};

export const SHAPES: Readonly<Record<string, Schema>> = { ...BUILT_IN, ...CUSTOM };
