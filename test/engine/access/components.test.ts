import { componentsOf } from '../../../engine/access/components.ts';

const of = (graph: Readonly<Record<string, string>>, ...starts: readonly string[]) => componentsOf(starts, (node) => [...graph[node] ?? '']).map((each) => [...each].sort().join(''));

it('gives what is led to before what leads to it, each once', () => {
  expect(of({ a: 'bc', b: 'd', c: 'd' }, 'a', 'b', 'd')).toEqual(['d', 'b', 'c', 'a']);
});

it('gives a circle as one, with circles within it, and what only hangs on it by itself', () => {
  expect(of({ a: 'b', b: 'cx', c: 'ad', d: 'c', y: 'a' }, 'y')).toEqual(['x', 'abcd', 'y']);
  expect(of({ a: 'ab', b: 'b' }, 'a')).toEqual(['b', 'a']);
});

it('agrees with reachability in any graph', () => {
  // every graph of four nodes without loops of one: 2^12
  for (let bits = 0; bits < 4096; bits++) {
    const graph = [0, 1, 2, 3].map((from) => [0, 1, 2, 3].filter((to) => to !== from && (bits >> (from * 3 + to - (to > from ? 1 : 0))) & 1));
    const reach = graph.map((_, from) => {
      const seen = new Set([from]);
      for (const node of seen) for (const to of graph[node]!) seen.add(to);
      return seen;
    });
    const components = componentsOf([0, 1, 2, 3], (node) => graph[node]!);
    const place = new Map(components.flatMap((each, index) => each.map((node) => [node, index] as const)));
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b < 4; b++) {
        const [there, back] = [reach[a]!.has(b), reach[b]!.has(a)];
        if ((place.get(a) === place.get(b)) !== (there && back)) throw new Error(`graph ${bits}: ${a} and ${b}`);
        if (there && !back && place.get(b)! >= place.get(a)!) throw new Error(`graph ${bits}: ${b} is behind ${a}`);
      }
    }
    expect(place.size).toBe(4);
  }
});

it('follows a chain of a hundred thousand', () => {
  expect(componentsOf([0], (node) => (node < 100_000 ? [node + 1] : []))).toHaveLength(100_001);
  expect(componentsOf([0], (node) => [(node + 1) % 100_000])).toHaveLength(1);
});
