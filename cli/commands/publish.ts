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
  readonly check?: boolean;
  readonly published?: boolean;
}

/** What `--check` has no use for: it writes nothing. */
const WRITERS = ['push-branch', 'dry-run', 'discard-edits', 'resume', 'allow-sample', 'allow-older', 'allow-dirty', 'allow-delete', 'date', 'at'] as const;


export function publishCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const [repo, branch] = repositoryOptions(declare);
  const command = program.command('publish');
  command
    .description(text(words.publish))
    .requiredOption('-e, --env <name>', text(words.env))
    .addOption(repo)
    .addOption(branch)
    .option('--push-branch <name>', text(words.pushBranch))
    .option('--dry-run', text(words.dryRun))
    .option('--check', text(words.check))
    .option('--published', text(words.published))
    .option('--discard-edits', text(words.discardEdits))
    .option('--resume', text(words.resume))
    .option('--allow-sample', text(words.allowSample))
    .option('--allow-older', text(words.allowOlder))
    .option('--allow-dirty', text(words.allowDirty))
    .addOption(new Option('--allow-delete <list>', text(words.allowDelete)).argParser(listed))
    .addOption(new Option('--date <date>', text(words.date)).argParser(dayArgument))
    .addOption(new Option('--at <time>', text(words.at)).argParser(momentArgument))
    .addHelpText('after', `\n${text(publishHelp)}`)
    .action((options: PublishCommandOptions) => {
      if (!options.check) {
        if (options.published) command.error("error: option '--published' needs option '--check'", { code: 'commander.missingMandatoryOptionValue' });
        return run((console_, folder) => lazy.publish().publishEnvironment(options, console_, folder), words.nothing);
      }
      const other = WRITERS.find((name) => command.getOptionValueSource(camel(name)) === 'cli');
      if (other !== undefined) command.error(`error: option '--${other}' cannot be used with option '--check'`, { code: 'commander.conflictingOption' });
      return run((console_, folder) => lazy.checkPublished().checkPublished(options, console_, folder));
    });
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
