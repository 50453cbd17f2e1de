import fc from 'fast-check';
import { Problems } from '../../../engine/problem/index.ts';
import { excerpt, MAX_PROBLEMS, SourceFile } from '../../../engine/text/index.ts';

test('counts lines and columns as splitting at line feeds does', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('a', '医', '😀', '\n')).map((parts) => parts.join('')), (text) => {
    const file = new SourceFile('a', text, new Problems());
    for (let offset = 0; offset <= text.length; offset++) {
      const before = text.slice(0, offset).split('\n');
      expect(file.at(offset)).toEqual({ line: before.length, column: before.at(-1)!.length + 1 });
    }
  }));
});

test('keeps the first thousand problems of a file', () => {
  const problems = new Problems();
  const file = new SourceFile('a', '\n'.repeat(5000), problems);
  for (let offset = 0; offset < 5000; offset++) file.refuse('CHAMP1112', offset);
  expect(problems.size).toBe(MAX_PROBLEMS);
  expect(file.refused).toBe(true);
});

test('quotes a value in one short line', () => {
  expect(excerpt('a\nb\tc')).toBe('a b c');
  expect(excerpt('x'.repeat(80))).toBe('x'.repeat(80));
  expect(excerpt('x'.repeat(81))).toBe(`${'x'.repeat(79)}…`);
});
