import { compare } from '../../../bench/cross-check/compare.ts';
import { REVIEWED } from '../../../bench/cross-check/reviewed.ts';
import { tableOf } from '../../../bench/cross-check/table.ts';
import { controls } from '../../../policies/controls/index.ts';
import { headingLevels, textOf } from '../../fixtures/markdown.ts';

const review = REVIEWED.find(({ id }) => id === 'CKV_K8S_38')!;
const complaint = (object: string, id = review.id) => ({ tool: 'checkov' as const, id, object });

describe('the comparison', () => {
  it('counts each object once and covers what was reviewed', () => {
    const object = 'core/core-mw-tracing/Deployment/tracing-oap';
    expect(compare([complaint(object), complaint(object)], [review])).toMatchObject({ rows: [{ objects: [object], unread: [] }], stale: [] });
  });

  it.each([
    ['another object', complaint('core/core-mbs/Deployment/hsa-mbs')],
    ['another check', complaint('core/core-mw-tracing/Deployment/tracing-oap', 'CKV_K8S_16')],
  ])('finds %s that nobody has reviewed', (_what, each) => {
    expect(compare([each], [review]).rows).toMatchObject([{ unread: [each.object] }]);
  });

  it('names a review that nothing calls for', () => {
    expect(compare([], [review]).stale).toEqual([review]);
  });
});

describe('the reviewed list', () => {
  it('names each check once', () => {
    const keys = REVIEWED.map(({ tool, id }) => `${tool} ${id}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('names controls that there are', () => {
    const named = REVIEWED.flatMap(({ tool, id, ours }) => (tool === 'champ' ? [id] : ours.match(/NSA-[A-Z]+-\d+/g) ?? []));
    expect(named.filter((id) => !controls.has(id))).toEqual([]);
  });

  it('names waivers for their controls, and all of them', () => {
    const waivers = [...textOf('environments/linyi/waivers.yaml').matchAll(/^- id: (\S+)\n {2}rule: (\S+)$/gm)].map((match) => `${match[2]} ${match[1]}`);
    const reviewed = REVIEWED.filter(({ tool }) => tool === 'champ').flatMap(({ id, ours }) => ours.split(', ').map((waiver) => `${id} ${waiver}`));
    expect(reviewed.sort()).toEqual(waivers.sort());
  });

  it.each([['en', 'policies/CROSS-CHECK.md'], ['zh', 'policies/CROSS-CHECK.zh.md']] as const)('stands in the documents in %s', (language, file) => {
    expect(textOf(file)).toContain(tableOf(language));
  });

  it('is told in the same sections in both languages', () => {
    expect(headingLevels(textOf('policies/CROSS-CHECK.zh.md'))).toEqual(headingLevels(textOf('policies/CROSS-CHECK.md')));
  });
});
