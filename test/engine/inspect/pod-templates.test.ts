import { containersOf, podTemplates } from '../../../engine/inspect/index.ts';
import { deployment, LABELS, manifest, service } from './objects.ts';

const template = { metadata: { labels: LABELS }, spec: { containers: [{ name: 'main' }] } };

describe('podTemplates', () => {
  it.each([
    ['apps/v1', 'Deployment', { spec: { template } }, 'spec.template'],
    ['apps/v1', 'StatefulSet', { spec: { template } }, 'spec.template'],
    ['apps/v1', 'DaemonSet', { spec: { template } }, 'spec.template'],
    ['batch/v1', 'Job', { spec: { template } }, 'spec.template'],
    ['batch/v1', 'CronJob', { spec: { jobTemplate: { spec: { template } } } }, 'spec.jobTemplate.spec.template'],
    ['v1', 'PodTemplate', { template }, 'template'],
  ])('finds the one of a %s %s', (apiVersion, kind, fields, field) => {
    expect(podTemplates(manifest(apiVersion, kind, 'x', fields))).toMatchObject([{ field, labels: LABELS, spec: template.spec }]);
  });

  it('takes a Pod for its own template', () => {
    expect(podTemplates(manifest('v1', 'Pod', 'x', { spec: template.spec }, { labels: LABELS }))).toMatchObject([{ field: '', labels: LABELS, spec: template.spec }]);
  });

  it('finds none in other kinds, and none in a template without a spec', () => {
    expect(podTemplates(service().manifest)).toEqual([]);
    expect(podTemplates(manifest('example.com/v1', 'Deployment', 'x', { spec: { template } }))).toEqual([]);
    expect(podTemplates(manifest('apps/v1', 'Deployment', 'x', { spec: 'none' }))).toEqual([]);
  });
});

describe('containersOf', () => {
  it('tells init containers from sidecars and gives each its field', () => {
    const [found] = podTemplates(deployment({ initContainers: [{ name: 'wait' }, { name: 'mesh', restartPolicy: 'Always' }] }).manifest);
    expect(containersOf(found!).map(({ name, role, field }) => [name, role, field])).toEqual([
      ['wait', 'init', 'spec.template.spec.initContainers[0]'],
      ['mesh', 'sidecar', 'spec.template.spec.initContainers[1]'],
      ['hsa-mbs', 'main', 'spec.template.spec.containers[0]'],
    ]);
  });
});
