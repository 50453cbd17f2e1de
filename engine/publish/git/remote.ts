import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Lock } from '../../emit/lock.ts';
import { nearest, problem, ProblemError } from '../../problem/index.ts';
import { absoluteAddress, addressFault, masked } from './address.ts';
import { CACHE, cloneFolder, hashOf, locked, removeLocks, type WaitOptions } from './clone.ts';
import { Git } from './git.ts';
import { CommitReader } from './reader.ts';

export interface ConfigRepoOptions extends WaitOptions {
  /** @default main */
  readonly branch?: string;
  /** Holds one bare clone an address; removing it costs nothing but time. @default .champ/config of the project */
  readonly cacheFolder?: string;
  readonly env?: NodeJS.ProcessEnv;
}

const NOTES = 'refs/notes/champ';

/** A branch of a config repository, through a bare clone of this machine that one process uses at a time. */
export class ConfigRepo extends CommitReader {
  readonly address: string;
  readonly branch: string;
  private readonly lock: Lock;
  private heads = new Map<string, string>();
  private notes?: string;

  /** Opens the clone, or makes it, and keeps others out until `close`; talks to no remote yet. */
  static async open(address: string, options: ConfigRepoOptions = {}): Promise<ConfigRepo> {
    const { branch = 'main', cacheFolder = CACHE, env } = options;
    const fault = addressFault(address);
    if (fault !== undefined) throw new ProblemError([problem('CHAMP7001', masked(address) || '--repo', { value: 'open', why: fault })]);
    const absolute = absoluteAddress(address);
    const folder = cloneFolder(absolute, cacheFolder);
    mkdirSync(resolve(cacheFolder), { recursive: true });
    // a project whose .gitignore does not name the folder would count as changed by its own publish
    if (!existsSync(join(cacheFolder, '.gitignore'))) writeFileSync(join(cacheFolder, '.gitignore'), '*\n');
    const lock = await locked(`${folder}.lock`, options);
    try {
      const git = Git.open(folder, { bare: true, ...(env ? { env } : {}) });
      if (!(await isBranchName(Git.open(resolve(cacheFolder), env ? { env } : {}), branch))) throw new ProblemError([problem('CHAMP7023', '--branch', { value: branch })]);
      const repo = new ConfigRepo(git, absolute, branch, lock);
      if (!existsSync(join(folder, 'HEAD')) || !(await git.ok(['rev-parse', '--is-bare-repository']))) await repo.reset();
      else removeLocks(folder);
      if (!(await git.ok(['config', '--get', 'core.sshCommand']))) return repo;
      return new ConfigRepo(Git.open(folder, { bare: true, ownSsh: true, ...(env ? { env } : {}) }), absolute, branch, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  private constructor(git: Git, address: string, branch: string, lock: Lock) {
    super(git, masked(address));
    this.address = address;
    this.branch = branch;
    this.lock = lock;
  }

  close(): void {
    this.lock.release();
  }

  /** Starts the clone anew: what was in it is on the remote. */
  async reset(): Promise<void> {
    rmSync(this.git.folder, { recursive: true, force: true });
    mkdirSync(this.git.folder, { recursive: true });
    await this.git.run(['init', '--quiet', '--bare', '--template=', this.git.folder]);
  }

  /** Asks what the remote has and brings over what is new of the branch, of `others` and of the notes. */
  async fetch(...others: readonly string[]): Promise<void> {
    const asked = { address: this.address, branch: this.branch };
    const listed = await this.git.run(['ls-remote', '--', this.address, 'refs/heads/*', NOTES], asked);
    this.heads = new Map();
    this.notes = undefined;
    for (const line of listed.split('\n')) {
      const [sha = '', name = ''] = line.split('\t');
      if (name.startsWith('refs/heads/')) this.heads.set(name.slice('refs/heads/'.length), sha);
      else if (name === NOTES) this.notes = sha;
    }
    const wanted = [this.branch, ...others].filter((branch) => this.heads.has(branch)).map((branch) => ({ from: `refs/heads/${branch}`, to: refOf(branch), sha: this.heads.get(branch)! }));
    if (this.notes !== undefined) wanted.push({ from: NOTES, to: NOTES, sha: this.notes });
    else await this.git.ok(['update-ref', '-d', NOTES]);
    const own = await this.git.run(['for-each-ref', '--format=%(refname) %(objectname)']);
    const missing = wanted.filter(({ to, sha }) => !own.includes(`${to} ${sha}\n`));
    if (missing.length > 0) await this.git.run(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--', this.address, ...missing.map(({ from, to }) => `+${from}:${to}`)], asked);
    // the remote may have moved between the two questions
    for (const branch of [this.branch, ...others]) if (this.heads.has(branch)) this.heads.set(branch, (await this.git.run(['rev-parse', '--verify', refOf(branch)])).trim());
  }

  /** Newest commit of a branch as of the last fetch; undefined when the remote has none such. */
  tip(branch: string = this.branch): string | undefined {
    return this.heads.get(branch);
  }

  /** Every branch of the remote as of the last fetch. */
  branches(): readonly string[] {
    return [...this.heads.keys()];
  }

  /** Throws unless the branch is there, or the remote has no branch at all and it would be the first. */
  assertBranch(): void {
    const names = [...this.heads.keys()];
    if (names.length === 0 || this.heads.has(this.branch)) return;
    throw new ProblemError([problem('CHAMP7005', this.shown, { value: this.branch, allowed: names.slice(0, 20), near: nearest(this.branch, names) })]);
  }

  /** Notes of commits, by commit. */
  async notesOf(commits: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (this.notes === undefined || commits.length === 0) return new Map();
    const out = await this.git.run(['log', '-z', '--no-walk=unsorted', `--notes=${NOTES}`, '--format=%H%x01%N', '--stdin'], { input: `${commits.join('\n')}\n` });
    return new Map(out.split('\0').filter(Boolean).map((row) => row.split('\x01') as [string, string]));
  }

  /** Keeps a commit that was pushed, so that the next fetch has nothing to bring. */
  async pushed(branch: string, sha: string): Promise<void> {
    this.heads.set(branch, sha);
    await this.git.ok(['update-ref', refOf(branch), sha]);
  }
}

/** Not what stands for another branch, such as `@{-1}`. */
export async function isBranchName(git: Git, name: string): Promise<boolean> {
  const ended = await git.end(['check-ref-format', '--branch', name]);
  return ended.code === 0 && ended.out.toString('utf8') === `${name}\n`;
}

/** Names of branches may contain each other: `a` and `a/b` are not both files. */
const refOf = (branch: string): string => `refs/champ/heads/${hashOf(branch)}`;
