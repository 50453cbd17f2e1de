import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { editText, getValue, readForEdit } from '../../../engine/edit/index.ts';
import { soak } from '../../fixtures/soak.ts';
import { anyValue, joined, layout, refusal, set, unset, word } from './edited.ts';

const FILE = [
  '<?xml version="1.0" encoding="UTF-8"?>', '<!-- 日志 -->', '<configuration scan="true">', "  <property name='a' value='1'/>", '  <property name="b"', '            value="x &lt; y"/>',
  '  <appender name="out">', '    <pattern>', '      %d %msg%n', '    </pattern>', '    <filter><![CDATA[a && b]]></filter>', '  </appender>', '  <root level="INFO"><ref/></root>', '</configuration>', '',
].join('\n');
const edit = (path: string, value: string) => set(FILE, 'xml', path, value).text;
const get = (path: string) => getValue(FILE, 'xml', path);

it('reads attributes and text, chosen by attributes or numbers', () => {
  expect(['configuration/@scan', '/configuration/property[@name=b]/@value', "configuration/property[@name='a'][1]/@value", 'configuration/property[2]/@name', 'configuration/appender/pattern', 'configuration/appender/filter', 'configuration/root/ref', 'configuration/x', 'configuration/property[3]/@name'].map(get))
    .toEqual(['true', 'x < y', '1', 'b', '%d %msg%n', 'a && b', '', undefined, undefined]);
});

it('changes the value and nothing beside it', () => {
  expect(edit('configuration/root/@level', 'WARN')).toBe(FILE.replace('INFO', 'WARN'));
  expect(edit('configuration/property[@name=a]/@value', `it's "1" & <2>\n`)).toBe(FILE.replace("'1'", "'it&apos;s \"1\" &amp; &lt;2>&#10;'"));
  expect(edit('configuration/appender/pattern', '%p <%m>\n%n')).toBe(FILE.replace('%d %msg%n', '%p &lt;%m>\n%n'));
  expect(edit('configuration/appender/filter', 'c ]]> d')).toBe(FILE.replace('a && b', 'c ]]]]><![CDATA[> d'));
  expect(edit('configuration/root/ref', 'x')).toBe(FILE.replace('<ref/>', '<ref>x</ref>'));
  expect(editText(FILE, 'xml', 'configuration/property[@name=b]/@name', { set: 'c' }).text).toBe(FILE.replace('"b"', '"c"'));
});

it('writes blanks at the ends of a text so that no reader takes them for layout', () => {
  expect(edit('configuration/appender/pattern', ' x\n')).toBe(FILE.replace('%d %msg%n', '&#32;x&#10;'));
});

it('adds an attribute behind the last one, as it stands', () => {
  expect(edit('configuration/@debug', 'no')).toBe(FILE.replace('scan="true"', 'scan="true" debug="no"'));
  expect(edit('configuration/property[@name=a]/@scope', 'x')).toBe(FILE.replace("value='1'", "value='1' scope='x'"));
  expect(edit('configuration/property[@name=b]/@scope', 'x')).toBe(FILE.replace('y"/>', 'y"\n            scope="x"/>'));
  expect(edit('configuration/root/ref/@ref', 'x')).toBe(FILE.replace('<ref/>', '<ref ref="x"/>'));
});

it('adds an element at the end of one that is there, with the attributes that the path names', () => {
  expect(edit('configuration/property[@name=c]/@value', 'x')).toBe(FILE.replace('</root>\n', '</root>\n  <property name="c" value="x"/>\n'));
  expect(edit('configuration/root/level', 'x')).toBe(FILE.replace('<ref/>', '<ref/><level>x</level>'));
  expect(set('<a>\n</a>\n', 'xml', 'a/b', 'x').text).toBe('<a>\n  <b>x</b>\n</a>\n');
  expect(set('<a><!-- c -->\n</a>\n', 'xml', 'a/b', 'x').text).toBe('<a><!-- c -->\n  <b>x</b>\n</a>\n');
});

it('removes an attribute with its blank, and an element with its line', () => {
  expect(unset(FILE, 'xml', 'configuration/@scan').text).toBe(FILE.replace(' scan="true"', ''));
  expect(unset(FILE, 'xml', 'configuration/property[@name=b]/@value').text).toBe(FILE.replace(/\n {12}value="x &lt; y"/, ''));
  expect(unset(FILE, 'xml', 'configuration/appender/filter').text).toBe(FILE.replace(/ {4}<filter>.*\n/, ''));
  expect(unset(FILE, 'xml', 'configuration/root/ref').text).toBe(FILE.replace('<ref/>', ''));
});

it('reads a file whose declaration names the encoding that it has', () => {
  expect(set('<?xml version="1.0" encoding="GBK"?>\n<a b="中"/>\n', 'xml', 'a/@b', '文').text).toBe('<?xml version="1.0" encoding="GBK"?>\n<a b="文"/>\n');
});

