import type { Command } from 'commander';
import * as lazy from '../lazy.ts';
import { prHelp, prWords as words } from '../pr/words.ts';
import type { Declare } from '../program.ts';
import { forgeOptions, type ForgeCommandOptions } from './forge-options.ts';

export interface PrCommandOptions extends ForgeCommandOptions {
  readonly dryRun?: boolean;
  /** False for `--no-push`. */
  readonly push: boolean;
}

export function prCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const command = program.command('pr').description(text(words.pr));
  for (const option of forgeOptions(declare)) command.addOption(option);
  command
    .option('--dry-run', text(words.dryRun))
    .option('--no-push', text(words.noPush))
    .addHelpText('after', `\n${text(prHelp)}`)
    .action((options: PrCommandOptions) => run((console_, folder) => lazy.pr().proposeChange(options, console_, folder)));
}
