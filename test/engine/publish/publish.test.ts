import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { git, GIT_ENV, repositories, type Repositories } from '../../fixtures/publish/repositories.ts';
import { maps, publishTo } from '../../fixtures/publish/estate.ts';
import { problem } from '../../../engine/problem/index.ts';
import { trailersOf } from '../../../engine/publish/state/trailers.ts';

let at: Repositories;
beforeEach(() => { at = repositories(); });
afterEach(() => at.remove());

const FILE = 'linyi/core/core-mbs/configmap.a.yaml';

it('makes the first commit of an empty repository: files, the zone\'s ledger and hydrator.metadata, nothing else', async () => {
  const source = at.commitSource('First: subject\n\nA body.');
  const { remotes } = await publishTo(at, maps({ a: '1', b: '1' }));
  expect(remotes).toMatchObject([{ state: 'pushed', branch: 'main', zones: [{ zone: 'core', counts: { created: 2, changed: 0, removed: 0 } }] }]);
  expect(at.files()).toEqual(['linyi/core/core-mbs/configmap.a.yaml', 'linyi/core/core-mbs/configmap.b.yaml', 'linyi/core/hydrator.metadata', 'linyi/core/ledger.json']);
  expect(JSON.parse(at.show('linyi/core/hydrator.metadata'))).toMatchObject({ drySha: source, author: 'Li <li@example.org>', subject: 'First: subject', body: 'A body.', commands: ['champ synth --env linyi'] });
  expect(JSON.parse(at.show('linyi/core/ledger.json'))).toMatchObject({ environment: 'linyi', objects: [{ file: 'core/core-mbs/configmap.a.yaml' }, { file: 'core/core-mbs/configmap.b.yaml' }] });
  expect(git(at.remote, 'fsck', '--strict')).toBe('');
});

it('says in the commit where it comes from', async () => {
  const source = at.commitSource('Add a');
  await publishTo(at, maps({ a: '1' }));
  const message = git(at.remote, 'log', '-1', '--format=%B', 'main');
  expect(message).toMatch(/^linyi: Add a\n\ncore: 1 created, 0 changed, 0 removed\n\n/);
  expect(Object.fromEntries(trailersOf(message))).toMatchObject({
    'Champ-Environment': 'linyi', 'Champ-Zones': 'core', 'Champ-Source-Commit': source, 'Champ-Source-Author': 'Li <li@example.org>',
    'Argocd-reference-commit-sha': source, 'Argocd-reference-commit-author': 'Li <li@example.org>', 'Argocd-reference-commit-subject': 'Add a',
  });
  expect(git(at.remote, 'log', '-1', '--format=%an %cn %ct', 'main')).toBe(`Li CI ${Date.parse('2030-01-02T03:04:05Z') / 1000}`);
  expect(git(at.remote, 'log', '-1', '--format=%at', 'main')).toBe(git(at.source, 'log', '-1', '--format=%at'));
});

it('creates, changes and removes only what differs, and leaves files of others alone with a warning', async () => {
  at.commitSource('one');
  at.edit({ 'README.md': 'mine', 'linyi/core/notes.txt': 'mine', 'dev/core/x.yaml': 'a: 1\n' });
  await publishTo(at, maps({ a: '1', b: '1', c: '1' }));
  at.commitSource('two');
  const { remotes: [remote], warnings } = await publishTo(at, maps({ a: '2', b: '1', d: '1' }), { allowDelete: ['ConfigMap/core-mbs/c'] });
  expect(remote!.zones).toMatchObject([{ counts: { created: 1, changed: 1, removed: 1 }, foreign: ['linyi/core/notes.txt'] }]);
  expect(git(at.remote, 'diff', '--no-renames', '--name-status', 'main~1', 'main').split('\n')).toEqual([
    `M\t${FILE}`, 'D\tlinyi/core/core-mbs/configmap.c.yaml', 'A\tlinyi/core/core-mbs/configmap.d.yaml', 'M\tlinyi/core/hydrator.metadata', 'M\tlinyi/core/ledger.json',
  ]);
  expect(at.files()).toEqual(expect.arrayContaining(['README.md', 'linyi/core/notes.txt', 'dev/core/x.yaml']));
  expect(warnings).toMatchObject([{ code: 'CHAMP7017', args: { value: 'linyi/core/notes.txt' } }]);
});

it('makes no commit where nothing changed, and records a later source commit by a note, once', async () => {
  at.commitSource('one');
  const first = await publishTo(at, maps({ a: '1' }));
  expect((await publishTo(at, maps({ a: '1' }))).remotes).toEqual([expect.not.objectContaining({ noted: expect.anything() })]);
  const second = at.commitSource('two');
  const third = at.commitSource('three', { c: '3' });
  for (const [commit, sha] of [[second, 'HEAD~1'], [third, 'HEAD'], [third, 'HEAD']] as const) {
    git(at.source, 'checkout', '--quiet', sha === 'HEAD' ? 'main' : second);
    expect((await publishTo(at, maps({ a: '1' }))).remotes).toMatchObject([{ state: 'unchanged', noted: first.remotes[0]!.commit }]);
    expect(git(at.remote, 'notes', '--ref=champ', 'show', 'main')).toContain(`Source-commit: ${commit}`);
  }
  expect(git(at.remote, 'notes', '--ref=champ', 'show', 'main').split('\n').filter(Boolean)).toEqual([`Source-commit: ${second}`, `Source-commit: ${third}`]);
  expect(at.count()).toBe(1);
});

