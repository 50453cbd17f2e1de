import { hostname, userInfo } from 'node:os';
import { ProblemError, problem } from '../../problem/index.ts';
import { withoutCredentials } from './address.ts';
import type { Person, Signature } from './commit.ts';
import type { Git } from './git.ts';

/** The commit of the source that the output was made from. */
export interface SourceCommit {
  readonly sha: string;
  /** The work tree differs from the commit. */
  readonly isDirty: boolean;
  readonly author: Signature;
  /** ISO 8601, of the author. */
  readonly date: string;
  readonly subject: string;
  readonly body: string;
  /** Address of the source, without credentials; empty when it has none. */
  readonly repository: string;
}

/** `<sha>`, or `<sha>-dirty` when nobody can get the same output from that commit. */
export const sourceName = ({ sha, isDirty }: SourceCommit): string => (isDirty ? `${sha}-dirty` : sha);

/** Reads the commit that is checked out; throws a ProblemError where there is none. */
export async function readSource(git: Git): Promise<SourceCommit> {
  const ended = await git.end(['log', '-1', '--date=raw', '--format=%H%x00%an%x00%ae%x00%ad%x00%aI%x00%s%x00%b']);
  if (ended.code !== 0) throw new ProblemError([problem('CHAMP7026', git.folder, { value: ended.err.split('\n')[0] ?? '' })]);
  const [sha = '', name = '', email = '', raw = '', date = '', subject = '', body = ''] = ended.out.toString('utf8').split('\0');
  const [seconds = '0', zone = '+0000'] = raw.split(' ');
  const remote = await git.end(['config', '--get', 'remote.origin.url']);
  const status = await git.run(['status', '--porcelain', '--untracked-files=normal']);
  return {
    sha, isDirty: status.trim() !== '', author: { name, email, seconds: Number(seconds), zone }, date, subject, body: body.trim(),
    repository: withoutCredentials(remote.out.toString('utf8').trim()),
  };
}

/** Who runs the command: as git is told, else by the name of the account, so that a history always says by whom. */
export async function committerOf(git: Git, env: NodeJS.ProcessEnv = process.env): Promise<Person> {
  const setting = async (variable: string, key: string) => env[variable] || (await git.end(['config', '--get', key])).out.toString('utf8').trim();
  return { name: await setting('GIT_COMMITTER_NAME', 'user.name') || accountName(), email: await setting('GIT_COMMITTER_EMAIL', 'user.email') || `${accountName()}@${hostname()}` };
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // a container's user id may have no name
    return 'champ';
  }
}

/** The moment as a signature's time, in UTC. */
export const signedAt = (person: Person, now: Date): Signature => ({ ...person, seconds: Math.floor(now.getTime() / 1000), zone: '+0000' });
