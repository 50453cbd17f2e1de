import fc from 'fast-check';
import { bracketsAt, propertyAt } from '../../../../cli/new/source/scan.ts';

const items = (text: string) => bracketsAt(text, text.search(/[[{(]/))?.items.map(({ start, end }) => text.slice(start, end));

it.each<[string, readonly string[]]>([
  ['[]', []],
  ["['a', 'b']", ["'a'", "'b'"]],
  ["[\n  'a', // with, comma ]\n  'b',\n]", ["'a'", "'b'"]],
  ["{ a: [1, 2], 'b-c': { d: '}, ]' } }", ['a: [1, 2]', "'b-c': { d: '}, ]' }"]],
  ["{ a: 'it\\'s', /* x, y */ b: `t, {` }", ["a: 'it\\'s'", 'b: `t, {`']],
  ['({ ...base.props, name: "x" }, rows)', ['{ ...base.props, name: "x" }', 'rows']],
])('%s', (text, expected) => {
  expect(items(text)).toEqual(expected);
});

it.each(['[', '{ a: ]', "{ a: '", '{ /* a'])('has no end for %s', (text) => {
  expect(bracketsAt(text, 0)).toBeUndefined();
});

it('finds a property by its name, quoted or not, and no longer one', () => {
  const text = "{ name: 'a', 'hsa-x': { name: 'b' }, named: 1 }";
  const brackets = bracketsAt(text, 0)!;
  const value = (name: string) => { const found = propertyAt(text, brackets, name); return found && text.slice(found.start, found.end); };
  expect([value('name'), value('hsa-x'), value('named'), value('nam'), value('b')]).toEqual(["'a'", "{ name: 'b' }", '1', undefined, undefined]);
});

it('ends, whatever the text is', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('[', ']', '{', '}', "'", '`', '\\', ',', '/', '*', '\n', 'a'), maxLength: 60 }), (text) => {
    const brackets = bracketsAt(`[${text}`, 0);
    for (const { start, end } of brackets?.items ?? []) expect(start < end && end <= brackets!.close).toBe(true);
  }), { numRuns: 1000, seed: 7 });
});
