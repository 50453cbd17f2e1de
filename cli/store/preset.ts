import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRESETS, subsystemsOf, type Preset } from '../../apps/medical-insurance/index.ts';
import { nearest, problem, ProblemError } from '../../engine/problem/index.ts';
import { definitionOf, environmentNames } from '../estate/index.ts';

/** The row of the store with that id; throws a ProblemError that names the nearest. */
export function presetOf(id: string, where: string): Preset {
  const found = PRESETS.find((each) => each.id === id);
  if (found) return found;
  const ids = PRESETS.map((each) => each.id);
  throw new ProblemError([problem('CHAMP9255', where, { value: id, allowed: ids, near: nearest(id, ids) })]);
}

/** What an environment is made from where nothing is said: the first in production that has every service that is needed. */
export function baseName(folder: string, needed: readonly string[] = []): string {
  const all = environmentNames(folder).map((name) => ({ name, definition: definitionOf(name, folder) }));
  const whole = all.filter(({ definition }) => needed.every((id) => definition.services.includes(id)));
  const production = whole.filter(({ definition }) => definition.props.stage === 'production');
  const found = production.find(({ name }) => isWritten(join(folder, name, 'index.ts'))) ?? production[0] ?? whole[0] ?? all[0];
  if (!found) throw new ProblemError([problem('CHAMP5005', 'champ store', { value: folder })]);
  return found.name;
}

/** Says all of its values itself. */
const isWritten = (file: string): boolean => !/^\s*\.\.\.\w/m.test(readFileSync(file, 'utf8'));

/** Services that a preset comes with, as far as it says so itself. */
export const servicesOf = (preset: Preset): readonly string[] => (preset.kind === 'city' ? subsystemsOf(preset).flatMap(({ services }) => Object.keys(services)) : []);
