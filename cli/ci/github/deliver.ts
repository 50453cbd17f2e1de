import { BUILD_IMAGES, LOGIN, PROPOSE_IMAGES, publishCommands, waitCommands } from '../commands.ts';
import type { Ci, Published } from '../published.ts';
import { MAIN } from '../settings.ts';
import { checkoutAll, node, RUNNER } from './actions.ts';
import type { Job, Step, Workflow } from './model.ts';
import { argocdTokens, configRepository, forge, registry } from './secrets.ts';

/** After a merge. Each part begins to work when its variable is `true`: without a registry or clusters there is nothing to do. */
export function deliver({ published }: Ci): Workflow {
  return {
    name: 'deliver',
    on: { push: { branches: [MAIN] } },
    permissions: {},
    jobs: { images: images(), ...Object.fromEntries(published.flatMap((each) => [[`publish-${each.name}`, publish(each)], [`wait-${each.name}`, wait(each)]])) },
  };
}

type Env = Readonly<Record<string, string>>;

/** Only the command that needs a secret has it: not the installation of packages. */
const steps = (commands: readonly string[], secrets: (command: string) => Env | undefined): readonly Step[] => [
  checkoutAll(), node(), ...commands.map((run): Step => {
    const env = secrets(run);
    return { run, ...(env ? { env } : {}) };
  }),
];

const isChamp = (command: string): boolean => command.startsWith('npx champ ');

/** Not in a group: a run that waits there is dropped when another comes, and its artefacts would never be built. */
const images = (): Job => ({
  if: "${{ vars.CHAMP_BUILD == 'true' }}",
  'runs-on': RUNNER,
  'timeout-minutes': 60,
  permissions: { contents: 'read' },
  environment: 'build',
  env: {
    BEFORE: '${{ github.event.before }}', CHAMP_ARTEFACTS: '${{ vars.CHAMP_ARTEFACTS }}', CHAMP_BASE_IMAGE: '${{ vars.CHAMP_BASE_IMAGE }}', CHAMP_REGISTRY: '${{ vars.CHAMP_REGISTRY }}',
  },
  steps: steps(BUILD_IMAGES, (command) => (command === LOGIN ? registry() : command === PROPOSE_IMAGES ? forge() : undefined)),
});

/** One at a time: a later merge takes the place of one that waits, since it holds that one's changes too. */
const publish = (environment: Published): Job => ({
  if: "${{ vars.CHAMP_PUBLISH == 'true' }}",
  'runs-on': RUNNER,
  'timeout-minutes': 30,
  permissions: { contents: 'read' },
  environment: environment.name,
  concurrency: { group: `champ-publish-${environment.name}`, 'cancel-in-progress': false },
  steps: steps(publishCommands(environment.name), (command) => (isChamp(command) ? configRepository(environment) : undefined)),
});

const wait = (environment: Published): Job => ({
  needs: [`publish-${environment.name}`],
  'runs-on': RUNNER,
  'timeout-minutes': 45,
  permissions: { contents: 'read' },
  environment: environment.name,
  steps: steps(waitCommands(environment.name), (command) => (isChamp(command) ? { ...configRepository(environment), ...argocdTokens(environment) } : undefined)),
});
