import { BUILD_IMAGES, publishCommands, waitCommands } from '../commands.ts';
import type { Ci, Published } from '../published.ts';
import { MAIN } from '../settings.ts';
import type { Job } from './model.ts';
import { builds, every, IF_MERGED, publishes } from './rules.ts';
import { configRepository, forge } from './secrets.ts';

/** After a merge. Each part begins to work when its variable is `true`. Nothing that runs here is cut off by the next merge. */
export function deliveryJobs({ published }: Ci): Readonly<Record<string, Job>> {
  return { images: images(), ...Object.fromEntries(published.flatMap((each) => [[`publish-${each.name}`, publish(each)], [`wait-${each.name}`, wait(each)]])) };
}

const images = (): Job => ({
  stage: 'build', rules: [every(IF_MERGED, builds)], timeout: '60m', interruptible: false, resource_group: 'champ-build',
  // node, git, curl and docker with buildx
  image: '$CHAMP_BUILD_IMAGE',
  variables: { BEFORE: '$CI_COMMIT_BEFORE_SHA', ...forge() },
  // what is checked out is on no branch, and its address has a token that may only read
  before_script: [`git switch --quiet --force-create ${MAIN}`, 'git remote set-url origin "$CI_PROJECT_URL.git"'],
  script: BUILD_IMAGES,
});

const publish = (environment: Published): Job => ({
  stage: 'publish', needs: [], rules: [every(IF_MERGED, publishes)], timeout: '30m', interruptible: false, resource_group: `champ-publish-${environment.name}`, environment: { name: environment.name },
  variables: configRepository(environment), script: publishCommands(environment.name),
});

const wait = (environment: Published): Job => ({
  stage: 'wait', needs: [`publish-${environment.name}`], rules: [every(IF_MERGED, publishes)], timeout: '45m', interruptible: false, environment: { name: environment.name, action: 'verify' },
  variables: configRepository(environment), script: waitCommands(environment.name),
});
