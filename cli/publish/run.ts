import { fileOf } from '../../engine/manifest.ts';
import { committerOf, Git, publish, readSource } from '../../engine/publish/index.ts';
import { problemsAsJson } from '../output/report.ts';
import { environmentInput } from '../check/environments.ts';
import type { PublishCommandOptions } from '../commands/publish.ts';
import { buildEnvironment, renderEnvironment, ROOT } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { today } from '../output/moment.ts';
import { EXIT } from '../run.ts';
import { policyProblems } from './policies.ts';
import { zoneRepositories } from './repositories.ts';
import { tellPublish } from './text.ts';
import { publishWords as words } from './words.ts';

/** Samples of an environment that must not leave for production. */
const SAMPLES = ['sampleDigests', 'sampleArtefacts'] as const;

/** `champ publish`: renders, checks, commits, pushes, tells. */
export async function publishEnvironment(options: PublishCommandOptions, console_: Console, folder?: string): Promise<number> {
  const { env: name, ...flags } = options;
  const started = process.hrtime.bigint();
  const progress = (text: Parameters<typeof say>[0], args?: Parameters<typeof say>[2]) => console_.progress(say(text, console_.language, args));
  progress(words.rendering, { name });
  const environment = buildEnvironment(name, folder);
  const zones = zoneRepositories(environment, options.repo);
  const sourceGit = Git.open(folder ?? ROOT);
  const [source, committer] = await Promise.all([readSource(sourceGit), committerOf(sourceGit)]);
  const rendered = renderEnvironment(environment);
  const { tree, output } = rendered;
  progress(words.remote);
  const now = options.at ?? new Date();
  const report = await publish({
    environment: environment.name, tree, zones, source, sourceGit, committer, now, production: environment.production,
    objects: output.objects.map((object) => ({ file: fileOf(object), manifest: object.manifest })), sample: SAMPLES.filter((name) => environment.facts.releases[name]),
  }, {
    ...flags,
    judge() {
      progress(words.judging);
      return policyProblems(environmentInput(rendered), options.date ?? today());
    },
    onWait: () => progress(words.waiting),
    onRetry: (count) => progress(words.retry, { count }),
    onStep: (step) => { if (step === 'built') progress(words.pushing); },
  });
  console_.done();
  if (console_.json) console_.document({ ...report, dryRun: options.dryRun === true, warnings: problemsAsJson(report.warnings) });
  tellPublish(report, console_);
  console_.note(say(words.took, console_.language, { seconds: (Number(process.hrtime.bigint() - started) / 1e9).toFixed(2) }));
  return EXIT.ok;
}
