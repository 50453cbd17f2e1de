import fc from 'fast-check';
import { isEmptySelector, LabelIndex, selects } from '../../../engine/inspect/label-index.ts';

const LABELS = { app: 'mbs', tier: 'core' };

describe('selects', () => {
  it.each([
    [{ matchLabels: { app: 'mbs' } }, true],
    [{ matchLabels: { app: 'mbs', tier: 'public' } }, false],
    [{ matchExpressions: [{ key: 'tier', operator: 'In', values: ['core', 'public'] }] }, true],
    [{ matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['core'] }] }, false],
    [{ matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['core'] }] }, true],
    [{ matchExpressions: [{ key: 'app', operator: 'Exists' }] }, true],
    [{ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
    [{ matchLabels: { app: 'mbs' }, matchExpressions: [{ key: 'zone', operator: 'Exists' }] }, false],
    [{}, true],
    [undefined, true],
    [{ matchLabels: { constructor: 'x' } }, false],
  ])('%j: %s', (selector, expected) => {
    expect(selects(selector, LABELS)).toBe(expected);
  });
});

describe('isEmptySelector', () => {
  it('is true for what asks for nothing', () => {
    expect([undefined, {}, { matchLabels: {} }, { matchExpressions: [] }].map(isEmptySelector)).toEqual([true, true, true, true]);
    expect(isEmptySelector({ matchExpressions: [{ key: 'a', operator: 'Exists' }] })).toBe(false);
  });
});

describe('LabelIndex', () => {
  const labels = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'));
  const expression = fc.record({ key: fc.constantFrom('a', 'b', 'c'), operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'), values: fc.constant(['1']) });
  const selector = fc.record({ matchLabels: labels, matchExpressions: fc.array(expression, { maxLength: 2 }) }, { requiredKeys: [] });

  it('finds what looking at each entry finds', () => {
    fc.assert(
      fc.property(fc.array(labels), selector, (all, wanted) => {
        const index = new LabelIndex<number>();
        all.forEach((each, position) => index.add(each, position));
        const expected = all.flatMap((each, position) => (selects(wanted, each) ? [position] : []));
        expect(index.select(wanted)).toEqual(expected);
        expect(index.has(wanted)).toBe(expected.length > 0);
      }),
    );
  });
});
