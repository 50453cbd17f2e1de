import type { Target } from '../../engine/argocd/index.ts';
import type { Entry } from '../../engine/publish/git/reader.ts';
import type { ConfigRepo } from '../../engine/publish/git/remote.ts';

/** A revision that is a commit. */
const SHA = /^[0-9a-f]{40,64}$/;

/** What revisions are to one commit of a config repository: asked for once, then known. */
export class Ancestry implements Target {
  readonly commit: string;
  readonly since: string;
  private readonly own: ReadonlyMap<string, string>;
  private readonly known = new Map<string, { readonly isAfter: boolean; readonly folders: ReadonlyMap<string, string> }>();

  private constructor(commit: string, since: string, own: ReadonlyMap<string, string>) {
    this.commit = commit;
    this.since = since;
    this.own = own;
  }

  /** `prefix` is the folder of the zone, `<env>/<zone>`. */
  static async of(repo: ConfigRepo, commit: string, date: string, prefix: string): Promise<Ancestry> {
    // a clock ahead of this one would make every comparison too old
    const since = new Date(Math.min(Date.parse(date) || Date.now(), Date.now())).toISOString();
    return new Ancestry(commit, since, foldersOf(await repo.tree(commit, `${prefix}/`)));
  }

  /** Revisions that nothing is known about yet. */
  unknown(revisions: Iterable<string>): readonly string[] {
    return [...new Set(revisions)].filter((revision) => SHA.test(revision) && !this.known.has(revision));
  }

  /** Looks revisions up; returns those that the clone does not have. */
  async learn(repo: ConfigRepo, revisions: readonly string[], prefix: string): Promise<readonly string[]> {
    const missing: string[] = [];
    for (const revision of revisions) {
      if (!await repo.git.ok(['cat-file', '-e', `${revision}^{commit}`])) {
        missing.push(revision);
        continue;
      }
      const isAfter = revision === this.commit || await repo.isAncestor(this.commit, revision);
      this.known.set(revision, { isAfter, folders: foldersOf(await repo.tree(revision, `${prefix}/`)) });
    }
    return missing;
  }

  readonly has = (revision: string): boolean => revision === this.commit || this.known.get(revision)?.isAfter === true;

  readonly changed = (folder: string, revision: string | undefined): boolean => {
    const then = revision === undefined ? undefined : revision === this.commit ? this.own : this.known.get(revision)?.folders;
    return then === undefined || (then.get(folder) ?? '') !== (this.own.get(folder) ?? '');
  };
}

/** The content of each folder as one text. */
function foldersOf(tree: ReadonlyMap<string, Entry>): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const [path, { mode, blob }] of tree) {
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, slash);
    folders.set(folder, `${folders.get(folder) ?? ''}${path.slice(slash + 1)} ${mode} ${blob}\n`);
  }
  return folders;
}
