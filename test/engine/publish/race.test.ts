import { join } from 'node:path';
import { startPublish } from '../../fixtures/publish/child.ts';
import { maps, publishTo } from '../../fixtures/publish/estate.ts';
import { refused } from '../../fixtures/publish/problems.ts';
import { git, repositories, type Repositories } from '../../fixtures/publish/repositories.ts';
import { soak } from '../../fixtures/soak.ts';

let at: Repositories;
beforeEach(() => { at = repositories(); at.commitSource('one'); });
afterEach(() => at.remove());

const ROUNDS = soak(20, 200);
// a guard against a hang, not a measure
jest.setTimeout(600_000);

it('two publishers of different environments lose no commit', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const reports = await Promise.all(['linyi', 'dev'].map((environment) => publishTo(at, maps({ a: String(round) }, environment), { cacheFolder: join(at.folder, environment), tries: 100 })));
    expect(reports.map(({ remotes }) => remotes[0]!.state)).toEqual(['pushed', 'pushed']);
  }
  expect(at.count()).toBe(2 * ROUNDS);
  for (const environment of ['linyi', 'dev']) {
    expect(at.show(`${environment}/core/core-mbs/configmap.a.yaml`)).toContain(`value: "${ROUNDS - 1}"`);
    expect(git(at.remote, 'log', '--format=%H', `--grep=^Champ-Environment: ${environment}$`, 'main').split('\n')).toHaveLength(ROUNDS);
  }
  expect(git(at.remote, 'fsck', '--strict', '--no-dangling')).toBe('');
});

it('two publishers of one environment both get in, one after the other, and neither half', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const values = ['x', 'y'].map((each) => `${each}${round}`);
    await Promise.all(values.map((value) => publishTo(at, maps({ a: value, b: value }), { cacheFolder: join(at.folder, value[0]!), tries: 100 })));
    const [a, b] = ['a', 'b'].map((name) => /value: "?(\w+)/.exec(at.show(`linyi/core/core-mbs/configmap.${name}.yaml`))?.[1]);
    expect(a).toBe(b);
    expect(values).toContain(a);
  }
  expect(at.count()).toBe(2 * ROUNDS);
});

it('two processes with caches of their own both get in', async () => {
  const ended = await Promise.all(['linyi', 'dev'].map((environment) => startPublish(at, 'a=1', { environment, cache: environment }).ended));
  expect(ended.map(({ out, err }) => ({ out, err }))).toEqual([{ out: 'pushed\n', err: '' }, { out: 'pushed\n', err: '' }]);
  expect(at.count()).toBe(2);
});

it('two publishers that share a cache take turns', async () => {
  const ended = await Promise.all(['linyi', 'dev'].map((environment) => startPublish(at, 'a=1', { environment }).ended));
  expect(ended.map(({ out }) => out)).toEqual(['pushed\n', 'pushed\n']);
  await Promise.all(['linyi', 'dev'].map((environment) => publishTo(at, maps({ a: '2' }, environment))));
  expect(at.count()).toBe(4);
});

it('gives up after so many tries, and says so', async () => {
  // the branch moves each time before our push is looked at
  at.edit({ 'README.md': '0' });
  at.hook('update', 'git update-ref refs/heads/main "$(git commit-tree -p refs/heads/main -m faster "refs/heads/main^{tree}")"');
  const waits: number[] = [];
  const problems = await refused(publishTo(at, maps({ a: '1' }), { tries: 4, random: () => 0.5, wait: async (milliseconds) => { waits.push(milliseconds); } }));
  expect(problems).toMatchObject([{ code: 'CHAMP7007', args: { value: 'main', count: '4' } }]);
  expect(waits).toEqual([75, 150, 300]);
  expect(git(at.remote, 'log', '--format=%s', 'main').split('\n').filter((subject) => subject !== 'by hand')).toEqual(['faster', 'faster', 'faster', 'faster']);
});
