import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askedBase } from '../../../../cli/diff/sides/argument.ts';
import { Repository, sourceKey } from '../../../../cli/diff/sides/repository.ts';
import { ProblemError } from '../../../../engine/problem/index.ts';
import { project, values, type Project } from '../../../fixtures/diff/project.ts';
import { git } from '../../../fixtures/publish/repositories.ts';

let here: Project;
beforeEach(() => { here = project(); });
afterEach(() => here.remove());

const open = () => Repository.open(here.root);
const head = () => here.git('rev-parse', 'HEAD');
const problemsOf = (work: Promise<unknown>) => work.then(() => [], (error: unknown) => (error instanceof ProblemError ? error.problems : [error]));

describe('the default base', () => {
  it('is HEAD on the main branch, with or without an origin', async () => {
    expect(await (await open()).mergeBase()).toEqual({ name: 'main', commit: head() });
    here.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    here.commit({});
    expect((await (await open()).mergeBase()).commit).toBe(head());
  });

  it('is where a branch left main', async () => {
    const left = head();
    here.git('checkout', '--quiet', '-b', 'change');
    here.commit({});
    here.git('checkout', '--quiet', 'main');
    here.commit({});
    expect(await (await open()).mergeBase('change')).toEqual({ name: 'main', commit: left });
    here.git('checkout', '--quiet', 'change');
    expect(await (await open()).mergeBase()).toEqual({ name: 'main', commit: left });
  });

  it('is the nearer one where main here is older than main at its origin', async () => {
    here.git('checkout', '--quiet', '-b', 'change');
    const newer = here.commit({});
    here.git('update-ref', 'refs/remotes/origin/main', newer);
    here.commit({});
    expect(await (await open()).mergeBase()).toEqual({ name: 'origin/main', commit: newer });
  });

  it('is that with the origin where there is no main here', async () => {
    here.git('checkout', '--quiet', '--detach');
    here.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    here.git('branch', '-D', 'main');
    expect(await (await open()).mergeBase()).toEqual({ name: 'origin/main', commit: head() });
  });

  it('must be named where there is no main branch, and where nothing is in common with it', async () => {
    here.git('checkout', '--quiet', '--orphan', 'other');
    here.commit({});
    expect(await problemsOf((await open()).mergeBase())).toMatchObject([{ code: 'CHAMP9004', args: { value: 'main' } }]);
    here.git('branch', '-D', 'main');
    expect(await problemsOf((await open()).mergeBase())).toMatchObject([{ code: 'CHAMP9002', args: { value: 'main' } }]);
  });
});

