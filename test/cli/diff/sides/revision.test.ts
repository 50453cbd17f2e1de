import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CACHE } from '../../../../cli/diff/sides/cache.ts';
import { Repository } from '../../../../cli/diff/sides/repository.ts';
import { renderBase, renderRevision, type RevisionOptions } from '../../../../cli/diff/sides/revision.ts';
import type { Found } from '../../../../cli/diff/sides/side.ts';
import { ProblemError } from '../../../../engine/problem/index.ts';
import { project, values, type Project } from '../../../fixtures/diff/project.ts';
import { git } from '../../../fixtures/publish/repositories.ts';

let here: Project;
beforeEach(() => { here = project(); });
afterEach(() => here.remove());

const options = (more: Partial<RevisionOptions> = {}): RevisionOptions => ({ isOwn: true, cache: here.cache, ...more });

async function render(name: string, more: Partial<RevisionOptions> = {}, how = renderRevision): Promise<Found> {
  const repository = await Repository.open(here.root);
  return how(repository, await repository.revision(name), options(more));
}
const base = (name: string, more: Partial<RevisionOptions> = {}) => render(name, more, renderBase);

const dataOf = ({ environments }: Found) => Object.fromEntries(environments.map(({ name, ledger, contentOf }) => [name, JSON.parse(contentOf(ledger.objects[0]!.file).toString()).data]));
const problemsOf = (work: Promise<unknown>) => work.then(() => [], (error: unknown) => {
  if (!(error instanceof ProblemError)) throw error;
  return error.problems;
});
const workFolders = () => readdirSync(here.cache).filter((name) => name.startsWith('work-'));

it('renders a revision by its own code, with its model, and names it', async () => {
  const commit = here.git('rev-parse', 'HEAD');
  here.commit({ ...values('north', { a: '2' }), 'cli/champ.js': 'throw new Error("not this one")' });
  const found = await render('HEAD~1');
  expect(dataOf(found)).toEqual({ north: { a: '1' }, south: { a: '1' } });
  expect(found).toMatchObject({ label: `HEAD~1 (${commit.slice(0, 12)})`, commit, notes: [] });
  expect(found.environments.map(({ model }) => model?.environment)).toEqual(['north', 'south']);
  expect(here.runs()).toEqual(['model north+south true']);
});

it('keeps the result: the next time, and for a commit that differs in other files alone, nothing runs', async () => {
  await render('HEAD');
  here.commit({ 'README.md': 'words', 'test/a.test.ts': 'it', '.github/workflows/ci.yml': 'jobs' });
  here.runs();
  expect(dataOf(await render('HEAD'))).toEqual({ north: { a: '1' }, south: { a: '1' } });
  expect(here.runs()).toEqual([]);
  here.commit({ 'whatever/rows.ts': 'export const a = 1;' });
  await render('HEAD');
  expect(here.runs()).toHaveLength(1);
});

it('renders the environments that are asked for and not kept yet, and leaves out what the revision does not have', async () => {
  expect(Object.keys(dataOf(await render('HEAD', { environments: ['south', 'west'] })))).toEqual(['south']);
  expect(Object.keys(dataOf(await render('HEAD')))).toEqual(['north', 'south']);
  expect(here.runs()).toEqual(['model south true', 'model north true']);
});

it('touches neither work tree nor index nor refs, whatever state they are in', async () => {
  here.write('environments/north/values.json', '{"a":"edited"}');
  here.write('new.txt', 'untracked');
  here.write('environments/south/values.json', '{"a":"staged"}');
  here.git('add', 'environments/south/values.json');
  const state = () => [here.git('status', '--porcelain'), here.git('for-each-ref'), readFileSync(join(here.root, '.git', 'HEAD'), 'utf8'), readFileSync(join(here.root, '.git', 'index')).toString('hex'), readdirSync(join(here.root, '.git')).sort().join()];
  const before = state();
  expect(dataOf(await render('HEAD'))).toEqual({ north: { a: '1' }, south: { a: '1' } });
  expect(state()).toEqual(before);
  expect(workFolders()).toEqual([]);
});

it('takes the line ends that a checkout would have', async () => {
  here.commit({ '.gitattributes': '*.txt text eol=crlf\n', 'cli/a.txt': 'one\n', 'cli/champ.js': `
    const { readFileSync, writeFileSync } = require('node:fs');
    process.stdout.write(JSON.stringify({ version: 1, problems: [{ code: 'CHAMP0000', where: 'a', message: JSON.stringify(readFileSync(__dirname + '/a.txt', 'utf8')), args: {} }] }));
    process.exit(1);` });
  expect(await problemsOf(render('HEAD'))).toMatchObject([{ code: 'CHAMP9013', args: { code: 'CHAMP0000', value: '"one\\r\\n"' } }]);
});

