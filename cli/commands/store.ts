import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import * as lazy from '../lazy.ts';
import { words as common } from '../output/words.ts';
import type { Declare } from '../program.ts';
import type { StoreAddOptions } from '../store/index.ts';
import { storeAddHelp, storeListHelp, storeShowHelp, storeWords as words } from '../store/words.ts';

export function storeCommand(program: Command, { text, run }: Declare): void {
  const store = program.command('store').description(text(words.store));
  store.command('list')
    .description(text(words.list))
    .addHelpText('after', `\n${text(storeListHelp)}`)
    .action(() => run((console_) => lazy.store().listStore(console_)));
  store.command('show')
    .description(text(words.show))
    .addArgument(new Argument('<preset>', text(words.preset)))
    .option('--from <env>', text(words.from))
    .addHelpText('after', `\n${text(storeShowHelp)}`)
    .action((preset: string, options: { readonly from?: string }) => run((console_, folder) => lazy.store().showStore(preset, options, console_, folder)));
  store.command('add')
    .description(text(words.add))
    .addArgument(new Argument('<preset>', text(words.preset)))
    .requiredOption('--name <name>', text(words.name))
    .option('--from <env>', text(words.from))
    .option('--zh <title>', text(words.zh))
    .option('--en <title>', text(words.en))
    .addOption(new Option('--admdvs <code>', text(words.admdvs)).argParser(areaArgument))
    .addOption(new Option('--schema <name>', text(words.schema)).argParser(schemaArgument))
    .option('--dry-run', text(words.dryRun))
    .addHelpText('after', `\n${text(storeAddHelp)}`)
    .action((preset: string, options: StoreAddOptions) => run((console_, folder) => lazy.store().addFromStore(preset, options, console_, folder), common.nothingWritten));
}

function areaArgument(value: string): string {
  if (!/^\d{6}$/.test(value)) throw new InvalidArgumentError('371300');
  return value;
}

function schemaArgument(value: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(value)) throw new InvalidArgumentError('a-z, 0-9, _');
  return value;
}
