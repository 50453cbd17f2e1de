import { Alike } from '../../../engine/policy/alike.ts';

const like = (path: string, first: unknown, second: unknown): boolean => {
  const alike = new Alike();
  return alike.at({ container: first }, path.split('.')) === alike.at({ container: second }, path.split('.'));
};

describe('what an expression cannot tell apart', () => {
  it('is the same content, whatever stands beside the path', () => {
    expect(like('container.securityContext', { name: 'a', securityContext: { add: ['X', 1], drop: null } }, { name: 'b', securityContext: { add: ['X', 1], drop: null } })).toBe(true);
    expect(like('container.securityContext', { securityContext: Object.assign(Object.create(null), { a: 1 }) }, { securityContext: { a: 1 } })).toBe(true);
  });

  it.each([
    ['a value of another type', { a: '1' }, { a: 1 }],
    ['another order of keys', { a: { b: 1, c: 1 } }, { a: { c: 1, b: 1 } }],
    ['another order of items', { a: [1, 2] }, { a: [2, 1] }],
    ['a list and a map', { a: [] }, { a: {} }],
    ['a field of nothing and no field', { a: undefined }, {}],
    ['null and no field', { a: null }, {}],
    ['keys that read as one text', { a: { 'b 1': 2 } }, { a: { b: '1 2' } }],
    ['a Map and a map', { a: new Map([['b', 1]]) }, { a: { b: 1 } }],
    ['a Date and its text', { a: new Date(0) }, { a: '1970-01-01T00:00:00.000Z' }],
    ['a map that is none to CEL', { a: { b: 1, constructor: 1 } }, { a: { b: 1, constructor: 2 } }],
  ])('is not %s', (_, first, second) => {
    expect(like('container.a', first, second)).toBe(false);
  });

  it('tells where a path ends', () => {
    expect(like('container.a.b', {}, { a: {} })).toBe(false);
    expect(like('container.a.b', { a: 'x' }, { a: { b: 'x' } })).toBe(false);
    expect(like('container.a.b', { a: 'x' }, { a: 'y' })).toBe(false);
    expect(like('container.a.b', { a: [1] }, { a: [1] })).toBe(true);
    expect(like('container.a.b', { a: {} }, { a: { c: 1 } })).toBe(true);
  });

  it('takes a value that contains itself, and one that is very deep, for nothing but themselves', () => {
    const circle = () => {
      const made: Record<string, unknown> = {};
      return Object.assign(made, { a: made, b: made });
    };
    const deep = () => Array.from({ length: 5000 }).reduce<unknown>((inner) => ({ inner }), 1);
    const [round, well] = [circle(), deep()];
    expect(like('container', round, round)).toBe(true);
    expect(like('container', circle(), circle())).toBe(false);
    expect(like('container', well, well)).toBe(true);
    expect(like('container', deep(), deep())).toBe(false);
  });
});