it('compares with the last good commit when the base does not build, says so, and knows it the next time', async () => {
  const good = here.git('rev-parse', 'HEAD');
  here.commit(values('north', { broken: 'CHAMP2021' }));
  here.commit({ ...values('north', { broken: 'CHAMP2010' }), 'more.ts': '' });
  const found = await base('HEAD');
  expect(dataOf(found).north).toEqual({ a: '1' });
  expect(found).toMatchObject({ label: `HEAD~2 (${good.slice(0, 12)})`, commit: good });
  expect(found.notes.map(({ en }) => en)).toEqual([expect.stringMatching(/^HEAD \([0-9a-f]{12}\) does not build \(1 problems, the first is CHAMP2010 environments\/north\/values\.json:1\).* HEAD~2 \(/)]);
  expect(here.runs()).toHaveLength(3);
  expect((await base('HEAD')).notes).toHaveLength(1);
  expect(here.runs()).toEqual([]);
});

it('says what is wrong with a base when no commit before it builds, and with a head at once', async () => {
  rmSync(join(here.root, '.git'), { recursive: true });
  here.git('init', '--quiet', '--initial-branch=main');
  here.commit(values('north', { broken: 'CHAMP2021' }));
  here.commit(values('north', { broken: 'CHAMP2010' }));
  expect((await problemsOf(base('HEAD'))).map(({ code, where }) => [code, where.replace(/[0-9a-f]{12}/, 'X')])).toEqual([['CHAMP9005', 'HEAD (X)'], ['CHAMP2010', 'environments/north/values.json:1']]);
  expect((await problemsOf(render('HEAD'))).map(({ code }) => code)).toEqual(['CHAMP2010']);
});

it('tells how its process failed, and does not hold that against the sources', async () => {
  here.commit({ crash: '' });
  expect(await problemsOf(render('HEAD'))).toMatchObject([{ code: 'CHAMP9007', args: { value: '1', why: 'TypeError: as asked' } }]);
  here.runs();
  await problemsOf(render('HEAD'));
  expect(here.runs()).toHaveLength(1);
  expect(workFolders()).toEqual([]);
});

it('says what git says when the repository is damaged, and looks for no other base then', async () => {
  here.commit(values('north', { a: '2' }));
  const blob = here.git('rev-parse', 'HEAD:environments/north/values.json');
  rmSync(join(here.root, '.git', 'objects', blob.slice(0, 2), blob.slice(2)));
  expect(await problemsOf(base('HEAD'))).toMatchObject([{ code: 'CHAMP9008', args: { value: 'checkout', why: expect.stringContaining(blob) } }]);
  expect(here.runs()).toEqual([]);
  expect(workFolders()).toEqual([]);
});

it('blames no disk on the base: it looks for no other one, and finds out again the next time', async () => {
  for (const code of ['CHAMP5091', 'CHAMP4034']) {
    here.commit(values('north', { broken: code }));
    expect(await problemsOf(base('HEAD'))).toMatchObject([{ code }]);
    expect(await problemsOf(base('HEAD'))).toMatchObject([{ code }]);
    expect(here.runs()).toHaveLength(2);
  }
});

it('leaves submodules as they are, whatever git is set to do with them', async () => {
  const other = join(here.root, '..', 'other');
  mkdirSync(other);
  git(other, 'init', '--quiet', '--initial-branch=main');
  for (const subject of ['one', 'two']) git(other, 'commit', '--quiet', '--allow-empty', '-m', subject);
  here.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'cli/other');
  here.git('config', 'submodule.recurse', 'true');
  git(join(here.root, 'cli', 'other'), 'checkout', '--quiet', 'HEAD~1');
  here.commit({});
  git(join(here.root, 'cli', 'other'), 'checkout', '--quiet', 'main');
  const folder = join(here.root, '.git', 'modules', 'cli', 'other');
  const state = () => [here.git('submodule', 'status'), ...['config', 'HEAD', 'index'].map((name) => readFileSync(join(folder, name)).toString('hex'))];
  const before = state();
  expect(dataOf(await render('HEAD'))).toEqual({ north: { a: '1' }, south: { a: '1' } });
  expect(state()).toEqual(before);
});

