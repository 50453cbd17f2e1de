import { relative } from 'node:path';
import { readManifests } from '../../../engine/manifests/index.ts';
import { misfits } from '../../../engine/manifests/shape.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { rendered } from '../../fixtures/linyi.ts';
import { folderOf } from './folder.ts';

const of = (apiVersion: string, kind: string, rest: Readonly<Record<string, unknown>>) => misfits({ apiVersion, kind, metadata: { name: 'x' }, ...rest } as Manifest).map(({ code, field, args }) => [code, field, args['value'], args['allowed']]);
const pod = (spec: unknown) => of('v1', 'Pod', { spec });
const withContainer = (container: unknown) => pod({ containers: [container] });
const template = (spec: unknown) => ({ spec: { template: { spec } } });
const container = { name: 'a', image: 'x' };

describe('a value of a type that the API has not there is named with the type that it has', () => {
  it.each([
    ['a pod spec that is a list', pod([{ hostNetwork: true }]), 'spec', 'list of 1', 'object'],
    ['a pod spec that is a word', pod('x'), 'spec', 'string "x"', 'object'],
    ['containers by name', pod({ containers: { a: container } }), 'spec.containers', 'object with 1 fields', 'list'],
    ['a null container', pod({ containers: [null] }), 'spec.containers[0]', 'null', 'object'],
    ['a container that is a word', pod({ containers: ['x'] }), 'spec.containers[0]', 'string "x"', 'object'],
    ['volumes by name', pod({ containers: [container], volumes: { a: {} } }), 'spec.volumes', 'object with 1 fields', 'list'],
    ['a group that is text', pod({ containers: [container], securityContext: { fsGroup: '0' } }), 'spec.securityContext.fsGroup', 'string "0"', 'integer'],
    ['a switch that is text', pod({ containers: [container], hostNetwork: 'yes' }), 'spec.hostNetwork', 'string "yes"', 'boolean'],
    ['a switch that is a number', pod({ containers: [container], hostPID: 1 }), 'spec.hostPID', 'number 1', 'boolean'],
    ['privileged as text', withContainer({ ...container, securityContext: { privileged: 'true' } }), 'spec.containers[0].securityContext.privileged', 'string "true"', 'boolean'],
    ['a user as text', withContainer({ ...container, securityContext: { runAsUser: '0' } }), 'spec.containers[0].securityContext.runAsUser', 'string "0"', 'integer'],
    ['a capability that is no list', withContainer({ ...container, securityContext: { capabilities: { add: 'SYS_ADMIN' } } }), 'spec.containers[0].securityContext.capabilities.add', 'string "SYS_ADMIN"', 'list'],
    ['a limit that is no quantity', withContainer({ ...container, resources: { limits: { cpu: 'lots' } } }), 'spec.containers[0].resources.limits.cpu', '"lots"', 'quantity (500m, 2, 512Mi)'],
    ['a template that is a list', of('apps/v1', 'Deployment', { spec: { template: [{}] } }), 'spec.template', 'list of 1', 'object'],
    ['an older version', of('batch/v1beta1', 'CronJob', { spec: { jobTemplate: { spec: { template: { spec: { containers: 5 } } } } } }), 'spec.jobTemplate.spec.template.spec.containers', 'number 5', 'list'],
    ['a ReplicaSet', of('apps/v1', 'ReplicaSet', template({ containers: { a: 1 } })), 'spec.template.spec.containers', 'object with 1 fields', 'list'],
    ['a ReplicationController', of('v1', 'ReplicationController', { spec: { template: 'x' } }), 'spec.template', 'string "x"', 'object'],
    ['a volume of the cluster', of('v1', 'PersistentVolume', { spec: { hostPath: '/etc' } }), 'spec.hostPath', 'string "/etc"', 'object'],
    ['the rules of a role', of('rbac.authorization.k8s.io/v1', 'Role', { rules: {} }), 'rules', 'object with 0 fields', 'list'],
    ['verbs', of('rbac.authorization.k8s.io/v1', 'ClusterRole', { rules: [{ verbs: '*' }] }), 'rules[0].verbs', 'string "*"', 'list'],
    ['subjects', of('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', { roleRef: { kind: 'ClusterRole', name: 'a' }, subjects: {} }), 'subjects', 'object with 0 fields', 'list'],
    ['rules of a NetworkPolicy', of('networking.k8s.io/v1', 'NetworkPolicy', { spec: { ingress: {} } }), 'spec.ingress', 'object with 0 fields', 'list'],
    ['a null rule, which would let all through', of('networking.k8s.io/v1', 'NetworkPolicy', { spec: { ingress: [null] } }), 'spec.ingress[0]', 'null', 'object'],
    ['a word in the wrong case', of('networking.k8s.io/v1', 'NetworkPolicy', { spec: { policyTypes: ['ingress'] } }), 'spec.policyTypes[0]', 'ingress', ['Egress', 'Ingress']],
    ['ports', of('v1', 'Service', { spec: { ports: { port: 80 } } }), 'spec.ports', 'object with 1 fields', 'list'],
    ['data', of('v1', 'Secret', { data: ['x'] }), 'data', 'list of 1', 'object'],
    ['a label of any kind', of('example.org/v1', 'Widget', { metadata: { name: 'x', labels: { 'a.b/c': 1 } } }), 'metadata.labels[a.b/c]', 'number 1', 'string'],
    ['listeners of a Gateway', of('gateway.networking.k8s.io/v1beta1', 'Gateway', { spec: { listeners: {} } }), 'spec.listeners', 'object with 0 fields', 'list'],
    ['a policy of administrators', of('policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy', { spec: { ingress: {} } }), 'spec.ingress', 'object with 0 fields', 'list'],
    ['a Cilium policy', of('cilium.io/v2', 'CiliumNetworkPolicy', { spec: { egress: 'x' } }), 'spec.egress', 'string "x"', 'list'],
  ])('%s', (_, found, field, value, allowed) => {
    expect(found.filter(([code]) => code === 'CHAMP6019')).toEqual([['CHAMP6019', field, value, allowed]]);
  });
});

