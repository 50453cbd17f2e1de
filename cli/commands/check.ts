import { Argument, Option, type Command } from 'commander';
import { KUBERNETES, PROFILES, type KubernetesVersion, type Profile } from '../../engine/policy/profile.ts';
import { checkHelp, checkWords } from '../check/words.ts';
import * as lazy from '../lazy.ts';
import { say } from '../output/language.ts';
import { dayArgument } from '../output/moment.ts';
import type { Declare } from '../program.ts';
import { EXIT } from '../run.ts';
import { environmentOption, type EnvironmentOptions } from './environment-option.ts';

export const FORMATS = ['text', 'json', 'sarif', 'junit', 'markdown', 'html'] as const;

export type Format = (typeof FORMATS)[number];

export interface CheckCommandOptions extends EnvironmentOptions {
  readonly profile: Profile;
  readonly kubernetes?: KubernetesVersion;
  readonly format: Format;
  readonly date?: string;
  readonly context?: string;
  readonly output?: string;
}

export function checkCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const command = program.command('check');
  command
    .description(text(checkWords.check))
    .addArgument(new Argument('[path...]', text(checkWords.paths)))
    .addOption(environmentOption(declare))
    .addOption(new Option('-p, --profile <profile>', text(checkWords.profile)).choices(PROFILES).default('nsa-cisa'))
    .addOption(new Option('-k, --kubernetes <version>', text(checkWords.kubernetes)).choices(KUBERNETES))
    .addOption(new Option('-f, --format <format>', text(checkWords.format)).choices(FORMATS).default('text'))
    .addOption(new Option('--date <date>', text(checkWords.date)).argParser(dayArgument))
    .addOption(new Option('--context <name>', text(checkWords.context)))
    .addOption(new Option('-o, --output <file>', text(checkWords.output)))
    .addHelpText('after', `\n${text(checkHelp)}`)
    .action((paths: readonly string[], options: CheckCommandOptions) => {
      if (options.context !== undefined && paths.length > 0) command.error("error: option '--context <name>' cannot be used with '[path...]'", { code: 'commander.conflictingOption' });
      if (options.context !== undefined && (options.env?.length ?? 0) > 1) command.error("error: option '--context <name>' cannot be used with '--env --env'", { code: 'commander.conflictingOption' });
      if (paths.length > 0 && options.env) command.error("error: option '-e, --env <name>' cannot be used with '[path...]'", { code: 'commander.conflictingOption' });
      return run((console_, folder) => {
        const started = process.hrtime.bigint();
        const { checkAll, exitCode, writeReport } = lazy.check();
        const format = console_.json ? 'json' : options.format;
        const report = checkAll(paths, options, console_, folder);
        writeReport(report, format, options.output, console_);
        console_.note(say(checkWords.took, console_.language, { seconds: (Number(process.hrtime.bigint() - started) / 1e9).toFixed(2) }));
        return exitCode(report) === 3 ? EXIT.failure : exitCode(report);
      });
    });
}
