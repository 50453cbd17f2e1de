import { checkLatest, checkPublished, INSTALL } from '../commands.ts';
import type { Ci, Published } from '../published.ts';
import { MAIN } from '../settings.ts';
import { checkout, node, run, RUNNER } from './actions.ts';
import type { Job, Workflow } from './model.ts';
import { configRepository } from './secrets.ts';

/**
 * The config repository holds what the main branch rendered, and nobody else's changes. The queue of merges asks too: it runs the main branch's
 * program and not that of the queue, and asks for what was published, so that a merge that is not published yet stops nobody.
 */
export function configRepositoryCheck({ published }: Ci): Workflow {
  return {
    name: 'config repository',
    on: { merge_group: {}, schedule: [{ cron: '17 * * * *' }], workflow_dispatch: {} },
    permissions: {},
    jobs: Object.fromEntries(published.map((each) => [each.name, check(each)])),
  };
}

const check = (environment: Published): Job => ({
  if: "${{ vars.CHAMP_PUBLISH == 'true' }}",
  'runs-on': RUNNER,
  'timeout-minutes': 20,
  permissions: { contents: 'read' },
  // a token that may only read
  environment: `${environment.name}-read`,
  steps: [
    checkout({ ref: MAIN, 'fetch-depth': 0 }), node(), run(INSTALL),
    { ...run(checkPublished(environment.name)), env: configRepository(environment) },
    { if: "${{ github.event_name != 'merge_group' }}", ...run(checkLatest(environment.name)), env: configRepository(environment) },
  ],
});
