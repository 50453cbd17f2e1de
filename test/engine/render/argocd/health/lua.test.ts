import { HEALTH_CHECKS, luaOf, type HealthCheck } from '../../../../../engine/render/argocd/health/index.ts';

const check = (...verdicts: HealthCheck['verdicts']): HealthCheck => ({ group: 'g', kind: 'K', verdicts, waiting: 'waiting' });

it('says Progressing when no verdict holds', () => {
  expect(luaOf(check({ when: [{ present: ['status', 'x'] }], health: 'Healthy' }))).toMatch(/return answer\("Progressing", "waiting"\)\n$/);
});

it('joins the tests of a verdict, in order', () => {
  const text = luaOf(check({ when: [{ path: ['a'], oneOf: ['x', 'y'] }, { missing: ['b', 'c'] }, { path: ['d'], fewerThan: ['e'] }, { path: ['f'], differsFrom: ['g'] }], health: 'Degraded', message: ['status', 'why'] }));
  expect(text).toContain('if is(at("a"), "x", "y") and at("b", "c") == nil and fewer(at("d"), at("e")) and at("f") ~= at("g") then return answer("Degraded", at("status", "why")) end\n');
});

it('takes the message of a condition, and none of another generation', () => {
  const text = luaOf(check({ when: { condition: 'Ready', is: 'True' }, health: 'Healthy' }));
  expect(text).toContain('local found = condition(at("status", "conditions"), "Ready", "True")');
  expect(text).toContain('each.observedGeneration == at("metadata", "generation")');
});

it('writes the helpers that are called and no others, each before what calls it', () => {
  const plain = luaOf(check({ when: [{ present: ['a'] }], health: 'Healthy' }));
  expect([...plain.matchAll(/local function (\w+)/g)].map(([, name]) => name)).toEqual(['answer', 'at']);
  const nested = luaOf(check({ when: { condition: 'Accepted', is: 'True', inAnyOf: ['status', 'parts'] }, health: 'Healthy' }));
  expect([...nested.matchAll(/local function (\w+)/g)].map(([, name]) => name)).toEqual(['answer', 'at', 'condition', 'inAnyOf']);
});

it.each(HEALTH_CHECKS.map((each) => [`${each.group}/${each.kind}`, each] as const))('%s uses no library that scripts of a ConfigMap do not have, and ASCII alone', (_, each) => {
  const text = luaOf(each);
  expect(text).not.toMatch(/string\.|io\.|os\.|require|[^\n\x20-\x7e]/);
  expect(each.verdicts.every(({ when }) => !Array.isArray(when) || when.length > 0)).toBe(true);
  expect(each.verdicts.some(({ health }) => health === 'Healthy')).toBe(true);
});
