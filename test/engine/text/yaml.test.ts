import fc from 'fast-check';
import { Problems } from '../../../engine/problem/index.ts';
import { MAX_DEPTH, parseYaml, SourceFile } from '../../../engine/text/index.ts';
import { found } from './found.ts';
import { soak } from '../../fixtures/soak.ts';

const parse = (text: string) => parseYaml(new SourceFile('a.yaml', text, new Problems()));
const refused = (text: string) => found((problems) => void parseYaml(new SourceFile('a.yaml', text, problems)));

test('reads every document', () => {
  expect(parse('a: 1\n---\n- b\n')?.map((each) => each.toJS())).toEqual([{ a: 1 }, ['b']]);
});

test('reads keys as strings and YAML 1.2 scalars', () => {
  expect(parse('1: yes\ntrue: 0o17\n~: 22:30\n')?.[0]?.toJS()).toEqual({ 1: 'yes', true: 15, '~': '22:30' });
});

test.each([
  ['an unclosed bracket', 'a: [1, 2\nb: 3\n', 'CHAMP1110', '2:1'],
  ['a value that is no value', 'a: b: c\n', 'CHAMP1110', '1:4'],
  ['a wrong indentation', 'a:\n  b: 1\n c: 2\n', 'CHAMP1110', '3:1'],
  ['an open quote', 'a: "b\n', 'CHAMP1110', '2:1'],
  ['a key that appears twice', 'a: 1\nb: {c: 1, c: 2}\na: 3\n', 'CHAMP1111', '2:11'],
  ['a tab as indentation', 'a:\n\tb: 1\n', 'CHAMP1112', '2:1'],
  ['an alias without an anchor', 'a: *b\nb: &b 1\n', 'CHAMP1115', '1:4'],
  ['an alias inside its own anchor', 'a: &a [*a]\n', 'CHAMP1115', '1:8'],
  ['an unknown tag', 'a: !vault secret\n', 'CHAMP1116', '1:4'],
])('refuses %s at its place', (_, text, code, place) => {
  expect(refused(text)).toContainEqual(expect.objectContaining({ code, where: `a.yaml:${place}` }));
  expect(parse(text)).toBeUndefined();
});

test('reports every fault of a file', () => {
  expect(refused('a: 1\na: 2\nb: *c\nc: !x 1\n').map((each) => each.code)).toEqual(['CHAMP1111', 'CHAMP1115', 'CHAMP1116']);
});

test('takes aliases and merge keys that stay small', () => {
  expect(refused('base: &base {a: 1}\nx: {<<: *base, b: *base}\n')).toEqual([]);
});

test('refuses an alias bomb', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 10; level++) lines.push(`a${level}: &a${level} [${Array(9).fill(`*a${level - 1}`).join(', ')}]`);
  expect(refused(lines.join('\n'))).toMatchObject([{ code: 'CHAMP1114', args: { allowed: '<= 10000' } }]);
});

const DEEP = 200_000;
test.each([
  ['[', '['], ['{', '{'], ['{a: ', '{a: '], ['[{a: ', '[{a: '], ['- ', '- '], ['? ', '? '], ['- ? ', '- ? '],
  ['indented keys', Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
])('refuses deep nesting of %s', (_, part) => {
  const text = part.includes('\n') ? part : part.repeat(DEEP).slice(0, 2 ** 20);
  expect(refused(text).map((each) => each.code)).toContain('CHAMP1113');
});

test('takes nesting up to the limit', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  expect(refused(nested(MAX_DEPTH))).toEqual([]);
  expect(refused(nested(MAX_DEPTH + 2))).toMatchObject([{ code: 'CHAMP1113', where: `a.yaml:1:${MAX_DEPTH + 2}` }]);
});

test('refuses a text that holds too much', () => {
  expect(refused('a: b\n'.repeat(2 ** 20 / 5 + 1))).toMatchObject([{ code: 'CHAMP1102' }]);
  expect(refused('- \n'.repeat(2 ** 20 / 3)).map((each) => each.code)).toContain('CHAMP1119');
});

test('is not slowed by many keys of one mapping', () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: v\n`).join('');
  expect(parse(keys)?.[0]?.toJS()).toMatchObject({ k0: 'v', k19999: 'v' });
});

test('never throws', () => {
  const piece = fc.constantFrom('a', ':', ' ', '\n', '- ', '? ', '[', ']', '{', '}', ',', '"', "'", '|', '>', '&a ', '*a', '!t ', '!!map ', '#', '%', '---\n', '...\n', '\t', '<<', '\\', '~', '\u{feff}');
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')), (text) => {
    expect(parse(text) === undefined).toBe(refused(text).length > 0);
  }), { numRuns: soak(500, 50000) });
});
