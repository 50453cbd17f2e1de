import { fieldPath, shown } from '../../../../engine/inspect/schema/finding.ts';

describe('fieldPath', () => {
  it('writes keys that are no words in brackets', () => {
    expect(fieldPath(['metadata', 'labels', 'app.kubernetes.io/name'])).toBe('metadata.labels[app.kubernetes.io/name]');
    expect(fieldPath(['spec', 'ports', 0, 'name'])).toBe('spec.ports[0].name');
  });
});

describe('shown', () => {
  it('is short and shows the type', () => {
    expect(shown('8080')).toBe('"8080"');
    expect(shown('x'.repeat(1000)).length).toBeLessThanOrEqual(80);
    expect(shown([1, 2])).toBe('list of 2');
    expect(shown({ a: 1 })).toBe('object with 1 fields');
    expect(shown(null)).toBe('null');
  });
});
