import type { Service } from '../../constructs/service/index.ts';
import type { Change } from '../../engine/edit/index.ts';
import { Problems } from '../../engine/problem/index.ts';
import { writeFiles } from '../edit/files.ts';
import { selectServices } from '../edit/select.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { ConfigEstate } from './estate.ts';
import { changed, plan, type Planned } from './plan.ts';
import { changedLines, preview } from './preview.ts';
import { shownValue } from './shown.ts';
import { targetsOf, type Wanted } from './targets.ts';
import { checkVariables, withVariables } from './variables.ts';
import { configWords as words } from './words.ts';

export interface SelectOptions {
  readonly env: string;
  readonly select?: readonly string[];
  readonly file?: string;
}

export interface EditOptions extends SelectOptions {
  readonly create?: boolean;
  readonly literal?: boolean;
  readonly asText?: boolean;
  readonly dryRun?: boolean;
}

/** `champ config set`: one value in every file that is meant, all of them or none. */
export function setConfig(key: string, value: string, options: EditOptions, console_: Console, folder?: string): number {
  const where = 'champ config set';
  const problems = new Problems();
  if (!options.literal) checkVariables(value, where, problems);
  const valueFor = (service: Service) => (options.literal ? value : withVariables(value, service));
  return edit({ key, where, adds: true }, (service) => ({ set: valueFor(service) }), options, problems, console_, folder);
}

/** `champ config unset`. */
export function unsetConfig(key: string, options: EditOptions, console_: Console, folder?: string): number {
  return edit({ key, where: 'champ config unset', adds: false }, () => ({ unset: true }), options, new Problems(), console_, folder);
}

/** A selector or variable that there is none of is wrong usage, as nothing was looked at yet. */
export function usage(problems: Problems, console_: Console): number | undefined {
  if (problems.size === 0) return undefined;
  console_.problems(problems.all());
  return EXIT.usage;
}

type Asked = Pick<Wanted, 'key' | 'where' | 'adds'>;

function edit(asked: Asked, changeFor: (service: Service) => Change, options: EditOptions, problems: Problems, console_: Console, folder?: string): number {
  const { env, select, file, create, dryRun = false, asText = false } = options;
  const estate = new ConfigEstate(env, folder);
  const services = select ? selectServices(estate.environment, select, asked.where, problems) : estate.environment.allServices;
  const wrong = usage(problems, console_);
  if (wrong !== undefined) return wrong;
  if (select) problems.push(...estate.unreadableOf(services));
  const { targets, without, aside } = targetsOf(estate, services, { ...asked, file, create, isSelected: select !== undefined }, problems);
  // the key may be in a file that cannot be read
  if (!select && problems.size > 0) problems.push(...estate.unreadableOf(services));
  problems.throwIfAny();
  const planned = plan(estate, targets, asked.key, ({ service }) => changeFor(service), asText, problems);
  problems.throwIfAny();
  const todo = changed(planned);
  if (!dryRun) writeFiles(todo.map(({ target: { file: { at, bytes, isNew } }, bytes: after }) => ({ path: at, ...(isNew ? {} : { before: bytes }), after })));
  if (aside.length > 0) console_.warn(aside);
  tell({ estate, key: asked.key, planned, todo, dryRun, without: select ? without : [] }, console_);
  return EXIT.ok;
}

interface Told {
  readonly estate: ConfigEstate;
  readonly key: string;
  readonly planned: readonly Planned[];
  readonly todo: readonly Planned[];
  readonly dryRun: boolean;
  readonly without: readonly string[];
}

function tell({ estate, key, planned, todo, dryRun, without }: Told, console_: Console): void {
  const { language } = console_;
  const unchanged = planned.filter((each) => !todo.includes(each)).map(({ target }) => target.file.name);
  const isWritten = !dryRun && todo.length > 0;
  if (console_.json) console_.document({ environment: estate.name, key, written: isWritten, changes: todo.map((each) => changeOf(each, key)), unchanged, without });
  else for (const each of todo) console_.data(preview(each, key));
  for (const { target: { file: { name, decoded } } } of todo) {
    if (decoded.unusual.length > 0) console_.note(say(words.keptEncoding, language, { file: name, encoding: encodingOf(decoded) }));
  }
  if (without.length > 0) console_.note(say(words.without, language, { count: without.length, key, services: some(without) }));
  if (unchanged.length > 0) console_.note(say(words.unchanged, language, { count: unchanged.length }));
  if (todo.length > 0) console_.note(say(dryRun ? words.wouldWrite : words.written, language, { count: todo.length }));
}

/** `GBK, CRLF`. */
export const encodingOf = ({ encoding, hasBom, lineEnds }: Planned['target']['file']['decoded']): string => `${encoding}${hasBom ? ' BOM' : ''}, ${lineEnds}`;

const MOST_NAMES = 10;
const some = (names: readonly string[]): string => `${names.slice(0, MOST_NAMES).join(', ')}${names.length > MOST_NAMES ? ' ...' : ''}`;

function changeOf(planned: Planned, key: string) {
  const { target: { service, file }, edit: { before, after } } = planned;
  return {
    service: service.id, file: file.name, ...(file.isNew ? { created: true } : {}),
    ...(before === undefined ? {} : { before: shownValue(key, before) }), ...(after === undefined ? {} : { after: shownValue(key, after) }),
    lines: changedLines(planned, key),
  };
}
