import { difference, objectSet } from '../../../bench/race/equal.ts';
import type { Json, Manifest } from '../../../bench/race/json.ts';

const manifest = (name: string, more: { readonly [key: string]: Json } = {}, namespace = 'a'): Manifest => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, ...more });
const compare = (expected: readonly Manifest[], found: readonly Manifest[]) => difference(objectSet(expected), objectSet(found));

it('takes objects in another order, with keys in another order, for the same', () => {
  const one: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x', namespace: 'a' }, data: { a: '1', b: '2' } };
  const same: Manifest = { data: { b: '2', a: '1' }, metadata: { namespace: 'a', name: 'x' }, kind: 'ConfigMap', apiVersion: 'v1' };
  expect(compare([one, manifest('y')], [manifest('y'), same])).toBeUndefined();
});

it('keeps the order of a list', () => {
  expect(compare([manifest('x', { list: [1, 2] })], [manifest('x', { list: [2, 1] })])).toBe('v1/ConfigMap/a/x list [0]: expected 1, found 2');
});

it('tells a number from its text, and null from nothing', () => {
  expect(compare([manifest('x', { data: { port: '80' } })], [manifest('x', { data: { port: 80 } })])).toBe('v1/ConfigMap/a/x data port: expected "80", found 80');
  expect(compare([manifest('x', { data: null })], [manifest('x')])).toBe('v1/ConfigMap/a/x data: expected null, found nothing');
});

it('names an object that is missing, and one that is not expected', () => {
  expect(compare([manifest('x'), manifest('y')], [manifest('x')])).toBe('v1/ConfigMap/a/y is missing (2 objects expected, 1 found)');
  expect(compare([manifest('x')], [manifest('x'), manifest('x', {}, 'b')])).toBe('v1/ConfigMap/b/x is not expected');
});

it('counts an object that comes twice', () => {
  expect(compare([manifest('x')], [manifest('x'), manifest('x')])).toBe('v1/ConfigMap/a/x (2) is not expected');
  expect(compare([manifest('x'), manifest('x')], [manifest('x'), manifest('x')])).toBeUndefined();
});

it('has one hash for one set', () => {
  expect(objectSet([manifest('x'), manifest('y')]).hash).toBe(objectSet([manifest('y'), manifest('x')]).hash);
  expect(objectSet([manifest('x')]).hash).not.toBe(objectSet([manifest('y')]).hash);
});
