import { problem, ProblemError } from '../problem/index.ts';
import { isBranchName, type ConfigRepo } from './git/remote.ts';
import { ENVIRONMENT, trailersOf } from './state/trailers.ts';

/** Where a commit goes and what it stands on. */
export interface Target {
  readonly branch: string;
  /** Commit whose files it changes; undefined for the first of a repository. */
  readonly base?: string;
  readonly parents: readonly string[];
  /** Present when the branch is one for a pull request that has commits of ours beyond the base. */
  readonly proposed?: string;
}

/** The branch itself, or one for a pull request upon it: new, fast-forward, or on top of commits of ours; never of somebody else's. */
export async function targetOf(repo: ConfigRepo, environment: string, pushBranch?: string): Promise<Target> {
  const base = repo.tip();
  if (pushBranch === undefined) return { branch: repo.branch, ...(base === undefined ? {} : { base }), parents: base === undefined ? [] : [base] };
  if (!(await isBranchName(repo.git, pushBranch))) throw new ProblemError([problem('CHAMP7023', '--push-branch', { value: pushBranch })]);
  // where one branch is a file, no other is below it
  const isApart = (other: string) => !other.startsWith(`${pushBranch}/`) && !pushBranch.startsWith(`${other}/`);
  if (base === undefined || pushBranch === repo.branch || !repo.branches().every(isApart)) throw new ProblemError([problem('CHAMP7020', repo.shown, { value: pushBranch, branch: repo.branch })]);
  const there = repo.tip(pushBranch);
  if (there === undefined || await repo.isAncestor(there, base)) return { branch: pushBranch, base, parents: [base] };
  const commits = await repo.log([`${base}..${there}`]);
  const alien = commits.find(({ message }) => trailersOf(message).get(ENVIRONMENT) !== environment);
  if (alien) throw new ProblemError([problem('CHAMP7019', `${repo.shown} ${pushBranch}`, { value: alien.sha.slice(0, 12), author: alien.author })]);
  // a base that moved on is merged in, so that the branch is never rewritten
  return { branch: pushBranch, base, parents: await repo.isAncestor(base, there) ? [there] : [there, base], proposed: there };
}
