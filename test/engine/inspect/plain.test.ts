import { at, list, record, records, strings, text, texts } from '../../../engine/inspect/plain.ts';

describe('plain reads', () => {
  it('take what has another shape for empty', () => {
    expect([record([1]), list({}), records('x'), text(1), texts(null), strings(3)]).toEqual([{}, [], [], undefined, [], {}]);
  });

  it('leave out what has another shape inside', () => {
    expect(records([{ a: 1 }, 'x', null, { b: 2 }])).toEqual([{ a: 1 }, { b: 2 }]);
    expect(texts(['a', 1, 'b'])).toEqual(['a', 'b']);
    expect(strings({ a: 'x', b: 1 })).toEqual({ a: 'x' });
  });

  it('go down to a field, or to undefined', () => {
    expect(at({ a: { b: { c: 1 } } }, 'a', 'b', 'c')).toBe(1);
    expect(at({ a: [{ b: 1 }] }, 'a', 'b')).toBeUndefined();
    expect(at(undefined, 'a')).toBeUndefined();
  });
});
