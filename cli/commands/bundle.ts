import { Option, type Command } from 'commander';
import { bundleHelp, bundleWords as words } from '../bundle-file/words.ts';
import * as lazy from '../lazy.ts';
import type { Declare } from '../program.ts';
import { publishWords } from '../publish/words.ts';
import { collect } from './publish.ts';

export interface BundleCommandOptions {
  readonly env: string;
  readonly zone: string;
  readonly since?: string;
  readonly repo?: readonly string[];
  readonly branch: string;
  readonly key: string;
  readonly out: string;
  /** False for `--no-registry`. */
  readonly registry: boolean;
}

export function bundleCommand(program: Command, { text, run }: Declare): void {
  program.command('bundle')
    .description(text(words.bundle))
    .requiredOption('-e, --env <name>', text(words.env))
    .requiredOption('-z, --zone <name>', text(words.zone))
    .requiredOption('--key <file>', text(words.key))
    .requiredOption('-o, --out <file>', text(words.out))
    .option('--since <commit>', text(words.since))
    .addOption(new Option('--repo <url>', text(publishWords.repo)).argParser(collect))
    .option('--branch <name>', text(publishWords.branch), 'main')
    .option('--no-registry', text(words.noRegistry))
    .addHelpText('after', `\n${text(bundleHelp)}`)
    .action((options: BundleCommandOptions) => run((console_, folder) => lazy.makeBundle().writeBundle(options, console_, folder), words.nothingWritten));
}
