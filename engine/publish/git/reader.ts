import { createHash } from 'node:crypto';
import { problem, ProblemError } from '../../problem/index.ts';
import type { Git } from './git.ts';

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

/** Commits and what they hold, of the repository that git works in. */
export class CommitReader {
  readonly git: Git;
  /** The repository as it may be shown. */
  readonly shown: string;
  private format?: string;

  constructor(git: Git, shown: string) {
    this.git = git;
    this.shown = shown;
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

  /** Id that a content has as a blob. */
  async blobId(): Promise<(content: Buffer) => string> {
    const format = (this.format ??= (await this.git.run(['rev-parse', '--show-object-format'])).trim());
    return (content) => createHash(format).update(`blob ${content.length}\0`).update(content).digest('hex');
  }
}

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
