import { isContent } from '../zone-plan.ts';
import type { ConfigRepo } from '../git/remote.ts';
import type { Rollback } from './rolled-back.ts';
import { ENVIRONMENT, RESUMED, ROLLED_BACK, trailersOf, zonesIn } from '../state/trailers.ts';

/** Rollbacks that are looked at, newest first: older ones were followed by other changes long since. */
const MOST = 20;

export interface StandingRollback extends Rollback {
  readonly commit: string;
  readonly author: string;
}

/** Rollbacks of a zone that no publish has ended by `--resume`, newest first. */
export async function standingRollbacks(repo: ConfigRepo, tip: string | undefined, environment: string, zone: string): Promise<readonly StandingRollback[]> {
  if (tip === undefined) return [];
  // those of other environments must not push ours out of the newest
  const commits = await repo.log([tip], ['-E', '--all-match', `--grep=^(${ROLLED_BACK}|${RESUMED}): `, `--grep=^${ENVIRONMENT}: ${environment}$`, `-${MOST * 2}`]);
  const resumed = new Set<string>();
  const found: StandingRollback[] = [];
  for (const { sha, author, message } of commits) {
    const trailers = trailersOf(message);
    if (trailers.get(ENVIRONMENT) !== environment || !zonesIn(trailers).includes(zone)) continue;
    for (const each of (trailers.get(RESUMED) ?? '').split(/,\s*/)) resumed.add(each);
    const undone = trailers.get(ROLLED_BACK);
    if (undone === undefined || resumed.has(sha) || found.length === MOST || !(await repo.git.ok(['cat-file', '-e', `${undone}^{commit}`]))) continue;
    const folder = `${environment}/${zone}`;
    found.push({ commit: sha, author, undone: await content(repo, undone, folder), restored: await content(repo, sha, folder) });
  }
  return found;
}

async function content(repo: ConfigRepo, commit: string, folder: string): Promise<ReadonlyMap<string, string>> {
  return new Map([...await repo.tree(commit, folder)].filter(([path]) => isContent(path)).map(([path, { blob }]) => [path, blob]));
}
