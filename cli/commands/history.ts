import { InvalidArgumentError, Option, type Command } from 'commander';
import { historyHelp, historyWords as words } from '../history/words.ts';
import * as lazy from '../lazy.ts';
import type { Declare } from '../program.ts';
import { publishWords } from '../publish/words.ts';
import { repeated } from './option-readers.ts';
import { repositoryOptions, type RepositoryCommandOptions } from './repository-options.ts';

export interface HistoryCommandOptions extends RepositoryCommandOptions {
  readonly env: string;
  readonly zone?: readonly string[];
  readonly diff?: readonly [from: string, to: string];
  readonly limit: number;
}

export function historyCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const [repo, branch] = repositoryOptions(declare);
  program.command('history')
    .description(text(words.history))
    .requiredOption('-e, --env <name>', text(publishWords.env))
    .addOption(new Option('-z, --zone <name>', text(publishWords.zone)).argParser(repeated))
    .addOption(repo)
    .addOption(branch)
    .addOption(new Option('--diff <range>', text(words.diff)).argParser(rangeArgument))
    .addOption(new Option('--limit <count>', text(words.limit)).argParser(countArgument).default(20))
    .addHelpText('after', `\n${text(historyHelp)}`)
    .action((options: HistoryCommandOptions) => run((console_, folder) => lazy.history().showHistory(options, console_, folder)));
}

function rangeArgument(value: string): readonly [string, string] {
  const [, from, to] = /^([0-9a-f]{7,64})\.\.([0-9a-f]{7,64}|)$/.exec(value) ?? [];
  if (from === undefined || to === undefined) throw new InvalidArgumentError('A..B');
  return [from, to];
}

function countArgument(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('1 .. 999999');
  return Number(value);
}
