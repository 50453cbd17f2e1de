import fc from 'fast-check';
import { fieldText, stepsOf, type Step } from '../../../engine/change/index.ts';

describe('paths of fields', () => {
  test('are written as people know them', () => {
    expect(fieldText([{ key: 'spec' }, { key: 'containers' }, { item: 'app' }, { key: 'image' }])).toBe('spec.containers[app].image');
    expect(fieldText([{ key: 'data' }, { key: 'application.properties' }])).toBe('data["application.properties"]');
  });

  test('say the same when they are read again, whatever the names', () => {
    const name = fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom('a', 'a.b', 'a]b', '"', '="x"', '/etc/x', '8080/TCP', 'was 1', '__proto__'));
    const step = fc.oneof(name.map((key): Step => ({ key })), name.map((item): Step => ({ item })));
    fc.assert(fc.property(fc.array(step, { maxLength: 6 }), (steps) => { expect(stepsOf(fieldText(steps))).toEqual(steps); }));
  });

  test('take a text that is none for one key', () => {
    expect(stepsOf('a[')).toEqual([{ key: 'a[' }]);
    expect(stepsOf('["\\x"]')).toEqual([{ key: '["\\x"]' }]);
  });
});
