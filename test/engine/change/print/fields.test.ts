import { toldFields } from '../../../../engine/change/print/fields.ts';

it('shows the sides as text, absent ones not at all', () => {
  expect(toldFields([{ field: 'a', before: 1, after: 'x' }, { field: 'b', after: { z: 1, a: null } }, { field: 'c', before: false }], 9)).toEqual({
    shown: [{ field: 'a', before: '1', after: 'x' }, { field: 'b', after: '{"a":null,"z":1}' }, { field: 'c', before: 'false' }], left: 0,
  });
});

it('shows the lines of a text that differ, with their numbers', () => {
  const { shown } = toldFields([{ field: 'data.f', before: 'a\nb\nc\nd\n', after: 'a\nB\nc\nd\ne\nf\n' }], 9);
  expect(shown).toEqual([{ field: 'data.f:2', before: 'b', after: 'B' }, { field: 'data.f:5', after: 'e\nf' }]);
});

it('shows the whole where no line differs', () => {
  expect(toldFields([{ field: 'data.f', before: 'a\n', after: 'a' }], 9).shown).toEqual([{ field: 'data.f', before: 'a\n', after: 'a' }]);
});

it('says how many are left', () => {
  const fields = Array.from({ length: 10 }, (_, index) => ({ field: `f${index}`, before: index }));
  expect(toldFields(fields, 3)).toMatchObject({ shown: [{ field: 'f0' }, { field: 'f1' }, { field: 'f2' }], left: 7 });
  expect(toldFields(fields, 0)).toEqual({ shown: [], left: 10 });
});

it('shows of long values what differs, with a little around it', () => {
  const options = (heap: string) => `${'-Dsome.option=true '.repeat(20)}-Xmx${heap} ${'-Dother.option=true '.repeat(20)}`;
  const change = { field: 'env', before: options('4g'), after: options('6g') };
  expect(toldFields([change], 9, true).shown).toEqual([{ field: 'env', before: expect.stringMatching(/^\.\.\..{20}-Xmx4g .{22}\.\.\.$/), after: expect.stringMatching(/^\.\.\..{20}-Xmx6g .{22}\.\.\.$/) }]);
  expect(toldFields([change], 9).shown).toEqual([change]);
  const longer = { field: 'f', before: 'x'.repeat(200), after: 'x'.repeat(300) };
  expect(toldFields([longer], 9, true).shown).toEqual([{ field: 'f', before: `...${'x'.repeat(24)}`, after: `...${'x'.repeat(124)}` }]);
});
