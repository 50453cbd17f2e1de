import { MAIN, REPORTS } from './settings.ts';

/** Commands of one job, as a person runs them in a clone, one after the other. */
export interface CommandGroup {
  /** Name of the job. */
  readonly id: 'synth' | 'test' | 'check' | 'diff';
  readonly commands: readonly string[];
  /** Files that it leaves, also when it fails; people read them in the city's language, while tests run in none. */
  readonly reports: readonly string[];
  /** Minutes after which the job is given up. */
  readonly timeout: number;
}

/** Installs what the lock file says. */
export const INSTALL = 'node cli/install.js';

/** Exit code 1 of `champ diff` is a difference, which is why there is a change request. */
const told = (command: string): string => `${command} || [ $? -eq 1 ]`;

/** What runs for every change request. None of it needs the network, once packages are installed, nor any secret. */
export const CHANGE_REQUEST: readonly CommandGroup[] = [
  { id: 'synth', commands: [INSTALL, 'npx projen synth'], reports: [], timeout: 15 },
  { id: 'test', commands: [INSTALL, 'npx projen test'], reports: [], timeout: 60 },
  {
    id: 'check',
    commands: [
      INSTALL, `mkdir -p ${REPORTS}`,
      // findings fail the second; the first writes the other report whatever they are
      told(`npx champ check --format junit --output ${REPORTS}/check.xml`),
      `npx champ check --format sarif --output ${REPORTS}/check.sarif`,
    ],
    reports: [`${REPORTS}/check.xml`, `${REPORTS}/check.sarif`],
    timeout: 15,
  },
  {
    id: 'diff',
    commands: [
      INSTALL, `mkdir -p ${REPORTS}`,
      ...(['markdown', 'json', 'html'] as const).map((format) => told(`npx champ diff --format ${format} --output ${REPORTS}/diff.${format === 'markdown' ? 'md' : format}`)),
      `node cli/ci/blocked.js ${REPORTS}/diff.json`,
    ],
    reports: [`${REPORTS}/diff.md`, `${REPORTS}/diff.json`, `${REPORTS}/diff.html`],
    timeout: 30,
  },
];

/** After a merge: what is on the main branch goes into the config repository, from which ArgoCD deploys. */
export const publishCommands = (environment: string): readonly string[] => [INSTALL, `npx champ publish --env ${environment}`];

/** Fails, with the cause, when the merged commit has not landed everywhere in time. */
export const waitCommands = (environment: string): readonly string[] => [INSTALL, `npx champ wait --env ${environment} --commit HEAD --timeout 30m`];

/** Whether the config repository holds what its source commit renders: true at any moment, whatever waits in a queue to be merged. */
export const checkPublished = (environment: string): string => `npx champ publish --check --published --env ${environment}`;

/** Whether it holds what the newest commit renders: true once that is published. */
export const checkLatest = (environment: string): string => `npx champ publish --check --env ${environment}`;

export const LOGIN = 'printf \'%s\' "$CHAMP_REGISTRY_PASSWORD" | docker login --username "$CHAMP_REGISTRY_USER" --password-stdin "$CHAMP_REGISTRY"';
export const PROPOSE_IMAGES = `git diff --quiet || npx champ pr --title "Images of $(git rev-parse --short HEAD)" --target ${MAIN}`;

/**
 * Builds an image for each artefact that the merge brought, and proposes their digests as a change request. `$BEFORE` is the commit before the
 * merge, `$CHAMP_ARTEFACTS` the address below which delivered artefacts lie, `$CHAMP_BASE_IMAGE` the image that runs them, with its digest.
 */
export const BUILD_IMAGES: readonly string[] = [
  INSTALL,
  LOGIN,
  'npx tsx cli/ci/list-artefacts.ts "$BEFORE" > artefacts.tsv',
  [
    'while IFS="$(printf \'\\t\')" read -r environment service image artefact sha256; do',
    '  mkdir -p .champ/image',
    '  curl --fail --silent --show-error --location --proto \'=https\' --output .champ/image/artefact "$CHAMP_ARTEFACTS/$artefact" < /dev/null',
    '  echo "$sha256  .champ/image/artefact" | sha256sum --check --strict -',
    '  docker buildx build --push --provenance=false --build-arg "BASE=$CHAMP_BASE_IMAGE" --build-arg "ARTEFACT_NAME=$artefact" \\',
    '    --file cli/ci/Dockerfile --metadata-file .champ/image.json --tag "$image" .champ/image < /dev/null',
    '  digest="$(node -p \'require("./.champ/image.json")["containerimage.digest"]\')"',
    '  npx champ release set "$service" --env "$environment" --image "$image@$digest" --artifact-sha256 "$sha256" < /dev/null',
    'done < artefacts.tsv',
  ].join('\n'),
  'rm artefacts.tsv',
  PROPOSE_IMAGES,
];
