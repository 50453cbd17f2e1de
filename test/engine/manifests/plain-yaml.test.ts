import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { printYaml } from '../../../engine/emit/yaml.ts';
import { readGeneralYaml } from '../../../engine/manifests/general-yaml.ts';
import { EMPTY, readPlainYaml } from '../../../engine/manifests/plain-yaml.ts';
import { Problems } from '../../../engine/problem/index.ts';
import { SourceFile } from '../../../engine/text/index.ts';
import { rendered } from '../../fixtures/linyi.ts';

/** What the general reader says of a text, and whether it found anything wrong. */
function general(text: string): { readonly value: unknown; readonly isClean: boolean } {
  const problems = new Problems();
  const value = readGeneralYaml(new SourceFile('x.yaml', text, problems), { text, offset: 0 });
  return { value, isClean: problems.size === 0 };
}

const plain = [
  'a: b # c\nd: e#f\n', 'a: |\n  b\n\n   c\n\nd: e\n', 'a: |+\n  b\n\n\nc: d\n', 'a: |-\n\n  b\n', 'a: |2\n   b\n  c\n', 'a:\n- b\n- c: d\n  e: f\n-\n  g: h\n- - i\n  - j\n',
  'a: [b, "c", \'d\', {e: f, "g": 1}]\nh: {}\ni: []\n', 'a: "b\\u0041\\n" # c\n', "a: 'it''s'\n", '# x\n\n', 'a:\n\nb: ~\nc: null\n', '- a\n- b: |\n    x\n     y\n- z\n', '"a b": c\n\'d\': e\n',
  'a: 1.5\nb: 1e3\nc: -2\nd: 10.0.0.1\ne: 100m\nf: true\ng: 2024-01-01\nh: 1.2.3\ni: .5\n', 'a:\n  b:\n    c: d\n    # x\n  e: f\n', '-Xmx: 1g\n', 'just a text\n', 'a: b: \n', 'a: http://x/y?z=1\n', '__proto__: x\n', 'a: b\u00a0\nc: \u3000d\u3000  \n',
];
const pieces = ['\n', '  ', ' ', ':', ': ', '- ', '#', ' #', '"', "'", '|', '|-', '|+', '>', '\t', '{', '}', '[', ']', ',', '&a ', '*a', '!', 'yes', '0', '~', 'null', '%', '?', '? ', '\\', 'true', 'a: b\n', '\n\n', '  \n', '0x1', '0644', '1_0', 'é', '.', '-', '@', '`', '\u0085', '\u00a0', '\u3000', '\r'];

it.each(plain)('reads %j as the general reader does', (text) => {
  const value = readPlainYaml(text);
  if (value !== undefined) expect({ value, isClean: true }).toEqual(general(text));
});

it('reads every rendered object as it was written', () => {
  for (const { manifest } of rendered('dev').output.objects) expect(readPlainYaml(printYaml(manifest))).toEqual(JSON.parse(JSON.stringify(manifest)));
});

it('never says anything else than the general reader, whatever is changed', () => {
  let seed = 7;
  const random = (below: number) => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 8) % below;
  let read = 0;
  for (let round = 0; round < 6000; round++) {
    let text = plain[random(plain.length)]!;
    for (let change = random(4); change >= 0; change--) {
      const at = random(text.length + 1);
      text = random(2) === 0 ? text.slice(0, at) + pieces[random(pieces.length)]! + text.slice(at) : text.slice(0, at) + text.slice(at + 1 + random(3));
    }
    if (/^(?:---|\.\.\.|%)/m.test(text)) continue;
    const value = readPlainYaml(text);
    if (value === undefined) continue;
    read += 1;
    expect([text, { value, isClean: true }]).toEqual([text, general(text)]);
    if (value !== EMPTY) expect([text, value]).toEqual([text, parse(text, { stringKeys: true, logLevel: 'silent' })]);
  }
  expect(read).toBeGreaterThan(800);
});

it.each([
  ['a key that appears twice', 'a: 1\na: 2\n'], ['an anchor', 'a: &x b\n'], ['a merge key', 'a:\n  <<: {b: c}\n'], ['a boolean of YAML 1.1', 'a: yes\n'], ['a key that is one', 'on: a\n'], ['an octal number', 'a: 0644\n'],
  ['a number with underscores', 'a: 1_000\n'], ['a tag', 'a: !!str b\n'], ['a folded text', 'a: >\n  b\n'], ['a text over two lines', 'a: b\n  c\n'], ['a tab', 'a:\tb\n'], ['no end of line', 'a: b'], ['a template', 'a: {{ .Values.b }}\n'],
  ['nesting without end', '- '.repeat(5000) + 'a\n'], ['brackets without end', `a: ${'['.repeat(5000)}\n`],
])('leaves %s to the general reader', (_, text) => {
  expect(readPlainYaml(text)).toBeUndefined();
});

it('understands what this project writes', () => {
  const folder = join(__dirname, '..', '..', '..', 'environments');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('releases.yaml'));
  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(readPlainYaml(text)).toEqual(parse(text));
  }
  expect(files.length).toBeGreaterThan(0);
});
