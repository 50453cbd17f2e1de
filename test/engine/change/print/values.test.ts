import { clipped, sorted, valueText, wholeRows } from '../../../../engine/change/print/values.ts';

it('writes strings as they are and all else as JSON with sorted keys', () => {
  expect(['x y', 1, null, true, { b: [{ d: 1, c: 2 }], a: 'é' }].map(valueText)).toEqual(['x y', '1', 'null', 'true', '{"a":"é","b":[{"c":2,"d":1}]}']);
  expect(JSON.stringify(sorted(JSON.parse('{"b":1,"__proto__":{"z":1,"a":2}}')))).toBe('{"__proto__":{"a":2,"z":1},"b":1}');
});

it('shortens without halving a character', () => {
  expect(clipped('abc', 3)).toBe('abc');
  expect(clipped('ab🚀d', 3)).toBe('ab...');
  expect(clipped('ab🚀d', 4)).toBe('ab🚀...');
});

it('takes as many whole rows as fit', () => {
  const lines = ['- a: 1', '  b: 2', '- a: 3', '  b: 4'];
  expect([4, 3, 2, 1, 0].map((most) => wholeRows(lines, most).length)).toEqual([4, 2, 2, 0, 0]);
});
