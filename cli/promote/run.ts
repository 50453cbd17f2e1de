import { join } from 'node:path';
import { ProblemError, Problems } from '../../engine/problem/index.ts';
import type { PromoteCommandOptions } from '../commands/promote.ts';
import { diffsOf } from '../edit/diff.ts';
import { shownPath, writeFiles, type EditedFile } from '../edit/files.ts';
import { newProblems, problemsOf } from '../edit/judge.ts';
import { selectServices } from '../edit/select.ts';
import { buildWith, definitionOf, ENVIRONMENTS, type EditedFacts } from '../estate/index.ts';
import * as lazy from '../lazy.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { promoteConfig, type PromotedConfig } from './config.ts';
import type { Promotion, PromotionSide } from './promotion.ts';
import { promoteReleases, type PromotedRow } from './releases.ts';
import { promoteSizes } from './sizes.ts';
import { promoteWords as words } from './words.ts';

const WHERE = 'champ promote';
/** Names that are listed one by one. */
const MOST = 10;

/** `champ promote`: writes what the target shall have, or a ProblemError and nothing; then the merge request if it was asked for. */
export async function promote(options: PromoteCommandOptions, console_: Console, folder: string = ENVIRONMENTS): Promise<number> {
  const problems = new Problems();
  if (options.from === options.to) problems.add('CHAMP9334', WHERE, { value: options.to });
  if (problems.size > 0) return usage(problems, console_);
  const [from, to] = [options.from, options.to].map((name) => sideOf(name, folder)) as [PromotionSide, PromotionSide];
  const { services, others } = chosen(from, to, options.select, problems);
  if (problems.size > 0) return usage(problems, console_);
  const promotion: Promotion = { from, to, services, isWhole: options.select === undefined, allowOlder: options.allowOlder === true };
  const planned = plan(promotion, options, problems);
  problems.throwIfAny();
  const { files, rows } = planned;
  const isWritten = files.length > 0 && !options.dryRun;
  if (isWritten) writeFiles(files);
  tell({ ...planned, others, isWritten, promotion, isAsked: options.pr === true }, console_);
  if (!options.pr || !isWritten) return EXIT.ok;
  return propose({ options, files, rows, promotion }, console_, folder);
}

function usage(problems: Problems, console_: Console): number {
  console_.problems(problems.all());
  return EXIT.usage;
}

function sideOf(name: string, folder: string): PromotionSide {
  const home = join(folder, name);
  return { name, home, environment: buildWith(definitionOf(name, folder), home) };
}

/** Services that both have. What was selected must be in both; else those of one alone are left out. */
function chosen(from: PromotionSide, to: PromotionSide, select: readonly string[] | undefined, problems: Problems): { readonly services: readonly string[]; readonly others: readonly string[] } {
  const ids = ({ environment }: PromotionSide) => environment.allServices.map(({ id }) => id);
  if (select === undefined) {
    const [there, here] = [new Set(ids(from)), new Set(ids(to))];
    return { services: ids(from).filter((id) => here.has(id)), others: [...ids(from).filter((id) => !here.has(id)), ...ids(to).filter((id) => !there.has(id))] };
  }
  const services = selectServices(from.environment, select, WHERE, problems).map(({ id }) => id);
  for (const id of services) if (!to.environment.tryService(id)) problems.add('CHAMP9337', WHERE, { service: id, value: to.name });
  return { services, others: [] };
}

interface Planned {
  readonly files: readonly EditedFile[];
  readonly rows: readonly PromotedRow[];
  readonly alone: PromotedConfig['alone'];
}

/** All edits, in memory, and what would be wrong with the target after them. */
function plan(promotion: Promotion, { what }: PromoteCommandOptions, problems: Problems): Planned {
  const { to } = promotion;
  const releases = what.includes('digests') ? promoteReleases(promotion, problems) : undefined;
  const config = what.includes('config') ? promoteConfig(promotion, problems) : undefined;
  const sizes = what.includes('sizes') ? promoteSizes(promotion, problems) : undefined;
  const files = [releases?.file, sizes, ...(config?.files ?? [])].filter((file): file is EditedFile => file !== undefined && file.after !== file.before);
  const edited: EditedFacts = { ...(releases ? { releases: releases.file.after } : {}), ...(sizes ? { sizes: sizes.after } : {}), ...(config ? { config: config.facts } : {}) };
  if (files.length > 0) problems.push(...newProblems(to.environment.problems.all(), problemsOf(() => buildWith(definitionOf(to.name, join(to.home, '..')), to.home, edited))));
  return { files, rows: releases?.rows ?? [], alone: config?.alone ?? [] };
}

interface Told extends Planned {
  readonly promotion: Promotion;
  readonly others: readonly string[];
  readonly isWritten: boolean;
  /** The document is that of the merge request, unless nothing was written. */
  readonly isAsked: boolean;
}

function tell({ files, rows, alone, promotion: { from, to }, others, isWritten, isAsked }: Told, console_: Console): void {
  const { language, note } = console_;
  if (!console_.json) {
    if (files.length > 0) console_.data(diffsOf(files));
  } else if (!isAsked || !isWritten) {
    console_.document({ from: from.name, to: to.name, written: isWritten, releases: rows, files: files.map(({ path, before }) => ({ path: shownPath(path), status: before === undefined ? 'created' : 'changed' })), alone, others });
  }
  if (alone.length > 0) note(say(words.alone, language, { to: to.name, count: alone.length, files: some(alone) }));
  if (others.length > 0) note(say(words.others, language, { count: others.length, services: some(others) }));
  const text = files.length === 0 ? words.nothing : isWritten ? words.written : words.wouldWrite;
  note(say(text, language, { from: from.name, to: to.name, count: files.length, services: rows.length }));
}

const some = (names: readonly string[]): string => `${names.slice(0, MOST).join(', ')}${names.length > MOST ? ' ...' : ''}`;

async function propose({ options, files, rows, promotion: { from, to, services } }: { readonly options: PromoteCommandOptions } & Pick<Planned, 'files' | 'rows'> & { readonly promotion: Promotion }, console_: Console, folder: string): Promise<number> {
  const { language } = console_;
  const moved = rows.length > 0 ? rows.map(({ service }) => service) : services;
  const what = moved.length <= 2 ? moved.join(', ') : say(words.services, language, { count: moved.length });
  const title = options.title ?? say(words.title, language, { from: from.name, to: to.name, what });
  const left = () => console_.note(say(words.left, language, { to: to.name }));
  try {
    const code = await lazy.pr().proposeChange({ ...options, title, push: true, only: files.map(({ path }) => path) }, console_, folder);
    if (code !== EXIT.ok) left();
    return code;
  } catch (error) {
    if (error instanceof ProblemError) left();
    throw error;
  }
}
