import { Aggregation } from '../../../engine/access/aggregation.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { clusterRole, estate, rule } from '../../fixtures/access.ts';

type Selector = Readonly<Record<string, unknown>>;

const joins = (...labels: readonly string[]) => ({ labels: Object.fromEntries(labels.map((label) => [label, 'yes'])) });
const part = (name: string, ...labels: readonly string[]): Manifest => ({ ...clusterRole(name, rule(`core ${name} get`)), metadata: { name, ...joins(...labels) } });
const collect = (name: string, selectors: readonly (string | Selector)[], ...labels: readonly string[]): Manifest => ({
  ...clusterRole(name, rule('core own get')), metadata: { name, ...joins(...labels) },
  aggregationRule: { clusterRoleSelectors: selectors.map((each) => (typeof each === 'string' ? { matchLabels: { [each]: 'yes' } } : each)) },
});
const aggregation = (...roles: readonly Manifest[]) => new Aggregation(estate(roles).objects);
const resources = (of: Aggregation, name: string) => of.rulesOf(name).flatMap((each) => each.resources).sort();

describe('a circle of aggregations', () => {
  it('gives every role in it the union of all that any of them reaches, whichever is asked first', () => {
    const roles = [collect('a', ['to-a'], 'to-b'), collect('b', ['to-b', 'b-too'], 'to-c'), collect('c', ['to-c', 'c-too'], 'to-a'), part('pods', 'b-too'), part('nodes', 'c-too')];
    for (const order of [['a', 'b', 'c'], ['c', 'b', 'a'], ['b', 'a', 'c']]) {
      const of = aggregation(...roles);
      for (const name of order) expect(resources(of, name)).toEqual(['nodes', 'pods']);
    }
  });

  it('of two circles that share a role is one, and what leads to it has all of it', () => {
    const of = aggregation(
      collect('a', ['to-a'], 'to-m'), collect('b', ['to-b'], 'to-m'), collect('m', ['to-m'], 'to-a', 'to-b'),
      collect('before', ['start']), part('pods', 'to-a'), part('nodes', 'to-b'), collect('entry', ['to-m'], 'start'),
    );
    for (const name of ['a', 'b', 'm', 'entry', 'before']) expect(resources(of, name)).toEqual(['nodes', 'pods']);
  });

  it('gives nothing to what only hangs on it', () => {
    const of = aggregation(collect('a', ['to-a'], 'to-b'), collect('b', ['to-b', 'leaf'], 'to-a'), collect('inner', ['deep'], 'leaf'), part('pods', 'deep'), part('nodes', 'to-a'));
    expect(resources(of, 'inner')).toEqual(['pods']);
    expect(resources(of, 'a')).toEqual(['nodes', 'pods']);
  });

  it('of a role with itself adds nothing, its own rules neither', () => {
    expect(resources(aggregation(collect('a', ['to-a'], 'to-a'), part('pods', 'to-a')), 'a')).toEqual(['pods']);
  });
});

it('selects by expressions and by several selectors, and each rule once', () => {
  const of = aggregation(
    collect('a', [{ matchExpressions: [{ key: 'x', operator: 'In', values: ['yes', 'no'] }] }, 'x', { matchLabels: { x: 'yes' }, matchExpressions: [{ key: 'y', operator: 'DoesNotExist' }] }]),
    part('pods', 'x'), part('nodes', 'x', 'y'), part('secrets', 'y'),
  );
  expect(resources(of, 'a')).toEqual(['nodes', 'pods']);
});

it('with no selector, or none that can be read, takes in nothing', () => {
  expect(resources(aggregation(collect('a', []), part('pods', 'x')), 'a')).toEqual([]);
  expect(resources(aggregation({ ...clusterRole('a'), aggregationRule: { clusterRoleSelectors: [null, 'x', 7] } }, part('pods', 'x')), 'a')).toEqual([]);
});

describe('many roles', () => {
  const COUNT = 3000;
  const all = Array.from({ length: COUNT }, (_, index) => index);
  /** Seconds of the processor, which other work on the machine does not lengthen. */
  const timed = (work: () => void): number => {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  };

  it('in a chain end in the last, without a call for each', () => {
    const of = aggregation(...all.map((index) => collect(`r${index}`, [`to-${index}`], `to-${index - 1}`)), part('pods', `to-${COUNT - 1}`));
    expect(resources(of, 'r0')).toEqual(['pods']);
  });

  it.each<[string, (index: number) => readonly Manifest[]]>([
    ['with a label each', (index) => [collect(`r${index}`, [`to-${index}`]), part(`p${index}`, `to-${index}`)]],
    ['that all take in each other', (index) => [collect(`r${index}`, ['all'], 'all')]],
    ['that all take in everything', (index) => [collect(`r${index}`, [{}], 'all')]],
    ['in one circle', (index) => [collect(`r${index}`, [`to-${index}`], `to-${(index + 1) % COUNT}`), part(`p${index}`, `to-${index}`)]],
    ['that each leave out one', (index) => [collect(`r${index}`, [{ matchExpressions: [{ key: `to-${index}`, operator: 'DoesNotExist' }] }], `to-${index}`)]],
    ['with an expression each', (index) => [collect(`r${index}`, [{ matchExpressions: [{ key: `to-${index}`, operator: 'Exists' }] }], 'all'), part(`p${index}`, `to-${index}`)]],
  ])('%s take about a second', (_, made) => {
    const roles = all.flatMap(made);
    let of!: Aggregation;
    // a second outside of the test runner, whose globals are slow
    expect(timed(() => { of = aggregation(...roles); for (const index of all) of.rulesOf(`r${index}`); })).toBeLessThan(20);
    expect(of.rulesOf('r7').length).toBeGreaterThanOrEqual(roles.length > COUNT ? 1 : 0);
  });
});
