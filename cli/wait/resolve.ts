import { Git } from '../../engine/publish/git/git.ts';
import { sourcesIn } from '../../engine/publish/git/notes.ts';
import type { LogEntry } from '../../engine/publish/git/reader.ts';
import type { ConfigRepo } from '../../engine/publish/git/remote.ts';
import { ENVIRONMENT, SOURCE_COMMIT, trailersOf, ZONES, zonesIn } from '../../engine/publish/state/trailers.ts';

/** Commits of the config repository that are looked through, the newest first. */
const MOST = 5000;

export interface Resolved {
  readonly commit: string;
  /** When it was made. */
  readonly date: string;
  /** The source commit that it came with, when that is a later one. */
  readonly later?: string;
}

/** The whole SHA of what the user named: through the source repository, else as it stands; undefined when it can be no commit. */
export async function sourceCommit(text: string, folder: string): Promise<string | undefined> {
  if (text.startsWith('-') || text.includes('\0')) return undefined;
  const ended = await Git.open(folder).end(['rev-parse', '--verify', '--quiet', '--end-of-options', `${text}^{commit}`]);
  if (ended.code === 0) return ended.out.toString('utf8').trim();
  return /^[0-9a-f]{7,64}$/.test(text) ? text : undefined;
}

/**
 * The newest commit that holds the output of a source commit for a zone: by its trailer, by a note on the tip it did not change, or
 * by the trailer of the first later source commit, where the source repository in `folder` can tell. Undefined when there is none.
 */
export async function resolveCommit(repo: ConfigRepo, environment: string, zone: string, source: string, folder: string): Promise<Resolved | undefined> {
  const tip = repo.tip();
  if (tip === undefined) return undefined;
  const commits = await repo.log([tip], [`--max-count=${MOST}`]);
  const ours = commits.map((entry) => ({ entry, source: sourceOf(entry, environment, zone) }));
  const notes = await repo.notesOf(commits.map(({ sha }) => sha));
  const same = (sha: string) => sha.startsWith(source) || (source.length >= 40 && source.startsWith(sha) && sha.length >= 7);
  const exact = ours.find((each) => (each.source !== undefined && same(each.source)) || sourcesIn(notes.get(each.entry.sha) ?? '').some(same));
  if (exact) return { commit: exact.entry.sha, date: exact.entry.date };
  const git = Git.open(folder);
  let found: Resolved | undefined;
  for (const each of ours) {
    if (each.source === undefined) continue;
    if (!await git.ok(['merge-base', '--is-ancestor', source, each.source])) break;
    found = { commit: each.entry.sha, date: each.entry.date, later: each.source };
  }
  return found;
}

/** The source commit of a commit of this environment and zone. */
function sourceOf({ message }: LogEntry, environment: string, zone: string): string | undefined {
  const trailers = trailersOf(message);
  if (trailers.get(ENVIRONMENT) !== environment || (trailers.has(ZONES) && !zonesIn(trailers).includes(zone))) return undefined;
  return trailers.get(SOURCE_COMMIT)?.replace(/-dirty$/, '');
}
