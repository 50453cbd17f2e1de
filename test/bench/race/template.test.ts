import type { Json } from '../../../bench/race/json.ts';
import { Fields, templateOf, type Template } from '../../../bench/race/template.ts';

/** What a template gives for one row: what every peer's own language does with it. */
function fill(template: Template, row: { readonly [key: string]: Json }): Json {
  switch (template.as) {
    case 'plain': return template.value;
    case 'map': return Object.fromEntries(template.entries.map(([key, value]) => [key, fill(value, row)]));
    case 'list': return [...template.items.map((item) => fill(item, row)), ...(template.tail === undefined ? [] : row[template.tail] as readonly Json[])];
    case 'text': return template.parts.map((part) => ('text' in part ? part.text : String(row[part.field]))).join('');
    case 'value': return row[template.field]!;
  }
}

const NAMES = ['svc-01', 'svc-02', 'svc-03'];

function through(...values: readonly Json[]): { readonly fields: Fields; readonly template: Template } {
  const fields = new Fields({ name: NAMES });
  const template = templateOf(values, fields);
  expect(fields.rows().map((row) => fill(template, row))).toEqual(values);
  return { fields, template };
}

it('writes what is equal as it is', () => {
  const value = { a: [1, { b: null }], c: 'text' };
  expect(through(value, value, value).template).toEqual({ as: 'plain', value });
});

it('finds the name in texts of any form', () => {
  const { fields, template } = through(...NAMES.map((name) => ({ host: `${name}.ns.svc`, file: `a=${name}\nb=/${name}/x\n` })));
  expect(fields.names).toEqual(['name']);
  expect(template).toMatchObject({ as: 'map', entries: [['host', { as: 'text', parts: [{ field: 'name' }, { text: '.ns.svc' }] }], ['file', { as: 'text' }]] });
});

it('has a field for what nothing explains, and uses it again inside texts', () => {
  const { fields } = through(...[9001, 9002, 9003].map((port) => ({ port, text: `server.port=${port}\n`, again: port })));
  expect(fields.names).toEqual(['name', 'port']);
});

it('keeps a long text that differs in a word, with a field for the word', () => {
  const { fields, template } = through('-Xmx1g -Dname=svc-01', '-Xmx2g -Dname=svc-02', '-Xmx1g -Dname=svc-03');
  expect(fields.rows().map((row) => row['value'])).toEqual(['-Xmx1g', '-Xmx2g', '-Xmx1g']);
  expect(template).toMatchObject({ as: 'text', parts: [{ field: 'value' }, { text: ' -Dname=' }, { field: 'name' }] });
});

it('writes what lists of several lengths begin with, and the rest as a field', () => {
  const { template } = through({ rules: ['dns', 'cache'] }, { rules: ['dns'] }, { rules: ['dns', 'search', 'mq'] });
  expect(template).toMatchObject({ as: 'map', entries: [['rules', { as: 'list', items: [{ as: 'plain', value: 'dns' }], tail: 'moreRules' }]] });
});

it('takes objects with other keys whole', () => {
  expect(through({ a: 1 }, { b: 2 }, { a: 1, b: 2 }).template).toMatchObject({ as: 'value' });
});
