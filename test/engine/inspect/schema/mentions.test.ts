import { mentions } from '../../../../engine/inspect/schema/mentions.ts';
import { list, map, object, type Definitions } from '../../../../engine/inspect/schema/schema.ts';

const DEFINITIONS: Definitions = { 'core.v1.Container': object({ image: 'string', self: '#core.v1.Container' }), 'core.v1.Loop': object({ loop: list('#core.v1.Loop') }) };

describe('mentions', () => {
  it.each([
    [object({ image: 'string' }), true],
    [object({ a: list(map('#core.v1.Container')) }), true],
    [{ partial: '#core.v1.Container' } as const, true],
    [object({ a: 'any', b: '#core.v1.Loop' }), false],
    ['string', false],
  ] as const)('%j: %s', (schema, expected) => {
    expect(mentions(schema, ['image'], DEFINITIONS)).toBe(expected);
  });
});
