/** `tsx cli/ci/list-artefacts.ts BASE`: a line for each artefact that has come since: environment, service, image:tag, artefact, sha256, between tabs. */
import { Git } from '../../engine/publish/index.ts';
import { ENVIRONMENTS, environmentNames, ROOT } from '../estate/environments.ts';
import { createConsole } from '../output/console.ts';
import { languageOf } from '../output/language.ts';
import { settle } from '../settle.ts';
import { EXIT } from '../run.ts';
import { changedArtefacts } from './artefacts.ts';

const [base = 'HEAD~1', folder = ENVIRONMENTS] = process.argv.slice(2);

void settle(async (console_) => {
  const git = Git.open(folder === ENVIRONMENTS ? ROOT : `${folder}/..`);
  for (const name of environmentNames(folder)) {
    for (const { environment, service, image, name: artefact, sha256 } of await changedArtefacts(git, base, name, folder)) console_.data([environment, service, image, artefact, sha256].join('\t'));
  }
  return EXIT.ok;
}, createConsole({ language: languageOf(undefined), color: true }), { command: 'list-artefacts' }).then((code) => { process.exitCode = code; });
