import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { committerOf, Git, rollback, type RollbackOptions, type RollbackPlan } from '../../../../engine/publish/index.ts';
import type { Manifest } from '../../../../engine/manifest.ts';
import { estateOf, maps, NOW, placed, publishTo } from '../../../fixtures/publish/estate.ts';
import { refused } from '../../../fixtures/publish/problems.ts';
import { git, GIT_ENV, repositories, type Repositories } from '../../../fixtures/publish/repositories.ts';
import { trailersOf } from '../../../../engine/publish/state/trailers.ts';

let at: Repositories;
beforeEach(() => { at = repositories(); });
afterEach(() => at.remove());

const FILE = 'linyi/core/core-mbs/configmap.a.yaml';
const MIGRATION = 'champ.hsa/migration';
const back = async (to: string, options: Partial<RollbackOptions> = {}): Promise<RollbackPlan> => rollback(
  { environment: 'linyi', zones: [{ zone: 'core', repository: at.remote }], to, person: await committerOf(Git.open(at.source, { env: GIT_ENV }), GIT_ENV), now: NOW, migration: MIGRATION },
  { cacheFolder: at.cache, env: GIT_ENV, confirm: () => true, ...options },
);
const allowDelete = ['ConfigMap/core-mbs/b', 'ConfigMap/core-mbs/c'];

/** Publishes one state after the other, each from a source commit of its own; both commits of each. */
async function states(...values: readonly Readonly<Record<string, string>>[]): Promise<readonly { readonly source: string; readonly config: string }[]> {
  const done: { source: string; config: string }[] = [];
  for (const [index, each] of values.entries()) {
    const source = at.commitSource(`state ${index}`, { state: String(index) });
    await publishTo(at, maps(each), { allowDelete });
    done.push({ source, config: git(at.remote, 'rev-parse', 'main') });
  }
  return done;
}

it('commits what an earlier commit had, and says what was gone back to and what was undone', async () => {
  const [first, second] = await states({ a: '1', b: '1' }, { a: '2', c: '1' });
  let shown: RollbackPlan | undefined;
  const done = await back(first!.config.slice(0, 10), { allowDelete, confirm: (plan) => { shown = plan; return true; } });
  expect(shown).toMatchObject({
    remotes: [{ state: 'planned', to: first!.config }],
    changes: [{ change: 'changed', object: 'ConfigMap/core-mbs/a' }, { change: 'created', object: 'ConfigMap/core-mbs/b' }, { change: 'removed', object: 'ConfigMap/core-mbs/c' }],
  });
  expect(done.remotes).toMatchObject([{ state: 'pushed', parent: second!.config }]);
  expect(git(at.remote, 'diff', '--stat', first!.config, 'main')).toBe('');
  const message = git(at.remote, 'log', '-1', '--format=%B', 'main');
  expect(message).toMatch(/^linyi: roll back to [0-9a-f]{12} \(state 0\)\n/);
  expect(Object.fromEntries(trailersOf(message))).toMatchObject({ 'Champ-Rollback-To': first!.config, 'Champ-Rolled-Back': second!.config, 'Champ-Source-Commit': first!.source, 'Champ-Environment': 'linyi' });
});

it('takes a source commit too, and leaves other environments and files of others as they are', async () => {
  const [first] = await states({ a: '1' }, { a: '2' });
  await publishTo(at, maps({ a: '5' }, 'dev'));
  at.edit({ 'linyi/core/notes.txt': 'mine' });
  await back(first!.source);
  expect(at.show(FILE)).toContain('value: "1"');
  expect(at.show('dev/core/core-mbs/configmap.a.yaml')).toContain('value: "5"');
  expect(at.files()).toContain('linyi/core/notes.txt');
});

it('does nothing unless it is agreed to, and nothing where nothing differs', async () => {
  const [first, second] = await states({ a: '1' }, { a: '2' });
  expect((await back(first!.config, { confirm: () => false })).remotes).toMatchObject([{ state: 'planned' }]);
  expect((await back(second!.config)).remotes).toMatchObject([{ state: 'unchanged' }]);
  expect(at.count()).toBe(2);
});

