import { checkPlaceholders, parseConfig, references, type Reference } from '../../../engine/config/index.ts';
import { Problems } from '../../../engine/problem/index.ts';
import { found } from '../text/found.ts';

const read = (name: string, text: string) => references(text, name, new Problems());
const refused = (name: string, text: string, known: readonly string[] = []) => found((problems) => void references(text, name, problems, new Set(known)));
const brief = (each: Reference) => `${each.line}:${each.column} ${each.raw}`;

test('finds endpoints and secrets with their parts and places', () => {
  expect(read('a.properties', 'a=http://${endpoint:hsa-mbs}/x\nb=${endpoint:relational-db:mysql}\nc=${secret:core/mbs/db#password}\n')).toMatchObject([
    { type: 'endpoint', target: 'hsa-mbs', raw: '${endpoint:hsa-mbs}', line: 1, column: 10, offset: 9, where: 'a.properties:1:10' },
    { type: 'endpoint', target: 'relational-db', port: 'mysql', line: 2, column: 3 },
    { type: 'secret', path: 'core/mbs/db', property: 'password', line: 3, column: 3 },
  ]);
});

test.each([
  ['a.properties', '# ${endpoint:a}\n! ${endpoint:a}\nb=${endpoint:b} ${endpoint:c}\n', ['3:3 ${endpoint:b}', '3:17 ${endpoint:c}']],
  ['a.properties', 'b=x,\\\n  ${endpoint:b}\n', ['2:3 ${endpoint:b}']],
  ['a.yml', '# ${endpoint:a}\na: ${endpoint:b} # ${endpoint:a}\nb: |  # ${endpoint:a}\n  ${endpoint:c}\nc: ["${endpoint:d}"]\n', ['2:4 ${endpoint:b}', '4:3 ${endpoint:c}', '5:6 ${endpoint:d}']],
  ['a.yml', 'a: ${endpoint:b}\n---\na: \'${endpoint:c}\'\n', ['1:4 ${endpoint:b}', '3:5 ${endpoint:c}']],
  ['a.xml', '<!-- ${endpoint:a} --><?x ${endpoint:a}?><a b="${endpoint:b}">${endpoint:c}<![CDATA[${endpoint:d}]]></a>', ['1:48 ${endpoint:b}', '1:63 ${endpoint:c}', '1:85 ${endpoint:d}']],
  ['a.json', '{"a": ["x ${endpoint:b}"]}', ['1:11 ${endpoint:b}']],
  ['a.conf', '# ${endpoint:a}\nlocation / { proxy_pass http://${endpoint:b}/$1; set $a "${secret:a#b}"; }', ['2:32 ${endpoint:b}', '2:58 ${secret:a#b}']],
])('finds what is in the text of %s and not what is in comments', (name, text, expected) => {
  expect(refused(name, text)).toEqual([]);
  expect(read(name, text).map(brief)).toEqual(expected);
});

test.each([
  ['${endpoint:}'], ['${endpoint:a:}'], ['${endpoint:a:b:c}'], ['${endpoint:A}'], ['${endpoint: a}'], ['${endpoint:a/b}'], ['${endpoint:-a}'],
  ['${secret:}'], ['${secret:a}'], ['${secret:a#}'], ['${secret:#b}'], ['${secret:/a#b}'], ['${secret:a//b#c}'], ['${secret:A#b}'], ['${secret:a#b c}'],
])('refuses the malformed %s', (raw) => {
  for (const [name, text] of [['a.properties', `a=${raw}`], ['a.json', `["${raw}"]`], ['a.xml', `<a>${raw}</a>`]] as const) {
    expect(refused(name, text)).toMatchObject([{ code: 'CHAMP1211', args: { value: raw, allowed: expect.stringContaining('${') } }]);
  }
});

test.each([
  ['${endpiont:hsa-mbs}', 'endpoint:'], ['${endpoints:hsa-mbs}', 'endpoint:'], ['${Endpoint:hsa-mbs}', 'endpoint:'], ['${secrets:a#b}', 'secret:'], ['${sercet:a#b}', 'secret:'],
])('refuses the misspelt %s in every format', (raw, near) => {
  for (const [name, text] of [['a.properties', `a=${raw}`], ['a.yml', `a: "${raw}"`], ['a.json', `["${raw}"]`], ['a.xml', `<a>${raw}</a>`], ['a.conf', `set a ${raw};`]] as const) {
    expect(refused(name, text)).toMatchObject([{ code: 'CHAMP1210', args: { value: raw, near, allowed: 'endpoint:, secret:' } }]);
  }
});

test('takes a name that is nearly a prefix when it is defined, and one that is not near', () => {
  expect(refused('a.properties', 'secrets=x\na=${secrets:y}\nb=${entrypoint:/app}\n')).toEqual([]);
});

