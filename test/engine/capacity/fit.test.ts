import fc from 'fast-check';
import { fit, type PodGroup } from '../../../engine/capacity/index.ts';

const group = (changes: Partial<PodGroup>): PodGroup => ({
  zone: 'core', namespace: 'n', name: 'a', origin: 'service', count: { rest: 1, most: 1 }, everyNode: false, spread: false, containers: 1, injected: 0, cpu: 1, memory: 1, ...changes,
});
const nodes = { count: 4, cpu: 8, memory: 8 };

it('fits what has room and says how full the nodes are', () => {
  expect(fit([group({ count: { rest: 16, most: 32 } })], nodes, 'rest')).toMatchObject({ fits: true, cpu: 0.5, left: [] });
});

it('names what finds no node', () => {
  expect(fit([group({ count: { rest: 40, most: 40 } })], nodes, 'rest')).toMatchObject({ fits: false, left: [{ namespace: 'n', name: 'a', count: 8 }] });
});

it('takes the count of the moment that is asked for', () => {
  const groups = [group({ count: { rest: 16, most: 40 } })];
  expect([fit(groups, nodes, 'rest').fits, fit(groups, nodes, 'most').fits]).toEqual([true, false]);
});

it('leaves out nodes that are down', () => {
  expect(fit([group({ count: { rest: 32, most: 32 } })], nodes, 'rest', 1).fits).toBe(false);
});

it('does not believe in sums: a pod larger than any node does not fit', () => {
  expect(fit([group({ cpu: 9 })], nodes, 'rest').fits).toBe(false);
});

it('puts two pods of a spread group on two nodes', () => {
  expect(fit([group({ spread: true, count: { rest: 5, most: 5 } })], nodes, 'rest')).toMatchObject({ fits: false, left: [{ count: 1 }] });
});

it('keeps room for what runs on every node', () => {
  expect(fit([group({ everyNode: true, cpu: 4 }), group({ name: 'b', cpu: 5 })], nodes, 'rest').fits).toBe(false);
});

it('never claims a fit that its own sums deny', () => {
  fc.assert(fc.property(fc.array(fc.record({ cpu: fc.double({ min: 0.1, max: 9, noNaN: true }), count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 12 }), (rows) => {
    const found = fit(rows.map((row, index) => group({ name: `g${index}`, cpu: row.cpu, memory: 0.1, count: { rest: row.count, most: row.count } })), nodes, 'rest');
    expect(found.fits && found.cpu > 1 + 1e-9).toBe(false);
  }));
});
