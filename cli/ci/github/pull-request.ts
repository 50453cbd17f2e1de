import { CHANGE_REQUEST } from '../commands.ts';
import type { Ci } from '../published.ts';
import { MAIN } from '../settings.ts';
import { checkoutAll, node, run, RUNNER, upload } from './actions.ts';
import type { Workflow } from './model.ts';

/** Name that the comment's workflow waits for. */
export const PULL_REQUEST = 'pull request';

/** Runs what other people wrote: no secrets, nothing but reading. The queue of merges runs the same. */
export function pullRequest({ language }: Ci): Workflow {
  return {
    name: PULL_REQUEST,
    on: { pull_request: { branches: [MAIN] }, merge_group: {} },
    permissions: {},
    concurrency: { group: 'pull-request-${{ github.ref }}', 'cancel-in-progress': "${{ github.event_name == 'pull_request' }}" },
    jobs: Object.fromEntries(CHANGE_REQUEST.map(({ id, commands, reports, timeout }) => [id, {
      'runs-on': RUNNER, 'timeout-minutes': timeout, permissions: { contents: 'read' } as const, ...(reports.length > 0 ? { env: { CHAMP_LANG: language } } : {}),
      steps: [checkoutAll(), node(), ...commands.map(run), ...(reports.length > 0 ? [upload(id, reports)] : [])],
    }])),
  };
}
