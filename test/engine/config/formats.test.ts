import fc from 'fast-check';
import { parseConfig } from '../../../engine/config/index.ts';
import { found } from '../text/found.ts';
import { soak } from '../../fixtures/soak.ts';

const refused = (name: string, text: string) => found((problems) => void parseConfig(text, name, problems));
const shown = (name: string, text: string) => refused(name, text).map(({ code, where }) => `${code} ${where.slice(where.indexOf(':') + 1)}`);

test.each([
  ['application.properties', '# 注释\nserver.port=9051\na.b[0]: x\\\n  y\nc\\ d = \\u4e2d\\\\u\nempty=\n! 2\n'],
  ['bootstrap.yml', 'spring:\n  name: a\n---\nspring: {profiles: dev}\n'],
  ['a.YAML', '- *b\n'.replace('*b', 'b')],
  ['logback.xml', '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a < b & c -->\n<configuration><a b="1 &lt; 2" c=\'"\'/><![CDATA[a && b]]>&#20013;</configuration>\n'],
  ['a.json', ' {"a": [1, -0.5e+3, true, null, {}, []], "b": "\\u4e2d\\"", "c": {"a": ""}}\n'],
  ['nginx.conf', '# 公服区\nupstream a { server b:80 weight=1; server c:80; }\nserver {\n  location ~ "^/a{2}$" { return 200 \'it\\\'s ${host} $1\'; }\n  log_format main \'$a\'\n    "$b";\n  set $x a#b;\n}\n'],
])('takes %s', (name, text) => {
  expect(refused(name, text)).toEqual([]);
});

test('refuses a format that it does not know', () => {
  expect(refused('config/a.toml', 'a = 1')).toMatchObject([{ code: 'CHAMP1201', where: 'config/a.toml:1:1', args: { value: 'a.toml' } }]);
});

test.each([
  ['a key that appears twice', 'a=1\nb=2\na = 3\n', ['CHAMP1111 3:1']],
  ['a key that appears twice in another spelling', 'ab=1\n\\u0061b=3\n', ['CHAMP1111 2:1']],
  ['a malformed escape', 'a=x\\u12g\nb=\\u\nc=\\\\u1\n', ['CHAMP1202 1:4', 'CHAMP1202 2:3']],
  ['a malformed escape in a key', 'a\\u1=x\n', ['CHAMP1202 1:2']],
  ['a line without a value', 'a=1\nlost line  \nword\n', ['CHAMP1203 3:1']],
  ['a line without a key', '<<<<<<< HEAD\n=======\n', ['CHAMP1203 2:1']],
])('properties: refuses %s', (_, text, expected) => {
  expect(shown('a.properties', text)).toEqual(expected);
});

test.each([
  ['a key that appears twice', 'a:\n  b: 1\n  b: 2\n', ['CHAMP1111 3:3']],
  ['a tab as indentation', 'a:\n\tb: 1\n', ['CHAMP1112 2:1']],
  ['an open bracket', 'a: [1\n', ['CHAMP1110 2:1']],
  ['a key of a later document that appears twice', 'a: 1\n---\na: 1\na: 2\n', ['CHAMP1111 4:1']],
])('YAML: refuses %s', (_, text, expected) => {
  expect(shown('a.yml', text)).toEqual(expected);
});

test.each([
  ['a document type', '<!DOCTYPE a SYSTEM "file:///etc/passwd">\n<a/>\n', ['CHAMP1205 1:1']],
  ['an entity bomb', '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>\n<a>&c;</a>\n', ['CHAMP1205 1:1']],
  ['an unknown entity', '<a b="&x;">\n&nbsp;</a>\n', ['CHAMP1204 1:7', 'CHAMP1204 2:1']],
  ['a bare ampersand', '<a>b && c</a>\n', ['CHAMP1110 1:6', 'CHAMP1204 1:6', 'CHAMP1204 1:7']],
  ['a less-than sign in an attribute', '<a b="1 < 2"/>\n', ['CHAMP1204 1:9']],
  ['another encoding', '<?xml version="1.0" encoding="GBK"?>\n<a/>\n', ['CHAMP1204 1:21']],
  ['a wrong end tag', '<a>\n  <b>\n  </c>\n</a>\n', ['CHAMP1110 3:3']],
  ['two roots', '<a/>\n<b></b>\n<c></c>\n', ['CHAMP1110 3:3']],
  ['an attribute without quotes', '<a b=1/>\n', ['CHAMP1110 1:4']],
  ['an open comment', '<a/>\n<!-- b\n', ['CHAMP1208 2:1']],
  ['an open CDATA section', '<a><![CDATA[b</a>\n', ['CHAMP1208 1:4']],
  ['an open instruction', '<?xml version="1.0">\n<a/>\n', ['CHAMP1208 1:1']],
  ['an open tag', '<a\n', ['CHAMP1208 1:2']],
  ['nothing', '\n', ['CHAMP1110 1:1']],
])('XML: refuses %s', (_, text, expected) => {
  expect(shown('a.xml', text)).toEqual(expected);
});

