import { git, repositories, type Repositories } from '../../fixtures/publish/repositories.ts';
import { maps, publishTo } from '../../fixtures/publish/estate.ts';
import { refused } from '../../fixtures/publish/problems.ts';

let at: Repositories;
beforeEach(() => { at = repositories(); at.commitSource('one'); });
afterEach(() => at.remove());

const propose = (value: string) => publishTo(at, maps({ a: value }), { pushBranch: 'change' });
const isAncestor = (a: string, b: string) => git(at.remote, 'merge-base', a, b) === git(at.remote, 'rev-parse', a);

it('needs a branch to stand on, and a name of its own', async () => {
  expect(await refused(propose('1'))).toMatchObject([{ code: 'CHAMP7020' }]);
  await publishTo(at, maps({ a: '1' }));
  expect(await refused(publishTo(at, maps({ a: '2' }), { pushBranch: 'main' }))).toMatchObject([{ code: 'CHAMP7020' }]);
});

it.each([['a b', 'CHAMP7023'], ['', 'CHAMP7023'], ['-x', 'CHAMP7023'], ['x:refs/heads/main', 'CHAMP7023'], ['main/x', 'CHAMP7020']])('refuses %j before anything is pushed', async (pushBranch, code) => {
  await publishTo(at, maps({ a: '1' }));
  at.commitSource('two');
  expect(await refused(publishTo(at, maps({ a: '2' }), { pushBranch }))).toMatchObject([{ code, args: { value: pushBranch } }]);
  expect(git(at.remote, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
});

it('pushes a branch upon the tip, adds to it, and leaves it when it says the same already', async () => {
  await publishTo(at, maps({ a: '1' }));
  at.commitSource('two');
  const first = await propose('2');
  expect(first.remotes).toMatchObject([{ branch: 'change', state: 'pushed', parent: git(at.remote, 'rev-parse', 'main') }]);
  expect((await propose('2')).remotes).toMatchObject([{ state: 'unchanged' }]);
  at.commitSource('three', { c: '3' });
  const second = await propose('3');
  expect(isAncestor(first.remotes[0]!.commit!, second.remotes[0]!.commit!)).toBe(true);
  expect([at.count(), at.count('change')]).toEqual([1, 3]);
  expect((await propose('1')).remotes).toMatchObject([{ state: 'pushed' }]);
  expect(git(at.remote, 'diff', '--stat', 'main', 'change', '--', 'linyi/core/core-mbs')).toBe('');
});

it('follows a base that moved on, without force', async () => {
  await publishTo(at, maps({ a: '1' }));
  const { remotes: [before] } = await propose('2');
  const base = at.edit({ 'README.md': 'new' });
  at.commitSource('two');
  const { remotes: [after] } = await propose('3');
  expect(isAncestor(before!.commit!, after!.commit!) && isAncestor(base, after!.commit!)).toBe(true);
  expect(git(at.remote, 'diff', '--name-only', 'main...change').split('\n').every((file) => file.startsWith('linyi/core/'))).toBe(true);
});

it('starts anew on the tip once the branch was merged', async () => {
  await publishTo(at, maps({ a: '1' }));
  await propose('2');
  git(at.remote, 'update-ref', 'refs/heads/main', 'change');
  at.commitSource('two');
  expect((await propose('3')).remotes).toMatchObject([{ parent: git(at.remote, 'rev-parse', 'main') }]);
});

it('never touches a branch with commits of others', async () => {
  await publishTo(at, maps({ a: '1' }));
  const theirs = at.edit({ 'README.md': 'x' }, undefined, 'change');
  expect(await refused(propose('2'))).toMatchObject([{ code: 'CHAMP7019', args: { value: theirs.slice(0, 12), author: 'Wang <wang@example.org>' } }]);
  expect(git(at.remote, 'rev-parse', 'change')).toBe(theirs);
});
