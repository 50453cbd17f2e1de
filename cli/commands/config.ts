import { Argument, Option, type Command } from 'commander';
import type { EditOptions, SelectOptions } from '../config/edit.ts';
import type { CompareOptions } from '../config/compare.ts';
import { compareHelp, configHelp, configWords as words, getHelp, lintHelp, setHelp, unsetHelp } from '../config/words.ts';
import * as lazy from '../lazy.ts';
import { words as common } from '../output/words.ts';
import type { Declare } from '../program.ts';
import type { EnvironmentOptions } from './environment-option.ts';
import { repeated } from './option-readers.ts';

export function configCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const config = program.command('config').description(text(words.config)).addHelpText('after', `\n${text(configHelp)}`);
  chosen(config.command('get').description(text(words.get)), declare)
    .addHelpText('after', `\n${text(getHelp)}`)
    .action((key: string, options: SelectOptions) => run((console_, folder) => lazy.config().getConfig(key, options, console_, folder)));
  chosen(config.command('set').description(text(words.set)), declare, new Argument('<value>', text(words.value)))
    .option('--create', text(words.create))
    .option('--literal', text(words.literal))
    .option('--as-text', text(words.asText))
    .option('--dry-run', text(words.dryRun))
    .addHelpText('after', `\n${text(setHelp)}`)
    .action((key: string, value: string, options: EditOptions) => run((console_, folder) => lazy.config().setConfig(key, value, options, console_, folder), common.nothingWritten));
  chosen(config.command('unset').description(text(words.unset)), declare)
    .option('--dry-run', text(words.dryRun))
    .addHelpText('after', `\n${text(unsetHelp)}`)
    .action((key: string, options: EditOptions) => run((console_, folder) => lazy.config().unsetConfig(key, options, console_, folder), common.nothingWritten));
  config.command('lint')
    .description(text(words.lint))
    .addOption(new Option('-e, --env <name>', text(words.envs)).argParser(repeated))
    .addHelpText('after', `\n${text(lintHelp)}`)
    .action((options: EnvironmentOptions) => run((console_, folder) => lazy.config().lintConfig(options, console_, folder)));
  config.command('compare')
    .description(text(words.compare))
    .addArgument(new Argument('<env-a>', text(words.environment)))
    .addArgument(new Argument('<env-b>', text(words.environment)))
    .addOption(selectOption(declare))
    .option('--effective', text(words.effective))
    .addHelpText('after', `\n${text(compareHelp)}`)
    .action((a: string, b: string, options: CompareOptions) => run((console_, folder) => lazy.config().compareConfig(a, b, options, console_, folder)));
}

/** What tells a key in files of services. */
function chosen(command: Command, declare: Declare, ...more: readonly Argument[]): Command {
  const { text } = declare;
  for (const argument of [new Argument('<key>', text(words.key)), ...more]) command.addArgument(argument);
  return command
    .requiredOption('-e, --env <name>', text(words.env))
    .addOption(selectOption(declare))
    .option('-f, --file <path>', text(words.file));
}

const selectOption = ({ text }: Declare): Option => new Option('-s, --select <key=value,...>', text(words.select)).argParser(repeated);
