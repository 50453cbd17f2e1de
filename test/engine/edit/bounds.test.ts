import fc from 'fast-check';
import { editText, formatOf, readForEdit, type EditFormat } from '../../../engine/edit/index.ts';
import { parseDotted } from '../../../engine/edit/dotted-path.ts';
import { soak } from '../../fixtures/soak.ts';
import { refusal } from './edited.ts';

const SAMPLES: Readonly<Record<EditFormat, string>> = {
  properties: 'a=1\nb=2\n', yaml: 'a:\n  b: [x, {a: 1}] # c\nb: |\n  x\n', json: '{"a": {"b": 1},\n "b": [1, 2]}\n', xml: '<a>\n  <b c="d">x</b>\n  <a/>\n</a>\n', nginx: 'a {\n  b c; # d\n}\nb x;\n',
};
const FORMATS = Object.keys(SAMPLES) as EditFormat[];

it('knows a format by the end of a name', () => {
  expect(['application.properties', 'A.YML', 'a.yaml', 'a.json', 'logback-spring.xml', 'nginx.conf', 'a.toml', 'conf'].map(formatOf))
    .toEqual(['properties', 'yaml', 'yaml', 'json', 'xml', 'nginx', undefined, undefined]);
});

test.each(FORMATS)('never throws anything but problems, whatever the file, path and value are: %s', (format) => {
  const piece = fc.constantFrom('a', 'b', '=', ':', ': ', ' ', '\n', '\r\n', '\r', '- ', '[', ']', '{', '}', ',', ';', '"', "'", '|', '&a ', '*a', '!t ', '? ', '#', ' # c', '\\', '\\u00', '<', '>', '/', '</a>', '<a>', '<a b="c"/>', '<!--', '-->', '<![CDATA[', ']]>', '&', '&lt;', '${a}', '<<', '---\n', '医', '\u{feff}', '0', '{a: 1}', '["x"]', 'a: 1\n', 'a=1\n', 'a b;', 'a {\n}\n');
  const pieces = (maxLength: number) => fc.array(piece, { maxLength }).map((parts) => parts.join(''));
  const path = fc.oneof(fc.constantFrom('a', 'a.b', 'a[0]', 'a/b', 'a/@b', 'a[1]', '[0]', '#1:a', '"a"'), pieces(4));
  let edited = 0;
  const damaged = fc.tuple(fc.nat(), pieces(2)).map(([at, part]) => {
    const sample = SAMPLES[format];
    return sample.slice(0, at % sample.length) + part + sample.slice(at % sample.length);
  });
  fc.assert(fc.property(fc.oneof(pieces(20), damaged), path, pieces(4), fc.boolean(), (text, key, value, isSet) => {
    const codes = refusal(() => {
      const { text: result, splice } = editText(text, format, key, isSet ? { set: value } : { unset: true });
      if (splice) expect(result).toBe(text.slice(0, splice.start) + splice.text + text.slice(splice.end));
      edited += 1;
    });
    expect(codes.length).toBeLessThan(200);
  }), { seed: 7, numRuns: soak(1500, 100_000) });
  expect(edited).toBeGreaterThan(20);
});

const many = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => row(index)).join('');
test.each<[EditFormat, string, string]>([
  ['properties', many(30_000, (index) => `key.${index}=value of it\n`), 'key.29999'],
  ['yaml', many(5_000, (index) => `k${index}:\n  a: value\n  b: [1, 2]\n`), 'k4999.a'],
  ['json', `{${many(30_000, (index) => `"k${index}": "value",\n`)}"end": 1}`, 'end'],
  ['xml', `<a>\n${many(30_000, () => '<b>value</b>\n')}<c/></a>`, 'a/c'],
  ['nginx', `http {\n${many(30_000, () => 'allow 10.0.0.1;\n')}deny all;\n}\n`, 'http/deny'],
])('edits a file of half a mebibyte and many like rows: %s', (format, text, path) => {
  const { text: edited, splice } = editText(text, format, path, { set: 'changed' });
  expect(edited).toContain('changed');
  expect(splice!.end - splice!.start).toBeLessThan(20);
  expect(readForEdit(edited, format).entries.length).toBeGreaterThan(10_000);
});

test.each(FORMATS)('refuses a text of more than 1 MiB: %s', (format) => {
  expect(refusal(() => editText('x'.repeat(2 ** 20 + 1), format, 'a', { set: '1' }))).toEqual(['CHAMP1102 text:1:1']);
});

test.each<[EditFormat, string]>([
  ['properties', `a=${' '.repeat(2 ** 19)}x`], ['yaml', `a: "${' '.repeat(2 ** 19)}x"`], ['json', `{"a": "${'\\n'.repeat(2 ** 18)}"}`],
  ['xml', `<a>${' '.repeat(2 ** 19)}x${'\n'.repeat(1000)}</a>`], ['nginx', `a ${' '.repeat(2 ** 19)}x;`],
])('takes a long run of blanks: %s', (format, text) => {
  expect(editText(text, format, 'a', { set: `y${' '.repeat(2 ** 18)}z` }).after).toMatch(/^y +z$/);
});

it('reads any name that it writes', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (name) => {
    expect(parseDotted(JSON.stringify(name))?.steps).toEqual([{ name, isQuoted: true }]);
  }), { seed: 7 });
});

it('refuses a value that would make the file too large to be read, and says so', () => {
  expect(refusal(() => editText('a=1\n', 'properties', 'a', { set: 'x'.repeat(2 ** 20) }))).toEqual(['CHAMP1102 text:1:3']);
  expect(refusal(() => editText('a: 文\n', 'yaml', 'a', { set: '文'.repeat(400_000) }))).toEqual(['CHAMP1102 text:1:4']);
});