it('keeps nothing of a revision without a program, which this one renders', async () => {
  const source = readFileSync(join(here.root, 'cli', 'champ.js'), 'utf8');
  here.commit({ 'cli/champ.js': undefined });
  const [first, second] = [await problemsOf(render('HEAD')), await problemsOf(render('HEAD'))];
  expect(first).not.toEqual([]);
  expect(second).toEqual(first);
  expect(existsSync(join(here.cache, 'rendered'))).toBe(false);
  here.commit({ 'cli/champ.js': source });
  expect(dataOf(await render('HEAD'))).toEqual({ north: { a: '1' }, south: { a: '1' } });
});

it('says so where a shallow clone ends before a commit that builds', async () => {
  here.commit(values('north', { broken: 'CHAMP2021' }));
  here.commit(values('north', { broken: 'CHAMP2010' }));
  const folder = join(here.root, '..', 'clone');
  git(here.root, 'clone', '--quiet', '--depth=2', `file://${here.root}`, folder);
  const clone = await Repository.open(folder);
  const found = await problemsOf(renderBase(clone, await clone.revision('HEAD'), options()));
  expect(found.map(({ code, args }) => [code, args['count'] ?? args['value']])).toEqual([['CHAMP9005', '1'], ['CHAMP9003', 'HEAD~2'], ['CHAMP2010', 'x']]);
});

it.each(['{}', '[]', '[5]', '[{"code":"CHAMP0000","where":"","args":{}}]', ''])('renders again when what it kept as problems is %s', async (text) => {
  here.commit(values('north', { broken: 'CHAMP2021' }));
  await problemsOf(render('HEAD'));
  for (const name of readdirSync(join(here.cache, 'rendered'))) writeFileSync(join(here.cache, 'rendered', name), text);
  expect(await problemsOf(render('HEAD'))).toMatchObject([{ code: 'CHAMP2021' }]);
  expect(here.runs()).toHaveLength(2);
});

it('renders a project below the top of its repository, and one in a second work tree', async () => {
  const program = readFileSync(join(here.root, 'cli', 'champ.js'), 'utf8');
  here.commit({ 'city/cli/champ.js': program, 'city/depth': '2', 'city/environments/west/index.ts': '', 'city/environments/west/values.json': '{"a":"west"}' });
  const city = await Repository.open(join(here.root, 'city'));
  expect(dataOf(await renderRevision(city, await city.revision('HEAD'), options()))).toEqual({ west: { a: 'west' } });
  const second = join(here.root, '..', 'second');
  here.git('worktree', 'add', '--quiet', second, 'HEAD~1');
  const other = await Repository.open(second);
  expect(dataOf(await renderRevision(other, await other.revision('HEAD'), options()))).toEqual({ north: { a: '1' }, south: { a: '1' } });
});

it('takes what synth writes where the code is older than the model, and says that there is none', async () => {
  here.commit({ old: '' });
  const found = await render('HEAD', { environments: ['north'] });
  expect(dataOf(found)).toEqual({ north: { a: '1' } });
  expect(found.environments[0]!.model).toBeUndefined();
  expect(found.notes.map(({ en }) => en)).toEqual([expect.stringContaining('has no model to tell (north)')]);
  expect((await render('HEAD', { environments: ['north'] })).notes).toHaveLength(1);
  expect(here.runs()).toEqual(['model north true', 'synth north true']);
});

it.each(['cut', 'changed', 'of another version'])('renders again when what it kept is %s', async (damage) => {
  await render('HEAD');
  for (const name of readdirSync(join(here.cache, 'rendered'))) {
    const path = join(here.cache, 'rendered', name);
    if (damage === 'cut') truncateSync(path, statSync(path).size - 1);
    else writeFileSync(path, damage === 'changed' ? readFileSync(path, 'utf8').replace('core-mbs', 'core-mbx') : readFileSync(path, 'utf8').replace('champ-pack 1', 'champ-pack 9'));
  }
  here.runs();
  expect(dataOf(await render('HEAD'))).toEqual({ north: { a: '1' }, south: { a: '1' } });
  expect(here.runs()).toHaveLength(1);
});

it('keeps a few results only', async () => {
  for (let index = 0; index < 12; index++) {
    here.commit(values('north', { a: String(index) }));
    await render('HEAD', { environments: ['north'] });
  }
  expect(readdirSync(join(here.cache, 'rendered'))).toHaveLength(10);
});

it('works when several start at once', async () => {
  const all = await Promise.all([render('HEAD'), render('HEAD'), render('HEAD')]);
  for (const each of all) expect(dataOf(each)).toEqual({ north: { a: '1' }, south: { a: '1' } });
  expect(workFolders()).toEqual([]);
  expect(readdirSync(join(here.cache, 'rendered')).filter((name) => name.includes('draft'))).toEqual([]);
});

