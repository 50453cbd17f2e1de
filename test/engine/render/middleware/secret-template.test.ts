import { Problems } from '../../../../engine/problem/index.ts';
import { secretTemplate } from '../../../../engine/render/middleware/secret-template.ts';
import type { FetchedKey } from '../../../../engine/render/middleware/secrets.ts';

function made(text: string, path = '/etc/store.conf') {
  const wanted = new Map<string, FetchedKey>();
  const problems = new Problems();
  return { text: secretTemplate(text, path, path, problems, wanted), keys: [...wanted.values()], problems: problems.all() };
}

it('leaves the product\'s own placeholders and braces as they are', () => {
  expect(made('{{ item }} ${HOME} ${secret:platform/a#b}').text).toBe('{{ "{{" }} item }} ${HOME} {{ .a_b }}');
});

it('asks once for a value that stands twice', () => {
  expect(made('${secret:platform/a#b} ${secret:platform/a#b}').keys).toEqual([{ secretKey: 'a_b', tenant: 'platform', path: 'a', property: 'b' }]);
});

it('keeps values apart whose names differ in signs or tenant only', () => {
  expect(made('${secret:platform/a-b#c} ${secret:platform/a/b#c} ${secret:vendor-01/a/b#c}').keys.map((each) => each.secretKey)).toEqual(['a_b_c', 'a_b_c_2', 'a_b_c_3']);
});

it.each([
  ['/etc/a.properties', 'p=${secret:platform/a#b}', /^p=\{\{ \.a_b \| replace .+ \}\}$/],
  ['/etc/a.json', '{"p": "${secret:platform/a#b}"}', /^\{"p": "\{\{ \.a_b \| toJson .+ \}\}"\}$/],
  ['/etc/a.xml', '<p>${secret:platform/a#b}</p>', /^<p>\{\{ \.a_b \| html \}\}<\/p>$/],
  ['/etc/a.yaml', 'p: "${secret:platform/a#b}"\n', /^p: "\{\{ \.a_b \| toJson .+ \}\}"\n$/],
  ['/etc/b.yaml', '- !TAG\n  user: "${secret:platform/a#b}@%"\n', /^- !TAG\n {2}user: "\{\{ \.a_b \| toJson .+ \}\}@%"\n$/],
  ['/etc/c.yaml', "p: '${secret:platform/a#b}'\n", /^p: '\{\{ \.a_b \| replace "'" "''" \}\}'\n$/],
  ['/etc/d.yaml', 'p: ${secret:platform/a#b}\n', /^p: \{\{ \.a_b \| toJson \}\}\n$/],
  ['/etc/a.sql', "'${secret:platform/a#b}'", /^'\{\{ \.a_b \| replace .+ \| replace "'" "''" \}\}'$/],
  ['/etc/a.conf', 'p ${secret:platform/a#b}', /^p \{\{ \.a_b \}\}$/],
])('escapes a value as %s needs it', (path, text, expected) => {
  const result = made(text, path);
  expect(result.problems).toEqual([]);
  expect(result.text).toMatch(expected);
});

it('refuses a secret in the middle of unquoted YAML, which its characters could break', () => {
  expect(made('a: 1\np: x${secret:platform/a#b}\n', '/etc/a.yaml').problems).toMatchObject([{ code: 'CHAMP1215', where: '/etc/a.yaml:2:5' }]);
});
