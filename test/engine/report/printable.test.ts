import { printable } from '../../../engine/report/printable.ts';

it.each([
  ['a cursor movement', '\u001b[2J', '\\u001b[2J'],
  ['a text that runs backwards', 'a\u202eb', 'a\\u202eb'],
  ['half a character', 'a\ud800b', 'a\\ud800b'],
  ['a line break', 'a\nb', 'a\\nb'],
  ['a NUL', '\u0000', '\\u0000'],
])('writes out %s', (_, text, shown) => {
  expect(printable(text)).toBe(shown);
});

it('leaves Chinese and characters beyond the first plane alone', () => {
  expect(printable('医保 𠮷 😀 é')).toBe('医保 𠮷 😀 é');
});

it('says how much of a long value is left out', () => {
  expect(printable('x'.repeat(5_000))).toBe(`${'x'.repeat(1_000)} ... (+4000)`);
});
