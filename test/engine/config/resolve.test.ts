import { parse as parseProperties } from 'dot-properties';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import { parseConfig, resolve, toTemplate, type Reference } from '../../../engine/config/index.ts';
import { Problems } from '../../../engine/problem/index.ts';
import { found } from '../text/found.ts';
import { execute } from './go-template.ts';

const read = (name: string, text: string): readonly Reference[] => parseConfig(text, name, new Problems())!.references;
const endpoint = '${endpoint:x}';
const secret = '${secret:x#y}';

const unxml = (text: string) => text.replace(/&(amp|lt|gt|#34|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', '#34': '"', '#39': "'" })[name]!);
const cdata = (text: string) => [...text.matchAll(/<!\[CDATA\[([^]*?)\]\]>/g)].map((each) => each[1]).join('');

interface Place {
  readonly name: string;
  /** A file with `@` where the reference stands, behind `p-`. */
  readonly text: string;
  /** The value as the product reads it. */
  readonly value: (text: string) => unknown;
}
const PLACES: readonly Place[] = [
  { name: 'a.properties', text: 'a=p-@\nb=1\n', value: (text) => (parseProperties(text) as Record<string, string>)['a'] },
  { name: 'a.json', text: '{"a": "p-@", "b": "}}"}', value: (text) => (JSON.parse(text) as { a: string }).a },
  { name: 'a.yml', text: 'a: "p-@"\nb: 1\n', value: (text) => (parseYaml(text) as { a: string }).a },
  { name: 'a.yml', text: 'a: \'p-@\'\nb: 1\n', value: (text) => (parseYaml(text) as { a: string }).a },
  { name: 'a.yml', text: 'a: |-\n  p-@\nb: 1\n', value: (text) => (parseYaml(text) as { a: string }).a },
  { name: 'a.xml', text: '<a>p-@</a>', value: (text) => unxml(text.slice(3, -4)) },
  { name: 'a.xml', text: '<a b="p-@"/>', value: (text) => unxml(text.slice(6, -3)) },
  { name: 'a.xml', text: '<a><![CDATA[p-@]]></a>', value: cdata },
  { name: 'a.conf', text: 'set $a "p-@";', value: (text) => text.slice(8, -2).replace(/\\(["\\])/g, '$1') },
  { name: 'a.conf', text: "set $a 'p-@';", value: (text) => text.slice(8, -2).replace(/\\(['\\])/g, '$1') },
];
/** Any text that a value may hold; a line feed only where the format can carry one. */
const anyValue = (text: string) => fc.array(fc.constantFrom('a', ' b', '"', "'", '\\', '&', '<', '>', ']]>', '{', '}', '{{', '}}', '$&', '#', ': ', '医', '\n'), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').replaceAll('\n', /'p-|\|-/.test(text) ? 'n' : '\n'));

test.each(PLACES)('a value reaches the product unchanged: $name $text', ({ name, text, value }) => {
  const source = text.replace('@', endpoint);
  fc.assert(fc.property(anyValue(text), (each) => {
    expect(value(resolve(source, read(name, source), () => each))).toBe(`p-${each}`);
  }));
});

test.each(PLACES)('a secret reaches the product unchanged: $name $text', ({ name, text, value }) => {
  const source = text.replace('@', secret);
  const template = toTemplate(source, read(name, source), () => 'key');
  fc.assert(fc.property(anyValue(text), (key) => {
    expect(value(execute(template, { key }))).toBe(`p-${key}`);
  }));
});

test('a whole unquoted YAML value is quoted when it must be', () => {
  const text = `a: ${endpoint}\nb: ${secret}\n`;
  const refs = read('a.yml', text);
  expect(resolve(text, refs.slice(0, 1), () => 'hsa-mbs.core-mbs.svc:9050')).toBe(`a: hsa-mbs.core-mbs.svc:9050\nb: ${secret}\n`);
  fc.assert(fc.property(fc.string(), (value) => {
    expect(parseYaml(execute(toTemplate(text, refs, () => 'key', () => value || 'x'), { key: value }))).toMatchObject({ b: value });
    if (!/^[\d.+-]*\d|^(?:true|false|null)?$/i.test(value)) expect(parseYaml(resolve(text, refs, () => value))).toEqual({ a: value, b: value });
  }));
});

test('a value that would break unquoted text is refused', () => {
  for (const [name, text, value] of [['a.yml', `a: http://${endpoint}/x`, 'a: b'], ['a.conf', `set $a x${endpoint};`, 'a;b']] as const) {
    const refs = read(name, text);
    expect(found((problems) => problems.gather(() => resolve(text, refs, () => value)))).toMatchObject([{ code: 'CHAMP1216', where: refs[0]?.where, args: { value, raw: endpoint } }]);
  }
});

test('lists of brokers need no quotes in nginx and block YAML', () => {
  for (const [name, text] of [['a.yml', `a: kafka://${endpoint}`], ['a.conf', `set $a ${endpoint};`]] as const) {
    expect(resolve(text, read(name, text), () => 'k-0:9092,k-1:9092')).toBe(text.replace(endpoint, 'k-0:9092,k-1:9092'));
  }
});

test('without references a file stays as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(resolve(text, [], () => 'x')).toBe(text);
    if (!text.includes('{{')) expect(toTemplate(text, [], () => 'x')).toBe(text);
  }));
});

test('only the given references are replaced, in any order', () => {
  const text = 'a=${endpoint:x}${endpoint:y}${endpoint:x}\n';
  const [first, second, third] = read('a.properties', text);
  expect(resolve(text, [third!, first!], (each) => `<${each.type === 'endpoint' && each.target}>`)).toBe('a=<x>${endpoint:y}<x>\n');
  expect(() => resolve('other text of the same length', [second!], () => '')).toThrow('is not of this text');
});

describe('a template', () => {
  test('names keys, and replaces endpoints at once', () => {
    const text = `url=${endpoint}\npassword=${secret}\n`;
    expect(toTemplate(text, read('a.properties', text), (ref) => `${ref.path}_${ref.property}`, () => 'host:1')).toBe(
      'url=host:1\npassword={{ .x_y | replace "\\\\" "\\\\\\\\" | replace "\\n" "\\\\n" | replace "\\r" "\\\\r" }}\n',
    );
    expect(toTemplate(text, read('a.properties', text), () => 'a-b')).toMatch(/url=\$\{endpoint:x\}\npassword=\{\{ index \. "a-b" \|/);
  });

  test.each([
    ['{{ .Values }}', '{{ "{{" }} .Values }}'], ['{{{', '{{ "{{" }}{'], ['{{{{', '{{ "{{" }}{{ "{{" }}'], ['}}', '}}'], ['{ {', '{ {'], ['{{/* x */}}', '{{ "{{" }}/* x */}}'],
  ])('keeps %s of the file', (text, template) => {
    expect(toTemplate(text, [], () => 'x')).toBe(template);
    expect(execute(template, {})).toBe(text);
  });

  test('keeps braces beside a secret and beside an endpoint', () => {
    const braces = fc.array(fc.constantFrom('{', '}', '{{', '}}', '"', '-', ' ', 'a')).map((parts) => parts.join(''));
    fc.assert(fc.property(braces, braces, braces, (before, between, after) => {
      const text = `a=x${before}${secret}${between}${endpoint}${after}${secret}\n`;
      const template = toTemplate(text, read('a.properties', text), () => 'key', () => '{');
      expect(execute(template, { key: 'S' })).toBe(`a=x${before}S${between}{${after}S\n`);
    }));
  });
});
