import type { Command } from 'commander';
import { bundleHelp, bundleWords as words } from '../bundle-file/words.ts';
import * as lazy from '../lazy.ts';
import type { Declare } from '../program.ts';
import { repositoryOptions, type RepositoryCommandOptions } from './repository-options.ts';

export interface BundleCommandOptions extends RepositoryCommandOptions {
  readonly env: string;
  readonly zone: string;
  readonly since?: string;
  readonly key: string;
  readonly out: string;
  /** False for `--no-registry`. */
  readonly registry: boolean;
}

export function bundleCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const [repo, branch] = repositoryOptions(declare);
  program.command('bundle')
    .description(text(words.bundle))
    .requiredOption('-e, --env <name>', text(words.env))
    .requiredOption('-z, --zone <name>', text(words.zone))
    .requiredOption('--key <file>', text(words.key))
    .requiredOption('-o, --out <file>', text(words.out))
    .option('--since <commit>', text(words.since))
    .addOption(repo)
    .addOption(branch)
    .option('--no-registry', text(words.noRegistry))
    .addHelpText('after', `\n${text(bundleHelp)}`)
    .action((options: BundleCommandOptions) => run((console_, folder) => lazy.makeBundle().writeBundle(options, console_, folder), words.nothingWritten));
}
