import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { editText, getValue, readForEdit } from '../../../engine/edit/index.ts';
import { soak } from '../../fixtures/soak.ts';
import { anyValue, refusal, set, unset } from './edited.ts';
import { yamlFile } from './yaml-file.ts';

const FILE = [
  '# 网关', 'spring:', '  application:', "    name: 'hsa-mbs' # 主服务", '  profiles: {active: prod, include: [a, "b c"] }', 'server:', '  port: 9050', '  servlet:', '    context-path: "/hsa-mbs"',
  'motd: |', '  line one', '    line two', '', '  line four', 'list:', '- a # first', '- name: b', '  size: 2', '- c', 'folded: >-', '  aa', '  bb', 'empty:', 'logging.level: INFO', '',
].join('\n');
const edit = (path: string, value: string) => set(FILE, 'yaml', path, value).text;
const get = (path: string) => getValue(FILE, 'yaml', path);

it('reads values by dots, indexes and quoted keys', () => {
  expect(['spring.application.name', 'spring.profiles.include[1]', 'list[1].size', 'logging.level', '"logging.level"', 'motd', 'folded', 'empty', 'nothing', 'list[7]', 'server.port.x'].map(get))
    .toEqual(['hsa-mbs', 'b c', '2', 'INFO', 'INFO', 'line one\n  line two\n\nline four\n', 'aa bb', '', undefined, undefined, undefined]);
});

it('changes the value, its quotes kept, and nothing beside it', () => {
  expect(edit('spring.application.name', "it's")).toBe(FILE.replace("'hsa-mbs'", "'it''s'"));
  expect(edit('server.servlet.context-path', '/中"')).toBe(FILE.replace('"/hsa-mbs"', '"/中\\""'));
  expect(edit('spring.profiles.active', 'dev')).toBe(FILE.replace('prod', 'dev'));
  expect(edit('list[0]', 'x')).toBe(FILE.replace('- a', '- x'));
  expect(edit('empty', 'x')).toBe(FILE.replace('empty:', 'empty: x'));
});

it('quotes what would not stand plain, with the quotes of the file', () => {
  expect(edit('spring.profiles.active', 'a, b')).toBe(FILE.replace('prod', '"a, b"'));
  expect(edit('logging.level', 'a: b')).toBe(FILE.replace('INFO', '"a: b"'));
  expect(set("a: 'x y'\nb: z\n", 'yaml', 'b', '- b').text).toBe("a: 'x y'\nb: '- b'\n");
  expect(set('a: x\n', 'yaml', 'a', '- b').text).toBe('a: "- b"\n');
});

it.each([
  ['text stays text', 'a: INFO\n', 'off', 'a: "off"\n'],
  ['text stays text, whatever YAML 1.1 takes for a number', 'a: x\n', '12:30:00', 'a: "12:30:00"\n'],
  ['a number stays a number', 'a: 1\n', '2', 'a: 2\n'],
  ['an octal number stays one', 'a: 0755\n', '0644', 'a: 0644\n'],
  ['a number gives way to a date that stays text', 'a: 1\n', '2030-01-01', 'a: "2030-01-01"\n'],
  ['a number gives way to digits that are not octal', 'a: 5\n', '010', 'a: "010"\n'],
  ['a switch gives way to a number', 'a: true\n', '3', 'a: 3\n'],
  ['a number gives way to nothing', 'a: 5\n', 'null', 'a: null\n'],
  ['a date stays one', 'a: 2024-01-01\n', '2030-01-01', 'a: 2030-01-01\n'],
  ['a number gives way to text', 'a: 1\n', 'x', 'a: x\n'],
  ['a placeholder gives way to a number', 'a: ${PORT}\n', '8080', 'a: 8080\n'],
])('%s', (_, text, value, expected) => {
  expect(set(text, 'yaml', 'a', value).text).toBe(expected);
});

