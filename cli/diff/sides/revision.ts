import { join } from 'node:path';
import { existsSync, mkdirSync } from 'node:fs';
import { problem, ProblemError, type Problem, type Text } from '../../../engine/problem/index.ts';
import { sideWords as words, filled } from '../words.ts';
import { CACHE, RenderCache } from './cache.ts';
import { checkOut } from './checkout.ts';
import { installModules } from './modules.ts';
import type { Pack } from './pack.ts';
import { isOfContent, renderCheckout } from './render.ts';
import { sourceKey, type Repository, type Revision } from './repository.ts';
import type { Found } from './side.ts';

export interface RevisionOptions {
  /** Environments that were asked for; all of the revision without. Those that it does not have are left out. */
  readonly environments?: readonly string[];
  /** Sources are rendered by their own program. Those of another folder are not: what this one makes of them is kept nowhere, since it may change. */
  readonly isOwn: boolean;
  /** Where sources are rendered and results are kept; below node_modules, or the project's packages are not found. */
  readonly cache?: string;
  readonly signal?: AbortSignal;
  /** Called when a process of its own is under way. */
  readonly onStart?: () => void;
  readonly onInstall?: () => void;
}

interface Rendered {
  /** Environments of the revision. */
  readonly all: readonly string[];
  readonly packs: ReadonlyMap<string, Pack>;
}

/** Commits before a base that does not build among which the last good one is looked for. */
const MOST_BACK = 20;

/** A revision by its own code; throws a ProblemError when it does not build. */
export async function renderRevision(repository: Repository, { name, commit }: Revision, options: RevisionOptions): Promise<Found> {
  return foundOf(shown(name, commit), commit, await packsOf(repository, commit, options));
}

/** The same, or the last commit before it that builds; the report says so. Throws a ProblemError with what is wrong with it when there is none near. */
export async function renderBase(repository: Repository, revision: Revision, options: RevisionOptions): Promise<Found> {
  const { name, commit } = revision;
  let failed: readonly Problem[];
  try {
    return await renderRevision(repository, revision, options);
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.problems.every(isBuild)) throw error;
    failed = error.problems;
  }
  const before = await repository.before(commit, MOST_BACK);
  for (const [index, earlier] of before.entries()) {
    const rendered = await packsOf(repository, earlier, options).catch((error: unknown) => {
      if (error instanceof ProblemError) return undefined;
      throw error;
    });
    if (!rendered) continue;
    const found = foundOf(shown(`${name}~${index + 1}`, earlier), earlier, rendered);
    return { ...found, notes: [...notesOf(shown(name, commit), found.label, failed), ...found.notes] };
  }
  const lacking = repository.isShallow && before.length < MOST_BACK ? [problem('CHAMP9003', 'champ diff', { value: `${name}~${before.length + 1}` })] : [];
  throw new ProblemError([problem('CHAMP9005', shown(name, commit), { value: shown(name, commit), count: before.length }), ...lacking, ...failed]);
}

/** What the code or its content is to blame for: git, npm and the disk are not, and what never ends is not tried twenty times. */
const isBuild = ({ code }: Problem): boolean => !['CHAMP9008', 'CHAMP9010', 'CHAMP9019', 'CHAMP9020', 'CHAMP9021', 'CHAMP5040', 'CHAMP5091'].includes(code) && !code.startsWith('CHAMP403');

/** `main (1a2b3c4d5e6f)`, or the commit alone where that was asked for. */
export const shown = (name: string, commit: string): string => (commit.startsWith(name) ? commit.slice(0, 12) : `${name} (${commit.slice(0, 12)})`);

function foundOf(label: string, commit: string, { all, packs }: Rendered): Found {
  const without = [...packs].filter(([, { model }]) => model === undefined).map(([name]) => name);
  return {
    label, commit, names: all,
    environments: [...packs].map(([name, pack]) => ({ name, ...pack })),
    notes: without.length > 0 ? [filled(words.noModel, { side: label, environments: without.join(', ') })] : [],
  };
}

function notesOf(asked: string, used: string, problems: readonly Problem[]): readonly Text[] {
  const first = problems[0]!;
  return [filled(words.notBuilt, { asked, used, count: problems.length, first: `${first.code} ${first.where}` })];
}

async function packsOf(repository: Repository, commit: string, options: RevisionOptions): Promise<Rendered> {
  const { environments, isOwn, cache: folder = CACHE, signal, onStart } = options;
  const running = { ...(signal ? { signal } : {}), ...(onStart ? { onStart } : {}) };
  const { sources, environments: all } = await repository.contents(commit);
  const names = all.filter((name) => environments?.includes(name) ?? true);
  const cache = new RenderCache(folder, sourceKey(sources));
  const found = new Map(names.map((name) => [name, isOwn ? cache.pack(name) : undefined]));
  const missing = names.filter((name) => found.get(name) === undefined);
  const known = isOwn && missing.length > 0 ? cache.problems(missing) : undefined;
  if (known) throw new ProblemError(known);
  if (missing.length > 0) {
    const checkout = await checkOut(repository, commit, sources, folder);
    // without a program of its own it is rendered by this one, which may change
    const isKept = isOwn && existsSync(join(checkout.folder, 'cli', 'champ.js'));
    try {
      if (checkout.modules !== undefined) {
        options.onInstall?.();
        await installModules(checkout.modules, checkout.folder, running);
      }
      const out = join(checkout.folder, '..', 'out');
      mkdirSync(out);
      for (const [name, pack] of await renderCheckout({ folder: checkout.folder, out, options: running }, missing)) {
        found.set(name, pack);
        if (isKept) cache.keep(name, pack);
      }
    } catch (error) {
      if (isKept && error instanceof ProblemError && error.problems.every(isBuild) && isOfContent(error.problems)) cache.keepProblems(missing, error.problems);
      throw error;
    } finally {
      checkout.remove();
    }
  }
  return { all, packs: new Map([...found].map(([name, pack]) => [name, pack!])) };
}
