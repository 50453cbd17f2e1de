import { history, historyDiff, withRepos, type ConfigRepo } from '../../../engine/publish/index.ts';
import { maps, publishTo } from '../../fixtures/publish/estate.ts';
import { refused } from '../../fixtures/publish/problems.ts';
import { git, GIT_ENV, repositories, type Repositories } from '../../fixtures/publish/repositories.ts';

let at: Repositories;
beforeEach(() => { at = repositories(); });
afterEach(() => at.remove());

const open = <T>(work: (repo: ConfigRepo) => Promise<T>): Promise<T> =>
  withRepos([{ zone: 'core', repository: at.remote }], { cacheFolder: at.cache, env: GIT_ENV }, async (repos) => {
    const [repo] = [...repos.keys()];
    await repo!.fetch();
    return work(repo!);
  });

it('is empty before the first publish', async () => {
  expect(await open((repo) => history(repo, 'linyi', ['core'], 10))).toEqual([]);
});

it('lists what was published when and by whom, edits by hand too, newest first', async () => {
  const first = at.commitSource('one');
  await publishTo(at, maps({ a: '1', b: '1' }));
  await publishTo(at, maps({ a: '1' }, 'dev'));
  at.edit({ 'linyi/core/notes.txt': 'mine' });
  const second = at.commitSource('two');
  await publishTo(at, maps({ a: '2', b: '1' }));
  const third = at.commitSource('three', { three: '3' });
  await publishTo(at, maps({ a: '2', b: '1' }));
  expect(await open((repo) => history(repo, 'linyi', ['core'], 10))).toMatchObject([
    { kind: 'publish', subject: 'linyi: two', source: second, author: 'Li <li@example.org>', date: expect.stringMatching(/^2030-01-02T03:04:05/), counts: { core: { created: 0, changed: 1, removed: 0 } }, alsoSources: [third] },
    { kind: 'other', author: 'Wang <wang@example.org>', subject: 'by hand' },
    { kind: 'publish', source: first, zones: ['core'], counts: { core: { created: 2, changed: 0, removed: 0 } } },
  ]);
  expect(await open((repo) => history(repo, 'linyi', ['core'], 1))).toHaveLength(1);
});

it('compares two points object by object', async () => {
  const first = at.commitSource('one');
  await publishTo(at, maps({ a: '1', b: '1', c: '1' }));
  at.commitSource('two');
  await publishTo(at, maps({ a: '2', b: '1', d: '1' }), { allowDelete: ['ConfigMap/core-mbs/c'] });
  const tip = git(at.remote, 'rev-parse', 'main');
  const expected = [
    { change: 'changed', object: 'ConfigMap/core-mbs/a' }, { change: 'removed', object: 'ConfigMap/core-mbs/c' }, { change: 'created', object: 'ConfigMap/core-mbs/d' },
  ];
  for (const to of [tip, '']) expect((await open((repo) => historyDiff(repo, 'linyi', ['core'], first, to))).changes).toMatchObject(expected);
  expect(await open((repo) => historyDiff(repo, 'linyi', ['core'], tip, tip))).toMatchObject({ changes: [], before: { ledger: { objects: [] } }, after: { ledger: { objects: [] } } });
  expect(await refused(open((repo) => historyDiff(repo, 'linyi', ['core'], 'fffffff', tip)))).toMatchObject([{ code: 'CHAMP7301' }]);
});
