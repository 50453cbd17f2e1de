import { CHANGE_REQUEST } from '../../../cli/ci/commands.ts';
import { GITLAB_JOBS } from './files.ts';

const job = (name: string) => GITLAB_JOBS.find(([each]) => each === name)![1];
const OF_REQUESTS = GITLAB_JOBS.filter(([, { rules }]) => rules.some((rule) => rule.if.includes('merge_request_event')));

it.each(GITLAB_JOBS)('%s ends, and says when it runs', (_, { timeout, rules }) => {
  expect(Number(/^(\d+)m$/.exec(timeout)?.[1])).toBeLessThanOrEqual(60);
  expect(rules.length).toBeGreaterThan(0);
});

it.each(GITLAB_JOBS)('%s has no text of a branch, a commit or a request in its commands', (_, { before_script: before = [], script }) => {
  expect([...before, ...script].join('\n')).not.toMatch(/CI_(?:COMMIT_(?:MESSAGE|TITLE|DESCRIPTION|AUTHOR|BRANCH|REF|TAG)|MERGE_REQUEST_)/);
});

it('has the jobs of a merge request name no secret but a job\'s own token', () => {
  expect(OF_REQUESTS.map(([name]) => name)).toEqual([...CHANGE_REQUEST.map(({ id }) => id), 'merge-train-linyi']);
  for (const { id } of CHANGE_REQUEST) expect(JSON.stringify(job(id))).not.toMatch(/TOKEN|PASSWORD|SECRET/);
});

it('posts the comment from a schedule of the main branch, and installs nothing for it', () => {
  expect(job('comment')).toMatchObject({ rules: [{ if: expect.stringContaining('$CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH') }], script: ['node cli/ci/post.js gitlab'] });
});

it('publishes one merge at a time and cuts none off', () => {
  expect(job('publish-linyi')).toMatchObject({ resource_group: 'champ-publish-linyi', interruptible: false, environment: { name: 'linyi' } });
  expect(job('wait-linyi')).toMatchObject({ needs: ['publish-linyi'], environment: { name: 'linyi', action: 'verify' } });
});

it('asks in a merge train by the main branch\'s program, for what was published', () => {
  const { before_script: before, script } = job('merge-train-linyi');
  expect(before).toEqual([expect.stringMatching(/^git fetch .*refs\/heads\/main/), 'git switch --quiet --detach origin/main']);
  expect(script.at(-1)).toBe('npx champ publish --check --published --env linyi');
});

it('leaves the dollars of the credential helper to the shell', () => {
  const { variables } = job('publish-linyi');
  expect(variables).toMatchObject({ GIT_CONFIG_KEY_0: 'credential.https://git.ops.linyi.example.helper' });
  expect(variables!['GIT_CONFIG_VALUE_0']!.replaceAll('$$', '')).not.toContain('$');
});

it('keeps the findings as a test report', () => {
  expect(job('check').artifacts).toMatchObject({ when: 'always', reports: { junit: 'reports/check.xml' } });
});
