import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { script, tool } from '../rig/tools.ts';
import { ROOT } from './pipelines.ts';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'champ-ci-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WORKFLOWS = join(ROOT, '.github', 'workflows');

interface Ended { readonly code: number | null; readonly output: string }

function run(program: string, args: readonly string[], cwd = folder): Ended {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd, env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_GLOBAL: '/dev/null' } });
  return { code: status, output: `${stdout}${stderr}` };
}

describe('GitHub', () => {
  // the linter looks for shellcheck by itself, which not every machine has
  const lint = (path: string) => run(tool('actionlint'), ['-no-color', '-shellcheck=', '-pyflakes=', path], ROOT);

  it.each(readdirSync(WORKFLOWS))('actionlint finds nothing in %s', (name) => {
    expect(lint(join(WORKFLOWS, name))).toEqual({ code: 0, output: '' });
  });

  it('actionlint finds what is wrong', () => {
    const wrong = join(folder, 'wrong.yml');
    writeFileSync(wrong, readFileSync(join(WORKFLOWS, 'deliver.yml'), 'utf8').replace('timeout-minutes: 30', 'timeout-minuts: 30').replace('npx champ publish', 'echo ${{ github.event.head_commit.message }}; npx champ publish'));
    const { code, output } = lint(wrong);
    expect(code).toBe(1);
    expect(output).toMatch(/unexpected key "timeout-minuts"/);
    expect(output).toMatch(/"github.event.head_commit.message" is potentially untrusted/);
  });
});

describe('GitLab', () => {
  const root = join(folder, 'project');
  beforeAll(() => {
    mkdirSync(root);
    copyFileSync(join(ROOT, '.gitlab-ci.yml'), join(root, '.gitlab-ci.yml'));
    for (const args of [['init', '--quiet', '--initial-branch=main'], ['add', '--all'], ['-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '--quiet', '--message', 'x'], ['remote', 'add', 'origin', 'https://git.example/champ/champ.git']]) {
      expect(run('git', args, root)).toMatchObject({ code: 0 });
    }
  });

  const PREDEFINED = ['CI_PIPELINE_SOURCE', 'CI_COMMIT_BRANCH', 'CI_DEFAULT_BRANCH', 'CI_MERGE_REQUEST_EVENT_TYPE'];

  /** Names of the jobs that a pipeline with these variables has, after the published schema took the file. */
  function jobs(variables: Readonly<Record<string, string>>): readonly string[] {
    const given = Object.entries({ CI_COMMIT_BRANCH: '', CI_DEFAULT_BRANCH: 'main', ...variables }).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
    const { status, stdout, stderr } = spawnSync(process.execPath, [script('gitlab-ci-local'), '--list-json', `--ignore-predefined-vars=${PREDEFINED.join(',')}`, ...given], { encoding: 'utf8', cwd: root, env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_GLOBAL: '/dev/null' } });
    if (status !== 0) throw new Error(stdout + stderr);
    // warnings may stand before it
    return (JSON.parse(stdout.slice(stdout.search(/^\[\]?\s*$/m))) as readonly { readonly name: string; readonly when: string }[]).filter(({ when }) => when !== 'never').map(({ name }) => name).sort();
  }

  it.each([
    ['a merge request runs the checks alone', { CI_PIPELINE_SOURCE: 'merge_request_event', CHAMP_PUBLISH: 'true', CHAMP_BUILD: 'true' }, ['check', 'diff', 'synth', 'test']],
    ['a merge train asks for the config repository too', { CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_EVENT_TYPE: 'merge_train', CHAMP_PUBLISH: 'true' }, ['check', 'diff', 'merge-train-linyi', 'synth', 'test']],
    ['a merge publishes and waits', { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'main', CHAMP_PUBLISH: 'true' }, ['publish-linyi', 'wait-linyi']],
    ['a merge builds images where there is a registry', { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'main', CHAMP_BUILD: 'true' }, ['images']],
    ['a push to another branch runs nothing', { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'change', CHAMP_PUBLISH: 'true', CHAMP_BUILD: 'true' }, []],
    ['a schedule of the main branch comments', { CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_BRANCH: 'main', CHAMP_SCHEDULE: 'comment' }, ['comment']],
    ['another checks the config repository', { CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_BRANCH: 'main', CHAMP_SCHEDULE: 'check', CHAMP_PUBLISH: 'true' }, ['config-repository-linyi']],
    ['a schedule of another branch does neither', { CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_BRANCH: 'change', CHAMP_SCHEDULE: 'comment' }, []],
  ] as const)('%s', (_, variables, names) => {
    expect(jobs(variables)).toEqual(names);
  });

  it('the schema finds what is wrong', () => {
    const file = join(root, '.gitlab-ci.yml');
    const before = readFileSync(file, 'utf8');
    try {
      writeFileSync(file, before.replace('expire_in: 30 days', 'expires_in: 30 days'));
      expect(() => jobs({ CI_PIPELINE_SOURCE: 'merge_request_event' })).toThrow(/expires_in|schema/);
    } finally {
      writeFileSync(file, before);
    }
  });
});
