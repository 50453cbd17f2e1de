import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { diffOf, diffsOf } from '../../../cli/edit/diff.ts';

const path = join(process.cwd(), 'some', 'file.yaml');
const text = (...lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

it('shows the changed lines with two of those around them, under the name that people know', () => {
  const before = text('1', '2', '3', '4', '5', '6', '7');
  expect(diffOf({ path, before, after: before.replace('4', 'four') })).toBe(['--- a/some/file.yaml', '+++ b/some/file.yaml', '@@ -2,5 +2,5 @@', ' 2', ' 3', '-4', '+four', ' 5', ' 6'].join('\n'));
});

it('tells changes near each other together and others apart', () => {
  const before = text(...'abcdefghijklmnopqrst');
  const diff = diffOf({ path, before, after: before.replace('b', 'B').replace('d', 'D').replace('q', 'Q') });
  expect(diff.match(/^@@.*$/gm)).toEqual(['@@ -1,6 +1,6 @@', '@@ -15,5 +15,5 @@']);
});

it('is empty for equal texts, and marks a new file', () => {
  expect(diffsOf([{ path, before: 'a\n', after: 'a\n' }])).toBe('');
  expect(diffOf({ path, after: 'a\nb\n' })).toBe(['--- /dev/null', '+++ b/some/file.yaml', '@@ -0,0 +1,2 @@', '+a', '+b'].join('\n'));
});

it('is a diff that git apply takes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'champ-diff-'));
  mkdirSync(join(folder, 'some'));
  const file = join(folder, 'some', 'file.yaml');
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e f', ''), { minLength: 1, maxLength: 30 }).map((each) => text(...each));
  fc.assert(fc.property(lines, lines, (before, after) => {
    fc.pre(before !== after);
    writeFileSync(file, before);
    const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: `${diffOf({ path, before, after })}\n` });
    expect([applied.status, readFileSync(file, 'utf8')]).toEqual([0, after]);
  }), { numRuns: 60, seed: 7 });
  rmSync(folder, { recursive: true });
});
