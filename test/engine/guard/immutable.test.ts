import { IMMUTABLE } from '../../../engine/guard/immutable-rows.ts';
import { replacedFields } from '../../../engine/guard/index.ts';
import { changes, customChanges, definitionChanges } from '../../fixtures/guard/changes.ts';

const all = [...changes, ...definitionChanges, ...customChanges];

describe('immutable fields', () => {
  it.each(all.map((each) => [each.name, each] as const))('of %s', (_, { before, after, field }) => {
    const found = replacedFields(before, after).map((each) => each.field);
    // addresses are said twice, as the server keeps them
    expect(field === undefined ? found : found.includes(field)).toEqual(field === undefined ? [] : true);
    expect(replacedFields(before, before)).toEqual([]);
    expect(replacedFields(after, after)).toEqual([]);
  });

  it('each have a change that breaks them, which the end-to-end test shows to a real server', () => {
    const broken = new Set(all.flatMap(({ after, field }) => (field ? [`${after.kind} ${field}`] : [])));
    expect(IMMUTABLE.map(({ kind, field }) => `${kind} ${field}`).filter((each) => !broken.has(each))).toEqual([]);
  });
});
