import { copyFileSync, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { problem, ProblemError, type Problem } from '../../../engine/problem/index.ts';
import { reasonOf } from '../../../engine/publish/git/problems.ts';
import { ROOT } from '../../estate/environments.ts';
import { CACHE, modulesFolder, workFolder } from './cache.ts';
import { suffices } from './lock-file.ts';
import type { Repository, TreeRow } from './repository.ts';
import { seedBundle } from './seed.ts';

/** Sources of a revision in a folder of their own, from which its packages are found. */
export interface Checkout {
  readonly folder: string;
  /** Where its packages must be installed first; undefined where those of the project will do. */
  readonly modules?: string;
  remove(): void;
}

const LOCK = 'package-lock.json';
/** What git says of a folder that takes nothing, not of the repository. */
const DISK = /unable to (?:write|create)|cannot (?:create|mkdir)|no space left|read-only file system|disk quota|file too large/i;

/** Writes the sources of a commit below the cache, as a checkout would, but for submodules; the repository's own index and work tree stay as they are, and theirs too. */
export async function checkOut(repository: Repository, commit: string, sources: readonly TreeRow[], cache: string): Promise<Checkout> {
  if (cache === CACHE) assertInside(cache, join(ROOT, 'node_modules'));
  const lock = await lockOf(repository, sources);
  const modules = lock === undefined || suffices(lock, installed()) ? undefined : modulesFolder(cache, lock);
  const work = workFolder(modules ?? cache);
  try {
    const folder = join(work.path, 'source');
    mkdirSync(folder);
    const ended = await repository.git.end([
      '-c', `core.autocrlf=${await lineEnds(repository)}`, '-c', 'core.splitIndex=false', '-c', 'core.sparseCheckout=false', '-c', 'submodule.recurse=false', `--work-tree=${folder}`,
      'checkout', '--quiet', repository.treeOf(commit), '--', ...sources.map(({ name }) => `:(top,literal)${name}`),
    ], { env: { GIT_INDEX_FILE: join(work.path, 'index') } });
    if (ended.code !== 0) throw new ProblemError([checkoutProblem(ended.err, { commit, folder, project: repository.project })]);
    if (modules === undefined) {
      nameModules(folder);
      seedBundle(folder);
    }
    return { folder, ...(modules === undefined ? {} : { modules }), remove: work.remove };
  } catch (error) {
    work.remove();
    throw error;
  }
}

/** Why git made no checkout: the disk of the cache, or the repository. */
export function checkoutProblem(err: string, { commit, folder, project }: { readonly commit: string; readonly folder: string; readonly project: string }): Problem {
  const why = reasonOf(err);
  return DISK.test(err) ? problem('CHAMP9019', folder, { value: commit.slice(0, 12), why }) : problem('CHAMP9008', project, { value: 'checkout', why });
}

/** Packages are found from where the folder really is. Throws a ProblemError where that is elsewhere. */
export function assertInside(cache: string, modules: string): void {
  if (!existsSync(cache)) return;
  const real = realpathSync(cache);
  if (!real.startsWith(`${realpathSync(modules)}${sep}`)) throw new ProblemError([problem('CHAMP9020', cache, { value: real })]);
}

/** A person's own setting, which the git commands of this program leave out otherwise: the work tree has these line ends too. */
async function lineEnds({ git }: Repository): Promise<string> {
  const values = (await git.end(['config', '--get-all', 'core.autocrlf'])).out.toString('utf8').split('\n').filter(Boolean);
  return values.at(-2) ?? 'false';
}

async function lockOf({ git }: Repository, sources: readonly TreeRow[]): Promise<Buffer | undefined> {
  const row = sources.find(({ name }) => name === LOCK);
  return row && git.bytes(['cat-file', 'blob', row.id]);
}

/** What npm says it has installed for the project. */
function installed(): Buffer | undefined {
  try {
    return readFileSync(join(ROOT, 'node_modules', '.package-lock.json'));
  } catch {
    return undefined;
  }
}

/** The packages are found by way of the folders above; a bundle is named by what this file says besides. */
function nameModules(folder: string): void {
  const from = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(from)) return;
  mkdirSync(join(folder, 'node_modules'));
  copyFileSync(from, join(folder, 'node_modules', '.package-lock.json'));
}
