import { REPORTS } from '../settings.ts';
import { checkout, RUNNER } from './actions.ts';
import type { Job, Permissions, Workflow } from './model.ts';
import { PULL_REQUEST } from './pull-request.ts';

/**
 * Posts what a pull request's run has left behind. It has the right to write, so it runs the main branch's program alone: of the pull request it takes
 * two files, as text, and who it was from GitHub itself.
 */
export function comment(): Workflow {
  return {
    name: 'comment',
    on: { workflow_run: { workflows: [PULL_REQUEST], types: ['completed'] } },
    permissions: {},
    concurrency: { group: 'comment-${{ github.event.workflow_run.head_repository.full_name }}-${{ github.event.workflow_run.head_branch }}', 'cancel-in-progress': false },
    jobs: {
      comment: job('diff', { actions: 'read', contents: 'read', 'pull-requests': 'write' }, `node cli/ci/post.js github ${REPORTS}/diff.md`),
      findings: job('check', { actions: 'read', contents: 'read', 'pull-requests': 'read', 'security-events': 'write' }, `node cli/ci/post.js sarif ${REPORTS}/check.sarif`),
    },
  };
}

/** Expressions go into variables: in the text of a command they would be code. */
const job = (artifact: string, permissions: Permissions, command: string): Job => ({
  if: "${{ github.event.workflow_run.event == 'pull_request' }}",
  'runs-on': RUNNER,
  'timeout-minutes': 10,
  permissions,
  env: {
    GH_TOKEN: '${{ github.token }}', RUN_ID: '${{ github.event.workflow_run.id }}',
    HEAD_SHA: '${{ github.event.workflow_run.head_sha }}', HEAD_BRANCH: '${{ github.event.workflow_run.head_branch }}', HEAD_OWNER: '${{ github.event.workflow_run.head_repository.owner.login }}',
  },
  steps: [
    checkout(),
    // a run that failed early has left nothing
    { run: `gh run download "$RUN_ID" --repo "$GITHUB_REPOSITORY" --name ${artifact} --dir ${REPORTS} || echo "no report"` },
    { run: command },
  ],
});
