import { nearest, problem, ProblemError } from '../../engine/problem/index.ts';
import { gitProblem, reasonOf } from '../../engine/publish/git/problems.ts';
import { masked, type Git } from '../../engine/publish/index.ts';
import { line } from './work-tree.ts';

/** Where the target branch lives. */
export interface Remote {
  readonly name: string;
  /** As it is written in the settings, which an `insteadOf` may change. */
  readonly address: string;
  /** Branches by name. */
  readonly heads: ReadonlyMap<string, string>;
}

/** The remote of the target branch, else `origin`, else the only one; not asked for its branches yet. */
export async function remoteOf(git: Git, target: string): Promise<Omit<Remote, 'heads'>> {
  const names = ((await line(git, ['remote'])) ?? '').split('\n').filter(Boolean);
  const tracked = await line(git, ['config', '--get', `branch.${target}.remote`]);
  const name = [tracked, 'origin', names.length === 1 ? names[0] : undefined].find((each) => each !== undefined && names.includes(each));
  const address = name === undefined ? undefined : await line(git, ['config', '--get', `remote.${name}.url`]);
  if (name === undefined || !address) throw new ProblemError([problem('CHAMP9300', git.folder, { value: name ?? 'origin', allowed: names.length > 0 ? names : undefined })]);
  return { name, address };
}

/** Asks the remote for its branches; throws a ProblemError when it does not answer, or has no such target. */
export async function askRemote(git: Git, remote: Omit<Remote, 'heads'>, target: string): Promise<Remote> {
  const ended = await git.end(['ls-remote', '--heads', '--', remote.name]);
  if (ended.code !== 0) throw new ProblemError([problem('CHAMP9331', masked(remote.address), { value: remote.name, why: ended.isTimeout ? 'timeout' : reasonOf(ended.err) })]);
  const heads = new Map(ended.out.toString('utf8').split('\n').flatMap((row): readonly (readonly [string, string])[] => {
    const [sha = '', name = ''] = row.split('\t');
    return name.startsWith('refs/heads/') ? [[name.slice('refs/heads/'.length), sha]] : [];
  }));
  if (!heads.has(target)) throw new ProblemError([problem('CHAMP9325', masked(remote.address), { value: target, allowed: [...heads.keys()].slice(0, 20), near: nearest(target, heads.keys()) })]);
  return { ...remote, heads };
}

/** Pushes a commit to a branch, never by force; throws a ProblemError when the remote does not take it. */
export async function pushBranch(git: Git, { name, address }: Remote, branch: string, commit: string): Promise<void> {
  const ended = await git.end(['push', '--porcelain', '--no-verify', '--', name, `${commit}:refs/heads/${branch}`]);
  if (ended.code === 0) return;
  const said = `${ended.err}\n${ended.out.toString('utf8')}`;
  if (/\((?:fetch first|non-fast-forward|stale info)\)/.test(said)) throw new ProblemError([problem('CHAMP9324', masked(address), { value: branch, commit: name })]);
  const { code, args } = gitProblem({ ...ended, err: said }, ['push'], { address, branch });
  const isDeaf = code === 'CHAMP7003' || code === 'CHAMP7004';
  throw new ProblemError([problem(isDeaf ? 'CHAMP9331' : 'CHAMP9330', masked(address), { value: name, why: args['why'] ?? 'timeout' })]);
}
