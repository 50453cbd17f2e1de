import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globMatcher } from '../../../cli/config/glob.ts';
import { isHidden, printable, shownValue } from '../../../cli/config/shown.ts';
import { checkVariables } from '../../../cli/config/variables.ts';
import { writeAll } from '../../../cli/config/write.ts';
import { ProblemError, Problems } from '../../../engine/problem/index.ts';

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

describe('writing', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'champ-config-'));
    writeFileSync(join(folder, 'a'), 'one');
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub', 'b'), 'two');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const draft = (path: string, before: string | undefined, after: string) => ({ at: join(folder, path), name: path, before: before === undefined ? undefined : Buffer.from(before), after: Buffer.from(after) });
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  it('writes all files, new ones with their folders', () => {
    chmodSync(join(folder, 'a'), 0o600);
    writeAll([draft('a', 'one', '1'), draft('new/deep/c', undefined, '3')]);
    expect([read('a'), read('new/deep/c'), readdirSync(folder).sort()]).toEqual(['1', '3', ['a', 'new', 'sub']]);
  });

  it('writes none when one was changed, has gone, or came meanwhile', () => {
    for (const other of [draft('sub/b', 'TWO', '2'), draft('gone', 'x', '2'), draft('sub/b', undefined, '2')]) {
      expect(() => writeAll([draft('a', 'one', '1'), other])).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'CHAMP9219', where: other.name })] }) as ProblemError);
    }
    expect([read('a'), read('sub/b')]).toEqual(['one', 'two']);
  });

  it('puts everything back when a file cannot be placed', () => {
    // a file stands where the folder of the third one would
    expect(() => writeAll([draft('a', 'one', '1'), draft('n/x', undefined, 'x'), draft('a/below', undefined, '2')])).toThrow(/ENOTDIR|EEXIST/);
    expect([read('a'), readdirSync(folder).sort()]).toEqual(['one', ['a', 'sub']]);
  });

  it('puts back what was placed already when a later one cannot be', () => {
    // somebody makes a folder of that name in the meantime
    const at = join(folder, 'late');
    const stuck = {
      at, name: 'late', before: undefined,
      get after() {
        mkdirSync(join(at, 'full'), { recursive: true });
        return Buffer.from('x');
      },
    };
    expect(() => writeAll([draft('a', 'one', '1'), draft('new/c', undefined, '3'), stuck])).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect([read('a'), readdirSync(folder).sort()]).toEqual(['one', ['a', 'late', 'sub']]);
  });
});
