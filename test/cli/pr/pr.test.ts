import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marker } from '../../../engine/forge/index.ts';
import { champ } from '../../fixtures/champ.ts';
import { git, GIT_ENV } from '../../fixtures/publish/repositories.ts';
import { fakeForge, TOKEN, type FakeForge, type Kind } from '../../engine/forge/fake-forge.ts';
import { project, type Project } from './project.ts';

const CHANGE = { 'environments/linyi/releases.yaml': 'tag: 2\n' };

describe.each<Kind>(['gitlab', 'github'])('on %s', (kind) => {
  let forge: FakeForge;
  let here: Project;
  let report = '';
  beforeEach(async () => {
    forge = await fakeForge(kind);
    here = project(forge);
    report = join(here.folder, 'report.md');
    writeFileSync(report, '# what changes\n');
  });
  afterEach(async () => {
    here.remove();
    await forge.stop();
  });
  const pr = (...args: readonly string[]) => here.champ('pr', '--report', report, ...args);

  it('commits what changed, pushes it and opens a merge request with the report', async () => {
    here.put({ ...CHANGE, 'environments/linyi/new.yaml': 'new\n', 'apps/a.ts': undefined });
    const { code, out, err } = await pr('--title', 'hsa-mbs V1.2.4');
    expect([code, err]).toEqual([0, expect.stringContaining('opened merge request 1: hsa-mbs V1.2.4')]);
    expect(out.trim()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/city\//);
    expect(forge.requests).toMatchObject([{ branch: 'hsa-mbs-v1-2-4', target: 'main', title: 'hsa-mbs V1.2.4', draft: false }]);
    expect(forge.requests[0]!.description).toContain('# what changes');
    expect(git(here.remote, 'show', '--name-status', '--format=%s%n%an', 'hsa-mbs-v1-2-4')).toBe('hsa-mbs V1.2.4\nLi\n\nD\tapps/a.ts\nA\tenvironments/linyi/new.yaml\nM\tenvironments/linyi/releases.yaml');
    expect(here.git('status', '--porcelain', '--branch')).toBe('## hsa-mbs-v1-2-4...origin/hsa-mbs-v1-2-4');
    expect(git(here.remote, 'log', '--format=%s', 'main')).toBe('first');
    expect(here.git('log', '--format=%s', 'main')).toBe('first');
  });

  it('never commits what a command has left that was killed while it wrote', async () => {
    here.put({ ...CHANGE, 'environments/linyi/.sizes.yaml.champ-draft': 'half\n', 'environments/linyi/.sizes.yaml.champ-lock': '1' });
    expect(await pr('--title', 'one')).toMatchObject({ code: 0 });
    expect(git(here.remote, 'show', '--name-only', '--format=', 'one')).toBe('environments/linyi/releases.yaml');
  });

  it('updates the same merge request when it runs again, and keeps what people wrote around the report', async () => {
    here.put(CHANGE);
    await pr('--title', 'one');
    forge.requests[0]!.description = `Please look.\n\n${forge.requests[0]!.description}\n\n- [x] seen`;
    here.put({ 'apps/a.ts': 'b\n' });
    writeFileSync(report, '# other\n');
    const { code, err } = await pr();
    expect([code, err]).toEqual([0, expect.stringContaining('updated merge request 1: one')]);
    expect(forge.requests).toHaveLength(1);
    expect(forge.requests[0]!.description).toMatch(/^Please look\.\n\n[^]*# other[^]*- \[x\] seen$/);
    expect(forge.requests[0]!.description).not.toContain('what changes');
    expect(git(here.remote, 'log', '--format=%s', 'main..one')).toBe('one\none');
  });

  it('changes nothing when nothing changed', async () => {
    here.put(CHANGE);
    await pr('--title', 'one');
    const before = here.state();
    expect(await pr()).toMatchObject({ code: 0, err: expect.stringContaining('merge request 1 is as it was: one') });
    expect(here.state()).toBe(before);
    expect(forge.seen.some(({ method }) => method === 'PUT' || method === 'PATCH')).toBe(false);
  });

  it('goes on where the forge failed after the push, and says what is there', async () => {
    here.put(CHANGE);
    forge.failures.push({ method: 'POST', status: 403, body: { message: 'no' } });
    const failed = await pr('--title', 'one');
    expect([failed.code, failed.err]).toEqual([3, expect.stringMatching(/CHAMP9306[\s\S]*CHAMP9332[\s\S]*branch one is pushed \(commit [0-9a-f]{12}\)/)]);
    expect(here.branches()).toEqual(['main', 'one']);
    expect(await pr()).toMatchObject({ code: 0, err: expect.stringContaining('opened merge request 1: one') });
    expect(git(here.remote, 'rev-list', '--count', 'main..one')).toBe('1');
  });

  it('opens one merge request when the answer to that was lost', async () => {
    here.put(CHANGE);
    forge.failures.push({ method: 'POST', cut: 'after' });
    expect(await pr('--title', 'one', '--draft')).toMatchObject({ code: 0 });
    expect(forge.requests).toHaveLength(1);
  });

  it.each<[string, readonly string[], string, () => void]>([
    ['a token that is refused', [], 'CHAMP9305', () => forge.failures.push({ status: 401, body: { message: 'no' } })],
    ['a project that is not there', [], 'CHAMP9307', () => forge.failures.push({ status: 404, body: { message: 'no' } })],
    ['a login page', [], 'CHAMP9311', () => forge.failures.push({ status: 200, body: '<html><title>Sign in</title></html>' })],
    ['a remote without the target', ['--target', 'stable'], 'CHAMP9325', () => {}],
    ['no remote', [], 'CHAMP9300', () => here.git('remote', 'remove', 'origin')],
    ['a remote of which no project can be read', [], 'CHAMP9301', () => here.git('remote', 'set-url', 'origin', '/somewhere/else.git')],
    ['a remote that is away', [], 'CHAMP9331', () => { here.git('config', '--remove-section', `url.${here.remote}`); here.git('config', `url.${here.folder}/gone.insteadOf`, here.git('config', 'remote.origin.url')); }],
    ['no branch', [], 'CHAMP9321', () => here.git('checkout', '--quiet', '--detach')],
    ['a remote that declines', [], 'CHAMP9330', () => here.hook('pre-receive', 'echo "not today" >&2; exit 1')],
    ['a branch of others with that name', [], 'CHAMP9324', () => { git(here.remote, 'branch', 'one', 'main'); here.git('commit', '--quiet', '--allow-empty', '-m', 'x'); here.git('push', '--quiet', 'origin', 'HEAD:one'); here.git('reset', '--quiet', '--soft', 'HEAD~1'); }],
    ['a merge that is not finished', [], 'CHAMP9326', () => writeFileSync(join(here.work, '.git', 'MERGE_HEAD'), `${here.git('rev-parse', 'HEAD')}\n`)],
    ['a conflict', [], 'CHAMP9327', () => { const blob = here.git('hash-object', '-w', 'apps/a.ts'); here.git('rm', '--quiet', '--cached', 'apps/a.ts'); const index = join(here.folder, 'index'); writeFileSync(index, [1, 2, 3].map((stage) => `100644 ${blob} ${stage}\tapps/a.ts\n`).join('')); execFileSync('git', ['-C', here.work, 'update-index', '--index-info'], { input: readFileSync(index) }); }],
    ['a key that does not sign', [], 'CHAMP9333', () => { here.git('config', 'commit.gpgsign', 'true'); here.git('config', 'gpg.program', 'false'); }],
    ['a report that is not there', ['--report', '/nothing'], 'CHAMP1101', () => {}],
  ])('changes nothing with %s', async (_, args, code, arrange) => {
    here.put(CHANGE);
    arrange();
    const before = here.state();
    const ended = await pr('--title', 'one', ...args);
    expect([ended.code, ended.err]).toEqual([code === 'CHAMP1101' ? 1 : 3, expect.stringContaining(code)]);
    expect(here.state()).toBe(before);
    expect(`${ended.err}${ended.out}`).not.toContain(TOKEN);
    expect(forge.requests).toEqual([]);
  });

  it('shows all of it and changes nothing with --dry-run', async () => {
    here.put({ ...CHANGE, 'notes.txt': 'mine' });
    const before = here.state();
    const { code, out, err } = await pr('--title', 'one', '--dry-run');
    expect([code, out]).toEqual([0, expect.stringContaining('# what changes')]);
    for (const part of ['changed  environments/linyi/releases.yaml', 'not committed (1): notes.txt', 'would commit to branch one']) expect(err).toContain(part);
    expect(here.state()).toBe(before);
    expect(forge.seen).toEqual([]);
  });

  it('cuts a report that is longer than a forge takes, and says so', async () => {
    here.put(CHANGE);
    writeFileSync(report, `# long\n\n\`\`\`\n${'line of the report\n'.repeat(8_000)}\`\`\`\n`);
    await pr('--title', 'one');
    const { description } = forge.requests[0]!;
    expect(description.length).toBeLessThanOrEqual(65_536);
    expect(description.length).toBeGreaterThan(60_000);
    expect(description).toMatch(/line of the report\n```\n\n\*The report is too long[^]*<!-- \/champ:report -->$/);
  });

  it('writes one document under --json', async () => {
    here.put(CHANGE);
    const { out } = await pr('--title', 'one', '--draft', '--json');
    expect(JSON.parse(out)).toMatchObject({
      version: 1, dryRun: false, branch: 'one', target: 'main', title: 'one', pushed: true, files: [{ path: 'environments/linyi/releases.yaml', status: 'changed' }],
      request: { number: 1, outcome: 'opened', draft: true },
    });
  });
});

it.each<Kind>(['gitlab', 'github'])('opens a merge request on %s as the shipped command, whose program does not hold the library', async (kind) => {
  const forge = await fakeForge(kind);
  const here = project(forge);
  here.put(CHANGE);
  const env = { ...GIT_ENV, CHAMP_FORGE: kind, CHAMP_FORGE_URL: forge.url, CHAMP_FORGE_TOKEN: TOKEN } as Record<string, string>;
  const body = join(here.folder, 'body.md');
  writeFileSync(body, 'text');
  const { code, err } = await champ(['--environments', join(here.work, 'environments'), 'pr', '--title', 'one', '--body', body], env);
  expect([code, err]).toEqual([0, expect.stringContaining('opened merge request 1: one')]);
  here.remove();
  await forge.stop();
});

describe('with any forge', () => {
  let forge: FakeForge;
  let here: Project;
  beforeEach(async () => {
    forge = await fakeForge('gitlab');
    here = project(forge);
    writeFileSync(join(here.folder, 'report.md'), '# report\n');
  });
  afterEach(async () => {
    here.remove();
    await forge.stop();
  });
  const pr = (...args: readonly string[]) => here.champ('pr', '--report', join(here.folder, 'report.md'), ...args);

  it('leaves new files outside of the sources alone, takes tracked ones and those that were added', async () => {
    here.put({ ...CHANGE, 'notes.txt': 'mine', 'README.md': 'other\n', 'docs/a.md': 'a' });
    here.git('add', 'docs/a.md');
    const { err } = await pr('--title', 'one');
    expect(err).toContain('not committed (1): notes.txt');
    expect(git(here.remote, 'show', '--name-only', '--format=', 'one').split('\n')).toEqual(['README.md', 'docs/a.md', 'environments/linyi/releases.yaml']);
    expect(here.git('status', '--porcelain', '--untracked-files=all')).toBe('?? notes.txt');
  });

  it('takes names with spaces, Chinese, quotes and wildcards as they are', async () => {
    const names = ['environments/a b.yaml', 'environments/临沂.yaml', "environments/it's.yaml", 'environments/*.yaml', 'environments/:(top)x'];
    here.put(Object.fromEntries(names.map((name) => [name, name])));
    expect(await pr('--title', 'one')).toMatchObject({ code: 0 });
    expect(git(here.remote, '-c', 'core.quotePath=false', 'ls-tree', '-r', '--name-only', '-z', 'one').split('\0')).toEqual(expect.arrayContaining(names));
    expect(here.git('status', '--porcelain')).toBe('');
  });

  it('opens a merge request for commits of a branch, with the subject of the first', async () => {
    here.git('switch', '--quiet', '-c', 'topic');
    for (const subject of ['add a', 'mend it']) here.git('commit', '--quiet', '--allow-empty', '-m', subject);
    expect(await pr()).toMatchObject({ code: 0, err: expect.stringContaining('opened merge request 1: add a') });
    expect(forge.requests).toMatchObject([{ branch: 'topic', title: 'add a' }]);
  });

  it('does not move a branch that another work tree has checked out', async () => {
    here.git('worktree', 'add', '--quiet', '-b', 'one', join(here.folder, 'other'));
    here.put(CHANGE);
    expect(await pr('--title', 'one')).toMatchObject({ code: 3, err: expect.stringContaining('CHAMP9324') });
    expect(here.git('rev-parse', 'one')).toBe(here.git('rev-parse', 'main'));
  });

  it('says that there is nothing to do', async () => {
    expect(await pr()).toMatchObject({ code: 2, err: expect.stringContaining('CHAMP9328') });
    expect(await pr('--title', 'one')).toMatchObject({ code: 0, err: expect.stringContaining('there is nothing to merge into main') });
    expect(here.branches()).toEqual(['main']);
  });

  it('goes on from a push that was killed before the branch was there', async () => {
    here.put(CHANGE);
    const dirty = here.git('stash', 'create');
    const commit = here.git('commit-tree', `${dirty}^{tree}`, '-p', 'HEAD', '-m', 'one');
    here.git('push', '--quiet', 'origin', `${commit}:refs/heads/one`);
    expect(await pr('--title', 'one')).toMatchObject({ code: 0, err: expect.stringContaining(`going on with commit ${commit.slice(0, 12)}`) });
    expect([here.git('rev-parse', 'HEAD'), here.git('status', '--porcelain')]).toEqual([commit, '']);
  });

  it('commits to the branch alone with --no-push, without a forge and a token', async () => {
    here.put(CHANGE);
    here.git('remote', 'remove', 'origin');
    expect(await pr('--title', 'one', '--no-push')).toMatchObject({ code: 0, err: expect.stringContaining('to branch one') });
    expect([here.git('log', '-1', '--format=%s', 'one'), here.git('status', '--porcelain'), forge.seen.length]).toEqual(['one', '', 0]);
    expect(await pr('--no-push')).toMatchObject({ code: 0, err: expect.stringMatching(/there is nothing to commit; branch one is at commit [0-9a-f]{12}/) });
  });

  it('takes a text without a report with --body', async () => {
    here.put(CHANGE);
    const body = join(here.folder, 'body.md');
    writeFileSync(body, 'my words\n');
    expect(await here.champ('pr', '--title', 'one', '--body', body)).toMatchObject({ code: 0 });
    expect(forge.requests[0]!.description).toBe('my words\n');
  });

  it('lets no line of the report be a command of the forge, nor a marker of ours', async () => {
    here.put(CHANGE);
    writeFileSync(join(here.folder, 'report.md'), `text\n/merge\n  /approve\n${marker('report')}\n<!-- /champ:report -->\n`);
    await pr('--title', 'one');
    const { description } = forge.requests[0]!;
    expect(description).not.toMatch(/^\s*\//m);
    expect(description.split('<!-- /champ:report -->')).toHaveLength(2);
  });

  it('asks for the forge of a host that says nothing, and refuses what it does not know', async () => {
    here.put(CHANGE);
    const bare = project(forge, { CHAMP_FORGE: undefined, CHAMP_FORGE_URL: undefined, CHAMP_FORGE_TOKEN: TOKEN });
    bare.put(CHANGE);
    expect(await bare.champ('pr', '--title', 'one', '--report', join(here.folder, 'report.md'))).toMatchObject({ code: 2, err: expect.stringMatching(/CHAMP9302[\s\S]*git\.example[\s\S]*gitlab, github/) });
    expect(await pr('--title', 'one', '--forge', 'gitea')).toMatchObject({ code: 2 });
    expect(await pr('--title', 'one', '--forge-url', 'http://git.example')).toMatchObject({ code: 2, err: expect.stringContaining('CHAMP9303') });
    bare.remove();
  });

  it('says which variables may hold the token, and reads it from a file', async () => {
    const bare = project(forge, {});
    bare.put(CHANGE);
    const run = (...args: readonly string[]) => bare.champ('pr', '--title', 'one', '--report', join(here.folder, 'report.md'), ...args);
    expect(await run()).toMatchObject({ code: 3, err: expect.stringMatching(/CHAMP9304[\s\S]*CHAMP_FORGE_TOKEN, GITLAB_TOKEN/) });
    const file = join(here.folder, 'token');
    writeFileSync(file, `${TOKEN}\n`);
    expect(await run('--token-file', file)).toMatchObject({ code: 0 });
    bare.remove();
  });

  it.each<[string, readonly string[], string]>([
    ['the target', ['--branch', 'main'], 'CHAMP9322'],
    ['no name of a branch', ['--branch', 'a..b'], 'CHAMP9323'],
    ['an option', ['--branch=-x'], 'CHAMP9323'],
    ['a title of two lines', ['--title', 'a\nb'], 'CHAMP9329'],
    ['an empty title', ['--title', ''], 'CHAMP9329'],
    ['a title that turns the direction of the text', ['--title', 'a\u202eb'], 'CHAMP9329'],
    ['two texts', ['--body', 'x'], 'CHAMP5028'],
  ])('is wrong usage with %s', async (_, args, code) => {
    here.put(CHANGE);
    const before = here.state();
    expect(await pr('--title', 'one', ...args)).toMatchObject({ code: 2, err: expect.stringContaining(code) });
    expect(here.state()).toBe(before);
  });

  it('takes files as they are in the work tree, whatever of them was staged', async () => {
    here.put({ 'environments/linyi/releases.yaml': 'tag: 2\n' });
    here.git('add', 'environments/linyi/releases.yaml');
    here.put({ 'environments/linyi/releases.yaml': 'tag: 3\n' });
    expect(await pr('--title', 'one')).toMatchObject({ code: 0 });
    expect(git(here.remote, 'show', 'one:environments/linyi/releases.yaml')).toBe('tag: 3');
    expect(here.git('status', '--porcelain')).toBe('');
  });

  it('says that a folder is no clone', async () => {
    const { code, err } = await here.champ('pr', '--title', 'one', '--environments', join(here.folder, 'environments'));
    expect([code, err]).toEqual([3, expect.stringContaining('CHAMP9320')]);
  });
});
