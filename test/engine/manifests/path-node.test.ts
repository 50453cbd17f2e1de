import { nodeAt } from '../../../engine/manifests/path-node.ts';
import { Finding } from '../../../engine/inspect/schema/finding.ts';
import { schemaNode } from '../../../engine/inspect/schema/kinds.ts';

function wrong(path: string, value: unknown): readonly string[] {
  const found: string[] = [];
  nodeAt(path, schemaNode('integer')).check(value, new Finding((_, field, args) => void found.push(`${field} ${String(args['allowed'])}`), false));
  return found;
}

it.each([
  ['a.b', { a: { b: 1 } }, []],
  ['a.b', { a: { b: 'x' } }, ['a.b integer']],
  ['a.b', { a: [] }, ['a object']],
  ['a.b', { a: {} }, []],
  ['a.b', 'x', [' object']],
  ['a.*.b', { a: [{ b: 1 }, { b: 'x' }] }, ['a[1].b integer']],
  ['a.*.b', { a: { c: { b: 'x' }, d: 5 } }, ['a.c.b integer', 'a.d object']],
  ['a.*.b', { a: 5 }, ['a list or object']],
  ['', 'x', [' integer']],
])('at %j in %j: %j', (path, value, expected) => {
  expect(wrong(path, value)).toEqual(expected);
});
