import type { Step } from '../../../cli/ci/github/model.ts';
import { FILES, workflow, WORKFLOWS } from './files.ts';

const JOBS = WORKFLOWS.flatMap(([name, { jobs }]) => Object.entries(jobs).map(([id, job]) => [`${name}/${id}`, job] as const));
const STEPS = JOBS.flatMap(([name, { steps }]) => steps.map((step): readonly [name: string, step: Step] => [name, step]));
const checkouts = (name: string): readonly Step[] => Object.values(workflow(name).jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')));

it('takes actions of others by the commit of a release, and says which', () => {
  const used = STEPS.flatMap(([, { uses }]) => uses ?? []);
  expect(used.length).toBeGreaterThan(10);
  for (const each of used) {
    expect(each).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    const texts = [...FILES.values()].filter((text) => text.includes(each));
    for (const text of texts) expect(text.split('\n').filter((line) => line.includes(each)).every((line) => line.endsWith(`${each} # v7.0.0`) || line.endsWith(`${each} # v7.0.1`))).toBe(true);
  }
});

it.each(JOBS)('%s ends, and has no right that it does not name', (_, { permissions, ...job }) => {
  expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  expect(permissions).toMatchObject({ contents: 'read' });
});

it.each(WORKFLOWS)('%s gives nothing to a job that names nothing, and runs on no event that has secrets for other people\'s code', (_, { on, permissions }) => {
  expect(permissions).toEqual({});
  expect(Object.keys(on)).not.toContain('pull_request_target');
  expect(Object.keys(on)).not.toContain('issue_comment');
});

it.each(STEPS.filter(([, { run }]) => run !== undefined))('a command of %s is the same whatever people call their branches and commits', (_, { run }) => {
  expect(run).not.toContain('${{');
});

it('leaves no token of the checkout to what runs after it', () => {
  const found = WORKFLOWS.flatMap(([name]) => checkouts(name));
  expect(found).toHaveLength(JOBS.length);
  for (const { with: given } of found) expect(given).toMatchObject({ 'persist-credentials': false });
});

describe('a pull request', () => {
  it('has no secret, no environment, no cache and no right but to read', () => {
    const { jobs } = workflow('pull-request');
    expect(FILES.get('.github/workflows/pull-request.yml')).not.toMatch(/secrets\.|vars\.|github\.token/);
    for (const { permissions, environment, steps } of Object.values(jobs)) {
      expect(permissions).toEqual({ contents: 'read' });
      expect(environment).toBeUndefined();
      expect(steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@'))).toEqual([expect.objectContaining({ with: { 'node-version': '20', 'package-manager-cache': false } })]);
    }
  });

  it('runs in the queue of merges too, and stops a run that a newer push has replaced', () => {
    const { on, concurrency } = workflow('pull-request');
    expect(Object.keys(on)).toEqual(['pull_request', 'merge_group']);
    expect(concurrency).toEqual({ group: 'pull-request-${{ github.ref }}', 'cancel-in-progress': "${{ github.event_name == 'pull_request' }}" });
  });

  it('keeps the reports of a run that failed', () => {
    const { check, diff } = workflow('pull-request').jobs;
    for (const job of [check!, diff!]) expect(job.steps.at(-1)).toMatchObject({ if: '${{ !cancelled() }}', uses: expect.stringContaining('upload-artifact@') });
  });
});

describe('the comment', () => {
  it('runs the main branch\'s program alone, and installs nothing', () => {
    for (const { with: given } of checkouts('comment')) expect(given).not.toHaveProperty('ref');
    const commands = Object.values(workflow('comment').jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(commands.filter((command) => !command.startsWith('gh run download '))).toEqual(['node cli/ci/post.js github reports/diff.md', 'node cli/ci/post.js sarif reports/check.sarif']);
  });

  it('waits for the workflow by its name', () => {
    expect(workflow('comment').on).toEqual({ workflow_run: { workflows: [workflow('pull-request').name], types: ['completed'] } });
  });

  it('may write what it posts and nothing else', () => {
    const { comment, findings } = workflow('comment').jobs;
    expect(comment!.permissions).toEqual({ actions: 'read', contents: 'read', 'pull-requests': 'write' });
    expect(findings!.permissions).toEqual({ actions: 'read', contents: 'read', 'pull-requests': 'read', 'security-events': 'write' });
  });
});

it('gives a secret to the one step that needs it, in a job of an environment', () => {
  const secret = /secrets\.(\w+)/;
  for (const [, job] of JOBS) {
    expect(JSON.stringify(job.env ?? {})).not.toMatch(secret);
    const steps = job.steps.filter((step) => secret.test(JSON.stringify(step)));
    if (steps.length > 0) expect(job.environment).toBeDefined();
    for (const { run } of steps) expect(run).not.toBe('node cli/install.js');
  }
});

it('publishes one merge at a time and cuts none off; waiting holds nobody up', () => {
  const { 'publish-linyi': publish, 'wait-linyi': wait } = workflow('deliver').jobs;
  expect(publish).toMatchObject({ concurrency: { group: 'champ-publish-linyi', 'cancel-in-progress': false }, environment: 'linyi' });
  expect(wait).toMatchObject({ needs: ['publish-linyi'] });
  expect(wait).not.toHaveProperty('concurrency');
});

it('asks in the queue of merges by the main branch\'s program, for what was published', () => {
  expect(checkouts('config-repository')).toEqual([expect.objectContaining({ with: expect.objectContaining({ ref: 'main', 'fetch-depth': 0 }) })]);
  const { linyi } = workflow('config-repository').jobs;
  const checks = linyi!.steps.filter(({ run }) => run?.includes('--check'));
  expect(checks.map(({ if: condition, run }) => [condition, run])).toEqual([
    [undefined, 'npx champ publish --check --published --env linyi'], ["${{ github.event_name != 'merge_group' }}", 'npx champ publish --check --env linyi'],
  ]);
});

it('answers with a token to the host of the config repository alone', () => {
  const env = workflow('deliver').jobs['publish-linyi']!.steps.at(-1)!.env!;
  expect(env).toMatchObject({ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'credential.https://git.ops.linyi.example.helper' });
});
