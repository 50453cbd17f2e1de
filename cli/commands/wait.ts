import type { Command } from 'commander';
import * as lazy from '../lazy.ts';
import type { Declare } from '../program.ts';
import type { ConnectionOptions } from '../status/connections.ts';
import { statusWords } from '../status/words.ts';
import { waitHelp, waitWords } from '../wait/words.ts';
import { connectionOptions } from './connection-options.ts';
import { repeated } from './option-readers.ts';

export interface WaitCommandOptions extends ConnectionOptions {
  readonly env: string;
  readonly commit: string;
  readonly timeout: string;
  readonly zone?: readonly string[];
  readonly subsystem?: readonly string[];
  readonly skip?: readonly string[];
  readonly repo?: readonly string[];
  readonly branch: string;
  /** False for `--no-refresh`. */
  readonly refresh: boolean;
}

export function waitCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const command = program.command('wait')
    .description(text(waitWords.wait))
    .requiredOption('-e, --env <name>', text(waitWords.env))
    .requiredOption('-c, --commit <sha>', text(waitWords.commit))
    .option('-t, --timeout <duration>', text(waitWords.timeout), '30m')
    .option('-z, --zone <zone>', text(statusWords.zone), repeated)
    .option('-s, --subsystem <name>', text(statusWords.subsystem), repeated)
    .option('--skip <application>', text(waitWords.skip), repeated)
    .option('--repo <[zone=]url>', text(waitWords.repo), repeated)
    .option('--branch <name>', text(waitWords.branch), 'main')
    .option('--no-refresh', text(waitWords.noRefresh));
  for (const option of connectionOptions(declare)) command.addOption(option);
  command.addHelpText('after', `\n${text(waitHelp)}`)
    .action((options: WaitCommandOptions) => run((console_, folder) => lazy.wait().waitAll(options, console_, folder)));
}
