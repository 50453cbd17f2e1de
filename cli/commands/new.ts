import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import * as lazy from '../lazy.ts';
import { newEnvironmentHelp, newServiceHelp, newSubsystemHelp, newWords as words } from '../new/words.ts';
import type { NewEnvironmentOptions, NewServiceOptions, NewSubsystemOptions } from '../new/index.ts';
import { words as common } from '../output/words.ts';
import type { Declare } from '../program.ts';

/** As in `constructs/`, which is not loaded for help. */
const KINDS = { api: 'ApiService', worker: 'WorkerService', batch: 'BatchService', web: 'WebFrontend', gateway: 'GatewayService' } as const;
const SIZES = ['XS', 'S', 'M', 'L', 'XL', 'XXL'] as const;
const SENSITIVITIES = ['public', 'internal', 'personal', 'sensitive', 'secret'] as const;
const PRODUCTS = ['kong', 'apisix', 'gap-proxy'] as const;
const ZONES = ['core', 'public'] as const;

export function newCommand(program: Command, declare: Declare): void {
  const command = program.command('new').description(declare.text(words.new));
  serviceCommand(command, declare);
  subsystemCommand(command, declare);
  environmentCommand(command, declare);
}

function serviceCommand(command: Command, { text, run }: Declare): void {
  command.command('service')
    .description(text(words.service))
    .addArgument(new Argument('<id>', text(words.id)))
    .requiredOption('-s, --subsystem <id>', text(words.of))
    .addOption(new Option('-k, --kind <kind>', text(words.kind)).argParser(kindArgument).default('api'))
    .addOption(new Option('-z, --zone <zone>', text(words.zone)).choices(ZONES))
    .option('--zh <title>', text(words.zh))
    .option('--en <title>', text(words.en))
    .addOption(new Option('--port <port>', text(words.port)).argParser(portArgument))
    .addOption(new Option('--size <class>', text(words.size)).choices(SIZES))
    .addOption(new Option('--sensitivity <level>', text(words.sensitivity)).choices(SENSITIVITIES).default('internal'))
    .addOption(new Option('--product <product>', text(words.product)).choices(PRODUCTS).default('kong'))
    .option('--dry-run', text(words.dryRun))
    .addHelpText('after', `\n${text(newServiceHelp)}`)
    .action((id: string, options: NewServiceOptions) => run((console_, folder) => lazy.makeNew().newService(id, options, console_, folder), common.nothingWritten));
}

function subsystemCommand(command: Command, { text, run }: Declare): void {
  command.command('subsystem')
    .description(text(words.subsystem))
    .addArgument(new Argument('<id>', text(words.subsystemId)))
    .addOption(new Option('-t, --tenant <tenant>', text(words.tenant)).argParser(tenantArgument).makeOptionMandatory())
    .addOption(new Option('--constraint <level>', text(words.constraint)).choices(['strong', 'base', 'weak']).default('base'))
    .addOption(new Option('-z, --zone <zone>', text(words.ownZone)).choices(ZONES).default('core'))
    .option('--zh <title>', text(words.zh))
    .option('--en <title>', text(words.en))
    .option('--dry-run', text(words.dryRun))
    .addHelpText('after', `\n${text(newSubsystemHelp)}`)
    .action((id: string, options: NewSubsystemOptions) => run((console_) => lazy.makeNew().newSubsystem(id, options, console_), common.nothingWritten));
}

function environmentCommand(command: Command, { text, run }: Declare): void {
  command.command('environment')
    .description(text(words.environment))
    .addArgument(new Argument('<name>', text(words.name)))
    .requiredOption('--from <env>', text(words.from))
    .option('--zh <title>', text(words.zh))
    .option('--en <title>', text(words.en))
    .addOption(new Option('--stage <stage>', text(words.stage)).choices(['production', 'development']))
    .option('--dry-run', text(words.dryRun))
    .addHelpText('after', `\n${text(newEnvironmentHelp)}`)
    .action((name: string, options: NewEnvironmentOptions) => run((console_, folder) => lazy.makeNew().newEnvironment(name, options, console_, folder), common.nothingWritten));
}

function kindArgument(value: string): keyof typeof KINDS {
  const found = (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((kind) => kind === value || KINDS[kind] === value);
  if (!found) throw new InvalidArgumentError([...Object.keys(KINDS), ...Object.values(KINDS)].join(', '));
  return found;
}

function tenantArgument(value: string): string {
  if (!/^(?:platform|vendor-0[1-9])$/.test(value)) throw new InvalidArgumentError('platform, vendor-01 .. vendor-09');
  return value;
}

function portArgument(value: string): number {
  if (!/^\d{4,5}$/.test(value)) throw new InvalidArgumentError('1024 .. 45535');
  return Number(value);
}
