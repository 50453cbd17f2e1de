import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { city, SUBSYSTEMS, type CityDefinition } from '../../apps/medical-insurance/index.ts';
import type { EnvironmentProps } from '../../constructs/environment.ts';
import type { SizeProfile } from '../../constructs/facts.ts';
import { Problems, type Text } from '../../engine/problem/index.ts';
import { shownPath, type EditedFile } from '../edit/files.ts';
import { definitionOf, ENVIRONMENTS } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { copyFacts } from './environment-files.ts';
import { stageText, type Title } from './index-text.ts';
import { checkTitles } from './place.ts';
import { sharedValues } from './shared.ts';
import { tellNew } from './tell.ts';
import { verify } from './verify.ts';
import { neededWaivers } from './waivers.ts';
import { newWords as words } from './words.ts';

export interface NewEnvironmentOptions {
  readonly from: string;
  readonly zh?: string;
  readonly en?: string;
  readonly stage?: EnvironmentProps['stage'];
  readonly dryRun?: boolean;
}

const NAME = /^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/;

/** Writes a folder whose structure refers to that of another environment. */
export function newEnvironment(name: string, options: NewEnvironmentOptions, console_: Console, folder: string = ENVIRONMENTS): number {
  const { from, zh = name, en = name, stage, dryRun = false } = options;
  checkName(name, [options.zh, options.en], 'champ new environment', folder);
  const base = definitionOf(from, folder);
  const title: Title = { name, zh, en, stage };
  const { zones } = base.props;
  const clusters = { core: { ...zones.core, cluster: `champ-${name}-core` }, public: { ...zones.public, cluster: `champ-${name}-public` } };
  const definition = city({ ...base.props, name, zh, en, ...(stage ? { stage } : {}), zones: clusters }, base.subsystems);
  const home = join(folder, name);
  return writeEnvironment({ definition, base, from, folder, index: stageText(title, { home, from }, base.subsystems === SUBSYSTEMS), dryRun, next: words.nextEnvironment }, console_);
}

/** Throws a ProblemError when there cannot be an environment of that name, or a title cannot be written. */
export function checkName(name: string, titles: readonly (string | undefined)[], where: string, folder: string): void {
  const problems = new Problems();
  if (!NAME.test(name)) problems.add('CHAMP9240', where, { value: name, allowed: 'a-z, 0-9, -, <= 30' });
  else if (existsSync(join(folder, name))) problems.add('CHAMP9241', where, { value: name, place: shownPath(join(folder, name)) });
  checkTitles(titles, where, problems);
  problems.throwIfAny();
}

export interface EnvironmentPlan {
  /** What the new file says, in memory. */
  readonly definition: CityDefinition;
  readonly base: CityDefinition;
  readonly from: string;
  readonly folder: string;
  /** Text of its `index.ts`. */
  readonly index: string;
  readonly profile?: SizeProfile;
  readonly dryRun: boolean;
  readonly next: Text;
}

/** Renders the environment in memory, then writes its folder; the structure comes last, so that there is no environment before it is whole. */
export function writeEnvironment({ definition, base, from, folder, index, profile, dryRun, next }: EnvironmentPlan, console_: Console): number {
  const { name } = definition.props;
  const home = join(folder, name);
  const { files, edited } = copyFacts(base, definition, { from: join(folder, from), to: home, profile });
  const [rendered] = verify([{ name, definition, edited, isNew: true }], folder);
  const needed = files.map((file) => (file.path === join(home, 'waivers.yaml') && rendered ? { ...file, after: neededWaivers(file.after, rendered) } : file));
  const structure: EditedFile = { path: join(home, 'index.ts'), after: index };
  const shared = sharedValues(base.props, definition.props).join(', ') || '-';
  return tellNew({ what: name, files: [...needed, structure], dryRun, next, args: { name, from, file: shownPath(structure.path), shared } }, console_);
}
