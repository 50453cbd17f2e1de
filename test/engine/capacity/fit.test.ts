import fc from 'fast-check';
import { fit, type PodGroup } from '../../../engine/capacity/index.ts';
import { Room } from '../../../engine/capacity/room.ts';

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

it('puts each pod on the node with most room, of equals on the first', () => {
  const found = new Room((node) => node.cpu);
  for (const [index, cpu] of [3, 7, 7, 1, 5].entries()) found.add({ index, cpu, memory: 0 });
  expect(Array.from({ length: 6 }, () => found.take()?.index)).toEqual([1, 2, 4, 0, 3, undefined]);
});

it('fills nodes as one who looks at every node for every pod', () => {
  const shapes = fc.record({ cpu: fc.double({ min: 0, max: 9, noNaN: true }), memory: fc.double({ min: 0, max: 9, noNaN: true }), spread: fc.boolean(), everyNode: fc.boolean(), count: fc.integer({ min: 0, max: 9 }) });
  fc.assert(fc.property(fc.array(shapes, { maxLength: 12 }), (rows) => {
    const groups = rows.map((row, index) => group({ ...row, name: `g${index}`, count: { rest: row.count, most: row.count } }));
    expect(fit(groups, nodes, 'rest').left).toEqual(plainly(groups));
  }), { numRuns: 500 });
});

/** The same by comparing all nodes, in the order that `fit` promises. */
function plainly(groups: readonly PodGroup[]): readonly object[] {
  const room = Array.from({ length: nodes.count }, () => ({ cpu: nodes.cpu, memory: nodes.memory }));
  const take = (node: { cpu: number; memory: number }, { cpu, memory }: PodGroup) => { node.cpu -= cpu; node.memory -= memory; };
  for (const each of groups) if (each.everyNode) for (const node of room) take(node, each);
  const share = ({ cpu, memory }: PodGroup) => Math.max(cpu / nodes.cpu, memory / nodes.memory);
  return groups.filter(({ everyNode }) => !everyNode).sort((a, b) => share(b) - share(a) || (a.name < b.name ? -1 : 1)).flatMap((each) => {
    const used = new Set<object>();
    let placed = 0;
    for (; placed < each.count.rest; placed++) {
      const free = room.filter((node) => node.cpu >= each.cpu && node.memory >= each.memory && !(each.spread && used.has(node)));
      const best = Math.max(...free.map(({ cpu, memory }) => Math.min(cpu / nodes.cpu, memory / nodes.memory)));
      const node = free.find(({ cpu, memory }) => Math.min(cpu / nodes.cpu, memory / nodes.memory) === best);
      if (!node) break;
      take(node, each);
      used.add(node);
    }
    return placed < each.count.rest ? [{ namespace: each.namespace, name: each.name, count: each.count.rest - placed }] : [];
  });
}
