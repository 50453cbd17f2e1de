import { Option, type Command } from 'commander';
import type { Model } from '../../engine/change/index.ts';
import * as lazy from '../lazy.ts';
import { modelHelp, modelWords as words } from '../model/words.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { table } from '../output/table.ts';
import type { Declare } from '../program.ts';
import { EXIT } from '../run.ts';
import { environmentOption, type EnvironmentOptions } from './environment-option.ts';

export interface ModelCommandOptions extends EnvironmentOptions {
  /** Where `champ diff` of another revision wants what was rendered. */
  readonly tree?: string;
}

export function modelCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  program.command('model')
    .description(text(words.model))
    .addOption(environmentOption(declare))
    .addOption(new Option('--tree <dir>', text(words.tree)).hideHelp())
    .addHelpText('after', `\n${text(modelHelp)}`)
    .action((options: ModelCommandOptions) => run((console_, folder) => {
      const models = lazy.model().models(options, folder);
      if (console_.json) console_.document({ environments: models });
      else for (const each of models) print(each, console_);
      return EXIT.ok;
    }));
}

function print(model: Model, console_: Console): void {
  const { language } = console_;
  const percent = ({ cpu, memory }: { readonly cpu: number; readonly memory: number }) => ({ cpu: Math.round(cpu * 100), memory: Math.round(memory * 100) });
  console_.data(say(words.environment, language, {
    name: model.environment, stage: model.stage, services: model.services.length, paths: model.paths.length, tenants: model.tenants.length, waivers: model.waivers.length,
  }));
  console_.data(table([
    ...model.zones.map((zone) => [zone.id, say(words.zone, language, { title: zone[language], nodes: zone.nodes }), say(words.capacity, language, percent(zone.capacity.rest)), say(words.most, language, percent(zone.capacity.most))]),
    ...model.paths.map((path) => [path.id, path[language], say(words.hops, language, { count: path.hops.length }), path.critical ? say(words.critical, language) : '']),
    ...model.tenants.map((tenant) => [tenant.id, tenant[language], tenant.subsystems.length > 0 ? say(words.subsystems, language, { list: tenant.subsystems.join(', ') }) : '', '']),
  ], '  '));
  for (const { schedule, duration, timeZone = 'UTC' } of model.freezes) console_.data(`  ${say(words.freeze, language, { schedule, duration, timeZone })}`);
}
