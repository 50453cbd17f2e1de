import { resolve, withoutNulls } from '../../../engine/pods/walk.ts';

describe('resolve', () => {
  it('follows names, items and values', () => {
    const root = { a: [{ b: 1 }, { c: 2 }, { b: 3 }], m: { x: { b: 4 }, y: { b: 5 } } };
    expect(resolve(root, 'a.*.b').map(({ value, field, parentField }) => [value, field, parentField])).toEqual([[1, 'a[0].b', 'a[0]'], [3, 'a[2].b', 'a[2]']]);
    expect(resolve(root, 'm.*.b').map(({ field }) => field)).toEqual(['m.x.b', 'm.y.b']);
    expect(resolve(root, 'a.toString')).toEqual([]);
  });
});

describe('withoutNulls', () => {
  it('takes keys with null away at every depth and keeps the rest', () => {
    expect(withoutNulls({ a: null, b: { c: null, d: [{ e: null, f: 0 }, null, false] } })).toEqual({ b: { d: [{ f: 0 }, null, false] } });
  });

  it('gives back the same value when there is none', () => {
    const value = { a: { b: [1, { c: '' }] } };
    expect(withoutNulls(value)).toBe(value);
  });
});
