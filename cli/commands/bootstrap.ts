import type { Command } from 'commander';
import { bootstrapHelp, bootstrapWords as words } from '../bootstrap/words.ts';
import * as lazy from '../lazy.ts';
import type { Declare } from '../program.ts';

export interface BootstrapOptions {
  readonly env: string;
  readonly zone: string;
  readonly out?: string;
  readonly dryRun?: boolean;
  readonly context?: string;
}

export function bootstrapCommand(program: Command, { text, run }: Declare): void {
  program.command('bootstrap')
    .description(text(words.bootstrap))
    .requiredOption('-e, --env <name>', text(words.env))
    .requiredOption('-z, --zone <name>', text(words.zone))
    .option('-o, --out <dir>', text(words.out))
    .option('--dry-run', text(words.dryRun))
    .option('--context <name>', text(words.context))
    .addHelpText('after', `\n${text(bootstrapHelp)}`)
    .action((options: BootstrapOptions) => run((console_, folder) => lazy.bootstrap().bootstrapZone(options, console_, folder)));
}
