import { Option, type Command } from 'commander';
import * as lazy from '../lazy.ts';
import { dayArgument, momentArgument } from '../output/moment.ts';
import type { Declare } from '../program.ts';
import { publishWords } from '../publish/words.ts';
import { rollbackHelp, rollbackWords as words } from '../rollback/words.ts';
import { listed, repeated } from './option-readers.ts';
import { repositoryOptions, type RepositoryCommandOptions } from './repository-options.ts';

export interface RollbackCommandOptions extends RepositoryCommandOptions {
  readonly env: string;
  readonly to: string;
  readonly zone?: readonly string[];
  readonly pushBranch?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly discardEdits?: boolean;
  readonly allowDelete?: readonly string[];
  readonly allowMigration?: readonly string[];
  readonly date?: string;
  readonly at?: Date;
}

export function rollbackCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const [repo, branch] = repositoryOptions(declare);
  program.command('rollback')
    .description(text(words.rollback))
    .requiredOption('-e, --env <name>', text(publishWords.env))
    .requiredOption('--to <revision>', text(words.to))
    .addOption(new Option('-z, --zone <name>', text(publishWords.zone)).argParser(repeated))
    .addOption(repo)
    .addOption(branch)
    .option('--push-branch <name>', text(publishWords.pushBranch))
    .option('--dry-run', text(words.dryRun))
    .option('-y, --yes', text(words.yes))
    .option('--discard-edits', text(publishWords.discardEdits))
    .addOption(new Option('--allow-delete <list>', text(publishWords.allowDelete)).argParser(listed))
    .addOption(new Option('--allow-migration <list>', text(words.allowMigration)).argParser(listed))
    .addOption(new Option('--date <date>', text(publishWords.date)).argParser(dayArgument))
    .addOption(new Option('--at <time>', text(publishWords.at)).argParser(momentArgument))
    .addHelpText('after', `\n${text(rollbackHelp)}`)
    .action((options: RollbackCommandOptions) => run((console_, folder) => lazy.rollback().rollbackEnvironment(options, console_, folder), words.left));
}