describe('pods are read so wherever a kind keeps them', () => {
  it.each([
    ['argoproj.io/v1alpha1', 'Rollout', template([]), 'spec.template.spec'],
    ['argoproj.io/v1alpha1', 'Workflow', { spec: { templates: { a: {} } } }, 'spec.templates'],
    ['argoproj.io/v1alpha1', 'CronWorkflow', { spec: { workflowSpec: { templates: [{ container: [] }] } } }, 'spec.workflowSpec.templates[0].container'],
    ['tekton.dev/v1', 'Task', { spec: { steps: {} } }, 'spec.steps'],
    ['tekton.dev/v1', 'PipelineRun', { spec: { pipelineSpec: { tasks: [{ taskSpec: { steps: 'x' } }] } } }, 'spec.pipelineSpec.tasks[0].taskSpec.steps'],
    ['jobset.x-k8s.io/v1alpha2', 'JobSet', { spec: { replicatedJobs: [{ template: { spec: { template: { spec: { hostIPC: 'x' } } } } }] } }, 'spec.replicatedJobs[0].template.spec.template.spec.hostIPC'],
    ['jobset.x-k8s.io/v1alpha2', 'JobSet', { spec: { replicatedJobs: 'x' } }, 'spec.replicatedJobs'],
    ['kafka.strimzi.io/v1', 'Kafka', { spec: { kafka: { template: { pod: [] } } } }, 'spec.kafka.template.pod'],
    ['kafka.strimzi.io/v1', 'Kafka', { spec: { kafka: { template: { kafkaContainer: { securityContext: 'x' } } } } }, 'spec.kafka.template.kafkaContainer.securityContext'],
    ['redis.redis.opstreelabs.in/v1beta2', 'Redis', { spec: { podSecurityContext: { runAsUser: '0' } } }, 'spec.podSecurityContext.runAsUser'],
    ['serving.knative.dev/v1', 'Service', { spec: { template: { metadata: { labels: { a: true } }, spec: { containers: [container] } } } }, 'spec.template.metadata.labels.a'],
  ])('%s %s: %j', (apiVersion, kind, rest, field) => {
    expect(of(apiVersion, kind, rest)).toContainEqual(['CHAMP6019', field, expect.anything(), expect.anything()]);
  });
});

