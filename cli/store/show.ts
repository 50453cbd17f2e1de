import { join } from 'node:path';
import type { CityPreset, MiddlewarePreset, StagePreset } from '../../apps/medical-insurance/index.ts';
import { buildEnvironment, buildWith, ENVIRONMENTS, renderEnvironment, type Rendered } from '../estate/index.ts';
import { copyFacts } from '../new/environment-files.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { table } from '../output/table.ts';
import { EXIT } from '../run.ts';
import { make } from './definition.ts';
import { middlewareLines } from './middleware.ts';
import { baseName, presetOf, servicesOf } from './preset.ts';
import { namespaceWeight, zoneWeights, type Weight } from './weight.ts';
import { storeWords as words } from './words.ts';

/** What a row of the store brings, rendered in memory; nothing is written. */
export function showStore(id: string, { from }: { readonly from?: string }, console_: Console, folder: string = ENVIRONMENTS): number {
  const preset = presetOf(id, 'champ store show');
  console_.progress(say(words.rendering, console_.language));
  const base = from ?? baseName(folder, servicesOf(preset));
  if (preset.kind === 'middleware') showMiddleware(preset, base, console_, folder);
  else showEnvironment(preset, base, console_, folder);
  return EXIT.ok;
}

const gib = (bytes: number): number => Math.round(bytes / 2 ** 30);

function showEnvironment(preset: CityPreset | StagePreset, from: string, console_: Console, folder: string): void {
  const { language } = console_;
  const { definition, base, profile } = make(preset, { name: 'sample', zh: preset.zh, en: preset.en }, from, folder);
  const home = join(folder, 'sample');
  const { edited } = copyFacts(base, definition, { from: join(folder, from), to: home, profile });
  const zones = zoneWeights(renderEnvironment(buildWith(definition, home, edited)));
  console_.done();
  const { without = [], cuts = {} } = (preset.kind === 'city' ? preset.selection : undefined) ?? {};
  const { id, kind, zh, en, about } = preset;
  const total = { services: definition.services.length, ...sum(zones) };
  if (console_.json) return console_.document({ id, kind, zh, en, about, from, subsystems: definition.subsystems.map((row) => row.id), without, cuts, zones, total });
  const row = (name: string, { services, pods, most, cpu, memory }: Weight & { readonly services: number }, share: string) => [name, services, pods, most, Math.round(cpu), gib(memory), share];
  const heading = ([words.zone, words.services, words.pods, words.most, words.cpu, words.memory, words.share] as const).map((text) => say(text, language));
  console_.data([
    `${id}  ${preset[language]}`, `  ${about[language]}`, '',
    table([
      heading,
      ...zones.map((zone) => row(zone.zone, zone, `${Math.round(zone.share.cpu * 100)} % / ${Math.round(zone.share.memory * 100)} %`)),
      row(say(words.total, language, { from }), total, ''),
    ], '  '),
    ...(without.length > 0 ? ['', `  ${say(words.without, language, { list: without.join(', ') })}`, `  ${say(words.cuts, language)}`] : []),
    ...Object.entries(cuts).map(([caller, targets]) => `    ${caller} -> ${(targets as readonly string[]).join(', ')}`),
  ].join('\n'));
}

function sum(zones: readonly Weight[]): Weight {
  const add = (of: (zone: Weight) => number) => zones.reduce((total, zone) => total + of(zone), 0);
  return { pods: add((zone) => zone.pods), most: add((zone) => zone.most), cpu: add((zone) => zone.cpu), memory: add((zone) => zone.memory) };
}

function showMiddleware(preset: MiddlewarePreset, from: string, console_: Console, folder: string): void {
  const { language } = console_;
  const rendered = renderEnvironment(buildEnvironment(from, folder));
  const rows = preset.uses.flatMap((kind) => standing(kind, rendered));
  console_.done();
  const { id, kind, zh, en, about, uses, schemas } = preset;
  if (console_.json) return console_.document({ id, kind, zh, en, about, from, uses, schemas, for: preset.for, services: 0, middleware: rows });
  const heading = ([words.kind, words.product, words.zone, words.pods, words.cpu, words.memory] as const).map((text) => say(text, language));
  console_.data([
    `${id}  ${preset[language]}`, `  ${about[language]}`, `  ${say(words.for, language, { kinds: preset.for.join(', ') })}`, '',
    `  ${say(words.lines, language)}`, ...middlewareLines(preset, (database) => `<${database}>`).map((line) => `    ${line}`), '',
    `  ${say(words.standing, language, { from })}`,
    table([heading, ...rows.map((row) => [row.kind, row.product, row.zone, row.pods, Math.round(row.cpu), gib(row.memory)])], '    '),
  ].join('\n'));
}

function standing(kind: MiddlewarePreset['uses'][number], rendered: Rendered): readonly (Weight & { readonly kind: string; readonly product: string; readonly zone: string })[] {
  return rendered.environment.zones.flatMap((zone) => {
    const found = zone.middleware.get(kind);
    return found ? [{ kind, product: found.product.product, zone: zone.id, ...namespaceWeight(rendered, zone, found.name) }] : [];
  });
}
