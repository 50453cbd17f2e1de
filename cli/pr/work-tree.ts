import { existsSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { problem, ProblemError, Problems } from '../../engine/problem/index.ts';
import { reasonOf } from '../../engine/publish/git/problems.ts';
import { Git } from '../../engine/publish/index.ts';
import { isOfEdit } from '../edit/locks.ts';
import { ROOT } from '../estate/index.ts';

export interface ChangedFile {
  /** From the top of the repository. */
  readonly path: string;
  readonly status: 'created' | 'changed' | 'deleted';
}

/** What is checked out, and what of it is not committed. */
export interface WorkTree {
  /** In the top folder of the repository. */
  readonly git: Git;
  readonly head: string;
  /** Subject of the commit that is checked out. */
  readonly subject: string;
  /** Undefined where no branch is checked out. */
  readonly branch: string | undefined;
  /** What a merge request takes: tracked files of the project, and new ones in the folders of its sources. */
  readonly files: readonly ChangedFile[];
  /** Changed files that stay behind. */
  readonly leftOut: readonly string[];
}

/** Folders in which a new file belongs to the project. */
const SOURCES = ['apps', 'bench', 'cli', 'constructs', 'engine', 'environments', 'policies', 'test'];

/** What git is in the middle of, by the files that tell. */
const UNFINISHED: readonly (readonly [file: string, name: string])[] = [
  ['MERGE_HEAD', 'merge'], ['rebase-merge', 'rebase'], ['rebase-apply', 'rebase'], ['CHERRY_PICK_HEAD', 'cherry-pick'], ['REVERT_HEAD', 'revert'],
];

/** Reads the repository that holds the environments of `folder`, and of what changed there all or `only` some files; throws a ProblemError where it is in no state to commit. */
export async function readWorkTree(folder?: string, only?: readonly string[]): Promise<WorkTree> {
  const project = folder === undefined ? ROOT : dirname(resolve(folder));
  const inProject = Git.open(project);
  const known = await inProject.end(['rev-parse', '--show-toplevel', '--verify', 'HEAD^{commit}']);
  const prefixed = await inProject.end(['rev-parse', '--show-prefix']);
  if (known.code !== 0 || prefixed.code !== 0) throw new ProblemError([problem('CHAMP9320', project, { value: project, why: reasonOf(known.err || prefixed.err) })]);
  const [top = '', head = ''] = known.out.toString('utf8').split('\n');
  const git = Git.open(top);
  const prefix = prefixed.out.toString('utf8').trim();
  const branch = await git.end(['symbolic-ref', '--quiet', '--short', 'HEAD']);
  const status = await read(git, ['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames']);
  const problems = new Problems();
  await checkFinished(git, problems);
  const meant = only && new Set(only.map((file) => relative(realpathSync(top), realpathSync(file)).split(sep).join('/')));
  const files: ChangedFile[] = [];
  const leftOut: string[] = [];
  for (const row of status.split('\0').filter(Boolean)) {
    const [code, path] = [row.slice(0, 2), row.slice(3)];
    // added and gone again before anything was committed
    if (code === 'AD') continue;
    // what a command leaves that was killed while it wrote
    if (code === '??' && isOfEdit(path)) continue;
    if (code.includes('U') || code === 'AA' || code === 'DD') problems.add('CHAMP9327', path, { value: path });
    else if (meant ? !meant.has(path) : !path.startsWith(prefix) || (code === '??' && !SOURCES.some((source) => path.startsWith(`${prefix}${source}/`)))) leftOut.push(path);
    else files.push({ path, status: code === '??' || code.includes('A') ? 'created' : code.includes('D') ? 'deleted' : 'changed' });
  }
  problems.throwIfAny();
  return { git, head, subject: (await read(git, ['log', '-1', '--format=%s'])).trim(), branch: branch.code === 0 ? branch.out.toString('utf8').trim() : undefined, files, leftOut };
}

async function checkFinished(git: Git, problems: Problems): Promise<void> {
  const paths = (await read(git, ['rev-parse', ...UNFINISHED.flatMap(([file]) => ['--git-path', file])])).split('\n');
  const found = UNFINISHED.find((_, index) => paths[index] && existsSync(resolve(git.folder, paths[index])));
  if (found) problems.add('CHAMP9326', git.folder, { value: found[1] });
}

/** What git says; throws a ProblemError with its words. */
export async function read(git: Git, args: readonly string[], more: Parameters<Git['end']>[1] = {}): Promise<string> {
  const ended = await git.end(args, more);
  if (ended.code !== 0) throw new ProblemError([problem('CHAMP9333', git.folder, { value: args.find((each) => !each.startsWith('-')), why: reasonOf(ended.err) })]);
  return ended.out.toString('utf8');
}

/** The same for one line; undefined where git ends with another code than 0. */
export async function line(git: Git, args: readonly string[]): Promise<string | undefined> {
  const ended = await git.end(args);
  return ended.code === 0 ? ended.out.toString('utf8').trim() : undefined;
}
