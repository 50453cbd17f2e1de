import { symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Git } from '../../../engine/publish/git/git.ts';
import { git, GIT_ENV, repositories, type Repositories } from '../../fixtures/publish/repositories.ts';
import { maps, publishTo } from '../../fixtures/publish/estate.ts';
import { refused } from '../../fixtures/publish/problems.ts';

let at: Repositories;
beforeEach(() => { at = repositories(); at.commitSource('one'); });
afterEach(() => at.remove());

const FILE = 'linyi/core/core-mbs/configmap.a.yaml';
const one = maps({ a: '1', b: '1' });
const two = maps({ a: '2', b: '1' });
const to = (repository: string) => ({ zones: [{ zone: 'core', repository }] });

describe('the remote', () => {
  it.each([
    ['a folder that is not there', (): string => join(at.folder, 'nothing.git'), 'CHAMP7001'],
    ['a file address that is not there', (): string => `file://${at.folder}/nothing.git`, 'CHAMP7001'],
    ['a folder that is no repository', (): string => `file://${at.folder}`, 'CHAMP7001'],
    ['an unknown scheme', (): string => 'gopher://config.example/x', 'CHAMP7001'],
    ['an option for git', (): string => '--upload-pack=touch x', 'CHAMP7001'],
    ['a helper that would run a program', (): string => 'ext::sh -c true', 'CHAMP7001'],
    ['nothing', (): string => '', 'CHAMP7001'],
    ['a closed port', (): string => 'http://127.0.0.1:9/config.git', 'CHAMP7003'],
    ['a name that does not resolve', (): string => 'https://config.invalid/config.git', 'CHAMP7003'],
  ] as const)('refuses %s', async (_, address, code) => {
    expect(await refused(publishTo(at, one, {}, to(address())))).toMatchObject([{ code }]);
  });

  it('never shows user and password of an address', async () => {
    const problems = await refused(publishTo(at, one, {}, to('http://somebody:canary@127.0.0.1:9/config.git')));
    expect(problems).toMatchObject([{ code: 'CHAMP7003', where: 'http://***@127.0.0.1:9/config.git' }]);
    expect(JSON.stringify(problems)).not.toMatch(/somebody|canary/);
  });

  it('says that there is no git program', async () => {
    expect(await refused(publishTo(at, one, { env: { PATH: at.folder } }))).toMatchObject([{ code: 'CHAMP5040', args: { value: 'git' } }]);
  });

  it('says what a hook says, and how to publish all the same, where the branch is protected', async () => {
    at.hook('update', '[ "$1" != refs/heads/main ] || { echo "main is protected: open a pull request" >&2; exit 1; }');
    expect(await refused(publishTo(at, one))).toMatchObject([{ code: 'CHAMP7006', args: { branch: 'main', why: expect.stringContaining('main is protected: open a pull request') } }]);
    expect(git(at.remote, 'for-each-ref')).toBe('');
  });

  it.each([[401, 'CHAMP7002'], [403, 'CHAMP7002'], [404, 'CHAMP7001'], [500, 'CHAMP7003']])('tells a server that answers %d from others', async (status, code) => {
    const server = createServer((_, response) => void response.writeHead(status).end('<html>sorry</html>'));
    await new Promise<void>((go) => { server.listen(0, '127.0.0.1', go); });
    const { port } = server.address() as AddressInfo;
    expect(await refused(publishTo(at, one, {}, to(`http://127.0.0.1:${port}/config.git`)))).toMatchObject([{ code }]);
    server.close();
  });

  it('tells a page from a repository', async () => {
    const server = createServer((_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>sign in</html>'));
    await new Promise<void>((go) => { server.listen(0, '127.0.0.1', go); });
    expect(await refused(publishTo(at, one, {}, to(`http://127.0.0.1:${(server.address() as AddressInfo).port}/config.git`)))).toMatchObject([{ code: 'CHAMP7001' }]);
    server.close();
  });

  it('says that a key is refused, without a question', async () => {
    const ssh = join(at.folder, 'ssh');
    writeFileSync(ssh, '#!/bin/sh\necho "git@config.example: Permission denied (publickey)." >&2\nexit 255\n', { mode: 0o755 });
    expect(await refused(publishTo(at, one, { env: { ...GIT_ENV, GIT_SSH_COMMAND: ssh } }, to('git@config.example:config.git')))).toMatchObject([{ code: 'CHAMP7002', args: { why: expect.stringContaining('Permission denied') } }]);
  });

  it('gives up on a remote that never answers', async () => {
    const ssh = join(at.folder, 'ssh');
    writeFileSync(ssh, '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
    const slow = Git.open(at.source, { timeoutMs: 300, env: { ...GIT_ENV, GIT_SSH_COMMAND: ssh } });
    expect(await refused(slow.run(['ls-remote', 'git@config.example:config.git'], { address: 'git@config.example:config.git' }))).toMatchObject([{ code: 'CHAMP7004' }]);
  });

  it('says what git says where nothing else is known', async () => {
    expect(await refused(Git.open(at.source, { env: GIT_ENV }).run(['cat-file', 'blob', 'nothing']))).toMatchObject([{ code: 'CHAMP7008', args: { why: expect.stringContaining('nothing') } }]);
  });

  it.each([['feature', 'main'], ['mian', undefined]])('names the branches there are when %s is none of them', async (branch, there = 'main') => {
    at.edit({ 'README.md': 'x' }, undefined, there);
    expect(await refused(publishTo(at, one, { branch }))).toMatchObject([{ code: 'CHAMP7005', args: { value: branch, allowed: 'main' } }]);
  });

  it.each(['-x', 'a..b', 'a b', ''])('refuses %j as the name of a branch', async (branch) => {
    expect(await refused(publishTo(at, one, { branch }))).toMatchObject([{ code: 'CHAMP7023' }]);
  });

  it('refuses a source that is no repository or has no commit', async () => {
    git(at.folder, 'init', '--quiet', '--initial-branch=main', 'empty');
    expect(await refused(publishTo({ ...at, source: join(at.folder, 'empty') }, one))).toMatchObject([{ code: 'CHAMP7026' }]);
    expect(await refused(publishTo({ ...at, source: at.folder }, one))).toMatchObject([{ code: 'CHAMP7026' }]);
  });
});

describe('machine-owned files edited by hand', () => {
  it('are refused with commit and author, all of them at once, until the edit is dropped', async () => {
    await publishTo(at, one);
    const commit = at.edit({ [FILE]: 'edited: by hand\n', 'linyi/core/core-mbs/configmap.b.yaml': undefined });
    at.commitSource('two');
    const problems = await refused(publishTo(at, maps({ a: '2', b: '2' })));
    expect(problems).toMatchObject([
      { code: 'CHAMP7010', where: expect.stringMatching(/configmap\.a\.yaml$/), args: { value: 'changed', commit: commit.slice(0, 12), author: 'Wang <wang@example.org>' } },
      { code: 'CHAMP7010', where: expect.stringMatching(/configmap\.b\.yaml$/), args: { value: 'removed' } },
    ]);
    const { warnings, remotes } = await publishTo(at, maps({ a: '2', b: '2' }), { discardEdits: true });
    expect(warnings).toMatchObject([{ code: 'CHAMP7027', args: { count: '2' } }]);
    expect(remotes).toMatchObject([{ state: 'pushed' }]);
    expect(at.show(FILE)).toContain('value: "2"');
  });

  it('are no edit when they say what is published now', async () => {
    await publishTo(at, one);
    at.edit({ [FILE]: two.tree.files.get('core/core-mbs/configmap.a.yaml')!.content });
    at.commitSource('two');
    expect((await publishTo(at, two)).remotes).toMatchObject([{ state: 'pushed' }]);
  });

  it.each([
    ['that is no JSON', '{'], ['that names a path outside', '{"version":1,"environment":"linyi","objects":[],"files":[{"file":"../x","hash":"","path":"","source":""}]}'],
    ['that names files of another zone', `{"version":1,"environment":"linyi","objects":[],"files":[{"file":"public/x.yaml","hash":"sha256:${'0'.repeat(64)}","path":"","source":""}]}`],
  ])('refuses a ledger %s', async (_, text) => {
    await publishTo(at, one);
    at.edit({ 'linyi/core/ledger.json': text, 'linyi/public/x.yaml': 'a: 1\n' });
    at.commitSource('two');
    expect(await refused(publishTo(at, two))).toMatchObject([{ code: 'CHAMP4020', where: expect.stringMatching(/linyi\/core\/ledger\.json$/) }]);
    expect((await publishTo(at, two, { discardEdits: true })).remotes).toMatchObject([{ state: 'pushed' }]);
    expect(at.files()).toContain('linyi/public/x.yaml');
  });
});

describe('where a file of ours goes', () => {
  const link = (path: string) => (work: string) => {
    symlinkSync('/etc/passwd', join(work, path));
    git(work, 'add', path);
  };

  it('refuses a file of others until it may be replaced', async () => {
    at.edit({ [FILE]: 'mine: 1\n' });
    expect(await refused(publishTo(at, one))).toMatchObject([{ code: 'CHAMP7011', args: { value: 'file', path: FILE, author: 'Wang <wang@example.org>' } }]);
    await publishTo(at, one, { discardEdits: true });
    expect(at.show(FILE)).toContain('value: "1"');
  });

  it('refuses a link, and replaces the link, never what it leads to', async () => {
    await publishTo(at, one);
    at.edit({ [FILE]: undefined }, link(FILE));
    at.commitSource('two');
    expect(await refused(publishTo(at, two))).toMatchObject([{ code: 'CHAMP7011', args: { value: 'link' } }]);
    await publishTo(at, two, { discardEdits: true });
    expect(git(at.remote, 'ls-tree', 'main', FILE)).toMatch(/^100644 blob/);
  });

  it('refuses a repository inside', async () => {
    at.edit({ 'x': 'y' }, (work) => git(work, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},${FILE}`));
    expect(await refused(publishTo(at, one))).toMatchObject([{ code: 'CHAMP7011', args: { value: 'repository' } }]);
  });

  it.each([
    ['a folder of others', { [`${FILE}/inside.yaml`]: 'a: 1\n' }, 'folder'], ['a file where our folder goes', { 'linyi/core/core-mbs': 'x' }, 'file'],
    ['a file where the zone goes', { 'linyi/core': 'x' }, 'file'], ['a file where the environment goes', { linyi: 'x' }, 'file'],
  ])('refuses %s, whatever may be replaced', async (_, files, value) => {
    const commit = at.edit(files);
    for (const discardEdits of [false, true]) {
      expect(await refused(publishTo(at, one, { discardEdits }))).toMatchObject([{ code: 'CHAMP7009', args: { value } }]);
    }
    expect(git(at.remote, 'rev-parse', 'main')).toBe(commit);
  });

  it.each([[{ 'Linyi/x': 'y' }, 'Linyi'], [{ 'linyi/Core/x': 'y' }, 'linyi/Core'], [{ 'linyi/core/Core-mbs/x': 'y' }, 'linyi/core/Core-mbs'], [{ 'linyi/core/core-mbs/ConfigMap.a.yaml': 'y' }, 'linyi/core/core-mbs/ConfigMap.a.yaml']])(
    'refuses a name that differs in letter case alone: %j', async (files, value) => {
      at.edit(files);
      expect(await refused(publishTo(at, one))).toMatchObject([{ code: 'CHAMP7012', args: { value } }]);
    });
});

describe('what the source is', () => {
  it('refuses made-up data and uncommitted changes in production, both at once, and takes them elsewhere', async () => {
    await publishTo(at, one, {}, { production: false, sample: ['sampleDigests'] });
    git(at.source, 'rm', '--quiet', '--cached', '-r', '.');
    expect(await refused(publishTo(at, two, {}, { sample: ['sampleDigests'] }))).toMatchObject([{ code: 'CHAMP7018', args: { value: 'sampleDigests' } }, { code: 'CHAMP7015' }]
      .sort((a, b) => (a.code < b.code ? 1 : -1)));
    const { source } = await publishTo(at, two, { allowSample: true, allowDirty: true }, { sample: ['sampleDigests'] });
    expect(source).toMatch(/^[0-9a-f]{40}-dirty$/);
    expect(git(at.remote, 'log', '-1', '--format=%B', 'main')).toContain(`Champ-Source-Commit: ${source}`);
  });

  it('refuses a source commit that is older than the published one', async () => {
    at.commitSource('two', { x: '2' });
    await publishTo(at, two);
    git(at.source, 'checkout', '--quiet', 'HEAD~1');
    expect(await refused(publishTo(at, one))).toMatchObject([{ code: 'CHAMP7014' }]);
    expect((await publishTo(at, one, { allowOlder: true })).warnings).toMatchObject([{ code: 'CHAMP7014' }]);
  });

  it('refuses a commit that is older than one whose output was published already', async () => {
    await publishTo(at, one);
    at.commitSource('two', { x: '2' });
    at.commitSource('three', { x: '3' });
    await publishTo(at, one);
    git(at.source, 'checkout', '--quiet', 'HEAD~1');
    expect(await refused(publishTo(at, two))).toMatchObject([{ code: 'CHAMP7014' }]);
  });

  it('warns where the published commit is unknown', async () => {
    await publishTo(at, one);
    git(at.folder, 'init', '--quiet', '--initial-branch=main', 'other');
    git(join(at.folder, 'other'), 'commit', '--quiet', '--allow-empty', '-m', 'elsewhere');
    expect((await publishTo({ ...at, source: join(at.folder, 'other') }, two)).warnings).toMatchObject([{ code: 'CHAMP7016' }]);
  });
});

it('refuses what the guard refuses, and pushes nothing', async () => {
  await publishTo(at, one);
  at.commitSource('two');
  expect(await refused(publishTo(at, maps({ a: '1' })))).toMatchObject([{ code: 'CHAMP7100' }]);
  expect(at.count()).toBe(1);
  expect((await publishTo(at, maps({ a: '1' }), { allowDelete: ['ConfigMap/core-mbs/b'] })).remotes).toMatchObject([{ zones: [{ counts: { removed: 1 } }] }]);
  // the run before may have been cut after its push: the same call again is no mistake
  expect((await publishTo(at, maps({ a: '1' }), { allowDelete: ['ConfigMap/core-mbs/b'] })).remotes).toMatchObject([{ state: 'unchanged' }]);
});

it('tells what of several repositories was published before one refused', async () => {
  const second = at.bare('second.git');
  const { estate } = await import('../../fixtures/emit/estate.ts');
  at.hook('pre-receive', 'echo no; exit 1');
  // in the order of their addresses: config.git comes first, so the other is refused here
  const first = at.bare('a.git');
  const zones = [{ zone: 'core', repository: first }, { zone: 'public', repository: at.remote }];
  expect(await refused(publishTo(at, { tree: estate(2), objects: [] }, {}, { zones }))).toMatchObject([{ code: 'CHAMP7006' }, { code: 'CHAMP7029', where: first }]);
  expect(git(second, 'for-each-ref')).toBe('');
});