test.each([
  ['a.properties', 'a=${secret:x#y\nb=1\n', '1:3'], ['a.properties', 'a=${endpoint\n', '1:3'], ['a.yml', 'a: "${secret:x"\n', '1:5'], ['a.yml', 'a: x ${DB\n', '1:6'],
  ['a.xml', '<a>${endpoint:x</a>', '1:4'], ['a.json', '["${endpoint:x"]', '1:3'], ['a.conf', 'set a "${secret:x";', '1:8'],
])('refuses an unclosed reference: %s %j', (name, text, place) => {
  expect(refused(name, text)).toMatchObject([{ code: 'CHAMP1212', where: `${name}:${place}` }]);
});

test.each([
  ['a.properties', '${endpoint:a}=b\n'], ['a.yml', '"${endpoint:a}": b\n'], ['a.yml', 'x: {"${secret:a#b}": b}\n'], ['a.json', '{"${endpoint:a}": 1}'],
])('refuses a reference in a key: %s %j', (name, text) => {
  expect(refused(name, text).map((each) => each.code)).toEqual(['CHAMP1214']);
});

test.each([
  ['a.yml', 'a: jdbc?password=${secret:a#b}\n'], ['a.yml', 'a: ${secret:a#b}${secret:a#c}\n'], ['a.conf', 'set $a ${secret:a#b};'],
])('refuses a secret as a part of unquoted text: %s %j', (name, text) => {
  expect(refused(name, text).map((each) => each.code)).toEqual(Array(text.split('${secret').length - 1).fill('CHAMP1215'));
});

test('leaves an unquoted reference in flow YAML to the syntax', () => {
  expect(refused('a.yml', 'a: [${endpoint:b}]\n').map((each) => each.code)).toContain('CHAMP1110');
});

test('takes a secret that is a whole value or in quotes', () => {
  for (const [name, text] of [['a.yml', 'a: ${secret:a#b}\nb: "x ${secret:a#b}"\nc: |\n  x ${secret:a#b}\n'], ['a.properties', 'a=x ${secret:a#b}\n'], ['a.conf', "set $a 'x ${secret:a#b}';"]] as const) {
    expect(refused(name, text)).toEqual([]);
  }
});

test('reports every faulty reference of a file in one pass', () => {
  expect(refused('a.properties', 'a=${endpoint:}\nb=${secret:x\nc=${endpiont:y}\nd=${none}\n').map((each) => each.code)).toEqual(['CHAMP1211', 'CHAMP1212', 'CHAMP1210', 'CHAMP1213']);
});

describe('other placeholders', () => {
  test.each([
    ['a.properties', 'a=1\nb=${a} ${DB_HOST:localhost} ${X:} ${random.int} ${A:${B:c}}\n'],
    ['a.yml', 'spring:\n  application: {name: x}\n  l: [1]\nb: ${spring.application.name} ${spring.l[0]} ${spring}\n'],
    ['a.yml', 'base: &base {x: 1}\nb: {<<: *base}\nc: *base\nd: ${b.x} ${c.x}\n'],
    ['a.xml', '<c><property name="LOG" value="${HOSTNAME}"/><springProperty scope="context" name="app" source="s"/><f>${LOG}/${app} ${X:-y}</f></c>'],
    ['a.conf', 'set $a ${b}; return 200 "${unclosed";'],
    ['a.json', '{"a": "${anything} ${ "}'],
  ])('are taken when they are defined, have a default, or are the product\'s: %s %j', (name, text) => {
    expect(refused(name, text)).toEqual([]);
  });

  test.each([
    ['a.properties', 'db.host=x\na=${db.hots}\n', '2:3', 'db.host'],
    ['a.yml', 'a:\n  b: ${a.c}\n', '2:6', 'a.b'],
    ['a.properties', 'long.key=${A:${B}}\n', '1:14', undefined],
    ['a.properties', 'long.key=${}\n', '1:10', undefined],
    ['a.xml', '<c><property name="LOG_HOME" value="x"/><f>${LOG_HOM}</f></c>', '1:44', 'LOG_HOME'],
  ])('are refused when nothing defines them: %s %j', (name, text, place, near) => {
    const [first, ...others] = refused(name, text);
    expect([first, others]).toMatchObject([{ code: 'CHAMP1213', where: `${name}:${place}` }, []]);
    expect(first?.args['near']).toBe(near);
  });

  test('may be known from elsewhere', () => {
    expect(refused('a.yml', 'a: ${DB_HOST}\n', ['DB_HOST'])).toEqual([]);
  });

  test('may be defined in another file of the same service', () => {
    const problems = new Problems();
    const files = [parseConfig('app.name=x\n', 'a.properties', problems)!, parseConfig('a: ${app.name}\n', 'b.yml', problems)!];
    expect(files[0]?.defined).toContain('app.name');
    checkPlaceholders(files, new Set(), problems);
    expect(problems.all()).toEqual([]);
  });
});
