import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import * as lazy from '../lazy.ts';
import { words as common } from '../output/words.ts';
import type { Declare } from '../program.ts';
import type { ScaleOptions } from '../scale/run.ts';
import { scaleHelp, scaleWords as words } from '../scale/words.ts';
import { repeated } from './option-readers.ts';

/** As in `constructs/words.ts`, which is not loaded for help. */
const SIZES = ['XS', 'S', 'M', 'L', 'XL', 'XXL'] as const;

export function scaleCommand(program: Command, { text, run }: Declare): void {
  const command = program.command('scale')
    .description(text(words.scale))
    .addArgument(new Argument('[service...]', text(words.services)))
    .requiredOption('-e, --env <name>', text(words.env))
    .addOption(new Option('-s, --select <key=value,...>', text(words.select)).argParser(repeated))
    .addOption(new Option('--replicas <count>', text(words.replicas)).argParser(countArgument).conflicts(['min', 'max']))
    .addOption(new Option('--min <count>', text(words.min)).argParser(countArgument))
    .addOption(new Option('--max <count>', text(words.max)).argParser(countArgument))
    .addOption(new Option('--size <class>', text(words.size)).choices(SIZES))
    .option('--dry-run', text(words.dryRun))
    .addHelpText('after', `\n${text(scaleHelp)}`);
  command.action((services: readonly string[], options: ScaleOptions) => {
    if (options.select && services.length > 0) command.error("error: option '-s, --select <key=value,...>' cannot be used with '[service...]'", { code: 'commander.conflictingOption' });
    if (!options.select && services.length === 0) command.error("error: missing required argument 'service'", { code: 'commander.missingArgument' });
    if ([options.replicas, options.min, options.max, options.size].every((each) => each === undefined)) {
      command.error("error: required option '--replicas, --min, --max or --size' not specified", { code: 'commander.missingMandatoryOptionValue' });
    }
    return run((console_, folder) => lazy.scale().scale(services, options, console_, folder), common.nothingWritten);
  });
}

/** What counts can be is the model's matter. */
function countArgument(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('1 .. 1000');
  return Number(value);
}
