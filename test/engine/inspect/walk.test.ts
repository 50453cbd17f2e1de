import { Item } from '../../../engine/inspect/estate.ts';
import { isWorthAWalk, walk } from '../../../engine/inspect/walk.ts';
import { custom, deployment } from './objects.ts';

function fieldsOf(value: unknown): readonly string[] {
  const fields: string[] = [];
  walk(value, 'spec', (_each, field) => void fields.push(field()));
  return fields;
}

describe('walk', () => {
  it('visits every object with its path', () => {
    expect(fieldsOf({ a: [{ 'b.c': {} }, 'x'], d: { e: 1 } })).toEqual(['spec', 'spec.a[0]', 'spec.a[0][b.c]', 'spec.d']);
  });

  it('ends on a cycle and on a bomb', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(fieldsOf(cycle).length).toBeLessThan(100);
    let bomb: unknown = {};
    for (let level = 0; level < 40; level++) bomb = { a: bomb, b: bomb };
    expect(fieldsOf(bomb).length).toBeLessThanOrEqual(100_000);
  });
});

describe('isWorthAWalk', () => {
  it.each([
    ['redis.redis.opstreelabs.in/v1beta2', 'RedisCluster', true],
    ['sparkoperator.k8s.io/v1beta2', 'SparkApplication', true],
    ['kafka.strimzi.io/v1', 'KafkaTopic', false],
    ['external-secrets.io/v1', 'ExternalSecret', false],
    ['argoproj.io/v1alpha1', 'Application', false],
    ['example.com/v1', 'Unknown', true],
  ])('%s %s: %s', (apiVersion, kind, expected) => {
    expect(isWorthAWalk(new Item(custom(apiVersion, kind, {})))).toBe(expected);
  });

  it('leaves kinds of Kubernetes to their own checks', () => {
    expect(isWorthAWalk(new Item(deployment()))).toBe(false);
  });
});
