import { columns, wrapped } from '../../../../engine/change/print/columns.ts';

it.each([['hsa-mbs', 7], ['医保', 4], ['，', 2], ['é', 1], ['e\u0301', 1], ['🚀', 2], ['👨\u200d👩', 4], ['→', 1], ['', 0], ['ｆｕｌｌ', 8], ['𠀀', 2]])('knows the columns of %j', (text, expected) => {
  expect(columns(text)).toBe(expected);
});

it('breaks at spaces, indents what follows, and keeps names whole', () => {
  expect(wrapped([{ text: 'one two three-and-a-half four' }], 16, 2, 4)).toEqual(['  one two', '    three-and-a-half', '    four']);
});

it('breaks Chinese anywhere but before a closing mark', () => {
  const lines = wrapped([{ text: '医保结算服务，重启。' }], 13, 0, 0);
  expect(lines).toEqual(['医保结算服', '务，重启。']);
});

it('leaves one line without a width', () => {
  expect(wrapped([{ text: 'one two' }, { text: ' three' }], undefined, 3, 9)).toEqual(['   one two three']);
});

it('colours each line by itself and counts no column for it', () => {
  const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
  expect(wrapped([{ text: 'a b', paint: red }, { text: ' c d' }], 5, 0, 0)).toEqual(['\u001b[31ma b\u001b[39m c', 'd']);
});

it('takes a line of a hundred thousand words', () => {
  expect(wrapped([{ text: 'ab '.repeat(100_000) }], 80, 0, 0).length).toBeGreaterThan(3_000);
}, 60_000);