describe('what must be there for a rule to find anything is missed', () => {
  it.each([
    ['a pod without a spec', of('v1', 'Pod', {}), 'spec'],
    ['a pod without containers', pod({}), 'spec.containers'],
    ['a pod with no container', pod({ containers: [] }), 'spec.containers'],
    ['null containers', pod({ containers: null }), 'spec.containers'],
    ['a workload without a template', of('apps/v1', 'StatefulSet', { spec: { replicas: 1 } }), 'spec.template'],
    ['a null template', of('batch/v1', 'Job', { spec: { template: null } }), 'spec.template'],
    ['a binding without a role', of('rbac.authorization.k8s.io/v1', 'RoleBinding', { subjects: [] }), 'roleRef'],
    ['a subject without a name', of('rbac.authorization.k8s.io/v1', 'RoleBinding', { roleRef: { kind: 'Role', name: 'a' }, subjects: [{ kind: 'User' }] }), 'subjects[0].name'],
    ['a rule without verbs', of('rbac.authorization.k8s.io/v1', 'Role', { rules: [{ resources: ['pods'] }] }), 'rules[0].verbs'],
  ])('%s', (_, found, field) => {
    expect(found).toEqual([['CHAMP6020', field, undefined, undefined]]);
  });
});

describe('let be is', () => {
  it.each([
    ['a null where a field may be absent', pod({ securityContext: null, volumes: null, containers: [{ ...container, securityContext: null, env: null }] })],
    ['a role whose rules are null, as the API server writes it', of('rbac.authorization.k8s.io/v1', 'ClusterRole', { rules: null })],
    ['an unknown field', pod({ containers: [{ ...container, inventedLater: [1] }], alsoNew: 'x' })],
    ['an empty word, which is the default', pod({ containers: [container], dnsPolicy: '' })],
    ['wrapped base64', of('v1', 'Secret', { data: { a: 'aGVs\nbG8=\n' } })],
    ['a status, whatever it is', of('v1', 'Pod', { spec: { containers: [container] }, status: 5 })],
    ['an unknown kind', of('example.org/v1', 'Widget', { spec: { containers: 'x', hostNetwork: 'yes' } })],
    ['a Rollout whose template is another object\'s', of('argoproj.io/v1alpha1', 'Rollout', { spec: { workloadRef: { name: 'x' } } })],
    ['a kind named as a property of every object', of('constructor', 'toString', {})],
  ])('%s', (_, found) => expect(found).toEqual([]));

  it('all that the estate has', () => {
    expect(rendered().output.objects.flatMap(({ manifest }) => misfits(manifest))).toEqual([]);
  });
});

it('names at most a hundred faults of one object, in little time', () => {
  const started = performance.now();
  expect(pod({ containers: Array.from({ length: 200_000 }, () => ({ name: 1, unknown: 2 })) })).toHaveLength(100);
  expect(performance.now() - started).toBeLessThan(20_000);
});

it('is a problem at its line and column, also in a list, and the object is judged still', () => {
  const folder = folderOf({
    'a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  hostNetwork: "yes"\n  containers:\n  - name: a\n    image: x\n    securityContext:\n      privileged: "true"\n',
    'b.json': '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c", "labels": {"a.b/c": 1}}}]}',
  });
  const { problems, objects } = readManifests([folder]);
  expect(problems.map(({ code, where }) => [code, relative(folder, where)])).toEqual([['CHAMP6019', 'a.yaml:6:3'], ['CHAMP6019', 'a.yaml:11:7'], ['CHAMP6019', 'b.json:1:127']]);
  expect(objects).toHaveLength(2);
});
