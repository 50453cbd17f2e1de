import type { Manifest } from '../../../engine/manifest.ts';
import { podField, podsIn } from '../../../engine/pods/index.ts';

const workflow = (kind: string, spec: object) => podsIn({ apiVersion: 'argoproj.io/v1alpha1', kind, metadata: { name: 'x' }, spec } as Manifest);

describe('the pods of an Argo Workflow', () => {
  const spec = {
    securityContext: { runAsUser: 1 }, hostNetwork: true, volumes: [{ name: 'all' }],
    templates: [
      { name: 'steps', steps: [[]] },
      { name: 'one', container: { image: 'a' }, initContainers: [{ name: 'first' }], sidecars: [{ name: 'side' }] },
      { name: 'two', script: { image: 'b' }, securityContext: { runAsUser: 2 }, volumes: [{ name: 'own' }], metadata: { labels: { a: 'b' } } },
      { name: 'set', containerSet: { containers: [{ name: 'c1' }, { name: 'c2' }] } },
    ],
  };

  it('are one for each template with containers, after what holds for all', () => {
    expect(workflow('Workflow', spec).map(({ field, containers }) => [field, containers.map((each) => `${each.name} ${each.field}`)])).toEqual([
      ['spec', []],
      ['spec.templates[1]', ['first spec.templates[1].initContainers[0]', 'main spec.templates[1].container', 'side spec.templates[1].sidecars[0]']],
      ['spec.templates[2]', ['main spec.templates[2].script']],
      ['spec.templates[3]', ['c1 spec.templates[3].containerSet.containers[0]', 'c2 spec.templates[3].containerSet.containers[1]']],
    ]);
  });

  it('take from the workflow what their template does not say, and say where it stands', () => {
    const [all, one, two] = workflow('WorkflowTemplate', spec);
    expect(all).toMatchObject({ spec: { volumes: [{ name: 'all' }] } });
    expect(one).toMatchObject({ spec: { securityContext: { runAsUser: 1 }, hostNetwork: true } });
    expect(podField(one!, 'securityContext.runAsUser')).toBe('spec.securityContext.runAsUser');
    expect(two).toMatchObject({ spec: { securityContext: { runAsUser: 2 }, volumes: [{ name: 'own' }] }, metadata: { labels: { a: 'b' } } });
    expect(podField(two!, 'securityContext.runAsUser')).toBe('spec.templates[2].securityContext.runAsUser');
    expect(podField(two!, 'hostNetwork')).toBe('spec.hostNetwork');
  });

  it('of a CronWorkflow are one level deeper', () => {
    expect(workflow('CronWorkflow', { workflowSpec: spec })[1]!.field).toBe('spec.workflowSpec.templates[1]');
  });

  it.each([{}, { templates: 'x' }, { templates: [null, 1, { container: 5 }] }, null])('does not trip over %j', (garbage) => {
    for (const pod of workflow('Workflow', garbage as object)) expect(pod.containers).toEqual([]);
  });
});
