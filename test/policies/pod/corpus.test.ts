import { podObjectRules, storageObjectRules } from '../../../policies/pod/index.ts';
import { corpus, PARAMS, podCorpus } from '../../fixtures/corpus/index.ts';
import { judged } from '../../fixtures/policies.ts';

const rules = [...podObjectRules, ...storageObjectRules];

describe('the corpus', () => {
  it('has at least 300 objects, each with a name of its own', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(300);
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  });

  it('has a good and a bad object for every rule about pods', () => {
    const broken = new Set(podCorpus.flatMap(({ expect: ids = [] }) => ids));
    expect(rules.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
    expect(podCorpus.filter(({ expect: ids }) => ids?.length === 0).length).toBeGreaterThan(80);
  });
});

it.each(podCorpus.map((row) => [row.name, row] as const))('%s', (_, { manifest, expect: ids = [] }) => {
  const found = judged(rules, [manifest], { params: PARAMS });
  expect([...new Set(found.map(({ rule }) => rule))].sort()).toEqual(ids);
  for (const { message } of found) expect(message.en).not.toContain('cannot be judged');
});