it('leaves nothing half after a kill, and the next run clears up', async () => {
  here.commit({ slow: '' });
  const script = `
    require('tsx/cjs');
    const { Repository } = require('./cli/diff/sides/repository.ts');
    const { renderRevision } = require('./cli/diff/sides/revision.ts');
    (async () => {
      const repository = await Repository.open(process.argv[1]);
      await renderRevision(repository, await repository.revision('HEAD'), { isOwn: true, cache: process.argv[2], onStart: () => console.log('started') });
    })();`;
  const child = spawn(process.execPath, ['-e', script, here.root, here.cache], { cwd: join(__dirname, '..', '..', '..', '..'), stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  await new Promise((go) => child.stdout.once('data', go));
  const ended = new Promise((go) => child.on('close', go));
  process.kill(-child.pid!, 'SIGKILL');
  await ended;
  expect(workFolders()).toHaveLength(1);
  expect(existsSync(join(here.cache, 'rendered'))).toBe(false);
  here.git('rm', '--quiet', 'slow');
  here.commit({});
  expect(dataOf(await render('HEAD'))).toEqual({ north: { a: '1' }, south: { a: '1' } });
  expect(workFolders()).toEqual([]);
});

it('ends its process when the signal says so, and clears up', async () => {
  here.commit({ slow: '' });
  const stop = new AbortController();
  await expect(render('HEAD', { signal: stop.signal, onStart: () => stop.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  expect(workFolders()).toEqual([]);
});

it('gives the code of another revision no credentials', async () => {
  const names = ['RIG_TOKEN', 'RIG_DB_PASSWORD', 'RIG_AWS_SECRET_X', 'RIG_PLAIN'];
  for (const name of names) process.env[name] = 'x';
  try {
    await render('HEAD', { environments: ['north'] });
  } finally {
    for (const name of names) delete process.env[name];
  }
  expect(here.runs()).toEqual(['model north true RIG_PLAIN']);
});

it('installs the packages of another lock file once, outside of the work tree, and says what npm says', async () => {
  const tarball = await packed();
  const server = createServer((_, response) => response.end(tarball)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const resolved = `http://127.0.0.1:${(server.address() as AddressInfo).port}/word-1.2.3.tgz`;
    const project_ = { name: 'project', version: '1.0.0', dependencies: { word: '1.2.3' } };
    const lock = (more: object) => JSON.stringify({ ...project_, lockfileVersion: 3, requires: true, packages: { '': project_, 'node_modules/word': { version: '1.2.3', resolved, ...more } } });
    // sources are two folders deeper then, below their packages
    here.commit({ 'package.json': JSON.stringify(project_), 'package-lock.json': lock({}), 'uses-package': '', depth: '4', '.npmrc': 'fetch-retries=0\n' });
    const onInstall = jest.fn();
    expect(dataOf(await render('HEAD', { environments: ['north'], onInstall }))).toEqual({ north: { a: '1', word: 'hello' } });
    expect(existsSync(join(here.root, 'node_modules'))).toBe(false);
    here.commit({ 'package-lock.json': lock({ integrity: 'sha512-AAAA' }) });
    expect(await problemsOf(render('HEAD'))).toMatchObject([{ code: 'CHAMP9010', args: { value: '3', why: expect.stringMatching(/EINTEGRITY/) } }]);
    server.close();
    here.commit({ 'package-lock.json': lock({}), ...values('north', { a: '2' }) });
    expect(dataOf(await render('HEAD', { environments: ['north'], onInstall }))).toEqual({ north: { a: '2', word: 'hello' } });
  } finally {
    server.close();
  }
});

/** A package in a file, as a registry serves it. */
async function packed(): Promise<Buffer> {
  here.write('../word/package.json', JSON.stringify({ name: 'word', version: '1.2.3', main: 'index.js' }));
  here.write('../word/index.js', 'module.exports = "hello";\n');
  const folder = join(here.root, '..', 'word');
  await once(spawn('npm', ['pack', '--silent'], { cwd: folder, stdio: 'ignore' }), 'close');
  return readFileSync(join(folder, 'word-1.2.3.tgz'));
}

it('keeps the cache below node_modules, where no tool looks for sources and packages are found', () => {
  expect(CACHE.split(/[/\\]/).slice(-3)).toEqual(['node_modules', '.cache', 'champ-diff']);
});
