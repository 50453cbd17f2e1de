import { Argument, Option, type Command } from 'commander';
import { diffHelp, diffWords as words } from '../diff/words.ts';
import * as lazy from '../lazy.ts';
import { dayArgument } from '../output/moment.ts';
import type { Declare } from '../program.ts';
import { environmentOption, type EnvironmentOptions } from './environment-option.ts';
import { listed } from './option-readers.ts';

export const DIFF_FORMATS = ['text', 'json', 'markdown', 'html'] as const;

export type DiffFormat = (typeof DIFF_FORMATS)[number];

export interface DiffCommandOptions extends EnvironmentOptions {
  readonly head?: string;
  /** Addresses; true where the environment's own are meant. */
  readonly live?: true | readonly string[];
  readonly branch: string;
  readonly format: DiffFormat;
  readonly output?: string;
  /** Tenants whose change it is. */
  readonly as?: readonly string[];
  /** Tenants that have reviewed it. */
  readonly reviewedBy?: readonly string[];
  readonly date?: string;
}

export function diffCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const command = program.command('diff');
  command
    .description(text(words.diff))
    .addArgument(new Argument('[base]', text(words.base)))
    .addOption(environmentOption(declare))
    .addOption(new Option('--head <revision>', text(words.head)))
    .addOption(new Option('--live [url]', text(words.live)).argParser((value: string, before?: unknown) => [...(Array.isArray(before) ? before : []), value]))
    .addOption(new Option('--branch <name>', text(words.branch)).default('main'))
    .addOption(new Option('-f, --format <format>', text(words.format)).choices(DIFF_FORMATS).default('text'))
    .addOption(new Option('-o, --output <file>', text(words.output)))
    .addOption(new Option('--as <tenants>', text(words.as)).argParser(listed))
    .addOption(new Option('--reviewed-by <tenants>', text(words.reviewedBy)).argParser(listed))
    .addOption(new Option('--date <date>', text(words.date)).argParser(dayArgument))
    .addHelpText('after', `\n${text(diffHelp)}`)
    .action((base: string | undefined, options: DiffCommandOptions) => {
      if (base !== undefined && options.live) command.error("error: option '--live [url]' cannot be used with '[base]'", { code: 'commander.conflictingOption' });
      return run((console_, folder) => lazy.diff().showDiff(base, options, console_, folder));
    });
}