it('writes numbers and switches as themselves where nothing stood, and as text when asked to', () => {
  expect(['8080', 'true', '-1.5', '0123', 'yes', '~', '2030-01-01'].map((value) => set('b: x\n', 'yaml', 'a', value).text)).toEqual(
    ['8080', 'true', '-1.5', '"0123"', '"yes"', '"~"', '"2030-01-01"'].map((value) => `b: x\na: ${value}\n`));
  expect(set('b: x\n', 'yaml', 'a', '8080', true).text).toBe('b: x\na: "8080"\n');
});

it('quotes a secret within a text, and none that is all of it', () => {
  expect(set('a: x\n', 'yaml', 'a', 'p:${secret:v/a#b}').text).toBe('a: "p:${secret:v/a#b}"\n');
  expect(set('a: x\n', 'yaml', 'a', '${secret:v/a#b}').text).toBe('a: ${secret:v/a#b}\n');
});

it('keeps a block a block, with the marks that the value needs', () => {
  expect(edit('motd', 'one\n')).toBe(FILE.replace(/ {2}line one[^]*line four/, '  one'));
  expect(edit('motd', 'one')).toBe(FILE.replace(/\|\n {2}line one[^]*line four/, '|-\n  one'));
  expect(edit('motd', 'one\n\ntwo\n\n')).toBe(FILE.replace(/\|\n {2}line one[^]*line four/, '|+\n  one\n\n  two\n'));
  expect(edit('folded', 'cc')).toBe(FILE.replace('aa\n  bb', 'cc'));
  expect(edit('folded', 'c\nd')).toBe(FILE.replace('>-\n  aa\n  bb', '|-\n  c\n  d'));
});

it('makes a block of several lines, but where a comment stands behind the value or brackets around it', () => {
  expect(edit('server.port', 'a\nb\n')).toBe(FILE.replace('9050', '|\n    a\n    b'));
  expect(set('a: x # c\n', 'yaml', 'a', 'p\nq').text).toBe('a: "p\\nq" # c\n');
  expect(edit('spring.profiles.active', 'p\nq')).toBe(FILE.replace('prod', '"p\\nq"'));
});

it('adds a key at the end of its mapping, and what is missing above it', () => {
  expect(edit('server.address', 'x')).toBe(FILE.replace('"/hsa-mbs"\n', '"/hsa-mbs"\n  address: x\n'));
  expect(edit('spring.application.group', 'x')).toBe(FILE.replace('# 主服务\n', "# 主服务\n    group: 'x'\n"));
  expect(edit('server.ssl.key.alias', 'x')).toBe(FILE.replace('"/hsa-mbs"\n', '"/hsa-mbs"\n  ssl:\n    key:\n      alias: x\n'));
  expect(edit('list[3]', 'd')).toBe(FILE.replace('- c\n', '- c\n- d\n'));
  expect(edit('list[3].name', 'd')).toBe(FILE.replace('- c\n', '- c\n- name: d\n'));
  expect(edit('spring.profiles.group', 'x')).toBe(FILE.replace('"b c"] }', '"b c"], group: x }'));
  expect(edit('empty.a.b', 'x')).toBe(FILE.replace('empty:\n', 'empty:\n  a:\n    b: x\n'));
  expect(edit('fresh[0].a', 'x')).toBe(`${FILE}fresh:\n  - a: x\n`);
  expect(set('', 'yaml', 'a.b', 'x').text).toBe('a:\n  b: x\n');
});

it('writes dotted keys where the file has them', () => {
  expect(set('server.port: 1\na: b', 'yaml', 'server.address.x', 'c').text).toBe('server.port: 1\na: b\nserver.address.x: c');
  expect(set('a:\n  b: 1\n', 'yaml', 'a."x.y".z', '2').text).toBe('a:\n  b: 1\n  x.y:\n    z: 2\n');
});

it('takes CRLF for new lines where the file has it', () => {
  expect(set('a:\r\n  b: 1\r\nc: 2\r\n', 'yaml', 'a.d', 'p\nq').text).toBe('a:\r\n  b: 1\r\n  d: |-\r\n    p\r\n    q\r\nc: 2\r\n');
});

