import { checkLatest, checkPublished, INSTALL } from '../commands.ts';
import type { Ci, Published } from '../published.ts';
import { MAIN } from '../settings.ts';
import { FETCH_MAIN } from './change-request.ts';
import type { Job } from './model.ts';
import { every, IF_CHANGE_REQUEST, IF_SCHEDULED, IS_TRAIN, publishes, scheduledFor } from './rules.ts';
import { configRepository } from './secrets.ts';

/**
 * Schedules of the main branch, which is protected: only they get the token that comments. A merge request could rewrite any job of its own pipeline,
 * a child pipeline is one of those too, and a pipeline of the main branch can be triggered only by people who may merge.
 */
export function scheduledJobs({ published }: Ci): Readonly<Record<string, Job>> {
  return {
    comment: {
      stage: 'scheduled', rules: [every(IF_SCHEDULED, scheduledFor('comment'))], timeout: '10m', interruptible: false, resource_group: 'champ-comment', script: ['node cli/ci/post.js gitlab'],
    },
    ...Object.fromEntries(published.flatMap((each) => [[`config-repository-${each.name}`, check(each)], [`merge-train-${each.name}`, train(each)]])),
  };
}

const check = (environment: Published): Job => ({
  stage: 'scheduled', rules: [every(IF_SCHEDULED, scheduledFor('check'), publishes)], timeout: '20m', environment: { name: environment.name, action: 'access' },
  variables: configRepository(environment), script: [INSTALL, checkPublished(environment.name), checkLatest(environment.name)],
});

/** The program of the main branch, asked for what was published: neither what is in the train nor what waits to be published stops it. */
const train = (environment: Published): Job => ({
  stage: 'change', rules: [every(IF_CHANGE_REQUEST, IS_TRAIN, publishes)], timeout: '20m', variables: configRepository(environment),
  before_script: [FETCH_MAIN, `git switch --quiet --detach origin/${MAIN}`], script: [INSTALL, checkPublished(environment.name)],
});