it.each([
  ['elements that several are called', 'configuration/property/@value', 'CHAMP9201 text:4:3'],
  ['an element with others in it', 'configuration/appender', 'CHAMP9203 text:7:3'],
  ['an element with attributes that are not named', '-configuration/property[2]', 'CHAMP9203 text:5:3'],
  ['the root', '-configuration', 'CHAMP9203 text:3:1'],
  ['a parent that is not there', 'configuration/x/y', 'CHAMP9206 text:3:1'],
  ['a malformed path', 'configuration//y', 'CHAMP9204 text:1:1'],
  ['a name that is none', 'configuration/a b', 'CHAMP9204 text:1:1'],
  ['a condition that is none', 'configuration/property[name]/@x', 'CHAMP9204 text:1:1'],
])('refuses %s', (_, path, expected) => {
  expect(refusal(() => (path.startsWith('-') ? editText(FILE, 'xml', path.slice(1), { unset: true }) : set(FILE, 'xml', path, 'x')))).toEqual([expected]);
});

it('refuses text with a comment in it, characters that XML has not, and broken XML', () => {
  expect(refusal(() => set('<a>x<!-- c -->y</a>', 'xml', 'a', 'z'))).toEqual(['CHAMP9205 text:1:1']);
  expect(refusal(() => set(FILE, 'xml', 'configuration/@scan', '\u0001'))).toEqual(['CHAMP9208 text:1:1']);
  expect(refusal(() => set('<a><b></a>', 'xml', 'a', 'z'))).toEqual(expect.arrayContaining([expect.stringMatching(/^CHAMP1110/)]));
});

const leaf = fc.record({ name: word, attribute: word, quote: fc.constantFrom('"', "'"), value: word, form: fc.constantFrom('attribute', 'text', 'cdata', 'lines') });
const file = fc.record({ leaves: fc.array(leaf, { minLength: 1, maxLength: 6 }), layout, noise: fc.constantFrom('<!-- <a b="c"> -->', '', '<?x y?>') }).map(({ leaves, layout: how, noise }) => joined([
  '<top>', ...leaves.flatMap(({ name, attribute, quote, value, form }) => {
    if (form === 'attribute') return [`  <${name} ${attribute}=${quote}${value}${quote} />`];
    if (form === 'cdata') return [`  <${name}><![CDATA[${value}]]></${name}>`];
    return form === 'text' ? [`  <${name}>${value}</${name}> ${noise}`] : [`  <${name}>`, `    ${value}`, `  </${name}>`, `  ${noise}`];
  }), '</top>',
], how));

const parser = new XMLParser({ ignoreAttributes: false, preserveOrder: true, trimValues: true, parseTagValue: false, parseAttributeValue: false, cdataPropName: 'cdata', commentPropName: 'comment' });
const shape = (text: string) => JSON.stringify(parser.parse(text), (key, value: unknown) => (key === '#text' || key.startsWith('@_') ? '' : value));

test('setting reads back, leaves the rest, and setting the old value gives the old bytes', () => {
  fc.assert(fc.property(file, anyValue, fc.nat(), (text, value, pick) => {
    fc.pre(!/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\r]/.test(value));
    const { entries } = readForEdit(text, 'xml');
    const { key, start, end } = entries[pick % entries.length]!;
    const { text: edited, before, splice } = set(text, 'xml', key, value);
    expect(splice === undefined || (splice.start >= start && splice.end <= end)).toBe(true);
    if (value.trim() !== '' && !value.includes(']]>')) expect(shape(edited)).toBe(shape(text));
    // layout goes with a text of nothing
    if (value !== '') expect(set(edited, 'xml', key, before!).text).toBe(text);
  }), { seed: 7, numRuns: soak(400, 40000) });
});

test('a new element is read back, and the file is as it was when it goes again', () => {
  fc.assert(fc.property(file, anyValue, (text, value) => {
    fc.pre(!/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\r]/.test(value));
    for (const path of ['top/NEW', 'top/NEW[@id="a b"]']) {
      const { text: edited } = set(text, 'xml', path, value);
      expect(unset(edited, 'xml', path).text).toBe(text);
    }
  }), { seed: 7, numRuns: soak(200, 20000) });
});

it('opens an empty element for what goes into it', () => {
  expect(set('<a/>', 'xml', 'a/b', 'x').text).toBe('<a><b>x</b></a>');
  expect(set('<a>\n  <b c="1" />\n</a>\n', 'xml', 'a/b/d/@e', 'x').text).toBe('<a>\n  <b c="1">\n    <d e="x"/>\n  </b>\n</a>\n');
  expect(unset('<a>\n  <b>\n    <d/>\n  </b>\n</a>\n', 'xml', 'a/b/d').text).toBe('<a>\n  <b>\n  </b>\n</a>\n');
});
