import { checkCapacity } from '../../../cli/estate/capacity.ts';
import type { PodGroup } from '../../../engine/capacity/index.ts';
import { smallEnvironment } from '../../fixtures/estate.ts';

const pods = (rest: number, most: number): PodGroup => ({
  zone: 'core', namespace: 'core-x', name: 'x', origin: 'service', count: { rest, most }, everyNode: false, spread: false, containers: 1, injected: 0, cpu: 30, memory: 2 ** 30,
});
// twelve nodes of 30 cores each, one pod a node
const codes = (stage: 'production' | 'development', rest: number, most: number) => {
  const environment = smallEnvironment({ props: { stage } });
  checkCapacity(environment, [pods(rest, most)]);
  return environment.problems.all();
};

it('lets a city pass that fits with one node down and at HPA maximum', () => {
  expect(codes('production', 11, 12)).toEqual([]);
});

it('refuses one that needs every node at rest, and names the zone and what is left over', () => {
  expect(codes('production', 12, 12)).toEqual([expect.objectContaining({ code: 'CHAMP2044', where: 'small/core', args: expect.objectContaining({ zone: 'core', value: expect.stringContaining('core-x/x x1') }) })]);
});

it('refuses one that does not fit at HPA maximum', () => {
  expect(codes('production', 1, 13).map((each) => each.code)).toEqual(['CHAMP2045']);
});

it('asks of a development environment only that all pods fit all nodes', () => {
  expect(codes('development', 12, 12)).toEqual([]);
  expect(codes('development', 1, 13).map((each) => each.code)).toEqual(['CHAMP2045']);
});
