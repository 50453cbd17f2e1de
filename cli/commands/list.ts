import type { Command } from 'commander';
import type { Count, Inventory, ZoneInventory } from '../estate/index.ts';
import * as lazy from '../lazy.ts';
import type { Console } from '../output/console.ts';
import { help } from '../output/help.ts';
import { say } from '../output/language.ts';
import { table } from '../output/table.ts';
import { words } from '../output/words.ts';
import type { Declare } from '../program.ts';
import { environmentOption, type EnvironmentOptions } from './environment-option.ts';

export function listCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  program.command('list')
    .description(text(words.list))
    .addOption(environmentOption(declare))
    .addHelpText('after', `\n${text(help.list)}`)
    .action((options: EnvironmentOptions) => run((console_, folder) => {
      const { buildEnvironment, chosenEnvironments, inventory, renderEnvironment } = lazy.estate();
      const found = chosenEnvironments(options.env, folder).map((name) => inventory(renderEnvironment(buildEnvironment(name, folder))));
      if (console_.json) console_.document({ environments: found });
      else for (const each of found) print(each, console_);
      return 0;
    }));
}

function print(environment: Inventory, console_: Console): void {
  const { language } = console_;
  console_.data(say(words.environment, language, { name: environment.name, title: environment[language], stage: environment.stage, edition: environment.edition, objects: environment.objects }));
  for (const zone of environment.zones) printZone(zone, console_);
  const all = (of: (zone: ZoneInventory) => Count) => environment.zones.map(of).reduce(plus);
  console_.data(`\n  ${say(words.everything, language)}`);
  console_.data(counts(all((zone) => zone.pods), all((zone) => zone.containers), console_));
}

function printZone(zone: ZoneInventory, console_: Console): void {
  const { language } = console_;
  console_.data(`\n  ${say(words.zone, language, { id: zone.id, title: zone[language], nodes: zone.nodes })}`);
  for (const subsystem of zone.subsystems) {
    console_.data(`\n    ${subsystem.namespace}  ${subsystem[language]}  (${subsystem.tenant})`);
    console_.data(table(subsystem.services.map((service) => [
      service.id, service.kind, service.size, service.pods.min === service.pods.max ? String(service.pods.min) : `${service.pods.min}-${service.pods.max}`, service[language],
    ]), '      '));
  }
  console_.data(`\n    ${say(words.middleware, language)}`);
  console_.data(table(zone.middleware.map((each) => [each.kind, each.product, each.mode, each.replicas, each[language]]), '      '));
  console_.data(`\n    ${say(words.counts, language)}`);
  console_.data(counts(zone.pods, zone.containers, console_));
  const { rest, most } = zone.capacity;
  const percent = (share: number) => Math.round(share * 100);
  const row = (text: { zh: string; en: string }, fit: typeof rest) =>
    say(text, language, { cpu: percent(fit.cpu), memory: percent(fit.memory), fits: say(fit.fits ? words.fits : words.tooSmall, language, { left: fit.left.map((each) => `${each.namespace}/${each.name} x${each.count}`).slice(0, 5).join(', ') }) });
  console_.data(`      ${row(words.atRest, rest)}\n      ${row(words.atMost, most)}`);
}

function counts(pods: Count, containers: Count, { language }: Console): string {
  const row = (text: { zh: string; en: string }, count: Count) => [say(text, language), count.services, count.middleware, count.operators, count.injected, count.total];
  const head = [words.what, words.ofServices, words.ofMiddleware, words.ofOperators, words.ofMesh, words.total].map((text) => say(text, language));
  return table([head, row(words.pods, pods), row(words.containers, containers)], '      ');
}

const plus = (a: Count, b: Count): Count => ({
  services: a.services + b.services, middleware: a.middleware + b.middleware, operators: a.operators + b.operators, injected: a.injected + b.injected, total: a.total + b.total,
});
