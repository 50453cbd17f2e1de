import { Option, type Command } from 'commander';
import * as lazy from '../lazy.ts';
import { say } from '../output/language.ts';
import type { Declare } from '../program.ts';
import { reachHelp, reachWords } from '../reach/words.ts';
import { environmentOption, type EnvironmentOptions } from './environment-option.ts';

export const REACH_FORMATS = ['text', 'json', 'markdown'] as const;

export type ReachFormat = (typeof REACH_FORMATS)[number];

export interface ReachCommandOptions extends EnvironmentOptions {
  readonly from?: string;
  readonly to?: string;
  readonly format: ReachFormat;
}

export function reachCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  program.command('reach')
    .description(text(reachWords.reach))
    .addOption(environmentOption(declare))
    .addOption(new Option('--from <name>', text(reachWords.from)))
    .addOption(new Option('--to <name>', text(reachWords.to)))
    .addOption(new Option('-f, --format <format>', text(reachWords.format)).choices(REACH_FORMATS).default('text'))
    .addHelpText('after', `\n${text(reachHelp)}`)
    .action((options: ReachCommandOptions) => run((console_, folder) => {
      const started = process.hrtime.bigint();
      const exit = lazy.reach().reachAll(options, console_, folder);
      console_.note(say(reachWords.took, console_.language, { seconds: (Number(process.hrtime.bigint() - started) / 1e9).toFixed(2) }));
      return exit;
    }));
}
