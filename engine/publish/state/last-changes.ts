import type { ConfigRepo } from '../git/remote.ts';
import type { ZoneState } from './zone-state.ts';

/** Commit and author of the newest change of a path. */
export interface LastChange {
  readonly commit: string;
  readonly author: string;
}

/** Beyond so many, one walk through the history of the folder takes less than a process for each. */
const FEW = 16;

/** Who changed each path of a zone last. Somebody may have changed all of them, e.g. their line ends. */
export async function lastChanges(repo: ConfigRepo, { commit, folder }: Pick<ZoneState, 'commit' | 'folder'>, paths: readonly string[]): Promise<ReadonlyMap<string, LastChange>> {
  const found = new Map(paths.length > FEW ? await walk(repo, commit!, folder, new Set(paths)) : []);
  for (const path of paths) {
    if (found.has(path)) continue;
    const [last] = await repo.commitsOf(commit!, path, ['-1']);
    found.set(path, { commit: last?.sha ?? commit!, author: last?.author ?? '' });
  }
  return found;
}

/** What a merge itself changed is not among it. */
async function walk(repo: ConfigRepo, tip: string, folder: string, paths: ReadonlySet<string>): Promise<ReadonlyMap<string, LastChange>> {
  const out = await repo.git.run(['log', '-z', '--no-renames', '--name-only', '--format=%x01%H %an <%ae>', tip, '--', folder]);
  const found = new Map<string, LastChange>();
  let change: LastChange = { commit: tip, author: '' };
  for (const row of out.split('\0')) {
    const text = row.replace(/^\n/, '');
    if (text.startsWith('\x01')) change = { commit: text.slice(1, text.indexOf(' ')), author: text.slice(text.indexOf(' ') + 1) };
    else if (paths.has(text) && !found.has(text)) found.set(text, change);
  }
  return found;
}
