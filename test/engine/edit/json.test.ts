import fc from 'fast-check';
import { editText, getValue, readForEdit } from '../../../engine/edit/index.ts';
import { soak } from '../../fixtures/soak.ts';
import { anyValue, refusal, set, unset } from './edited.ts';

const FILE = '{\r\n\t"server": {\r\n\t\t"port": 8080, "names" : ["a", "\\u4e2d"]\r\n\t},\r\n\t"log.level": "INFO",\r\n\t"empty": {},\r\n\t"list": [\r\n\t\t1,\r\n\t\t2\r\n\t]\r\n}\r\n';
const edit = (path: string, value: string, asText = false) => set(FILE, 'json', path, value, asText).text;

it('reads values by dots, indexes and quoted keys', () => {
  expect(['server.port', 'server.names[1]', 'log.level', '"log.level"', 'list[0]', 'x', 'list[2]'].map((path) => getValue(FILE, 'json', path))).toEqual(['8080', '中', 'INFO', 'INFO', '1', undefined, undefined]);
});

it('changes the value and nothing beside it: text stays text, a literal may be another', () => {
  expect(edit('server.port', '9050')).toBe(FILE.replace('8080', '9050'));
  expect(edit('server.port', 'null')).toBe(FILE.replace('8080', 'null'));
  expect(edit('server.port', '${PORT}')).toBe(FILE.replace('8080', '"${PORT}"'));
  expect(edit('server.port', '9050', true)).toBe(FILE.replace('8080', '"9050"'));
  expect(edit('log.level', '5')).toBe(FILE.replace('INFO', '5'));
  expect(edit('log.level', 'a"\n中')).toBe(FILE.replace('INFO', 'a\\"\\n中'));
});

it('escapes as the string did that stood there', () => {
  expect(edit('server.names[1]', '文')).toBe(FILE.replace('\\u4e2d', '\\u6587'));
  expect(set('["\\u4E2D"]', 'json', '[0]', '开').text).toBe('["\\u5F00"]');
});

it('adds a value at the end of its object or list, laid out as its neighbours', () => {
  expect(edit('server.host', 'x')).toBe(FILE.replace(']\r\n\t},', '], "host" : "x"\r\n\t},'));
  expect(edit('list[2]', '3')).toBe(FILE.replace('2\r\n\t]', '2,\r\n\t\t3\r\n\t]'));
  expect(edit('empty.a', 'true')).toBe(FILE.replace('{}', '{\r\n\t\t"a": true\r\n\t}'));
  expect(edit('log.x.y', '1')).toBe(FILE.replace(/\r\n}\r\n$/, ',\r\n\t"log": {\r\n\t\t"x": {\r\n\t\t\t"y": 1\r\n\t\t}\r\n\t}\r\n}\r\n'));
  expect(set('{"a":1}', 'json', 'b.c[0]', 'x').text).toBe('{"a":1, "b":{"c":["x"]}}');
  expect(set('{"a":1,"b":2}', 'json', 'c', 'x').text).toBe('{"a":1,"b":2,"c":"x"}');
  expect(set('{}', 'json', 'c', 'x').text).toBe('{"c": "x"}');
  expect(set('{ }\n', 'json', 'c', 'x').text).toBe('{ "c": "x" }\n');
  expect(set('{"a.b": 1}', 'json', 'a.c.d', 'x').text).toBe('{"a.b": 1, "a.c.d": "x"}');
});

it('removes a value with its comma', () => {
  expect(unset(FILE, 'json', 'server.port').text).toBe(FILE.replace('"port": 8080, ', ''));
  expect(unset(FILE, 'json', '"log.level"').text).toBe(FILE.replace('\t"log.level": "INFO",\r\n', ''));
  expect(unset(FILE, 'json', 'list[1]').text).toBe(FILE.replace(',\r\n\t\t2', ''));
  expect(editText(FILE, 'json', 'list[0]', { unset: true }).text).toBe(FILE.replace('1,\r\n\t\t', ''));
  expect(unset('{"a": 1}', 'json', 'a').text).toBe('{}');
});

it.each([
  ['a key twice', '{"a": 1,\n"a": 2}', 'a', 'CHAMP1111 text:2:1'],
  ['an object', '{"a": {"b": 1}}', 'a', 'CHAMP9203 text:1:7'],
  ['a value in the way', '{"a": 1}', 'a.b', 'CHAMP9206 text:1:7'],
  ['an index that is not the next', '{"a": [1]}', 'a[3]', 'CHAMP9206 text:1:7'],
  ['a new list that does not begin at its start', '{"a": {}}', 'a.b[1]', 'CHAMP9206 text:1:7'],
  ['a value that is all of the file', '1', 'a', 'CHAMP9206 text:1:1'],
  ['a malformed path', '{}', 'a[', 'CHAMP9204 text:1:1'],
  ['broken JSON', '{"a": }', 'a', 'CHAMP1204 text:1:7'],
])('refuses %s', (_, text, path, expected) => {
  expect(refusal(() => set(text, 'json', path, '9'))).toEqual([expected]);
});

const file = fc.record({
  content: fc.dictionary(fc.stringMatching(/^[a-z.]{1,5}$/), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1, maxKeys: 5, noNullPrototype: true }),
  indent: fc.constantFrom(0, 2, '\t'), eol: fc.constantFrom('\n', '\r\n'),
}).map(({ content, indent, eol }) => JSON.stringify(content, null, indent).replaceAll('\n', eol));

/** With one value replaced, or removed. */
const changed = (text: string, start: number, end: number, value: string) => JSON.parse(text.slice(0, start) + value + text.slice(end)) as unknown;

test('setting reads back, leaves the rest, and setting the old value gives the old bytes', () => {
  fc.assert(fc.property(file, anyValue, fc.nat(), fc.boolean(), (text, value, pick, asText) => {
    const entries = readForEdit(text, 'json').entries.filter((each) => each.value !== '{}' && each.value !== '[]');
    fc.pre(entries.length > 0);
    const { key, start, end } = entries[pick % entries.length]!;
    fc.pre(refusal(() => getValue(text, 'json', key)).length === 0);
    const { text: edited, before, splice } = set(text, 'json', key, value, asText);
    fc.pre(splice !== undefined);
    expect(splice).toMatchObject({ start, end });
    expect(JSON.parse(edited)).toEqual(changed(text, start, end, splice!.text));
    const isText = (raw: string) => raw.startsWith('"');
    if (isText(splice!.text) === isText(text.slice(start, end)) && !asText) expect(set(edited, 'json', key, before!).text).toBe(text);
  }), { seed: 7, numRuns: soak(400, 40000) });
});

test('a new key is read back, and the file is as it was when it goes again', () => {
  fc.assert(fc.property(file, anyValue, fc.nat(), (text, value, pick) => {
    const { entries } = readForEdit(text, 'json');
    const sibling = entries[pick % entries.length]!.key;
    fc.pre(!/[\]"]$/.test(sibling));
    const key = `${sibling.replace(/[^.]*$/, '')}"new key"`;
    const { text: edited } = set(text, 'json', key, value);
    expect(readForEdit(edited, 'json').entries).toHaveLength(entries.length + 1);
    expect(JSON.parse(unset(edited, 'json', key).text)).toEqual(JSON.parse(text));
    expect(unset(edited, 'json', key).text).toBe(text);
  }), { seed: 7, numRuns: soak(300, 30000) });
});
