import fc from 'fast-check';
import { list, map, object, oneOf, type Definitions, type Schema } from '../../../../engine/inspect/schema/schema.ts';
import { Finding } from '../../../../engine/inspect/schema/finding.ts';
import { Nodes } from '../../../../engine/inspect/schema/nodes.ts';

function check(value: unknown, schema: Schema, definitions: Definitions = {}): readonly string[] {
  const found: string[] = [];
  new Nodes(definitions).of(schema).check(value, new Finding((code, field) => void found.push(`${code} ${field}`)));
  return found;
}

describe('Nodes', () => {
  it('follows references into the definitions', () => {
    const definitions = { 'core.v1.Port': object({ port: 'integer' }, ['port']) };
    expect(check([{ port: 80 }, {}, { port: 'x' }], list('#core.v1.Port'), definitions)).toEqual(['CHAMP3004 [1].port', 'CHAMP3003 [2].port']);
  });

  it('takes nothing as required in a partial definition, and leaves out what it says', () => {
    const definitions = { 'core.v1.PodSpec': object({ containers: list('any'), old: 'string', newer: 'string' }, ['containers']) };
    const schema: Schema = { partial: '#core.v1.PodSpec', without: ['newer'] };
    expect(check({ old: 'x' }, schema, definitions)).toEqual([]);
    expect(check({ newer: 'x' }, schema, definitions)).toEqual(['CHAMP3002 newer']);
  });

  it.each<[Schema, unknown, unknown]>([
    ['string', 'x', 1],
    ['integer', 3, 3.5],
    ['number', 3.5, '3.5'],
    ['boolean', false, 'false'],
    ['quantity', '500m', true],
    ['quantity', 2, {}],
    ['int-or-string', '25%', 2.5],
    ['byte', 'YQ==', 7],
    ['date-time', '2026-01-02T03:04:05Z', 20260102],
    [oneOf('A', 'B'), 'A', 1],
    [map('integer'), { a: 1 }, [1]],
    [list('integer'), [1], { a: 1 }],
    [object({}), {}, null],
  ])('%j takes %j and not the type of %j', (schema, good, bad) => {
    expect(check(good, schema)).toEqual([]);
    expect(check(bad, schema)).toEqual(['CHAMP3003 ']);
  });

  it('takes null for nothing but a time', () => {
    expect(check({ a: null, b: null }, object({ a: 'string', b: 'date-time' }))).toEqual(['CHAMP3003 a']);
  });

  it('takes an undefined field as absent', () => {
    expect(check({ a: undefined, b: undefined }, object({ a: 'string' }, ['a']))).toEqual(['CHAMP3004 a']);
  });

  it('does not take the names of JavaScript\'s own fields for known ones', () => {
    expect(check(JSON.parse('{"constructor": 1, "__proto__": 2}'), object({ a: 'string' }))).toEqual(['CHAMP3002 constructor', 'CHAMP3002 __proto__']);
  });

  it('refuses repeated scalars of a set and repeated keys of a map list', () => {
    expect(check(['a', 'b', 'a'], { list: 'string', keys: [] })).toEqual(['CHAMP3006 [2]']);
    expect(check([{ n: 'a' }, { n: 'a', p: 'UDP' }, { n: 'a', p: 'TCP' }], list('any', 'n', 'p=TCP'))).toEqual(['CHAMP3006 [2]']);
  });

  it('never throws, whatever the value', () => {
    const schema = object({ a: list(object({ b: map('quantity') }, ['b']), 'b'), c: oneOf('x') });
    fc.assert(fc.property(fc.anything(), (value) => Array.isArray(check(value, schema))));
  });
});
