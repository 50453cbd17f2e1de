import fc from 'fast-check';
import { size } from '../../../../engine/inspect/index.ts';
import { exceeds } from '../../../../engine/inspect/limits/size.ts';
import { codesOf, configMap, manifest, object, only } from '../objects.ts';

describe('size', () => {
  it('refuses an object whose JSON is too long', () => {
    const long = object(manifest('v1', 'Namespace', 'x', { spec: { note: 'x'.repeat(1_100_000) } }));
    expect(only(size, [long])).toMatchObject({ code: 'CHAMP3041', args: { limit: '1048576' } });
    expect(codesOf(size, [configMap({ a: 'x'.repeat(900_000) })])).toEqual([]);
  });

  it('counts the data of a ConfigMap in bytes of UTF-8, and of a Secret decoded', () => {
    expect(only(size, [configMap({ a: '医'.repeat(100_000) })], { dataBytes: 299_999 })).toMatchObject({ code: 'CHAMP3042', args: { value: '300000' } });
    const secret = object(manifest('v1', 'Secret', 'x', { data: { a: 'YWJj'.repeat(100) } }));
    expect(codesOf(size, [secret], { dataBytes: 300 })).toEqual([]);
    expect(codesOf(size, [secret], { dataBytes: 299 })).toEqual(['CHAMP3042']);
  });
});

describe('exceeds', () => {
  it('agrees with the length of the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 200 }), (value, limit) => {
        const bytes = Buffer.byteLength(JSON.stringify(value));
        // Numbers and separators are counted roughly; a few bytes either way do not matter at the limits in use.
        if (bytes > limit * 2 + 64) expect(exceeds(value, limit)).toBe(true);
        if (bytes * 8 < limit) expect(exceeds(value, limit)).toBe(false);
      }),
    );
  });

  it('ends on a cycle, and on a tree of shared parts that would unfold for ever', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    expect(exceeds(cycle, 1_048_576)).toBe(true);
    let bomb: unknown = 'x';
    for (let level = 0; level < 60; level++) bomb = [bomb, bomb];
    expect(exceeds(bomb, 1_048_576)).toBe(true);
  });

  it('has no depth at which it fails', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 200_000; level++) deep = { a: deep };
    expect(exceeds(deep, 100_000_000)).toBe(false);
  });
});
