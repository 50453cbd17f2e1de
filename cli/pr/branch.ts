import { createHash } from 'node:crypto';
import { problem, ProblemError } from '../../engine/problem/index.ts';
import { isOneLine } from '../../engine/text/one-line.ts';
import { isSameChange } from './commit.ts';
import type { Remote } from './remote.ts';
import { line, type WorkTree } from './work-tree.ts';

/** Longest name that is made from a title. */
const LONGEST = 60;
/** Longer ones are cut off in lists of commits and of merge requests. */
export const LONGEST_TITLE = 200;

/** A branch name from a title; of a title without a letter that such names have, a stable one. */
export function branchFor(title: string): string {
  const plain = title.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const cut = plain.length <= LONGEST ? plain : plain.slice(0, LONGEST).replace(/-[^-]*$/, '');
  return cut.length >= 3 ? cut : `change-${createHash('sha256').update(title).digest('hex').slice(0, 8)}`;
}

/** Refuses a title that is no line of text. */
export function checkTitle(title: string): void {
  const isLine = isOneLine(title) && title.length <= LONGEST_TITLE;
  if (!isLine) throw new ProblemError([problem('CHAMP9329', '--title', { value: title.slice(0, 80), most: LONGEST_TITLE })]);
}

interface Wanted {
  readonly branch: string | undefined;
  readonly title: string | undefined;
  readonly target: string;
}

/** The branch of the merge request: the given one, the one that is checked out, or one named by the title. Throws a ProblemError. */
export async function chooseBranch(tree: WorkTree, { branch: given, title, target }: Wanted): Promise<string> {
  const { git, branch: current, head } = tree;
  if (given === undefined && current === undefined) throw new ProblemError([problem('CHAMP9321', git.folder, { value: head.slice(0, 12) })]);
  const isOwn = current !== undefined && !(await isProtected(tree, current, target));
  const branch = given ?? (isOwn ? current : title === undefined ? undefined : branchFor(title));
  if (branch === undefined) throw new ProblemError([problem('CHAMP9328', '--title')]);
  if (branch.startsWith('-') || (await line(git, ['check-ref-format', '--branch', branch])) === undefined) throw new ProblemError([problem('CHAMP9323', '--branch', { value: branch })]);
  if (await isProtected(tree, branch, target)) throw new ProblemError([problem('CHAMP9322', '--branch', { value: branch })]);
  return branch;
}

/** The target, what is usually protected, and the default branch of the remote. */
async function isProtected({ git }: WorkTree, branch: string, target: string): Promise<boolean> {
  return [target, 'main', 'master'].includes(branch) || (await line(git, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'])) === `origin/${branch}`;
}

/**
 * The commit that a branch already has of this change, where a former run was stopped; undefined where there is none. Throws a
 * ProblemError when the branch, here or there, has something that is not checked out.
 */
export async function adopted(tree: WorkTree, branch: string, remote: Pick<Remote, 'heads'> | undefined): Promise<string | undefined> {
  const { git, branch: current, head } = tree;
  const isElsewhere = current !== branch && ((await line(git, ['worktree', 'list', '--porcelain'])) ?? '').split('\n').includes(`branch refs/heads/${branch}`);
  // moving it would leave that work tree behind
  if (isElsewhere) throw new ProblemError([problem('CHAMP9324', branch, { value: branch, commit: 'worktree' })]);
  const local = current === branch ? undefined : await line(git, ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}^{commit}`]);
  let found: string | undefined;
  for (const tip of [local, remote?.heads.get(branch)]) {
    if (tip === undefined || tip === head || (await git.ok(['merge-base', '--is-ancestor', tip, head]))) continue;
    if (!(await isSameChange(tree, tip))) throw new ProblemError([problem('CHAMP9324', branch, { value: branch, commit: tip.slice(0, 12) })]);
    found = tip;
  }
  return found;
}