it('removes a value with its line, and a section with its last value', () => {
  expect(unset(FILE, 'yaml', 'server.port').text).toBe(FILE.replace('  port: 9050\n', ''));
  expect(unset(FILE, 'yaml', 'server.servlet.context-path').text).toBe(FILE.replace('  servlet:\n    context-path: "/hsa-mbs"\n', ''));
  expect(unset(FILE, 'yaml', 'list[1].name').text).toBe(FILE.replace('- name: b\n  size', '- size'));
  expect(unset(FILE, 'yaml', 'motd').text).toBe(FILE.replace(/motd[^]*four\n/, ''));
  expect(unset(FILE, 'yaml', 'spring.profiles.active').text).toBe(FILE.replace('active: prod, ', ''));
  expect(unset(FILE, 'yaml', 'spring.profiles.include[1]').text).toBe(FILE.replace(', "b c"', ''));
  expect(editText(FILE, 'yaml', 'list[0]', { unset: true }).text).toBe(FILE.replace('- a # first\n', ''));
});

it('knows documents apart', () => {
  const text = 'a: 1\nb: 2\n---\na: 3\n';
  expect(refusal(() => getValue(text, 'yaml', 'a'))).toEqual(['CHAMP9201 text:1:1']);
  expect([getValue(text, 'yaml', '#2:a'), getValue(text, 'yaml', 'b')]).toEqual(['3', '2']);
  expect(set(text, 'yaml', '#2:a', '4').text).toBe(text.replace('3', '4'));
  expect(set(text, 'yaml', 'c', '4').text).toBe(text.replace('b: 2\n', 'b: 2\nc: 4\n'));
  expect(readForEdit(text, 'yaml').entries.map(({ key }) => key)).toEqual(['a', 'b', '#2:a']);
});

const ALIASES = 'base: &b\n  x: 1\nown:\n  <<: *b\n  y: 2\nsame: *b\none: &o 5\ntwo: *o\n';

it('reads through aliases, edits at the anchor alone, and lets an own value stand beside a merge', () => {
  expect(['same.x', 'own.x', 'two'].map((path) => getValue(ALIASES, 'yaml', path))).toEqual(['1', '1', '5']);
  for (const path of ['same.x', 'two', 'same.z']) expect(refusal(() => set(ALIASES, 'yaml', path, '9'))).toEqual([expect.stringMatching(/^CHAMP9202 text:[68]:/)]);
  expect(refusal(() => unset(ALIASES, 'yaml', 'own.x'))).toEqual(['CHAMP9202 text:4:7']);
  expect(set(ALIASES, 'yaml', 'base.x', '9').text).toBe(ALIASES.replace('x: 1', 'x: 9'));
  expect(set(ALIASES, 'yaml', 'own.x', '9').text).toBe(ALIASES.replace('  y: 2\n', '  y: 2\n  x: 9\n'));
});

it('puts no section of its own in the way of a merged one', () => {
  const text = 'base: &b\n  z: {p: 1, q: 2}\nown:\n  <<: *b\n  y: 2\n';
  for (const path of ['own.z.p', 'own.z.new', 'own.z.new.x']) expect(refusal(() => set(text, 'yaml', path, '9'))).toEqual(['CHAMP9202 text:4:7']);
  expect(set(text, 'yaml', 'own.new.x', '9').text).toBe(`${text}  new:\n    x: 9\n`);
});

