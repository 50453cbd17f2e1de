import type { JudgedChange } from '../../../../engine/change/index.ts';
import { grouped } from '../../../../engine/change/print/groups.ts';
import { change, meaning } from './reports.ts';

const sizes = (changes: readonly JudgedChange[]) => {
  const { everywhere, applications } = grouped(changes);
  return { everywhere: everywhere.map((group) => group.length), applications: Object.fromEntries([...applications].map(([key, groups]) => [key, groups.map((group) => group.length)])) };
};
const over = (count: number, make: (name: string, application: string, index: number) => JudgedChange) => Array.from({ length: count }, (_, index) => make(`hsa-s${index}`, `core-a${index % 4}`, index));
const hex = (index: number, length: number) => index.toString(16).padStart(length, 'a');

it('makes one line of one tag over 140 services, whatever their names and digests', () => {
  const bumps = over(140, (name, application, index) => change(name, {
    application, namespace: application,
    fields: [
      { field: 'spec.template.metadata.annotations["champ.hsa/config-hash"]', before: hex(index, 16), after: hex(index + 500, 16) },
      { field: 'spec.template.spec.containers[app].image', before: `r.example/champ/${name}:V1@sha256:${hex(index, 64)}`, after: `r.example/champ/${name}:V2@sha256:${hex(index + 1, 64)}` },
    ],
  }));
  expect(sizes(bumps)).toEqual({ everywhere: [140], applications: {} });
});

it('goes by the sentences where there are some: the rest of a long value may differ', () => {
  const options = over(9, (name, application, index) => change(name, { application, meanings: [meaning(`${name}: agent 8 -> 9`)], fields: [{ field: 'env', before: `-Xmx${index}g agent-8`, after: `-Xmx${index}g agent-9` }] }));
  expect(sizes(options).everywhere).toEqual([9]);
  const others = over(9, (name, application, index) => change(name, { application, meanings: [meaning(`agent ${index} -> 9`)], fields: [{ field: 'env', before: 'a', after: 'b' }] }));
  expect(sizes(others).everywhere).toEqual([]);
});

it('makes one line of one label over objects of several kinds', () => {
  const labels = over(12, (name, application, index) => change(name, { application, namespace: application, kind: ['Service', 'ConfigMap', 'HorizontalPodAutoscaler'][index % 3]!, fields: [{ field: 'metadata.labels.tier', after: 'gold' }] }));
  expect(sizes(labels).everywhere).toEqual([12]);
});

it('makes one line of secrets whose fingerprints differ', () => {
  const secrets = over(3, (name, application, index) => change(name, { application, fields: [{ field: 'data.password', before: `hmac:${hex(index, 8)}`, after: `hmac:${hex(index + 7, 8)}` }] }));
  expect(sizes(secrets).everywhere).toEqual([3]);
});

it('keeps what is not the same apart: other values, other numbers, other risk', () => {
  const values = over(4, (name, application, index) => change(name, { application, meanings: [], fields: [{ field: 'spec.replicas', before: 2, after: 3 + index }] }));
  expect(sizes(values).everywhere).toEqual([]);
  const bytes = over(4, (name, application, index) => change(name, { application, meanings: [], fields: [{ field: 'data.size', before: '1073741824000', after: `${index + 1}073741824000` }] }));
  expect(sizes(bytes).everywhere).toEqual([]);
  const risks = over(4, (name, application, index) => change(name, { application, risk: index % 2 === 0 ? 'low' : 'medium' }));
  expect(sizes(risks).everywhere).toEqual([]);
});

it('shows two of a kind each by itself, three as one line, in their application', () => {
  expect(sizes([change('a'), change('b')]).applications).toEqual({ 'linyi core/core-mbs': [1, 1] });
  expect(sizes([change('a'), change('b'), change('c')])).toEqual({ everywhere: [], applications: { 'linyi core/core-mbs': [3] } });
});

it('does not take changes for the same that say nothing of their fields', () => {
  const files = over(3, (name) => change(name, { fields: [], meanings: [meaning(`file ${name}`)] }));
  expect(sizes(files).applications).toEqual({ 'linyi core/core-mbs': [1, 1, 1] });
});

it('groups what an application gains and loses by kind', () => {
  const made = [change('a', { class: 'created' }), change('a', { class: 'created', kind: 'Service' }), change('b', { class: 'created' }), change('c', { class: 'deleted' })];
  expect(sizes(made).applications).toEqual({ 'linyi core/core-mbs': [2, 1, 1] });
});

it('groups what moves together, and what is renamed with a service', () => {
  const moved = (name: string, from: string) => change(name, { class: 'moved', from: { application: from, name, file: '' } });
  expect(sizes([moved('a', 'core-ims'), moved('b', 'core-ims'), moved('c', 'core-gw')]).applications).toEqual({ 'linyi core/core-mbs': [2, 1] });
  const renamed = (from: string, name: string) => change(name, { class: 'renamed', from: { application: 'core-mbs', name: from, file: '' } });
  expect(sizes([renamed('hsa-mbs', 'hsa-mbi'), renamed('hsa-mbs-config', 'hsa-mbi-config'), renamed('x', 'y')]).applications).toEqual({ 'linyi core/core-mbs': [2, 1] });
});

it('loses no change', () => {
  const changes = [...over(20, (name, application, index) => change(name, { application, class: (['created', 'changed', 'moved', 'deleted'] as const)[index % 4]! })), change('x')];
  const { everywhere, applications } = grouped(changes);
  expect([...everywhere, ...[...applications.values()].flat()].flat()).toHaveLength(changes.length);
});