describe('a shallow clone', () => {
  const clone = async () => {
    here.git('checkout', '--quiet', '-b', 'change');
    here.commit({});
    here.commit({});
    const folder = join(here.root, '..', 'clone');
    git(here.root, 'clone', '--quiet', '--depth=1', '--branch=change', `file://${here.root}`, folder);
    return Repository.open(folder);
  };

  it('says how to get the history', async () => {
    const repository = await clone();
    expect(await problemsOf(repository.mergeBase())).toMatchObject([{ code: 'CHAMP9003', args: { value: 'main' } }]);
    expect(await problemsOf(repository.revision('HEAD~1'))).toMatchObject([{ code: 'CHAMP9003', args: { value: 'HEAD~1' } }]);
    expect(await problemsOf(repository.revision('0123456789ab'))).toMatchObject([{ code: 'CHAMP9003' }]);
  });

  it('says so too where main is there and what they have in common is not', async () => {
    const repository = await clone();
    git(repository.project, 'fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    expect(await problemsOf(repository.mergeBase())).toMatchObject([{ code: 'CHAMP9003' }]);
    expect(await problemsOf(repository.revision('mian'))).toMatchObject([{ code: 'CHAMP9001' }]);
  });
});

it('names the branch or tag that was meant', async () => {
  here.git('branch', 'release-2030');
  here.git('tag', 'v1.2.3');
  const repository = await open();
  expect(await problemsOf(repository.revision('relase-2030'))).toMatchObject([{ code: 'CHAMP9001', args: { value: 'relase-2030', near: 'release-2030' } }]);
  expect(await problemsOf(repository.revision('v1.2.4'))).toMatchObject([{ args: { near: 'v1.2.3' } }]);
  for (const value of ['', '-rf', '--all', 'a b', '\0', 'main:package.json']) expect(await problemsOf(repository.revision(value))).not.toEqual([]);
  expect(await repository.revision('v1.2.3')).toEqual({ name: 'v1.2.3', commit: head() });
});

it('refuses a folder that is in no repository', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'champ-diff-'));
  try {
    expect(await problemsOf(Repository.open(folder))).toMatchObject([{ code: 'CHAMP9000', args: { value: folder } }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('says what a name is that is not one commit', async () => {
  const repository = await open();
  for (const value of ['^HEAD', 'HEAD~1..HEAD', 'main...HEAD']) expect(await problemsOf(repository.revision(value))).toMatchObject([{ code: 'CHAMP9018', args: { value } }]);
  const [blob, tree] = [here.git('rev-parse', 'HEAD:package.json'), here.git('rev-parse', 'HEAD^{tree}')];
  expect(await problemsOf(repository.revision(blob))).toMatchObject([{ code: 'CHAMP9017', args: { value: blob, kind: 'blob' } }]);
  expect(await problemsOf(repository.revision(tree))).toMatchObject([{ code: 'CHAMP9017', args: { kind: 'tree' } }]);
  expect(await problemsOf(repository.revision(''))).toEqual([expect.objectContaining({ code: 'CHAMP9001', args: { value: '' } })]);
});

it('says how a repository of another user is trusted', async () => {
  process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'] = '1';
  try {
    expect(await problemsOf(open())).toMatchObject([{ code: 'CHAMP9015', args: { value: expect.stringContaining('project') } }]);
  } finally {
    delete process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'];
  }
});

it('says so when a commit does not have the folder of the project', async () => {
  const before = head();
  here.commit({ 'city/environments/west/index.ts': '' });
  const city = await Repository.open(join(here.root, 'city'));
  expect(await problemsOf(city.contents(before))).toMatchObject([{ code: 'CHAMP9016', args: { value: before.slice(0, 12), path: 'city/' } }]);
});

it('knows the environments and sources of a commit, also of a project below the top of its repository', async () => {
  expect((await (await open()).contents(head())).environments).toEqual(['north', 'south']);
  here.commit({ 'city/environments/west/index.ts': '', 'city/cli/champ.js': '', 'city/test/a.ts': '', 'city/README.md': '' });
  const city = await Repository.open(join(here.root, 'city'));
  const { environments, sources } = await city.contents(head());
  expect({ environments, sources: sources.map(({ name }) => name) }).toEqual({ environments: ['west'], sources: ['cli', 'environments'] });
});

it('names sources by their content: what no rendering reads does not count', async () => {
  const repository = await open();
  const key = async () => sourceKey((await repository.contents(head())).sources);
  const before = await key();
  here.commit({ 'README.md': 'a', 'test/a.test.ts': 'a', 'bench/a.ts': '', '.github/a.yml': '' });
  expect(await key()).toBe(before);
  here.commit({ 'package-lock.json': '{}' });
  const locked = await key();
  expect(locked).not.toBe(before);
  here.commit({ 'package-lock.json': undefined, ...values('north', { a: '2' }) });
  expect(await key()).not.toBe(before);
  here.commit(values('north', { a: '1' }));
  expect(await key()).toBe(before);
});

it('tells a dirty work tree, and what a sparse checkout leaves out of it', async () => {
  const repository = await open();
  expect(await repository.state()).toEqual({ commit: head(), isDirty: false });
  expect(await repository.leftOut()).toEqual([]);
  here.write('new.txt', '');
  expect(await repository.state()).toEqual({ commit: head(), isDirty: true });
  here.commit({});
  here.git('sparse-checkout', 'set', 'environments/north', 'cli');
  expect(await repository.leftOut()).toEqual(['environments/south/index.ts', 'environments/south/values.json']);
});

describe('the base that was asked for', () => {
  const asked = (base?: string) => askedBase(base === undefined ? {} : { base }, open);
  const cwd = process.cwd();
  afterEach(() => process.chdir(cwd));

  it('is a revision before a folder of the same name, unless it is written like a path', async () => {
    process.chdir(here.root);
    mkdirSync('dist');
    expect(await asked('dist')).toEqual({ kind: 'folder', folder: 'dist' });
    here.git('branch', 'dist');
    expect(await asked('dist')).toEqual({ kind: 'revision', revision: { name: 'dist', commit: head() } });
    for (const folder of ['dist/', './dist', join(here.root, 'dist'), '..']) expect(await asked(folder)).toEqual({ kind: 'folder', folder });
    writeFileSync('file', '');
    expect(await problemsOf(asked('file'))).toMatchObject([{ code: 'CHAMP9001' }]);
    expect(await asked()).toMatchObject({ kind: 'revision', revision: { name: 'main' } });
  });

  it('is a folder without any repository, and needs one for all else', async () => {
    const none = () => Repository.open(tmpdir());
    expect(await askedBase({ base: here.root }, none)).toEqual({ kind: 'folder', folder: here.root });
    process.chdir(join(here.root, '..'));
    expect(await askedBase({ base: 'project' }, none)).toEqual({ kind: 'folder', folder: 'project' });
    expect(await problemsOf(askedBase({ base: 'main' }, none))).toMatchObject([{ code: 'CHAMP9000' }]);
    expect(await askedBase({ live: true }, none)).toEqual({ kind: 'live' });
  });
});