it('is not undone by the next publish, until the source has changed', async () => {
  const [first] = await states({ a: '1' }, { a: '2', d: '1' });
  await back(first!.config, { allowDelete: ['ConfigMap/core-mbs/d'] });
  at.commitSource('something else', { e: '1' });
  expect(await refused(publishTo(at, maps({ a: '2', d: '1', e: '1' })))).toMatchObject([
    { code: 'CHAMP7021', args: { value: FILE } }, { code: 'CHAMP7021', args: { value: 'linyi/core/core-mbs/configmap.d.yaml' } },
  ]);
  expect((await publishTo(at, maps({ a: '1', e: '1' }))).remotes).toMatchObject([{ state: 'pushed' }]);
  expect((await publishTo(at, maps({ a: '3', e: '1' }))).remotes).toMatchObject([{ state: 'pushed' }]);
});

it('is ended by --resume, for good', async () => {
  const [first] = await states({ a: '1' }, { a: '2' });
  await back(first!.config);
  await publishTo(at, maps({ a: '2' }), { resume: true });
  expect(at.show(FILE)).toContain('value: "2"');
  await publishTo(at, maps({ a: '1' }));
  expect((await publishTo(at, maps({ a: '2' }))).remotes).toMatchObject([{ state: 'pushed' }]);
});

it('can itself be rolled back', async () => {
  const [first, second] = await states({ a: '1' }, { a: '2' });
  await back(first!.config);
  await back(second!.config);
  expect(at.show(FILE)).toContain('value: "2"');
  at.commitSource('later', { later: '1' });
  expect((await publishTo(at, maps({ a: '2', b: '1' }))).remotes).toMatchObject([{ state: 'pushed' }]);
});

it.each(['0000000', 'main', 'HEAD~1', '../x', '123'])('refuses %s, which is no published commit', async (to) => {
  await states({ a: '1' });
  expect(await refused(back(to))).toMatchObject([{ code: 'CHAMP7301', args: { value: to } }]);
});

it('refuses the beginning of more than one commit', async () => {
  await states({ a: '1' });
  const tip = git(at.remote, 'rev-parse', 'main');
  // two commits of ours that name source commits with a common beginning
  const make = (source: string, parent: string) => git(at.remote, 'commit-tree', `${tip}^{tree}`, '-p', parent, '-m', `linyi: x\n\nChamp-Environment: linyi\nChamp-Zones: core\nChamp-Source-Commit: ${source}`);
  git(at.remote, 'update-ref', 'refs/heads/main', make(`${'e'.repeat(12)}2${'0'.repeat(27)}`, make(`${'e'.repeat(12)}1${'0'.repeat(27)}`, tip)));
  expect(await refused(back('e'.repeat(10)))).toMatchObject([{ code: 'CHAMP7305' }]);
});

it('refuses a commit before the first publish of the zone, and one whose files were edited by hand', async () => {
  const before = at.edit({ 'README.md': 'x' });
  await states({ a: '1' });
  const edited = at.edit({ [FILE]: 'by: hand\n' });
  await publishTo(at, maps({ a: '2' }), { discardEdits: true });
  expect(await refused(back(before))).toMatchObject([{ code: 'CHAMP7304', args: { zone: 'core' } }]);
  expect(await refused(back(edited))).toMatchObject([{ code: 'CHAMP7010' }]);
});

it('is guarded and judged as a publish is', async () => {
  const [first] = await states({ a: '1' }, { a: '2', c: '1' });
  expect(await refused(back(first!.config))).toMatchObject([{ code: 'CHAMP7100' }]);
  let judged = 0;
  await back(first!.config, { allowDelete, judge: (objects) => { judged = objects.length; return []; } });
  expect(judged).toBe(1);
});

