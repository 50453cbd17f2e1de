import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { zoneRepositories } from '../../../cli/publish/repositories.ts';
import { policyProblems } from '../../../cli/publish/policies.ts';
import { environmentInput } from '../../../cli/check/environments.ts';
import { main } from '../../../cli/main.ts';
import { buildEnvironment, renderEnvironment } from '../../../cli/estate/index.ts';
import { cloneFolder } from '../../../engine/publish/git/clone.ts';
import { ProblemError } from '../../../engine/problem/index.ts';
import { inProcess } from '../../fixtures/champ.ts';
import { smallEnvironment } from '../../fixtures/estate.ts';
import { git, repositories } from '../../fixtures/publish/repositories.ts';
import { problemsOf } from '../../fixtures/emit/problems.ts';

const at = repositories();
afterAll(() => {
  for (const address of [at.remote, join(at.folder, 'nothing.git')]) rmSync(cloneFolder(address), { recursive: true, force: true });
  at.remove();
});
const repo = ['--env', 'dev', '--repo', at.remote] as const;

describe('a whole environment', () => {
  it('is published, and the second time nothing is', async () => {
    const dry = await inProcess('publish', ...repo, '--dry-run', '--json', '--date', '2026-11-22');
    expect({ code: dry.code, ...JSON.parse(dry.out) }).toMatchObject({ code: 0, version: 1, dryRun: true, remotes: [{ state: 'planned' }] });
    const first = await inProcess('publish', ...repo, '--json', '--date', '2026-11-22');
    expect(JSON.parse(first.out)).toMatchObject({ environment: 'dev', remotes: [{ state: 'pushed', branch: 'main', zones: [{ zone: 'core' }, { zone: 'public' }] }] });
    const second = await inProcess('publish', ...repo, '--lang', 'zh');
    expect(second).toMatchObject({ code: 0, out: '', err: expect.stringContaining('没有变化') });
    expect(at.count()).toBe(1);
    expect(git(at.remote, 'fsck', '--strict')).toBe('');
  });

  it('has a history, and a difference of nothing', async () => {
    const commit = git(at.remote, 'rev-parse', 'main');
    expect(JSON.parse((await inProcess('history', ...repo, '--json')).out)).toMatchObject({ entries: [{ kind: 'publish', commit }] });
    expect((await inProcess('history', ...repo)).out).toContain(commit.slice(0, 12));
    expect(await inProcess('history', ...repo, '--diff', `${commit.slice(0, 9)}..`)).toMatchObject({ code: 0, out: '' });
  });

  it('is rolled back only by who says yes', async () => {
    const [first] = git(at.remote, 'log', '--format=%H', 'main').split('\n');
    const file = git(at.remote, 'ls-tree', '-r', '--name-only', 'main').split('\n').find((path) => /\/configmap\./.test(path))!;
    at.edit({ [file]: `${at.show(file)}\n# edited\n` });
    expect(await inProcess('rollback', ...repo, '--to', first!)).toMatchObject({ code: 2, err: expect.stringContaining('CHAMP7303') });
    expect(await inProcess('rollback', ...repo, '--to', first!, '--yes')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP7010') });
    const done = await inProcess('rollback', ...repo, '--to', first!, '--yes', '--discard-edits', '--json', '--date', '2026-11-22');
    expect({ code: done.code, ...JSON.parse(done.out) }).toMatchObject({ code: 0, remotes: [{ state: 'pushed', to: first }] });
    expect(git(at.remote, 'diff', '--stat', first!, 'main')).toBe('');
  });
});

it.each([['publish'], ['rollback', '--env', 'dev'], ['history', '--env', 'dev', '--diff', 'x'], ['history', '--env', 'dev', '--limit', '0'], ['publish', '--env', 'dev', '--date', 'soon'], ['publish', '--env', 'dev', '--at', 'noon']])('wrong usage ends with 2: %j', async (...args) => {
  expect((await inProcess(...args)).code).toBe(2);
});

it.each([['publish', 'zh', '步骤'], ['publish', 'en', 'Exit codes'], ['rollback', 'zh', '示例'], ['rollback', 'en', 'Examples'], ['history', 'zh', '示例'], ['history', 'en', 'Examples']])('%s has help in %s', async (command, language, word) => {
  expect((await inProcess(command, '--help', '--lang', language)).out).toContain(word);
});

it('ends with 3 when the remote is not there, and says that nothing was pushed', async () => {
  let err = '';
  const code = await main(['publish', '--env', 'dev', '--repo', join(at.folder, 'nothing.git'), '--lang', 'en'], { out: { write: () => {} }, err: { write: (text) => { err += text; } } });
  expect({ code, err }).toMatchObject({ code: 3, err: expect.stringMatching(/CHAMP7001[^]*Nothing was pushed/) });
});

describe('the repository of each zone', () => {
  const environment = smallEnvironment({ zones: { public: { configRepository: 'https://git.example/public.git' } } });

  it('is the one of the zone, else the one of the environment, and what the command line says goes before both', () => {
    const of = (...asked: readonly string[]) => zoneRepositories(environment, asked).map(({ repository }) => repository);
    expect(of()).toEqual([environment.props.configRepository, 'https://git.example/public.git']);
    expect(of('x')).toEqual(['x', 'x']);
    expect(of('core=a', 'public=https://b/?c=d')).toEqual(['a', 'https://b/?c=d']);
    expect(of('https://b/?c=d')).toEqual(['https://b/?c=d', 'https://b/?c=d']);
  });

  it.each([[['cor=a'], 'cor'], [['core=a', 'core=b'], 'core'], [['a', 'b'], '--repo']])('refuses %j', (asked, value) => {
    expect(problemsOf(() => zoneRepositories(environment, asked))).toMatchObject([{ code: 'CHAMP7025', args: { value } }]);
  });

  it('refuses a zone that is not there', () => {
    expect(() => zoneRepositories(environment, [], ['cor'])).toThrow(ProblemError);
  });
});

it('tells each policy finding, and each waiver that holds no more', () => {
  const input = environmentInput(renderEnvironment(buildEnvironment('dev')));
  expect(policyProblems(input, '2026-11-22')).toEqual([]);
  const expired = policyProblems(input, '2099-01-01');
  expect(expired).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'CHAMP7024', args: expect.objectContaining({ field: 'expired' }) })]));
  expect(expired.length).toBeGreaterThan(input.waivers.length);
});
