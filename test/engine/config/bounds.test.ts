import fc from 'fast-check';
import { checkPlaceholders, parseConfig } from '../../../engine/config/index.ts';
import { MAX_PROBLEMS } from '../../../engine/text/index.ts';
import { found } from '../text/found.ts';
import { soak } from '../../fixtures/soak.ts';

const MEBI = 2 ** 20;
const NAMES = ['a.properties', 'a.yml', 'a.xml', 'a.json', 'a.conf'] as const;
const refused = (name: string, text: string) => found((problems) => {
  const file = parseConfig(text, name, problems);
  if (file) checkPlaceholders([file], new Set(), problems);
});
const codes = (name: string, text: string) => refused(name, text).map((each) => each.code);

test.each(NAMES)('refuses a text of more than 1 MiB: %s', (name) => {
  expect(refused(name, 'x'.repeat(MEBI + 1))).toMatchObject([{ code: 'CHAMP1102' }]);
});

test.each([
  ['a.yml', '['], ['a.yml', '- '], ['a.yml', '{a: '],
  ['a.xml', '<a>'], ['a.xml', '<a b="c">'],
  ['a.json', '['], ['a.json', '{"a":'],
  ['a.conf', 'a{'], ['a.conf', 'location / {\n'],
])('refuses 200,000 levels in %s of %j', (name, part) => {
  expect(codes(name, part.repeat(200_000).slice(0, MEBI))).toContain('CHAMP1113');
});

test('knows nesting in keys of properties as plain text', () => {
  expect(codes('a.properties', `${'a.'.repeat(200_000)}b=1`)).toEqual([]);
});

test('refuses an alias bomb', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level++) lines.push(`a${level}: &a${level} [${Array(9).fill(`*a${level - 1}`).join(', ')}]`);
  expect(codes('a.yml', lines.join('\n'))).toEqual(['CHAMP1114']);
});

test('names a redefined anchor as it stood at each alias', () => {
  const text = 'a: &x {p: 1}\nb: &y {q: *x}\nc: &x {r: *y}\nd: *x\nuse: ${d.r.q.p}\nbad: ${d.p}\n';
  expect(refused('a.yml', text)).toMatchObject([{ code: 'CHAMP1213', where: 'a.yml:6:6' }]);
});

const HOSTILE = ['${', '${a', '${a:', '${secret:', '}', '"', "'", '\\', '\\u', '\\"', '<', '<!--', '<![CDATA[', '<a', '<a b="', "<a b='>", '</a>', '&', '<a/>', ',', '"a",', '"a":1,', '0', 'a\n', 'a=1\n', ';', 'a;', '#', '#\n', '\n', ' ', '-', 'a: ${\n'];
test.each(NAMES)('ends soon, whatever %s repeats', (name) => {
  for (const part of HOSTILE) {
    const opener = name === 'a.json' ? '[' : name === 'a.xml' ? '<a>' : '';
    const count = refused(name, opener + part.repeat(2 ** 17 / part.length)).length;
    expect(count).toBeLessThanOrEqual(2 * MAX_PROBLEMS);
  }
});

test.each(NAMES)('takes one word of a mebibyte: %s', (name) => {
  const word = 'x'.repeat(MEBI - 100);
  const texts = { 'a.properties': `a=${word}`, 'a.yml': `a: "${word}"`, 'a.xml': `<a b="${word}"/>`, 'a.json': `["${word}"]`, 'a.conf': `set a "${word}";` };
  expect(codes(name, texts[name])).toEqual([]);
});

test.each(NAMES)('never throws: %s', (name) => {
  const piece = fc.constantFrom('a', 'b', '=', ':', ' ', '\n', '\r', '- ', '[', ']', '{', '}', ',', ';', '"', "'", '|', '&a ', '*a', '!t ', '#', '\\', '\\u00', '<', '>', '/', '</a>', '<a>', '<!--', '-->', '<?', '?>', '&', '${', '${endpoint:', '${secret:a#b}', '${a:b}', '<<', '医', '\u{feff}', '\0');
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')), (text) => {
    expect(Array.isArray(refused(name, text))).toBe(true);
  }), { numRuns: soak(500, 50000) });
});
