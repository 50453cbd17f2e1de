import { path, valuesAt } from '../../../engine/inspect/paths.ts';

const ROOT = { spec: { sets: [{ name: 'a' }, {}, { name: 'b', tags: ['x', 'y'] }], one: 'z' } };

describe('valuesAt', () => {
  it.each([
    ['spec.one', [['spec.one', 'z']]],
    ['spec.sets[].name', [['spec.sets[0].name', 'a'], ['spec.sets[2].name', 'b']]],
    ['spec.sets[].tags[]', [['spec.sets[2].tags[0]', 'x'], ['spec.sets[2].tags[1]', 'y']]],
    ['spec.none.below', []],
    ['spec.one[]', []],
  ])('%s finds %j', (steps, expected) => {
    expect(valuesAt(ROOT, path(steps)).map(({ field, value }) => [field, value])).toEqual(expected);
  });

  it('does not find JavaScript\'s own fields', () => {
    expect(valuesAt({}, path('constructor'))).toEqual([]);
  });
});
