import { Comparisons } from '../../../cli/wait/comparisons.ts';
import type { Landing } from '../../../engine/argocd/index.ts';

const of = (landing: Landing) => new Map([['core-mbs', landing]]);
const behind: Landing = { state: 'waiting', causes: [{ kind: 'behind', detail: '123' }] };
const held: Landing = { state: 'held', causes: [{ kind: 'window', detail: 'deny * * * * * 1h' }] };
const names = (due: ReturnType<Comparisons['due']>) => due.map(([name]) => name);

it('asks once for what is behind, however long that lasts', () => {
  const comparisons = new Comparisons();
  expect(names(comparisons.due(of(behind), 0))).toEqual(['core-mbs']);
  expect(names(comparisons.due(of(behind), 10_000_000))).toEqual([]);
});

it('asks again every minute for what a sync window holds, since the window may have opened', () => {
  const comparisons = new Comparisons();
  expect([0, 59_000, 60_000, 61_000, 120_000].map((now) => comparisons.due(of(held), now).length)).toEqual([1, 0, 1, 0, 1]);
});

it('asks anew in another state, and never for what syncs or is there', () => {
  const comparisons = new Comparisons();
  comparisons.due(of(behind), 0);
  expect(names(comparisons.due(of({ state: 'unapplied', causes: [] }), 1))).toEqual(['core-mbs']);
  expect(names(comparisons.due(of({ state: 'waiting', causes: [{ kind: 'syncing' }] }), 2))).toEqual([]);
  expect(names(comparisons.due(of({ state: 'landed', causes: [] }), 3))).toEqual([]);
});
