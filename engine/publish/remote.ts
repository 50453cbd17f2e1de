import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { acquireLock, type Lock } from '../emit/lock.ts';
import { nearest, problem, ProblemError } from '../problem/index.ts';
import { absoluteAddress, addressFault, masked } from './address.ts';
import { Git } from './git.ts';

export interface ConfigRepoOptions {
  /** @default main */
  readonly branch?: string;
  /** Holds one bare clone an address; removing it costs nothing but time. @default .champ/config of the project */
  readonly cacheFolder?: string;
  /** How long to wait for another process that uses the same clone, in milliseconds; five minutes. */
  readonly waitMs?: number;
  /** Called once when that begins. */
  readonly onWait?: () => void;
  readonly env?: NodeJS.ProcessEnv;
}

/** An entry of a commit's tree. */
export interface Entry {
  /** `100644`, `100755`, `120000` a link, `160000` a repository inside, `040000` a folder. */
  readonly mode: string;
  readonly blob: string;
}

export interface LogEntry {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly author: string;
  /** When it was made, ISO 8601. */
  readonly date: string;
  readonly message: string;
}

const NOTES = 'refs/notes/champ';
const CACHE = join(__dirname, '..', '..', '.champ', 'config');
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Where the clone of an absolute address is kept. */
export const cloneFolder = (address: string, cacheFolder: string = CACHE): string => resolve(cacheFolder, hashOf(address));

/** A branch of a config repository, through a bare clone of this machine that one process uses at a time. */
export class ConfigRepo {
  readonly git: Git;
  readonly address: string;
  /** The address as it may be shown. */
  readonly shown: string;
  readonly branch: string;
  private readonly lock: Lock;
  private heads = new Map<string, string>();
  private notes?: string;
  private format?: string;

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
    this.git = git;
    this.address = address;
    this.shown = masked(address);
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

  /** Every file below `prefix`, by its path in the repository; nothing where there is no commit. */
  async tree(commit: string | undefined, prefix = ''): Promise<ReadonlyMap<string, Entry>> {
    if (commit === undefined) return new Map();
    return parseTree(await this.git.run(['ls-tree', '-r', '-z', '--full-tree', commit, ...(prefix === '' ? [] : ['--', prefix])]));
  }

  /** What is directly in a folder, `''` for the top, by name. */
  async entries(commit: string | undefined, folder: string): Promise<ReadonlyMap<string, Entry>> {
    if (commit === undefined) return new Map();
    const found = parseTree(await this.git.run(['ls-tree', '-z', '--full-tree', commit, ...(folder === '' ? [] : ['--', `${folder}/`])]));
    return new Map([...found].map(([path, entry]) => [path.slice(path.lastIndexOf('/') + 1), entry]));
  }

  /** The bytes of blobs by their ids, in one process. */
  async blobs(ids: Iterable<string>): Promise<ReadonlyMap<string, Buffer>> {
    const wanted = [...new Set(ids)];
    const found = new Map<string, Buffer>();
    if (wanted.length === 0) return found;
    const out = await this.git.bytes(['cat-file', '--batch'], { input: `${wanted.join('\n')}\n` });
    for (let at = 0; at < out.length;) {
      const end = out.indexOf(10, at);
      const [id = '', type, size] = out.toString('latin1', at, end).split(' ');
      if (type !== 'blob') throw new ProblemError([problem('CHAMP7008', this.shown, { value: 'cat-file', why: `missing blob ${id}` })]);
      found.set(id, out.subarray(end + 1, end + 1 + Number(size)));
      at = end + 2 + Number(size);
    }
    return found;
  }

  /** The bytes of one file; undefined when there is none. */
  async read(commit: string, path: string): Promise<Buffer | undefined> {
    const entry = (await this.tree(commit, path)).get(path);
    return entry && (await this.blobs([entry.blob])).get(entry.blob);
  }

  /** Commits of a range such as `a..b`, newest first. */
  async log(range: readonly string[], options: readonly string[] = [], paths: readonly string[] = []): Promise<readonly LogEntry[]> {
    const out = await this.git.run(['log', '-z', '--format=%H%x01%P%x01%an <%ae>%x01%cI%x01%B', ...options, ...range, '--', ...paths]);
    return out.split('\0').filter((row) => row !== '').map((row) => {
      const [sha = '', parents = '', author = '', date = '', ...message] = row.split('\x01');
      return { sha, parents: parents.split(' ').filter(Boolean), author, date, message: message.join('\x01') };
    });
  }

  async isAncestor(a: string, b: string): Promise<boolean> {
    return this.git.ok(['merge-base', '--is-ancestor', a, b]);
  }

  /** Commits up to `tip` that changed something below the path, newest first. */
  commitsOf(tip: string, path: string, options: readonly string[] = []): Promise<readonly LogEntry[]> {
    return this.log([tip], options, [path]);
  }

  /** Notes of commits, by commit. */
  async notesOf(commits: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (this.notes === undefined || commits.length === 0) return new Map();
    const out = await this.git.run(['log', '-z', '--no-walk=unsorted', `--notes=${NOTES}`, '--format=%H%x01%N', '--stdin'], { input: `${commits.join('\n')}\n` });
    return new Map(out.split('\0').filter(Boolean).map((row) => row.split('\x01') as [string, string]));
  }

  /** Id that a content has as a blob. */
  async blobId(): Promise<(content: Buffer) => string> {
    const format = (this.format ??= (await this.git.run(['rev-parse', '--show-object-format'])).trim());
    return (content) => createHash(format).update(`blob ${content.length}\0`).update(content).digest('hex');
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

function parseTree(text: string): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const row of text.split('\0')) {
    const tab = row.indexOf('\t');
    if (tab < 0) continue;
    const [mode = '', , blob = ''] = row.slice(0, tab).split(' ');
    found.set(row.slice(tab + 1), { mode, blob });
  }
  return found;
}

/** Waits without stopping this process: another part of it may be the holder. */
async function locked(path: string, { waitMs = 300_000, onWait }: ConfigRepoOptions): Promise<Lock> {
  const deadline = performance.now() + waitMs;
  for (let told = false; ;) {
    try {
      return acquireLock(path, 0);
    } catch (error) {
      if (!(error instanceof ProblemError) || !error.problems.some(({ code }) => code === 'CHAMP4030') || performance.now() >= deadline) throw error;
      if (!told) onWait?.();
      told = true;
      await new Promise((go) => setTimeout(go, 50));
    }
  }
}

/** Only the holder of our lock works here, so these were left by a kill. */
function removeLocks(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.lock') || /(?:^|[/\\])tmp_(?:pack|idx|obj)_/.test(name)) rmSync(join(folder, name), { force: true });
  }
}
