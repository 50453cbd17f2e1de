import { boolean, date, digest, integer, list, object, oneOf, optional, parseFacts, quantity, record, sha256, text, type Shape } from '../../../engine/facts/index.ts';
import { Problems } from '../../../engine/problem/index.ts';
import { found } from '../text/found.ts';

const read = (shape: Shape<unknown>, value: string) => parseFacts(`v: ${value}\n`, 'a.yaml', object({ v: shape }), new Problems())?.value.v;
const refused = (shape: Shape<unknown>, value: string) => found((problems) => void parseFacts(`v: ${value}\n`, 'a.yaml', object({ v: shape }), problems));

const HEX = '0123456789abcdef'.repeat(4);

test.each<[string, Shape<unknown>, string, unknown]>([
  ['text', text(), "'1.0'", '1.0'],
  ['text of a pattern', text({ pattern: /^v\d+$/ }), 'v12', 'v12'],
  ['text of a choice', text({ allowed: ['core', 'public'] }), 'core', 'core'],
  ['an integer', integer({ min: 1, max: 3 }), '3', 3],
  ['a boolean', boolean, 'false', false],
  ['a word of a choice', oneOf('small', 'large'), 'large', 'large'],
  ['a number of a choice', oneOf(1, 3, 5), '3', 3],
  ['a quantity as text', quantity(), '500m', '500m'],
  ['a quantity as number, as it is written', quantity(), '1.50', '1.50'],
  ['a digest', digest, `sha256:${HEX}`, `sha256:${HEX}`],
  ['a checksum', sha256, HEX, HEX],
  ['a day', date, '2028-02-29', '2028-02-29'],
  ['a list', list(integer()), '[1, 2]', [1, 2]],
  ['a record', record({ values: boolean }), '{a: true, __proto__: false}', Object.fromEntries([['a', true], ['__proto__', false]])],
  ['an object without its optional key', object({ a: text(), b: optional(text()) }), '{a: x}', { a: 'x' }],
])('reads %s', (_, shape, written, value) => {
  expect(read(shape, written)).toEqual(value);
});

test.each<[string, Shape<unknown>, string, string, Record<string, string>]>([
  ['a number where text belongs', text(), '1.10', 'CHAMP1122', { value: '1.10', type: 'number', allowed: 'string' }],
  ['nothing where text belongs', text(), '', 'CHAMP1122', { value: '(empty)', type: 'null', allowed: 'string' }],
  ['blank text', text(), "' '", 'CHAMP1125', { allowed: 'text' }],
  ['text off its pattern', text({ pattern: /^v\d+$/, form: 'v<number>' }), 'x1', 'CHAMP1125', { value: 'x1', allowed: 'v<number>' }],
  ['text off its choice', text({ allowed: ['core', 'public'] }), 'cor', 'CHAMP1123', { value: 'cor', allowed: 'core, public', near: 'core' }],
  ['text where an integer belongs', integer(), "'3'", 'CHAMP1122', { value: '3', type: 'string', allowed: 'integer' }],
  ['a fraction where an integer belongs', integer(), '1.5', 'CHAMP1122', { type: 'number' }],
  ['an integer below its range', integer({ min: 1, max: 3 }), '0', 'CHAMP1124', { value: '0', allowed: '1 .. 3' }],
  ['an integer beyond every range', integer(), '1e999', 'CHAMP1124', { value: 'Infinity' }],
  ['not a number', integer(), '.nan', 'CHAMP1122', {}],
  ['a yes of YAML 1.1', boolean, 'yes', 'CHAMP1122', { value: 'yes', type: 'string', allowed: 'true, false' }],
  ['a word off its choice', oneOf('small', 'large'), 'larg', 'CHAMP1123', { value: 'larg', near: 'large' }],
  ['a list where a choice belongs', oneOf('small', 'large'), '[small]', 'CHAMP1122', { value: '[...]', type: 'sequence', allowed: 'small, large' }],
  ['a quantity without a number', quantity(), 'Gi', 'CHAMP1125', { value: 'Gi' }],
  ['a negative quantity', quantity(), '-1', 'CHAMP1124', { value: '-1', allowed: '>= 0' }],
  ['a quantity above its range', quantity({ max: '2Gi' }), '3Gi', 'CHAMP1124', { allowed: '0 .. 2Gi' }],
  ['a quantity beyond every range', quantity(), '1e999', 'CHAMP1125', { value: '1e999' }],
  ['a mapping where a quantity belongs', quantity(), '{a: 1}', 'CHAMP1122', { value: '{...}', type: 'mapping' }],
  ['a short digest', digest, `sha256:${HEX.slice(1)}`, 'CHAMP1125', {}],
  ['a digest in upper case', digest, `sha256:${HEX.toUpperCase()}`, 'CHAMP1125', {}],
  ['a digest where a checksum belongs', sha256, `sha256:${HEX}`, 'CHAMP1125', {}],
  ['a day that is not in the calendar', date, '2027-02-29', 'CHAMP1125', { value: '2027-02-29', allowed: 'YYYY-MM-DD' }],
  ['a day in another form', date, '2027/02/28', 'CHAMP1125', {}],
  ['a day that YAML reads as a number', date, '20270228', 'CHAMP1122', {}],
  ['text where a list belongs', list(text()), 'x', 'CHAMP1122', { allowed: 'sequence' }],
  ['a list where a record belongs', record({ values: text() }), '[]', 'CHAMP1122', { allowed: 'mapping' }],
  ['a list where an object belongs', object({}), '[]', 'CHAMP1122', { allowed: 'mapping' }],
  ['a missing key', object({ a: text(), b: boolean }), '{a: x}', 'CHAMP1121', { value: 'b', type: 'boolean' }],
  ['an unknown key', object({ replicas: optional(integer()) }), '{replica: 1}', 'CHAMP1120', { value: 'replica', what: 'key', allowed: 'replicas', near: 'replicas' }],
  ['an unknown name', record({ keys: ['hsa-mbs'], what: 'service', values: text() }), '{hsa-mbz: x}', 'CHAMP1120', { value: 'hsa-mbz', what: 'service', near: 'hsa-mbs' }],
  ['an alias', list(text()), '[&a x, *a]', 'CHAMP1117', { value: '*a' }],
])('refuses %s', (_, shape, written, code, args) => {
  expect(refused(shape, written)).toMatchObject([{ code, args }]);
});

test('lists at most twenty allowed names, and the nearest of all', () => {
  const keys = Array.from({ length: 140 }, (_, index) => `service-${index}`);
  const [first] = refused(record({ keys, values: text() }), '{service-139x: a}');
  expect(first?.args).toMatchObject({ near: 'service-139', allowed: expect.stringMatching(/service-19 … \(140\)$/) });
});
