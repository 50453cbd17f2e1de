import { ProblemError } from '../../problem/index.ts';
import { gitProblem } from './problems.ts';
import type { ConfigRepo } from './remote.ts';

/** What the remote says when another publisher was faster: nothing of ours is there yet. */
const LOST_RACE = /\((?:fetch first|non-fast-forward|stale info|remote ref updated since checkout|incorrect old value provided|failed to update ref|failed to lock|cannot lock ref[^)]*|reference already exists)\)|cannot lock ref|incorrect old value|reference already exists|failed to lock/i;

/**
 * Pushes a commit to a branch, never by force. False when the branch has moved meanwhile. When the line is cut in the middle, the
 * remote is asked again: it may have taken the commit. Throws a ProblemError for everything else.
 */
export async function pushCommit(repo: ConfigRepo, sha: string, ref: string): Promise<boolean> {
  const ended = await repo.git.end(['push', '--porcelain', '--no-verify', '--', repo.address, `${sha}:${ref}`]);
  if (ended.code === 0) return true;
  const said = `${ended.err}\n${ended.out.toString('utf8')}`;
  // a hook that declines is no race, whatever words it uses
  if (LOST_RACE.test(said) && !/hook declined/i.test(said)) return false;
  const failure = new ProblemError([gitProblem({ ...ended, err: said }, ['push'], { address: repo.address, branch: ref.replace('refs/heads/', '') })]);
  if (failure.problems.some(({ code }) => code === 'CHAMP7003' || code === 'CHAMP7004' || code === 'CHAMP7008') && (await isThere(repo, sha, ref))) return true;
  throw failure;
}

async function isThere(repo: ConfigRepo, sha: string, ref: string): Promise<boolean> {
  const listed = await repo.git.end(['ls-remote', '--', repo.address, ref]);
  return listed.code === 0 && listed.out.toString('utf8').startsWith(`${sha}\t`);
}
