import type { Command } from 'commander';
import * as lazy from '../lazy.ts';
import type { Declare } from '../program.ts';
import type { ConnectionOptions } from '../status/connections.ts';
import { statusHelp, statusWords } from '../status/words.ts';
import { connectionOptions } from './connection-options.ts';
import { repeated } from './option-readers.ts';
import { environmentOption, type EnvironmentOptions } from './environment-option.ts';

export interface StatusCommandOptions extends EnvironmentOptions, ConnectionOptions {
  readonly zone?: readonly string[];
  readonly subsystem?: readonly string[];
  readonly watch?: boolean;
}

export function statusCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const command = program.command('status')
    .description(text(statusWords.status))
    .addOption(environmentOption(declare))
    .option('-z, --zone <zone>', text(statusWords.zone), repeated)
    .option('-s, --subsystem <name>', text(statusWords.subsystem), repeated)
    .option('-w, --watch', text(statusWords.watch));
  for (const option of connectionOptions(declare)) command.addOption(option);
  command.addHelpText('after', `\n${text(statusHelp)}`)
    .action((options: StatusCommandOptions) => run((console_, folder) => lazy.status().statusAll(options, console_, folder)));
}