it.each([
  ['a key twice', 'a: 1\nb: 2\na: 3\n', 'b', 'CHAMP1111 text:3:1'],
  ['a section', 'a:\n  b: 1\n', 'a', 'CHAMP9203 text:2:3'],
  ['two ways to read a path', 'a.b: 1\na:\n  b: 2\n', 'a.b', 'CHAMP9201 text:3:3'],
  ['a value in the way', 'a: 1\n', 'a.b', 'CHAMP9206 text:1:4'],
  ['an index beyond the end', 'a: [1]\n', 'a[2]', 'CHAMP9206 text:1:4'],
  ['a malformed path', 'a: 1\n', 'a..b', 'CHAMP9204 text:1:1'],
  ['an anchor whose aliases would dangle', 'a: &x 1\nb: *x\n', 'a', 'CHAMP9205 text:1:7'],
])('refuses %s', (_, text, path, expected) => {
  const work = expected.startsWith('CHAMP9205') ? () => unset(text, 'yaml', path) : () => set(text, 'yaml', path, '9');
  expect(refusal(work)).toEqual([expected]);
});

const plainOf = (text: string) => parseAllDocuments(text, { version: '1.2' }).map((document) => document.toJS() as unknown);
const styleOf = (raw: string) => (/^["'|>]/.exec(raw)?.[0] ?? 'plain');

test('setting reads back, leaves the rest, and setting the old value in the same style gives the old bytes', () => {
  let same = 0;
  const runs = soak(400, 40000);
  fc.assert(fc.property(yamlFile, anyValue, fc.nat(), (text, value, pick) => {
    const { entries } = readForEdit(text, 'yaml');
    const entry = entries.filter((each) => each.value !== '{}' && each.value !== '[]')[pick % entries.length];
    fc.pre(entry !== undefined);
    const { text: edited, before, splice } = set(text, 'yaml', entry!.key, value);
    expect(splice === undefined || (splice.start >= entry!.start && splice.end <= entry!.end)).toBe(true);
    expect(readForEdit(edited, 'yaml').entries.map((each) => each.key)).toEqual(entries.map((each) => each.key));
    expect(plainOf(edited)).toHaveLength(1);
    const raws = [text.slice(entry!.start, entry!.end), splice?.text ?? ''];
    if (!splice || styleOf(raws[0]!) !== styleOf(raws[1]!.trimStart())) return;
    // what another type may have been is quoted when it comes back
    if (styleOf(raws[0]!) === 'plain' && ![before!, value].every((each) => /^[a-z-]{4,}$/.test(each) && each !== 'true' && each !== 'null')) return;
    same += 1;
    expect(set(edited, 'yaml', entry!.key, before!).text).toBe(text);
  }), { seed: 7, numRuns: runs });
  expect(same).toBeGreaterThan(runs / 5);
});

test('a new key is read back, and the file is as it was when it goes again', () => {
  fc.assert(fc.property(yamlFile, anyValue, fc.nat(), (text, value, pick) => {
    const { entries } = readForEdit(text, 'yaml');
    const sibling = entries[pick % entries.length]!.key;
    fc.pre(!sibling.endsWith(']') && !/(?:^|\.)fresh$/.test(sibling));
    const key = sibling.replace(/[^.]*$/, 'fresh');
    fc.pre(getValue(text, 'yaml', key) === undefined);
    const { text: edited } = set(text, 'yaml', key, value);
    expect(readForEdit(edited, 'yaml').entries).toHaveLength(entries.length + 1);
    expect(unset(edited, 'yaml', key).text).toBe(text);
  }), { seed: 7, numRuns: soak(300, 30000) });
});

it('puts a first value before the comment of its line', () => {
  expect(set('a: # c\nb: 1\n', 'yaml', 'a', 'x').text).toBe('a: x # c\nb: 1\n');
  expect(set('a:\n  - # c\n  - 2\n', 'yaml', 'a[0]', 'x').text).toBe('a:\n  - x # c\n  - 2\n');
});

it('takes an alias out with its line, and leaves what it stands for', () => {
  expect(unset('a: &x 1\nb: *x\nc: 2\n', 'yaml', 'b').text).toBe('a: &x 1\nc: 2\n');
  expect(editText('a: &x 1\nb: [*x, 2]\n', 'yaml', 'b[0]', { unset: true }).text).toBe('a: &x 1\nb: [2]\n');
});
