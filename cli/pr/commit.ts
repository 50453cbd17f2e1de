import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Git } from '../../engine/publish/index.ts';
import { line, read, type WorkTree } from './work-tree.ts';

/**
 * A commit of the changed files on top of what is checked out; the same one when there is nothing to commit. It is in the repository
 * without belonging to a branch: neither the work tree nor its index is touched.
 */
export async function makeCommit({ git, head, files }: WorkTree, subject: string): Promise<string> {
  if (files.length === 0) return head;
  const tree = await treeOf(git, head, files.map(({ path }) => path));
  const signed = (await line(git, ['config', '--bool', '--get', 'commit.gpgsign'])) === 'true' ? ['-S'] : [];
  return (await read(git, ['commit-tree', tree, '-p', head, ...signed, '-F', '-'], { input: `${subject}\n` })).trim();
}

/** Whether a commit has what would be committed now: a former run made it and got no further. */
export async function isSameChange({ git, head, files }: WorkTree, commit: string): Promise<boolean> {
  const [tree, parents] = await Promise.all([line(git, ['rev-parse', '--verify', '--quiet', `${commit}^{tree}`]), line(git, ['show', '-s', '--format=%P', commit])]);
  return tree !== undefined && parents === head && files.length > 0 && tree === await treeOf(git, head, files.map(({ path }) => path));
}

async function treeOf(git: Git, head: string, paths: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'champ-pr-'));
  const env = { GIT_INDEX_FILE: join(folder, 'index') };
  try {
    await read(git, ['read-tree', head], { env });
    await read(git, ['--literal-pathspecs', 'add', '--all', '--force', '--pathspec-from-file=-', '--pathspec-file-nul'], { env, input: listOf(paths) });
    return (await read(git, ['write-tree'], { env })).trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const listOf = (paths: readonly string[]): string => paths.map((path) => `${path}\0`).join('');

/** Makes the commit the tip of the branch, checks that branch out and tells the index; no file of the work tree changes. */
export async function takeBranch({ git, branch: current, files }: WorkTree, branch: string, commit: string): Promise<void> {
  await read(git, ['update-ref', '-m', 'champ pr', `refs/heads/${branch}`, commit]);
  if (current !== branch) await read(git, ['symbolic-ref', '-m', `champ pr: to ${branch}`, 'HEAD', `refs/heads/${branch}`]);
  if (files.length > 0) await read(git, ['--literal-pathspecs', 'reset', '--quiet', '--pathspec-from-file=-', '--pathspec-file-nul'], { input: listOf(files.map(({ path }) => path)) });
}
