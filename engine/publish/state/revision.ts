import { problem, ProblemError } from '../../problem/index.ts';
import { sourcesIn } from '../git/notes.ts';
import type { ConfigRepo } from '../git/remote.ts';
import { ENVIRONMENT, SOURCE_COMMIT, trailersOf } from './trailers.ts';

/**
 * The commit of the branch that a person means: one of the config repository, or the newest that carries a source commit; seven
 * digits or more. Throws a ProblemError when there is none or more than one.
 */
export async function resolveRevision(repo: ConfigRepo, environment: string, revision: string): Promise<string> {
  const tip = repo.tip();
  const none = () => new ProblemError([problem('CHAMP7301', repo.shown, { value: revision, branch: repo.branch })]);
  if (tip === undefined || !/^[0-9a-f]{7,64}$/.test(revision)) throw none();
  const own = await ownCommits(repo, tip, revision);
  const found = own.length > 0 ? own : await bySource(repo, tip, environment, revision);
  if (found.length > 1) throw new ProblemError([problem('CHAMP7305', repo.shown, { value: revision, allowed: found.map((sha) => sha.slice(0, 16)) })]);
  if (found[0] === undefined) throw none();
  return found[0];
}

async function ownCommits(repo: ConfigRepo, tip: string, prefix: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const id of (await repo.git.run(['rev-parse', `--disambiguate=${prefix}`])).split('\n').filter(Boolean)) {
    if ((await repo.git.end(['cat-file', '-t', id])).out.toString('utf8').trim() === 'commit' && await repo.isAncestor(id, tip)) found.push(id);
  }
  return found;
}

/** Newest commit of each source commit that the prefix may mean. */
async function bySource(repo: ConfigRepo, tip: string, environment: string, prefix: string): Promise<readonly string[]> {
  const newest = new Map<string, string>();
  for (const { sha, message } of await repo.log([tip], ['-E', `--grep=^${SOURCE_COMMIT}: ${prefix}`])) {
    const trailers = trailersOf(message);
    const source = trailers.get(SOURCE_COMMIT) ?? '';
    if (trailers.get(ENVIRONMENT) === environment && source.startsWith(prefix) && !newest.has(source)) newest.set(source, sha);
  }
  if (newest.size > 0) return [...newest.values()];
  // its output may have been there already: then a note says so
  const noted = (await repo.git.end(['notes', '--ref=refs/notes/champ', 'list'])).out.toString('utf8').split('\n').flatMap((line) => line.split(' ')[1] ?? []);
  for (const [commit, note] of await repo.notesOf(noted)) {
    const isOurs = trailersOf((await repo.log([commit], ['-1']))[0]?.message ?? '').get(ENVIRONMENT) === environment;
    for (const source of sourcesIn(note)) if (isOurs && source.startsWith(prefix) && await repo.isAncestor(commit, tip)) newest.set(source, commit);
  }
  return [...newest.values()];
}
