import fc from 'fast-check';
import { editText, getValue, readForEdit } from '../../../engine/edit/index.ts';
import { soak } from '../../fixtures/soak.ts';
import { joined, layout, refusal, set, unset, word } from './edited.ts';

const FILE = [
  'worker_processes 4; # 主机', 'http {', '    log_format main "$remote_addr"', '        \'$request\';', '    upstream a { server b:80; }', '    server {', '        listen 80;', '        server_name a.example www.a.example;',
  '        location = / { return 200; }', '        location /api {', '            proxy_pass http://a; # to a', '        }', '    }', '    server {', '        listen 81;', '        listen 82 ssl;', '    }', '    types {', '        text/html html;', '    }', '    gzip on;', '}', '',
].join('\n');
const edit = (path: string, value: string) => set(FILE, 'nginx', path, value).text;

it('reads the words of a directive as they are written, blocks chosen by words, directives or numbers', () => {
  expect([
    'worker_processes', 'http/log_format', 'http/upstream[a]/server', 'http/server[1]/listen', 'http/server[server_name=a.example]/listen', 'http/server[1]/location[/api]/proxy_pass', 'http/server[1]/location[= /]/return',
    'http/server[2]/listen[2]', 'http/types/"text/html"', 'http/x', 'http/server[3]/listen',
  ].map((path) => getValue(FILE, 'nginx', path))).toEqual(['4', 'main "$remote_addr"\n        \'$request\'', 'b:80', '80', '80', 'http://a', '200', '82 ssl', 'html', undefined, undefined]);
});

it('changes the words and nothing beside them', () => {
  expect(edit('worker_processes', 'auto')).toBe(FILE.replace('4;', 'auto;'));
  expect(edit('http/server[1]/listen', '80 default_server')).toBe(FILE.replace('80;\n        server_name', '80 default_server;\n        server_name'));
  expect(edit('http/log_format', 'main "a;b"')).toBe(FILE.replace(/"\$remote[^;]*/, '"a;b"'));
});

it('adds a directive at the end of its block, in a line of its own where its neighbours are', () => {
  expect(edit('http/sendfile', 'on')).toBe(FILE.replace('    gzip on;\n', '    gzip on;\n    sendfile on;\n'));
  expect(edit('http/server[1]/location[/api]/proxy_buffering', 'off')).toBe(FILE.replace('# to a\n', '# to a\n            proxy_buffering off;\n'));
  expect(edit('http/upstream[a]/keepalive', '8')).toBe(FILE.replace('b:80; }', 'b:80; keepalive 8; }'));
  expect(edit('user', 'nginx')).toBe(`${FILE}user nginx;\n`);
  expect(set('http {\r\n}\r\n', 'nginx', 'http/gzip', 'on').text).toBe('http {\r\n    gzip on;\r\n}\r\n');
  expect(set('events {}', 'nginx', 'events/worker_connections', '1').text).toBe('events { worker_connections 1; }');
  expect(set('# empty\n', 'nginx', 'user', 'x').text).toBe('# empty\nuser x;\n');
});

it('removes a directive with its line', () => {
  expect(unset(FILE, 'nginx', 'http/gzip').text).toBe(FILE.replace('    gzip on;\n', ''));
  expect(unset(FILE, 'nginx', 'http/server[1]/location[/api]/proxy_pass').text).toBe(FILE.replace(/ +proxy_pass.*\n/, ''));
  expect(unset(FILE, 'nginx', 'http/upstream[a]/server').text).toBe(FILE.replace('{ server b:80; }', '{ }'));
  expect(editText(FILE, 'nginx', 'http/server[2]/listen[1]', { unset: true }).text).toBe(FILE.replace('        listen 81;\n', ''));
});

it.each([
  ['directives that are several', 'http/server/listen', '9', 'CHAMP9201 nginx.conf:7:9'],
  ['a block', 'http', '9', 'CHAMP9203 nginx.conf:2:1'],
  ['a block that is not there', 'http/x/y', '9', 'CHAMP9206 nginx.conf:1:1'],
  ['a malformed path', 'http//y', '9', 'CHAMP9204 nginx.conf:1:1'],
  ['a value that would be more than one directive', 'worker_processes', '4; user root', 'CHAMP9219 nginx.conf:1:18'],
  ['a new value that would be more than one directive', 'http/root', '/; }', 'CHAMP9219 nginx.conf:1:1'],
  ['a value that would not end', 'worker_processes', '"4', 'CHAMP9219 nginx.conf:1:18'],
  ['a value that would swallow the semicolon', 'worker_processes', '4 # x', 'CHAMP9219 nginx.conf:1:18'],
  ['a control character', 'worker_processes', '\u0007', 'CHAMP9208 nginx.conf:1:1'],
])('refuses %s', (_, path, value, expected) => {
  expect(refusal(() => editText(FILE, 'nginx', path, { set: value }, { name: 'nginx.conf' }))).toEqual([expected]);
});

const words = fc.array(fc.oneof(word, fc.constantFrom('"a b"', "'x;y'", '${endpoint:hsa-mbs:http}', '$host', '~*', 'http://a/b#c', '\\;', '{2}'.replace('{2}', '80'))), { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const directive = fc.tuple(word, words);
const file = fc.record({ blocks: fc.array(fc.tuple(word, fc.array(directive, { minLength: 1, maxLength: 4 })), { minLength: 1, maxLength: 3 }), layout, noise: fc.constantFrom('', ' # 注释 { ;') })
  .map(({ blocks, layout: how, noise }) => joined(blocks.flatMap(([name, inner]) => [`${name} x {`, ...inner.map(([key, value]) => `  ${key} ${value};${noise}`), '}']), how));

test('setting reads back, leaves the rest, and setting the old value gives the old bytes', () => {
  fc.assert(fc.property(file, words, fc.nat(), (text, value, pick) => {
    const entries = readForEdit(text, 'nginx').entries.filter(({ key }) => !key.endsWith('/{}'));
    const { key, start, end } = entries[pick % entries.length]!;
    const { text: edited, before, splice } = set(text, 'nginx', key, value);
    expect(splice === undefined || (splice.start === start && splice.end === end)).toBe(true);
    expect(set(edited, 'nginx', key, before!).text).toBe(text);
  }), { seed: 7, numRuns: soak(300, 30000) });
});

test('a new directive is read back, and the file is as it was when it goes again', () => {
  fc.assert(fc.property(file, words, fc.nat(), (text, value, pick) => {
    const { entries } = readForEdit(text, 'nginx');
    const path = entries[pick % entries.length]!.key.replace(/[^/]*$|\{\}$/, 'fresh_one');
    const { text: edited } = set(text, 'nginx', path, value);
    expect(unset(edited, 'nginx', path).text).toBe(text);
  }), { seed: 7, numRuns: soak(300, 30000) });
});

it.each(["'a;b'", '"{x} #y"', 'a#b', "~ '\\.php$'", '${x}y', '\\;', 'a\n  b'])('takes %j for one value', (value) => {
  expect(set('a 1;\n', 'nginx', 'a', value).text).toBe(`a ${value};\n`);
});
