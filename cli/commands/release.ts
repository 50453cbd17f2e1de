import { Argument, type Command } from 'commander';
import * as lazy from '../lazy.ts';
import { words as common } from '../output/words.ts';
import type { Declare } from '../program.ts';
import { diffHelp, listHelp, releaseWords as words, setHelp } from '../release/words.ts';

export interface ReleaseSetOptions {
  readonly env: string;
  readonly image?: string;
  readonly artifactSha256?: string;
  readonly newArtifact?: string;
  readonly from?: string;
  readonly dryRun?: boolean;
}

export function releaseCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const release = program.command('release').description(text(words.release));
  setCommand(release, declare);
  release.command('list')
    .description(text(words.list))
    .requiredOption('-e, --env <name>', text(words.env))
    .addHelpText('after', `\n${text(listHelp)}`)
    .action(({ env }: { readonly env: string }) => run((console_, folder) => lazy.release().listReleases(env, console_, folder)));
  release.command('diff')
    .description(text(words.diff))
    .addArgument(new Argument('<env-a>', text(words.environment)))
    .addArgument(new Argument('<env-b>', text(words.environment)))
    .addHelpText('after', `\n${text(diffHelp)}`)
    .action((base: string, head: string) => run((console_, folder) => lazy.release().diffReleases(base, head, console_, folder)));
}

function setCommand(release: Command, { text, run }: Declare): void {
  const command = release.command('set')
    .description(text(words.set))
    .addArgument(new Argument('[service]', text(words.service)))
    .requiredOption('-e, --env <name>', text(words.env))
    .option('-i, --image <reference>', text(words.image))
    .option('--artifact-sha256 <hex>', text(words.artifact))
    .option('--new-artifact <name>', text(words.newArtifact))
    .option('--from <file>', text(words.from))
    .option('--dry-run', text(words.dryRun))
    .addHelpText('after', `\n${text(setHelp)}`);
  command.action((service: string | undefined, options: ReleaseSetOptions) => {
    const { image, artifactSha256, newArtifact, from } = options;
    if (from !== undefined && (service ?? image ?? artifactSha256 ?? newArtifact) !== undefined) {
      command.error("error: option '--from <file>' cannot be used with '<service> --image'", { code: 'commander.conflictingOption' });
    }
    if (from === undefined && service === undefined) command.error("error: missing required argument 'service'", { code: 'commander.missingArgument' });
    if (from === undefined && image === undefined) command.error("error: required option '-i, --image <reference>' not specified", { code: 'commander.missingMandatoryOptionValue' });
    return run((console_, folder) => {
      const { readWanted, setReleases } = lazy.release();
      const wanted = from === undefined ? [{ service: service!, image: image!, artifactSha256, newArtifact, where: 'champ release set' }] : readWanted(from);
      return setReleases(wanted, options, console_, folder);
    }, common.nothingWritten);
  });
}
