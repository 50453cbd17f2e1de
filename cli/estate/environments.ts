import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { CityDefinition } from '../../apps/medical-insurance/index.ts';
import { nearest, ProblemError, problem } from '../../engine/problem/index.ts';

export const ROOT = join(__dirname, '..', '..');
export const ENVIRONMENTS = join(ROOT, 'environments');

/** Folders that hold an environment. Loads nothing: completion asks for them at every key. */
export function environmentNames(folder: string = ENVIRONMENTS): readonly string[] {
  if (!existsSync(folder)) throw new ProblemError([problem('CHAMP5005', 'champ --environments', { value: folder })]);
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.ts'))).sort((a, b) => (a < b ? -1 : 1));
}

/** The names asked for, each once, all of them without any; throws a ProblemError with every name that is not there. */
export function chosenEnvironments(asked: readonly string[] | undefined, folder: string = ENVIRONMENTS): readonly string[] {
  const names = environmentNames(folder);
  const unusable = names.filter((name) => !/^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/.test(name));
  if (unusable.length > 0) throw new ProblemError(unusable.map((value) => problem('CHAMP5007', `environments/${value}`, { value })));
  const unknown = (asked ?? []).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new ProblemError(unknown.map((value) => problem('CHAMP5001', 'champ --env', { value, allowed: names, near: nearest(value, names) })));
  return asked?.length ? [...new Set(asked)] : names;
}

/** The structure of an environment; throws a ProblemError that names those there are, or says why its file does not load. */
export function definitionOf(name: string, folder: string = ENVIRONMENTS): CityDefinition {
  chosenEnvironments([name], folder);
  const file = resolve(folder, name, 'index.ts');
  const where = relative(process.cwd(), file).split(sep).join('/');
  let module_: { readonly default?: CityDefinition };
  try {
    module_ = require(file) as typeof module_;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError([problem('CHAMP5004', where, { value: reasonOf(error) })]);
  }
  if (typeof module_.default?.build !== 'function') throw new ProblemError([problem('CHAMP5002', where, { value: name })]);
  if (module_.default.props.name !== name) throw new ProblemError([problem('CHAMP5006', where, { value: module_.default.props.name, allowed: name })]);
  return module_.default;
}

/** What is wrong in one line: a transpiler's message starts with a heading and has the place and the cause below. */
function reasonOf(error: unknown): string {
  const lines = String((error as Partial<Error> | undefined)?.message ?? error).split('\n').map((line) => line.trim()).filter(Boolean);
  return lines.find((line) => line.includes('ERROR: ')) ?? lines[0] ?? 'unknown';
}
