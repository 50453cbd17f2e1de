import fc from 'fast-check';
import { lineHunks } from '../../../engine/change/index.ts';

const lines = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

describe('hunks of lines', () => {
  test('tell what was removed and added, and where', () => {
    expect(lineHunks('a\nb\nc\nd\n', 'a\nB\nc\nd\ne\n')).toEqual([
      { before: 2, after: 2, removed: ['b'], added: ['B'] },
      { before: 5, after: 5, removed: [], added: ['e'] },
    ]);
    expect(lineHunks('', 'a\n')).toEqual([{ before: 1, after: 1, removed: [], added: ['a'] }]);
  });

  test('are few where lines moved among others that stand once', () => {
    const text = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `line ${from + index}`).join('\n');
    expect(lineHunks(text(0, 500), text(10, 510))).toHaveLength(2);
  });

  test('are none for equal texts, and the last line end is no line', () => {
    expect(lineHunks('a\nb', 'a\nb\n')).toEqual([]);
    expect(lineHunks('a', 'a')).toEqual([]);
  });

  test('make the one text of the other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', ''), { maxLength: 30 }).map((all) => all.join('\n'));
    fc.assert(fc.property(text, text, (before, after) => {
      const [was, made] = [lines(before), [] as string[]];
      let at = 0;
      for (const hunk of lineHunks(before, after)) {
        made.push(...was.slice(at, hunk.before - 1));
        expect(made).toHaveLength(hunk.after - 1);
        expect(was.slice(hunk.before - 1, hunk.before - 1 + hunk.removed.length)).toEqual(hunk.removed);
        made.push(...hunk.added);
        at = hunk.before - 1 + hunk.removed.length;
      }
      expect([...made, ...was.slice(at)]).toEqual(lines(after));
    }), { numRuns: 500 });
  });

  test('of huge texts that have nothing in common are one', () => {
    const text = (word: string) => Array.from({ length: 150_000 }, (_, index) => `${word}${index}`).join('\n');
    expect(lineHunks(text('a'), text('b'))).toHaveLength(1);
  });
});
