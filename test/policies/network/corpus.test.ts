import { clusterObjectRules } from '../../../policies/cluster/index.ts';
import { networkObjectRules } from '../../../policies/network/index.ts';
import { networkCorpus, networkCorpusParams } from '../../fixtures/corpus/network.ts';
import { judged } from '../../fixtures/policies.ts';

describe('the corpus of networks', () => {
  it.each(networkCorpus)('$name', ({ manifest, expect: wanted = [] }) => {
    const found = new Set(judged([...networkObjectRules, ...clusterObjectRules], [manifest], { params: networkCorpusParams }).map(({ rule }) => rule));
    expect([...found].sort()).toEqual(wanted);
  });

  it('has enough of each kind, and names each object once', () => {
    expect(networkCorpus.length).toBeGreaterThanOrEqual(60);
    const names = networkCorpus.map(({ manifest }) => `${String(manifest['kind'])}/${(manifest['metadata'] as { name: string }).name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
