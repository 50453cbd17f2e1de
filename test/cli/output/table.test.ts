import { table, width } from '../../../cli/output/table.ts';

it.each([['abc', 3], ['中文', 4], ['医保 a', 6], ['，', 2], ['', 0]])('a terminal shows %j in %i columns', (text, columns) => {
  expect(width(text)).toBe(columns);
});

it('lines up the columns behind Chinese text', () => {
  const lines = table([['医保', 'a'], ['ab', 'b'], ['医疗保障', 'c']]).split('\n');
  expect(lines.map((line) => width(line.slice(0, -1)))).toEqual([10, 10, 10]);
});

it('puts numbers to the right and leaves no blanks at the end of a line', () => {
  expect(table([['a', 7, ''], ['b', 1000, 'x']], '  ')).toBe('  a     7\n  b  1000  x');
});