describe('a schema migration', () => {
  const deployment = (image: string, migration?: string): Manifest => ({
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'hsa-mbs', namespace: 'core-mbs', ...(migration ? { annotations: { [MIGRATION]: migration } } : {}) },
    spec: { selector: { matchLabels: { app: 'x' } }, template: { metadata: { labels: { app: 'x' } }, spec: { containers: [{ name: 'app', image }] } } },
  });
  const release = async (image: string, migration?: string) => {
    at.commitSource(image, { image });
    await publishTo(at, estateOf([placed(deployment(image, migration))]));
    return git(at.remote, 'rev-parse', 'main');
  };

  it('is not gone back over unless it is allowed for that workload', async () => {
    const first = await release('x:1');
    await release('x:2', 'm-2');
    expect(await refused(back(first))).toMatchObject([{ code: 'CHAMP7302', args: { name: 'core-mbs/hsa-mbs', before: 'm-2', after: '-' } }]);
    expect(await refused(back(first, { allowMigration: ['core-mbs/other'] }))).toMatchObject([{ code: 'CHAMP7302' }]);
    expect(await back(first, { allowMigration: ['core-mbs/hsa-mbs'] })).toMatchObject({ remotes: [{ state: 'pushed' }], warnings: [] });
  });

  it('that both releases need is none to go back over, and an idle permission is said', async () => {
    const first = await release('x:1', 'm-1');
    await release('x:2', 'm-1');
    expect((await back(first, { allowMigration: ['core-mbs/hsa-mbs'] })).warnings).toMatchObject([{ code: 'CHAMP7306', args: { value: 'core-mbs/hsa-mbs' } }]);
  });
});

it('does not undo what came in after it was agreed to', async () => {
  const [first] = await states({ a: '1' }, { a: '2' });
  const late = { cacheFolder: `${at.cache}-2` };
  const work = back(first!.config, { wait: async () => {}, confirm: async () => { at.commitSource('three', { three: '3' }); await publishTo(at, maps({ a: '3' }), late); return true; } });
  expect(await refused(work)).toMatchObject([{ code: 'CHAMP7307' }]);
  expect(at.show(FILE)).toContain('value: "3"');
});

it('goes on where only others have moved the branch', async () => {
  const [first] = await states({ a: '1' }, { a: '2' });
  await back(first!.config, { wait: async () => {}, confirm: () => { at.edit({ 'README.md': 'x' }); return true; } });
  expect(at.show(FILE)).toContain('value: "1"');
  expect(at.files()).toContain('README.md');
});

it('is not undone either where other environments were rolled back dozens of times since', async () => {
  const [first] = await states({ a: '1', b: '1' }, { a: '2', b: '1' });
  await back(first!.config);
  at.edit({}, (work) => {
    for (let count = 0; count < 45; count++) git(work, 'commit', '--quiet', '--allow-empty', '-m', `linyi-dr: roll back\n\nChamp-Environment: linyi-dr\nChamp-Zones: core\nChamp-Rolled-Back: ${first!.config}`);
    writeFileSync(join(work, 'x'), 'y');
    git(work, 'add', 'x');
  });
  at.commitSource('same again', { more: '1' });
  expect(await refused(publishTo(at, maps({ a: '2', b: '1' })))).toMatchObject([{ code: 'CHAMP7021', args: { value: FILE } }]);
});

it('to a commit of another environment names the source that stood there then', async () => {
  const [first] = await states({ a: '1', b: '1' });
  at.commitSource('of the other', { other: '1' });
  await publishTo(at, maps({ z: '1' }, 'linyi-dr'));
  const other = git(at.remote, 'rev-parse', 'main');
  await states({ a: '2', b: '1' });
  await back(other);
  expect(trailersOf(git(at.remote, 'log', '-1', '--format=%B', 'main')).get('Champ-Source-Commit')).toBe(first!.source);
});

it('tells what of several repositories went back before one refused', async () => {
  const other = at.bare('other.git');
  // in the order of their addresses
  const zones = [{ zone: 'core', repository: at.remote }, { zone: 'public', repository: other }];
  const estate = (value: string) => estateOf(['core', 'public'].map((zone) => placed({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: `${zone}-mbs` }, data: { value } }, `${zone}-mbs`, zone)));
  const first = at.commitSource('one');
  await publishTo(at, estate('1'), {}, { zones });
  at.commitSource('two', { two: '2' });
  await publishTo(at, estate('2'), {}, { zones });
  mkdirSync(join(other, 'hooks'), { recursive: true });
  writeFileSync(join(other, 'hooks', 'update'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const work = rollback({ environment: 'linyi', zones, to: first, person: { name: 'Li', email: 'li@example.org' }, now: NOW, migration: MIGRATION }, { cacheFolder: at.cache, env: GIT_ENV, confirm: () => true });
  expect(await refused(work)).toMatchObject([{ code: 'CHAMP7006' }, { code: 'CHAMP7029', args: { value: git(at.remote, 'rev-parse', 'main').slice(0, 12) } }]);
});
