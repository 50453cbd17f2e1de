import { Alike } from '../../../engine/policy/alike.ts';
import { compile, type CelContext } from '../../../engine/policy/cel.ts';
import { Verdicts } from '../../../engine/policy/verdicts.ts';

const context = (container: object, data: Record<string, string> = {}): CelContext => ({ object: {}, params: { data }, variables: { pod: {} }, container });

const CONTAINERS = [{}, { a: 1 }, { a: 2 }, { b: 1 }, { a: 1, b: 2 }, { a: 'x' }, { a: [1] }, { a: { b: 1 } }, { a: null }, { b: 'x', a: 2 }];

describe('the verdicts of an expression', () => {
  it.each([
    'container.?a.orValue(0) == 1 || container.?b.orValue(0) == 1',
    // an error on one side is none where the other is true
    "container.a == 1 || container.b == 1",
    "container.?b.orValue(0) == 1 || container.a > 1",
    "container.?a.orValue('').startsWith('x') || container.?a.orValue(0) > 1",
    // a condition binds looser than `||`
    "container.?a.orValue(0) == 1 || container.?b.hasValue() ? container.?b.orValue(0) == 1 : true",
    "['||', '\\'||', \"a || b\"].exists(each, each == container.?a.orValue('')) || container.?a.hasValue()",
    "container.?a.orValue(0) == 1 || container.?a.orValue(0) == 2 && container.?b.hasValue() || params.data[?'b'].orValue('') == 'x'",
    "(container.?a.orValue(0) == 1 || container.?b.hasValue()) && container.?a.hasValue()",
    "container.?a.orValue(0)",
  ])('are those of the whole expression, in any order: %s', (expression) => {
    const program = compile(expression);
    const whole = (each: CelContext) => {
      try {
        const value = program(each);
        return typeof value === 'boolean' ? value : `not a boolean: ${typeof value}`;
      } catch (error) {
        return (error as Error).message.split('\n')[0];
      }
    };
    const contexts = CONTAINERS.flatMap((container) => [context(container), context(container, { b: 'x' })]);
    const verdicts = new Verdicts(expression, new Alike());
    for (const each of [...contexts, ...contexts.toReversed(), ...contexts]) expect(verdicts.of(each)).toBe(whole(each));
  });

  it('are evaluated once for what is alike', () => {
    let looks = 0;
    const container = (name: string) => ({
      name,
      get a() {
        looks += 1;
        return [1, 2, 3];
      },
    });
    const verdicts = new Verdicts('container.?a.orValue([]).all(each, each > 0)', new Alike());
    verdicts.of(context(container('first')));
    const once = looks;
    expect(once).toBeGreaterThan(1);
    // one look at each tells that it is alike
    for (let number = 0; number < 10; number++) expect(verdicts.of(context(container(`c${number}`)))).toBe(true);
    expect(looks).toBe(once + 10);
  });
});
