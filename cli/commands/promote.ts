import { InvalidArgumentError, Option, type Command } from 'commander';
import * as lazy from '../lazy.ts';
import type { Declare } from '../program.ts';
import { PROMOTED, type Promoted } from '../promote/promotion.ts';
import { promoteHelp, promoteWords as words } from '../promote/words.ts';
import { forgeOptions, type ForgeCommandOptions } from './forge-options.ts';
import { repeated } from './option-readers.ts';

export interface PromoteCommandOptions extends ForgeCommandOptions {
  readonly from: string;
  readonly to: string;
  readonly select?: readonly string[];
  readonly what: readonly Promoted[];
  readonly allowOlder?: boolean;
  readonly pr?: boolean;
  readonly dryRun?: boolean;
}

export function promoteCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const command = program.command('promote')
    .description(text(words.promote))
    .requiredOption('--from <env>', text(words.from))
    .requiredOption('--to <env>', text(words.to))
    .addOption(new Option('-s, --select <key=value,...>', text(words.select)).argParser(repeated))
    .addOption(new Option('--what <list>', text(words.what)).argParser(whatArgument).default(['digests', 'config'], 'digests,config'))
    .option('--allow-older', text(words.allowOlder))
    .option('--dry-run', text(words.dryRun))
    .option('--pr', text(words.pr));
  for (const option of forgeOptions(declare)) command.addOption(option);
  command
    .addHelpText('after', `\n${text(promoteHelp)}`)
    .action((options: PromoteCommandOptions) => run((console_, folder) => lazy.promote().promote(options, console_, folder)));
}

function whatArgument(value: string): readonly Promoted[] {
  const words_ = value.split(',').map((each) => each.trim());
  const wrong = words_.some((each) => !(PROMOTED as readonly string[]).includes(each));
  if (wrong) throw new InvalidArgumentError(PROMOTED.join(', '));
  return words_ as unknown as readonly Promoted[];
}
