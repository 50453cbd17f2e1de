import { Option, type Command } from 'commander';
import * as lazy from '../lazy.ts';
import { dayArgument, momentArgument } from '../output/moment.ts';
import type { Declare } from '../program.ts';
import { publishWords } from '../publish/words.ts';
import { rollbackHelp, rollbackWords as words } from '../rollback/words.ts';
import { collect, collectList } from './publish.ts';

export interface RollbackCommandOptions {
  readonly env: string;
  readonly to: string;
  readonly zone?: readonly string[];
  readonly repo?: readonly string[];
  readonly branch: string;
  readonly pushBranch?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly discardEdits?: boolean;
  readonly allowDelete?: readonly string[];
  readonly allowMigration?: readonly string[];
  readonly date?: string;
  readonly at?: Date;
}

export function rollbackCommand(program: Command, { text, run }: Declare): void {
  program.command('rollback')
    .description(text(words.rollback))
    .requiredOption('-e, --env <name>', text(publishWords.env))
    .requiredOption('--to <revision>', text(words.to))
    .addOption(new Option('-z, --zone <name>', text(publishWords.zone)).argParser(collect))
    .addOption(new Option('--repo <url>', text(publishWords.repo)).argParser(collect))
    .option('--branch <name>', text(publishWords.branch), 'main')
    .option('--push-branch <name>', text(publishWords.pushBranch))
    .option('--dry-run', text(words.dryRun))
    .option('-y, --yes', text(words.yes))
    .option('--discard-edits', text(publishWords.discardEdits))
    .addOption(new Option('--allow-delete <list>', text(publishWords.allowDelete)).argParser(collectList))
    .addOption(new Option('--allow-migration <list>', text(words.allowMigration)).argParser(collectList))
    .addOption(new Option('--date <date>', text(publishWords.date)).argParser(dayArgument))
    .addOption(new Option('--at <time>', text(publishWords.at)).argParser(momentArgument))
    .addHelpText('after', `\n${text(rollbackHelp)}`)
    .action((options: RollbackCommandOptions) => run((console_, folder) => lazy.rollback().rollbackEnvironment(options, console_, folder), words.left));
}
