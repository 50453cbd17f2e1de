import { createInterface } from 'node:readline/promises';
import { problem } from '../../engine/problem/index.ts';
import { committerOf, Git, rollback, type RollbackPlan } from '../../engine/publish/index.ts';
import { MIGRATION } from '../../engine/render/labels.ts';
import { problemsAsJson } from '../output/report.ts';
import type { RollbackCommandOptions } from '../commands/rollback.ts';
import { buildEnvironment, ROOT } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { today } from '../output/moment.ts';
import { policyProblems } from '../publish/policies.ts';
import { zoneRepositories } from '../publish/repositories.ts';
import { publishWords } from '../publish/words.ts';
import { EXIT } from '../run.ts';
import { publishedInput } from './input.ts';
import { tellRollback } from './text.ts';
import { rollbackWords as words } from './words.ts';

/** Reads an answer of a person. */
export type Ask = (question: string) => Promise<string>;

/** Asks there; Ctrl-C, Ctrl-D and the end of the input answer nothing. */
export const asking = (input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Ask => async (question) => {
  const terminal = createInterface({ input, output });
  const closed = new Promise<string>((resolve) => { terminal.once('close', () => resolve('')); });
  const answer = terminal.question(question).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
    return '';
  });
  try {
    return await Promise.race([answer, closed]);
  } finally {
    terminal.close();
  }
};

/** `champ rollback`: shows what would be done, asks, does it. */
export async function rollbackEnvironment(options: RollbackCommandOptions, console_: Console, folder?: string, ask: Ask | undefined = process.stdin.isTTY && process.stderr.isTTY ? asking(process.stdin, process.stderr) : undefined): Promise<number> {
  const { language } = console_;
  const { env: name, ...flags } = options;
  if (!options.yes && !options.dryRun && ask === undefined) {
    console_.problems([problem('CHAMP7303', 'champ rollback')]);
    return EXIT.usage;
  }
  const environment = buildEnvironment(name, folder);
  const zones = zoneRepositories(environment, options.repo, options.zone);
  console_.progress(say(publishWords.remote, language));
  const person = await committerOf(Git.open(folder ?? ROOT));
  const report = await rollback({ environment: environment.name, zones, to: options.to, person, now: options.at ?? new Date(), migration: MIGRATION }, {
    ...flags,
    judge(objects) {
      console_.progress(say(publishWords.judging, language));
      // a waiver for what came later has nothing to cover then
      return policyProblems(publishedInput(environment, objects), options.date ?? today(), { unused: false });
    },
    onWait: () => console_.progress(say(publishWords.waiting, language)),
    async confirm(plan) {
      console_.done();
      if (options.dryRun) return false;
      if (options.yes) return true;
      tellRollback(plan, console_);
      return (await ask!(say(words.ask, language))).trim().toLowerCase() === 'yes';
    },
  });
  console_.done();
  if (console_.json) console_.document({ ...report, dryRun: options.dryRun === true, warnings: problemsAsJson(report.warnings) });
  end(report, options, console_);
  return EXIT.ok;
}

function end(report: RollbackPlan, { dryRun, yes }: RollbackCommandOptions, console_: Console): void {
  const isDone = report.remotes.some(({ state }) => state === 'pushed');
  const isRefused = !isDone && !dryRun && !yes && report.remotes.some(({ state }) => state === 'planned');
  if (isRefused) console_.note(say(words.left, console_.language));
  else tellRollback(report, console_);
  if (isDone) console_.note(say(words.after, console_.language));
}