it('leaves the source clean with its clone inside, also where no .gitignore names the folder', async () => {
  at.commitSource('one');
  await publishTo(at, maps({ a: '1' }), { cacheFolder: join(at.source, 'cache', 'config') });
  expect(readdirSync(join(at.source, 'cache', 'config')).length).toBeGreaterThan(1);
  expect(git(at.source, 'status', '--porcelain')).toBe('');
});

it('warns, and no more, when the remote takes no notes', async () => {
  at.commitSource('one');
  await publishTo(at, maps({ a: '1' }));
  at.hook('update', 'case "$1" in refs/notes/*) echo no notes here; exit 1;; esac');
  at.commitSource('two');
  const { warnings } = await publishTo(at, maps({ a: '1' }));
  expect(warnings).toMatchObject([{ code: 'CHAMP7022', args: { why: expect.stringContaining('no notes here') } }]);
});

it('takes no notice of the size of what is not ours', async () => {
  const blob = execFileSync('git', ['-C', at.remote, 'hash-object', '-w', '--stdin'], { input: 'x', encoding: 'utf8', env: GIT_ENV }).trim();
  const rows = Array.from({ length: 50_000 }, (_, index) => `100644 ${blob}\tother/folder-${index % 100}/file-${index}\n`).join('');
  const env = { ...GIT_ENV, GIT_INDEX_FILE: join(at.folder, 'index') };
  execFileSync('git', ['-C', at.remote, 'update-index', '--index-info'], { input: rows, env });
  const tree = execFileSync('git', ['-C', at.remote, 'write-tree'], { env, encoding: 'utf8' }).trim();
  git(at.remote, 'update-ref', 'refs/heads/main', git(at.remote, 'commit-tree', tree, '-m', 'many'));
  at.commitSource('one');
  await publishTo(at, maps({ a: '1' }));
  expect(git(at.remote, 'diff', '--name-status', 'main~1', 'main').split('\n')).toHaveLength(3);
  const started = performance.now();
  expect((await publishTo(at, maps({ a: '1' }))).remotes).toMatchObject([{ state: 'unchanged' }]);
  // a guard against reading all of it; a run takes a fraction of a second
  expect(performance.now() - started).toBeLessThan(60_000);
});

it('writes nothing in a dry run', async () => {
  at.commitSource('one');
  const { remotes } = await publishTo(at, maps({ a: '1' }), { dryRun: true });
  expect(remotes).toMatchObject([{ state: 'planned', zones: [{ counts: { created: 1 } }] }]);
  expect(git(at.remote, 'for-each-ref')).toBe('');
});

it('gives zones of one repository one commit, and zones of their own repositories one each', async () => {
  at.commitSource('one');
  const estate = await import('../../fixtures/emit/estate.ts').then(({ estate: make }) => ({ tree: make(2), objects: [] }));
  const shared = await publishTo(at, estate, {}, { zones: ['core', 'public'].map((zone) => ({ zone, repository: at.remote })) });
  expect(shared.remotes).toMatchObject([{ zones: [{ zone: 'core' }, { zone: 'public' }] }]);
  expect(at.count()).toBe(1);
  const [core, open] = [at.bare('core.git'), at.bare('public.git')];
  const { remotes } = await publishTo(at, estate, {}, { zones: [{ zone: 'core', repository: core }, { zone: 'public', repository: open }] });
  expect(remotes).toHaveLength(2);
  expect(git(open, 'ls-tree', '-r', '--name-only', 'main').split('\n').every((file) => file.startsWith('linyi/public/'))).toBe(true);
  expect(git(core, 'ls-tree', '-r', '--name-only', 'main').split('\n').every((file) => file.startsWith('linyi/core/'))).toBe(true);
});

it('asks for the policies also when nothing is to be published: a waiver ends by itself', async () => {
  at.commitSource('one');
  let asked = 0;
  const judge = () => { asked++; return []; };
  await publishTo(at, maps({ a: '1' }), { judge });
  await publishTo(at, maps({ a: '1' }), { judge });
  expect(asked).toBe(2);
});

it('pushes nothing when the policies find something', async () => {
  at.commitSource('one');
  await publishTo(at, maps({ a: '1' }));
  const before = git(at.remote, 'rev-parse', 'main');
  at.commitSource('two');
  await expect(publishTo(at, maps({ a: '2' }), { judge: () => [problem('CHAMP7014', 'linyi', { value: 'x' })] })).rejects.toMatchObject({ problems: [{ code: 'CHAMP7014' }] });
  expect(git(at.remote, 'rev-parse', 'main')).toBe(before);
});
