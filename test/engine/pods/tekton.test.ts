import type { Manifest } from '../../../engine/manifest.ts';
import { podsIn } from '../../../engine/pods/index.ts';

const tekton = (kind: string, spec: object) => podsIn({ apiVersion: 'tekton.dev/v1', kind, metadata: { name: 'x' }, spec } as Manifest);
const task = { stepTemplate: { image: 's', securityContext: { privileged: true, runAsUser: 1 } }, steps: [{ name: 'a' }, { name: 'b', image: 'own', securityContext: { privileged: false } }, { name: 'c', ref: { name: 'action' } }], sidecars: [{ name: 'side' }], volumes: [{ name: 'v' }] };

describe('the pods of Tekton', () => {
  it('have steps with what their template says, then sidecars', () => {
    const [pod] = tekton('Task', task);
    expect(pod).toMatchObject({ field: 'spec', partial: true, spec: { volumes: [{ name: 'v' }] } });
    expect(pod!.containers).toMatchObject([
      { field: 'spec.steps[0]', container: { image: 's', securityContext: { privileged: true, runAsUser: 1 } } },
      { field: 'spec.steps[1]', container: { image: 'own', securityContext: { privileged: false, runAsUser: 1 } } },
      { field: 'spec.sidecars[0]', container: { name: 'side' } },
    ]);
  });

  it('are found in pipelines and runs', () => {
    expect(tekton('Pipeline', { tasks: [{ taskRef: { name: 'x' } }, { taskSpec: task }], finally: [{ taskSpec: task }] }).map(({ field }) => field)).toEqual(['spec.tasks[1].taskSpec', 'spec.finally[0].taskSpec']);
    expect(tekton('PipelineRun', { pipelineSpec: { tasks: [{ taskSpec: task }] }, taskRunTemplate: { podTemplate: { hostNetwork: true } } })).toMatchObject([{ field: 'spec.pipelineSpec.tasks[0].taskSpec' }, { field: 'spec.taskRunTemplate.podTemplate', spec: { hostNetwork: true }, containers: [] }]);
    expect(tekton('TaskRun', { taskSpec: task, podTemplate: { securityContext: {} } }).map(({ field }) => field)).toEqual(['spec.taskSpec', 'spec.podTemplate']);
  });

  it.each([{}, { steps: 5 }, { steps: [null] }, { tasks: [{ taskSpec: [] }] }])('does not trip over %j', (spec) => {
    expect(tekton('Task', spec)).toEqual([]);
  });
});
