import type { Command } from 'commander';
import { bundleWords as words, unbundleHelp } from '../bundle-file/words.ts';
import * as lazy from '../lazy.ts';
import type { Declare } from '../program.ts';

export interface UnbundleCommandOptions {
  readonly allowedSigners: string;
  /** Folder of a bare repository. */
  readonly repo: string;
  readonly branch?: string;
  readonly env?: string;
  readonly zone?: string;
  readonly dryRun?: boolean;
}

export function unbundleCommand(program: Command, { text, run }: Declare): void {
  program.command('unbundle')
    .description(text(words.unbundle))
    .argument('<file>', text(words.file))
    .requiredOption('--allowed-signers <file>', text(words.allowedSigners))
    .requiredOption('--repo <path>', text(words.repository))
    .option('--branch <name>', text(words.branch))
    .option('-e, --env <name>', text(words.expectEnv))
    .option('-z, --zone <name>', text(words.expectZone))
    .option('--dry-run', text(words.dryRun))
    .addHelpText('after', `\n${text(unbundleHelp)}`)
    .action((file: string, options: UnbundleCommandOptions) => run((console_) => lazy.applyBundle().applyBundle(file, options, console_), words.nothingChanged));
}
