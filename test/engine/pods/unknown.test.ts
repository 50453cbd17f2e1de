import type { Manifest } from '../../../engine/manifest.ts';
import { unknownPods } from '../../../engine/pods/index.ts';
import { rendered } from '../../fixtures/linyi.ts';

const unknown = (apiVersion: string, kind: string, spec: unknown) => unknownPods({ apiVersion, kind, metadata: { name: 'x' }, spec } as Manifest);
const pod = { containers: [{ name: 'app', image: 'a' }] };

describe('unknownPods', () => {
  it('names every map that looks like a pod in a kind that nobody knows', () => {
    expect(unknown('example.org/v1', 'Widget', { deep: [{ template: { spec: pod } }], other: pod, 'a.b': { pod } })).toEqual(['spec.deep[0].template.spec', 'spec.other', 'spec.a.b.pod']);
  });

  it('names none where the kind is known', () => {
    expect(unknown('apps/v1', 'Deployment', { template: { spec: pod }, other: pod })).toEqual([]);
  });

  it.each([
    ['init containers alone', { initContainers: [{ name: 'a', image: 'x' }] }], ['a debug container alone', { ephemeralContainers: [{ name: 'a' }] }],
    ['containers without an image', { containers: [{ name: 'a', securityContext: { privileged: true } }] }], ['containers without a name', { containers: [{ image: 'a' }] }],
    ['containers by name', { containers: { main: { image: 'x' } } }], ['the network of the host', { hostNetwork: true }], ['a setting of a container', { securityContext: { privileged: true } }],
  ])('takes %s for a pod', (_, map) => {
    expect(unknown('example.org/v1', 'Widget', { map })).toEqual(['spec.map']);
  });

  it.each([
    ['the schema of a pod', { properties: { containers: { type: 'array', items: { type: 'object', properties: {} } }, securityContext: { type: 'object', properties: { privileged: { type: 'boolean' } } }, hostNetwork: { type: 'boolean' } } }],
    ['a switch that is off', { hostNetwork: false }], ['an empty setting', { securityContext: {} }],
  ])('passes over %s', (_, map) => {
    expect(unknown('example.org/v1', 'Widget', { map })).toEqual([]);
  });

  it('leaves the values of a chart to the chart', () => {
    const values = { securityContext: { runAsUser: 1 }, hostNetwork: true };
    expect(unknown('argoproj.io/v1alpha1', 'Application', { source: { chart: 'c', helm: { valuesObject: values } } })).toEqual([]);
    expect(unknown('argoproj.io/v1alpha1', 'Application', { source: { valuesBeside: values } })).toEqual(['spec.source.valuesBeside']);
    expect(unknown('example.org/v1', 'Widget', { values })).toEqual(['spec.values']);
  });

  it.each([['no list', { name: 'a', image: 'b' }], ['an empty list', []], ['words', ['a']]])('passes over containers with %s', (_, containers) => {
    expect(unknown('example.org/v1', 'Widget', { containers })).toEqual([]);
  });

  it('names what changes a known pod out of sight', () => {
    expect(unknown('argoproj.io/v1alpha1', 'Rollout', { workloadRef: { name: 'x' } })).toEqual(['spec.workloadRef']);
    expect(unknown('argoproj.io/v1alpha1', 'Workflow', { podSpecPatch: '{}', templates: [{ name: 'a' }, { podSpecPatch: 'x' }, { resource: { manifest: 'kind: Pod' } }] })).toEqual(['spec.podSpecPatch', 'spec.templates[1].podSpecPatch', 'spec.templates[2].resource.manifest']);
  });

  it('ends on garbage, however deep or wide, and says that it did not look at all of it', () => {
    let deep: unknown = pod;
    for (let level = 0; level < 50_000; level++) deep = { a: deep };
    expect(unknown('example.org/v1', 'Widget', deep)[0]).toMatch(/^spec(\.a){50000}$/);
    expect(unknown('example.org/v1', 'Widget', Array.from({ length: 300_000 }, () => ({})))).toEqual(['']);
    for (const garbage of [null, 1, 'x', [[null]], { containers: null }]) expect(unknown('example.org/v1', 'Widget', garbage)).toEqual([]);
  });

  it('names none in the estate', () => {
    expect(rendered().output.objects.flatMap(({ manifest }) => unknownPods(manifest))).toEqual([]);
  });
});
