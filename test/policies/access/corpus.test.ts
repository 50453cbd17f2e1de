import { accessObjectRules } from '../../../policies/access/index.ts';
import { accessCorpus, accessCorpusParams } from '../../fixtures/corpus/access.ts';
import { judged } from '../../fixtures/policies.ts';

describe('the corpus of access', () => {
  it.each(accessCorpus)('$name', ({ manifest, expect: wanted = [] }) => {
    const found = judged(accessObjectRules, [manifest], { params: accessCorpusParams });
    expect([...new Set(found.map(({ rule }) => rule))].sort()).toEqual([...wanted].sort());
    expect(found.filter(({ message }) => message.en.startsWith('cannot be judged'))).toEqual([]);
  });

  it('has enough of each kind, and names each row once', () => {
    expect(accessCorpus.length).toBeGreaterThanOrEqual(60);
    expect(new Set(accessCorpus.map(({ name }) => name)).size).toBe(accessCorpus.length);
  });
});