test.each([
  ['a trailing comma', '{"a": 1,}', ['CHAMP1204 1:9']],
  ['a trailing comma of a list', '[1,\n]', ['CHAMP1204 2:1']],
  ['a missing comma', '{"a": 1\n "b": 2}', ['CHAMP1204 2:2']],
  ['a key without quotes', '{a: 1}', ['CHAMP1204 1:2']],
  ['a key that appears twice', '{"a": {"b": 1},\n "\\u0061": 2}', ['CHAMP1111 2:2']],
  ['single quotes', "['a']", ['CHAMP1204 1:2']],
  ['a comment', '// a\n{}', ['CHAMP1204 1:1']],
  ['a number with a leading zero', '[01]', ['CHAMP1204 1:3']],
  ['a line feed in a string', '["a\nb"]', ['CHAMP1204 1:2']],
  ['a bad escape', '["\\x"]', ['CHAMP1204 1:2']],
  ['a wrong bracket', '{"a": [1}', ['CHAMP1204 1:9']],
  ['a missing bracket', '{"a": [1]\n', ['CHAMP1204 2:1']],
  ['text behind the value', '{} x', ['CHAMP1204 1:4']],
  ['nothing', '', ['CHAMP1204 1:1']],
  ['a word that is no value', '[nulls]', ['CHAMP1204 1:2']],
])('JSON: refuses %s', (_, text, expected) => {
  expect(shown('a.json', text)).toEqual(expected);
});

test('JSON: agrees with JSON.parse', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"b"', '1', '-', '0', '.5', 'e3', 'true', 'nul', 'null', ' ', '"\\n"', '\\', '"');
  const text = fc.oneof(fc.json(), fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')));
  const accepts = (value: string) => {
    try {
      return (JSON.parse(value), true);
    } catch {
      return false;
    }
  };
  fc.assert(fc.property(text, (value) => {
    const codes = refused('a.json', value).map((each) => each.code).filter((code) => code !== 'CHAMP1111' && code !== 'CHAMP1213');
    expect(codes.length === 0).toBe(accepts(value));
  }), { numRuns: soak(1000, 100000) });
});

test.each([
  ['a block that is not closed', 'server {\n  location / {\n    root a;\n  }\n', ['CHAMP1206 1:8']],
  ['a brace too many', 'server {\n}\n}\n', ['CHAMP1206 3:1']],
  ['a missing semicolon before a brace', 'server {\n  listen 80\n}\n', ['CHAMP1207 2:12']],
  ['a missing semicolon before a directive', 'server {\n  listen 80 # http\n  server_name a;\n}\n', ['CHAMP1207 2:12']],
  ['a missing semicolon at the end', 'worker_processes 4\n', ['CHAMP1207 1:19']],
  ['an open quote', "server {\n  return 200 'a\\';\n}\n", ['CHAMP1208 2:14']],
  ['a word behind a quote', 'return 200 "a"b;\n', ['CHAMP1204 1:15']],
  ['an empty directive', 'listen 80;;\n', ['CHAMP1204 1:11']],
  ['a block without a name', '{ }\n', ['CHAMP1204 1:1']],
])('nginx: refuses %s', (_, text, expected) => {
  expect(shown('nginx.conf', text)).toEqual(expected);
});

test('reports every fault of a file', () => {
  expect(shown('a.properties', 'a=1\na=2\nb=\\u0\nc=${endpoint:}\n=x\n')).toEqual(['CHAMP1111 2:1', 'CHAMP1202 3:3', 'CHAMP1211 4:3', 'CHAMP1203 5:1']);
});
