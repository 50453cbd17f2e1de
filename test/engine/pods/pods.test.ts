import type { Manifest } from '../../../engine/manifest.ts';
import { groupOf, hasPods, podField, podsIn } from '../../../engine/pods/index.ts';

const object = (apiVersion: string, kind: string, body: object) => ({ apiVersion, kind, metadata: { name: 'x', labels: { of: 'object' } }, ...body }) as Manifest;
const spec = { containers: [{ name: 'app', image: 'a' }], initContainers: [{ name: 'first' }, { name: 'side', restartPolicy: 'Always' }], ephemeralContainers: [{ name: 'debug' }] };
const template = { metadata: { labels: { of: 'template' } }, spec };

describe('podsIn', () => {
  it.each([
    ['v1', 'Pod', { spec }, 'spec', 'metadata'],
    ['v1', 'PodTemplate', { template }, 'template.spec', 'template.metadata'],
    ['v1', 'ReplicationController', { spec: { template } }, 'spec.template.spec', 'spec.template.metadata'],
    ['apps/v1', 'Deployment', { spec: { template } }, 'spec.template.spec', 'spec.template.metadata'],
    ['apps/v1', 'StatefulSet', { spec: { template } }, 'spec.template.spec', 'spec.template.metadata'],
    ['apps/v1', 'DaemonSet', { spec: { template } }, 'spec.template.spec', 'spec.template.metadata'],
    ['apps/v1', 'ReplicaSet', { spec: { template } }, 'spec.template.spec', 'spec.template.metadata'],
    ['batch/v1', 'Job', { spec: { template } }, 'spec.template.spec', 'spec.template.metadata'],
    ['batch/v1', 'CronJob', { spec: { jobTemplate: { spec: { template } } } }, 'spec.jobTemplate.spec.template.spec', 'spec.jobTemplate.spec.template.metadata'],
    ['argoproj.io/v1alpha1', 'Rollout', { spec: { template } }, 'spec.template.spec', 'spec.template.metadata'],
    ['serving.knative.dev/v1', 'Service', { spec: { template } }, 'spec.template.spec', 'spec.template.metadata'],
    ['keda.sh/v1alpha1', 'ScaledJob', { spec: { jobTargetRef: { template } } }, 'spec.jobTargetRef.template.spec', 'spec.jobTargetRef.template.metadata'],
    ['jobset.x-k8s.io/v1alpha2', 'JobSet', { spec: { replicatedJobs: [{ template: { spec: { template } } }] } }, 'spec.replicatedJobs[0].template.spec.template.spec', 'spec.replicatedJobs[0].template.spec.template.metadata'],
    ['kubeflow.org/v1', 'PyTorchJob', { spec: { pytorchReplicaSpecs: { Worker: { template } } } }, 'spec.pytorchReplicaSpecs.Worker.template.spec', 'spec.pytorchReplicaSpecs.Worker.template.metadata'],
  ])('finds the pod of a %s %s', (apiVersion, kind, body, field, metadataField) => {
    expect(podsIn(object(apiVersion, kind, body))).toMatchObject([{ field, metadataField, spec, partial: false, metadata: { labels: { of: kind === 'Pod' ? 'object' : 'template' } } }]);
  });

  it('lists init, normal and debug containers with their places', () => {
    expect(podsIn(object('v1', 'Pod', { spec }))[0]!.containers.map(({ name, field }) => `${name} ${field}`)).toEqual([
      'first spec.initContainers[0]', 'side spec.initContainers[1]', 'app spec.containers[0]', 'debug spec.ephemeralContainers[0]',
    ]);
  });

  it('finds every pod of a kind with several', () => {
    const found = podsIn(object('ray.io/v1', 'RayCluster', { spec: { headGroupSpec: { template }, workerGroupSpecs: [{ template }, {}, { template }] } }));
    expect(found.map(({ field }) => field)).toEqual(['spec.headGroupSpec.template.spec', 'spec.workerGroupSpecs[0].template.spec', 'spec.workerGroupSpecs[2].template.spec']);
  });

  it('reads a null as nothing', () => {
    const [pod] = podsIn(object('v1', 'Pod', { spec: { hostPID: null, securityContext: { runAsUser: null, runAsGroup: 1 }, containers: [{ name: 'app', securityContext: null }] } }));
    expect(pod!.spec).toEqual({ securityContext: { runAsGroup: 1 }, containers: [{ name: 'app' }] });
    expect(pod!.containers).toMatchObject([{ container: { name: 'app' } }]);
  });

  it.each([['another group', 'example.org/v1', 'Deployment'], ['a kind without pods', 'v1', 'Service'], ['a kind that no map knows', 'v1', 'constructor']])('finds none in %s', (_, apiVersion, kind) => {
    const manifest = object(apiVersion, kind, { spec: { template } });
    expect(podsIn(manifest)).toEqual([]);
    expect(hasPods(manifest)).toBe(false);
  });

  it.each([undefined, null, 1, 'x', [], {}, { template: null }, { template: { spec: [] } }, { template: { spec: { containers: 'x' } } }, { template: { spec: { containers: [null, 1, { name: 2 }] } } }])('does not trip over the spec %j', (value) => {
    for (const pod of podsIn(object('apps/v1', 'Deployment', { spec: value }))) expect(pod.containers.every(({ name }) => typeof name === 'string')).toBe(true);
    expect(podsIn({ apiVersion: 5, kind: 'Deployment' } as never)).toEqual([]);
  });

  it('knows the group of a version', () => {
    expect([groupOf('v1'), groupOf('apps/v1'), groupOf(undefined as never)]).toEqual(['', 'apps', '']);
  });

  it('says where a field of the pod stands', () => {
    const [pod] = podsIn(object('apps/v1', 'Deployment', { spec: { template } }));
    expect(podField(pod!, 'securityContext.runAsUser')).toBe('spec.template.spec.securityContext.runAsUser');
  });
});
