import { collapse } from '../../../engine/change/collapse.ts';
import type { JudgedChange } from '../../../engine/change/index.ts';
import { change, meaning } from './print/reports.ts';

/** The same label in a namespace of a zone. */
const label = (zone: string, namespace: string, more: Parameters<typeof change>[1] = {}): JudgedChange => change('default-deny', {
  kind: 'NetworkPolicy', environment: 'linyi', zone, application: `${namespace.split('-')[0]}-guardrails`, namespace, services: [], meanings: [meaning(`label tier of ${namespace}`)],
  fields: [{ field: 'metadata.labels.part', before: namespace, after: `${namespace}-v2` }], ...more,
});

it('makes one of equal changes over zones, namespaces and environments', () => {
  const collapsed = collapse([label('core', 'core-mbs'), label('core', 'core-tps'), label('public', 'pub-tps'), label('core', 'core-mbs', { environment: 'dev' })]);
  expect(collapsed).toMatchObject([{
    object: { namespace: 'core-mbs' }, environment: 'linyi',
    also: [
      { environment: 'dev', zone: 'core', application: 'core-guardrails', namespace: 'core-mbs', name: 'default-deny' },
      { environment: 'linyi', zone: 'core', namespace: 'core-tps' }, { environment: 'linyi', zone: 'public', application: 'pub-guardrails', namespace: 'pub-tps' },
    ],
  }]);
});

it('takes names that differ by the abbreviation of the zone alone for one role', () => {
  const application = (zone: string, name: string) => change(name, { kind: 'Application', zone, application: 'argocd', namespace: 'argocd', services: [], meanings: [], fields: [{ field: 'spec.project', before: 'a', after: 'b' }] });
  expect(collapse([application('core', 'core-agents'), application('public', 'pub-agents')])).toMatchObject([{ also: [{ name: 'pub-agents' }] }]);
});

it.each<[string, Partial<JudgedChange>]>([
  ['class', { class: 'replaced' }], ['field', { fields: [{ field: 'metadata.labels.other', before: 'core-mbs', after: 'core-mbs-v2' }] }],
  ['value', { fields: [{ field: 'metadata.labels.part', before: 'core-mbs', after: 'core-mbs-v3' }] }], ['absence', { fields: [{ field: 'metadata.labels.part', after: 'core-mbs-v2' }] }],
  ['meaning', { meanings: [meaning('another sentence')] }], ['name', { object: { apiVersion: 'apps/v1', kind: 'NetworkPolicy', namespace: 'core-mbs', name: 'dns' } }],
  ['kind', { object: { apiVersion: 'apps/v1', kind: 'Service', namespace: 'core-mbs', name: 'default-deny' } }],
])('keeps changes apart that differ in their %s', (_, other) => {
  expect(collapse([label('core', 'core-mbs'), { ...label('core', 'core-mbs'), environment: 'dev', ...other }])).toHaveLength(2);
});

it('keeps two services of one Application apart, however alike', () => {
  expect(collapse([change('hsa-mbs'), change('hsa-mba')])).toHaveLength(2);
});

it('tells null and absence apart', () => {
  const field = (after: unknown) => label('core', 'core-mbs', { fields: [{ field: 'a', before: 1, after }] });
  expect(collapse([field(null), { ...field(undefined), environment: 'dev' }])).toHaveLength(2);
});

it('makes one of created objects only where their content is equal but for the place', () => {
  const created = (zone: string, namespace: string, part: string) => label(zone, namespace, { class: 'created', fields: [], meanings: [], after: { apiVersion: 'v1', kind: 'NetworkPolicy', metadata: { name: 'default-deny', namespace }, spec: { part } } });
  expect(collapse([created('core', 'core-mbs', 'core-mbs'), created('public', 'pub-tps', 'pub-tps')])).toHaveLength(1);
  expect(collapse([created('core', 'core-mbs', 'all'), created('public', 'pub-tps', 'none')])).toHaveLength(2);
});

it('lets the highest risk stand for all, with every reason, service and owner', () => {
  const low = label('core', 'core-mbs', { owners: ['vendor-08'], services: ['b'] });
  const high = label('core', 'core-tps', { risk: 'high', reasons: [{ rule: 'RISK-09', risk: 'high', zh: '高', en: 'high' }], owners: ['vendor-02'], services: ['a'] });
  expect(collapse([low, high])).toMatchObject([{ risk: 'high', object: { namespace: 'core-tps' }, reasons: [{ rule: 'RISK-09' }, { rule: 'RISK-02' }], services: ['a', 'b'], owners: ['vendor-02', 'vendor-08'], also: [{ namespace: 'core-mbs' }] }]);
});

it('keeps the order, and changes nothing when done again', () => {
  const changes = [change('z'), label('core', 'core-mbs'), change('a'), label('core', 'core-tps')];
  const once = collapse(changes);
  expect(once.map(({ object }) => object.name)).toEqual(['z', 'default-deny', 'a']);
  expect(collapse(once)).toEqual(once);
});

it('reads names as they are, whatever characters they have', () => {
  const odd = (namespace: string) => label('c.*|(', namespace, { application: '[a', object: { apiVersion: 'v1', kind: 'NetworkPolicy', namespace, name: '\\d+' } });
  expect(collapse([odd('a+b'), odd('a.b')])).toHaveLength(1);
  expect(collapse([change('x', { object: { apiVersion: 'v1', kind: 'Secret', name: 'x' } }), change('x', { zone: 'public', object: { apiVersion: 'v1', kind: 'Secret', name: 'x' } })])).toHaveLength(1);
});

it('takes thousands of changes', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => label('core', `core-n${index % 50}`, { object: { apiVersion: 'v1', kind: 'NetworkPolicy', namespace: `core-n${index % 50}`, name: `p${Math.floor(index / 50)}` } }));
  expect(collapse(many).map(({ also }) => also.length)).toEqual(Array.from({ length: 100 }, () => 49));
}, 60_000);
