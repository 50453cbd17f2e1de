import schema from '../../../../engine/change/change-report.schema.json';
import { CLASSES } from '../../../../engine/change/print/summary.ts';
import { MEANINGS, RISKS } from '../../../../engine/change/index.ts';
import { jsonReport } from '../../../../engine/change/print/index.ts';
import { change, emptyReport, hostileReport, hugeReport, richReport } from './reports.ts';
import { faultsOf } from './schema.ts';

/** What comes out as text, which is what a program reads. */
const written = (report: typeof richReport) => JSON.parse(JSON.stringify(jsonReport(report))) as Record<string, any>;

it.each([['rich', richReport], ['hostile', hostileReport], ['empty', emptyReport], ['huge', hugeReport(500)]])('is as its schema says (%s)', (_, report) => {
  expect(faultsOf(schema, written(report)).slice(0, 5)).toEqual([]);
});

it.each<[string, (json: Record<string, any>) => void]>([
  ['a key too many', (json) => { json['changes'][0].before = {}; }], ['a key that is missing', (json) => { delete json['guards'][0].fix; }], ['another version', (json) => { json['version'] = 2; }],
  ['an unknown class', (json) => { json['changes'][0].class = 'edited'; }], ['a number as text', (json) => { json['restarts'][0].pods = '4'; }], ['a list in a list', (json) => { json['changes'][0].services = [[]]; }],
])('refuses %s', (_, spoil) => {
  const json = written(richReport);
  spoil(json);
  expect(faultsOf(schema, json)).not.toEqual([]);
});

it('knows every class, risk and meaning', () => {
  expect(schema.$defs.class.enum).toEqual(CLASSES);
  expect(schema.$defs.risk.enum).toEqual(RISKS);
  expect(schema.$defs.meaning.properties.kind.enum).toEqual(MEANINGS);
});

it('begins with version, sides, risk and numbers, then the changes', () => {
  const json = written(richReport);
  expect(Object.keys(json)).toEqual(schema.required);
  expect(Object.keys(json['changes'][0]).slice(0, 7)).toEqual(['object', 'environment', 'zone', 'application', 'class', 'risk', 'reasons']);
  expect(json['summary']).toMatchObject({ objects: 10, byClass: { created: 3, changed: 3, deleted: 1 }, environments: 1, restarts: 2, pods: 7, blocked: 2 });
});

it('has each of many equal changes of services', () => {
  expect(written(hugeReport(140))['changes']).toHaveLength(140);
});

it('is the same text whatever the order of keys of what is compared', () => {
  const of = (before: unknown) => JSON.stringify(jsonReport({ ...emptyReport, changes: [change('x', { fields: [{ field: 'a', before }] })] }));
  expect(of({ b: [{ z: 1, y: 2 }], a: 1 })).toBe(of({ a: 1, b: [{ y: 2, z: 1 }] }));
  expect(JSON.stringify(jsonReport(hostileReport))).toBe(JSON.stringify(jsonReport(hostileReport)));
});

it('tells absence from null, and leaves whole objects out', () => {
  const [field] = written({ ...emptyReport, changes: [change('x', { fields: [{ field: 'a', before: null, after: undefined }], after: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' } } as never })] })['changes'][0].fields;
  expect(field).toEqual({ field: 'a', before: null });
  expect(written(richReport)['changes'][0]).not.toHaveProperty('after');
});

it('keeps a key that is called like a part of every object', () => {
  const value = JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}') as unknown;
  expect(JSON.stringify(written({ ...emptyReport, changes: [change('x', { fields: [{ field: 'a', after: value }] })] })['changes'][0].fields[0])).toBe('{"field":"a","after":{"__proto__":{"x":1},"constructor":2}}');
});
