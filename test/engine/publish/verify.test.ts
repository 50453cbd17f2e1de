import { committerOf, Git, rollback, verify, type VerifiedZone } from '../../../engine/publish/index.ts';
import { maps, NOW, publishTo, type Estate } from '../../fixtures/publish/estate.ts';
import { git, GIT_ENV, repositories, type Repositories } from '../../fixtures/publish/repositories.ts';

let at: Repositories;
beforeEach(() => { at = repositories(); });
afterEach(() => at.remove());

const FILE = (name: string) => `linyi/core/core-mbs/configmap.${name}.yaml`;

async function verified({ tree }: Estate): Promise<VerifiedZone> {
  const asked: (string | undefined)[] = [];
  const sourceGit = Git.open(at.source, { env: GIT_ENV });
  const source = git(at.source, 'rev-parse', 'HEAD');
  const [zone] = await verify({
    environment: 'linyi', zones: [{ zone: 'core', repository: at.remote }], source, sourceGit,
    async treeOf(_, published) { asked.push(published); return tree; },
  }, { cacheFolder: at.cache, env: GIT_ENV });
  expect(asked).toEqual([zone!.published]);
  return zone!;
}

it('finds nothing where the repository holds what the source renders, and names the commit that it was published from', async () => {
  const source = at.commitSource('one');
  await publishTo(at, maps({ a: '1', b: '1' }));
  expect(await verified(maps({ a: '1', b: '1' }))).toMatchObject({ zone: 'core', branch: 'main', published: source, age: 'same', deviations: [], rolledBack: [] });
});

it('lists what is missing, what is another and what is left, and that the source is newer than the published one', async () => {
  at.commitSource('one');
  await publishTo(at, maps({ a: '1', b: '1', c: '1' }));
  at.commitSource('two');
  const { age, deviations } = await verified(maps({ a: '2', b: '1', d: '1' }));
  expect(age).toBe('newer');
  expect(deviations).toEqual([
    { path: FILE('a'), how: 'changed' }, { path: FILE('c'), how: 'left' }, { path: FILE('d'), how: 'missing' }, { path: 'linyi/core/ledger.json', how: 'changed' },
  ]);
});

it('says who edited a file by hand, also when the source renders the same as before', async () => {
  at.commitSource('one');
  await publishTo(at, maps({ a: '1', b: '1' }));
  const commit = at.edit({ [FILE('a')]: 'a: mine\n', [FILE('b')]: undefined });
  const author = 'Wang <wang@example.org>';
  expect((await verified(maps({ a: '1', b: '1' }))).deviations).toEqual([
    { path: FILE('a'), how: 'edited', author, commit }, { path: FILE('b'), how: 'missing' },
  ]);
});

it('lists a manifest that somebody put among those of an Application, and leaves other files alone', async () => {
  at.commitSource('one');
  await publishTo(at, maps({ a: '1' }));
  at.edit({ 'linyi/core/core-mbs/extra.yaml': 'kind: Secret\n', 'linyi/core/core-mbs/README.md': 'mine', 'linyi/core/notes.yaml': 'mine', 'dev/core/x.yaml': 'a: 1\n' });
  expect((await verified(maps({ a: '1' }))).deviations).toEqual([{ path: 'linyi/core/core-mbs/extra.yaml', how: 'added' }]);
});

it('excepts what a recorded rollback left, until the source renders something else there', async () => {
  at.commitSource('one');
  const { remotes: [first] } = await publishTo(at, maps({ a: '1', b: '1' }));
  at.commitSource('two');
  await publishTo(at, maps({ a: '2', b: '1' }));
  const person = await committerOf(Git.open(at.source, { env: GIT_ENV }), GIT_ENV);
  await rollback(
    { environment: 'linyi', zones: [{ zone: 'core', repository: at.remote }], to: first!.commit!, person, now: NOW, migration: 'champ.hsa/migration' }, { cacheFolder: at.cache, env: GIT_ENV, confirm: () => true },
  );
  const undone = await verified(maps({ a: '2', b: '1' }));
  expect(undone).toMatchObject({ deviations: [], rolledBack: [{ paths: [FILE('a')] }] });
  expect(undone.rolledBack[0]!.commit).toBe(git(at.remote, 'rev-parse', 'main'));
  expect((await verified(maps({ a: '3', b: '1' }))).deviations).toContainEqual({ path: FILE('a'), how: 'changed' });
  expect((await verified(maps({ a: '2', b: '2' }))).deviations).toEqual([{ path: FILE('b'), how: 'changed' }]);
});

it('says of a repository without a commit that everything is missing', async () => {
  at.commitSource('one');
  const { deviations, age, ...rest } = await verified(maps({ a: '1' }));
  expect(deviations.map(({ path, how }) => [path, how])).toEqual([[FILE('a'), 'missing'], ['linyi/core/ledger.json', 'missing']]);
  expect(rest).not.toHaveProperty('commit');
  expect(age).toBe('unknown');
});

it('refuses a ledger that cannot be read instead of comparing without it', async () => {
  at.commitSource('one');
  await publishTo(at, maps({ a: '1' }));
  at.edit({ 'linyi/core/ledger.json': '{' });
  await expect(verified(maps({ a: '1' }))).rejects.toMatchObject({ problems: [{ code: 'CHAMP4020' }] });
});
