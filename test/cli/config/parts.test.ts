import { globMatcher } from '../../../cli/config/glob.ts';
import { isHidden, printable, shownValue } from '../../../cli/config/shown.ts';
import { checkVariables } from '../../../cli/config/variables.ts';
import { Problems } from '../../../engine/problem/index.ts';

it.each([
  ['application.yml', 'application.yml', true], ['application.yml', 'a/application.yml', false], ['*.yml', 'a.yml', true], ['*.yml', 'a/b.yml', false], ['**/*.yml', 'b.yml', true], ['**/*.yml', 'a/b/c.yml', true],
  ['a/**', 'a/b/c', true], ['a/**', 'b/c', false], ['?.conf', 'a.conf', true], ['?.conf', 'ab.conf', false], ['a.yml', 'aXyml', false], ['./a.yml', 'a.yml', true], ['**', 'a/b', true],
])('pattern %s and path %s: %s', (pattern, path, expected) => {
  expect(globMatcher(pattern)(path)).toBe(expected);
});

it('a pattern of many stars ends soon', () => {
  expect(globMatcher('**/'.repeat(200) + 'x')('a/'.repeat(500) + 'y')).toBe(false);
});

it('knows its variables, and leaves what is no variable alone', () => {
  const problems = new Problems();
  checkVariables('{{service}} {{ zone }} {{}} {{.x}} {{ if x }} {{zon}} ${{tenants}}', 'w', problems);
  expect(problems.all().map(({ code, args }) => [code, args['value'], args['near']])).toEqual([['CHAMP9215', '{{zon}}', 'zone'], ['CHAMP9215', '{{tenants}}', 'tenant']]);
});

it('hides what keys of any format say is secret, and shows references', () => {
  expect(['db.password', 'spring."data.source".password', 'a/property[@name=db.password]/@value', 'configuration/db-password'].map((key) => shownValue(key, 'hello7'))).toEqual(['<hidden>', '<hidden>', '<hidden>', '<hidden>']);
  expect(shownValue('db.url', 'jdbc:mysql://root:Wx7pLq90@db/x')).not.toContain('Wx7pLq90');
  expect(isHidden('db.password', '${secret:a/b#c}')).toBe(false);
  expect(isHidden('server.port', '8080')).toBe(false);
});

it('prints nothing that moves a cursor', () => {
  expect(printable('a\u001b[2J\nb\u202e')).toBe('a\\u001b[2J\\nb\\u202e');
  expect(printable('x'.repeat(1000)).length).toBeLessThan(410);
});
