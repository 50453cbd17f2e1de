import { Option, type Command } from 'commander';
import * as lazy from '../lazy.ts';
import { dayArgument, momentArgument } from '../output/moment.ts';
import type { Declare } from '../program.ts';
import { publishHelp, publishWords as words } from '../publish/words.ts';
import { listed } from './option-readers.ts';
import { repositoryOptions, type RepositoryCommandOptions } from './repository-options.ts';

export interface PublishCommandOptions extends RepositoryCommandOptions {
  readonly env: string;
  readonly pushBranch?: string;
  readonly dryRun?: boolean;
  readonly discardEdits?: boolean;
  readonly resume?: boolean;
  readonly allowSample?: boolean;
  readonly allowOlder?: boolean;
  readonly allowDirty?: boolean;
  readonly allowDelete?: readonly string[];
  readonly date?: string;
  readonly at?: Date;
}

export function publishCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const [repo, branch] = repositoryOptions(declare);
  program.command('publish')
    .description(text(words.publish))
    .requiredOption('-e, --env <name>', text(words.env))
    .addOption(repo)
    .addOption(branch)
    .option('--push-branch <name>', text(words.pushBranch))
    .option('--dry-run', text(words.dryRun))
    .option('--discard-edits', text(words.discardEdits))
    .option('--resume', text(words.resume))
    .option('--allow-sample', text(words.allowSample))
    .option('--allow-older', text(words.allowOlder))
    .option('--allow-dirty', text(words.allowDirty))
    .addOption(new Option('--allow-delete <list>', text(words.allowDelete)).argParser(listed))
    .addOption(new Option('--date <date>', text(words.date)).argParser(dayArgument))
    .addOption(new Option('--at <time>', text(words.at)).argParser(momentArgument))
    .addHelpText('after', `\n${text(publishHelp)}`)
    .action((options: PublishCommandOptions) => run((console_, folder) => lazy.publish().publishEnvironment(options, console_, folder), words.nothing));
}
