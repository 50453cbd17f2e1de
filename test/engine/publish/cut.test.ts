import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPublish } from '../../fixtures/publish/child.ts';
import { maps, publishTo } from '../../fixtures/publish/estate.ts';
import { refused } from '../../fixtures/publish/problems.ts';
import { git, repositories, type Repositories } from '../../fixtures/publish/repositories.ts';

let at: Repositories;
beforeEach(() => { at = repositories(); at.commitSource('one'); });
afterEach(() => at.remove());

const fsck = () => expect(git(at.remote, 'fsck', '--strict', '--no-dangling')).toBe('');

it.each(['fetched', 'planned', 'built', 'pushed'])('a kill after "%s" leaves the remote whole, and the next run finishes', async (killAt) => {
  await publishTo(at, maps({ a: '1', b: '1' }));
  at.commitSource('two');
  const { signal } = await startPublish(at, 'a=2,b=1', { killAt }).ended;
  expect(signal).toBe('SIGKILL');
  fsck();
  expect(at.count()).toBe(killAt === 'pushed' ? 2 : 1);
  const { out, err } = await startPublish(at, 'a=2,b=1').ended;
  expect({ out, err }).toEqual({ out: killAt === 'pushed' ? 'unchanged\n' : 'pushed\n', err: '' });
  expect(at.count()).toBe(2);
  expect(at.show('linyi/core/core-mbs/configmap.a.yaml')).toContain('value: "2"');
  fsck();
});

it('a kill at any moment leaves the remote whole, and the next run finishes', async () => {
  for (const [round, milliseconds] of [150, 300, 450, 600, 800].entries()) {
    at.commitSource(`round ${round}`, { round: String(round) });
    const values = Array.from({ length: 200 }, (_, index) => `m${index}=${round}`).join(',');
    const run = startPublish(at, values);
    setTimeout(() => run.child.kill('SIGKILL'), milliseconds);
    await run.ended;
    fsck();
    expect((await startPublish(at, values).ended).err).toBe('');
    expect(at.show('linyi/core/core-mbs/configmap.m7.yaml')).toContain(`value: "${round}"`);
  }
  fsck();
});

const cloned = () => join(at.cache, readdirSync(at.cache).find((name) => !name.startsWith('.'))!);

it('locks and half packs that a kill left in the cache are no obstacle', async () => {
  await publishTo(at, maps({ a: '1' }));
  const clone = cloned();
  const left = ['config.lock', 'packed-refs.lock', 'objects/pack/tmp_pack_x1'].map((name) => join(clone, name));
  for (const file of left) writeFileSync(file, '');
  at.commitSource('two');
  expect((await publishTo(at, maps({ a: '2' }))).remotes).toMatchObject([{ state: 'pushed' }]);
  expect(left.filter((file) => existsSync(file))).toEqual([]);
});

it('a damaged cache is made anew', async () => {
  await publishTo(at, maps({ a: '1' }));
  const clone = cloned();
  for (const file of readdirSync(join(clone, 'objects'), { recursive: true, encoding: 'utf8' })) if (/[0-9a-f]{38}$|\.pack$/.test(file)) writeFileSync(join(clone, 'objects', file), 'damaged', { mode: 0o644, flag: 'w' });
  at.commitSource('two');
  expect((await publishTo(at, maps({ a: '2' }))).remotes).toMatchObject([{ state: 'pushed' }]);
  writeFileSync(join(clone, 'HEAD'), 'nonsense');
  at.commitSource('three', { c: '3' });
  expect((await publishTo(at, maps({ a: '3' }))).remotes).toMatchObject([{ state: 'pushed' }]);
  fsck();
});

it('a line that is cut before the remote took the commit is a failure, and the next run finishes', async () => {
  at.hook('update', 'kill -9 $PPID');
  expect(await refused(publishTo(at, maps({ a: '1' })))).toMatchObject([{ code: 'CHAMP7003' }]);
  fsck();
  at.hook('update', 'exit 0');
  expect((await publishTo(at, maps({ a: '1' }))).remotes).toMatchObject([{ state: 'pushed' }]);
});

it('a line that is cut after the remote took the commit is none', async () => {
  at.hook('post-update', 'kill -9 $PPID');
  expect((await publishTo(at, maps({ a: '1' }))).remotes).toMatchObject([{ state: 'pushed' }]);
  expect(at.count()).toBe(1);
});
