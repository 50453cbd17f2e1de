import { hash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { nearest, problem, ProblemError, type Problem } from '../../../engine/problem/index.ts';
import { Git } from '../../../engine/publish/index.ts';
import { reasonOf } from '../../../engine/publish/git/problems.ts';

/** A commit of this repository, with the name that somebody gave it. */
export interface Revision {
  readonly name: string;
  readonly commit: string;
}

/** An entry of a commit's folder. */
export interface TreeRow {
  readonly mode: string;
  readonly id: string;
  readonly name: string;
}

/** Where changes are merged to, by the names that it has. */
const MAIN = ['main', 'master'];
/** What no rendering reads. Everything else counts, also what nobody has thought of yet. */
const NO_SOURCE = /^(?:\.(?!npmrc$|gitattributes$).*|test|bench|docs|.*\.md)$/;

/** The repository of the project, read only: neither its index nor its work tree nor a ref is touched. */
export class Repository {
  readonly git: Git;
  readonly project: string;
  /** Folder of the project in the repository, `''` for the top, else with `/` at its end. */
  readonly prefix: string;
  readonly isShallow: boolean;

  /** Throws a ProblemError where there is no repository. */
  static async open(project: string): Promise<Repository> {
    const git = Git.open(realpathSync(project));
    const ended = await git.end(['rev-parse', '--is-shallow-repository', '--is-inside-work-tree', '--show-prefix']);
    if (ended.code !== 0) throw new ProblemError([refusal(project, ended.err)]);
    const [shallow = '', , prefix = ''] = ended.out.toString('utf8').split('\n');
    return new Repository(git, project, prefix, shallow === 'true');
  }

  private constructor(git: Git, project: string, prefix: string, shallow: boolean) {
    this.git = git;
    this.project = project;
    this.prefix = prefix;
    this.isShallow = shallow;
  }

  /** The commit that a name stands for; undefined when there is none. */
  async commitOf(name: string): Promise<string | undefined> {
    if (name === '' || name.startsWith('-')) return undefined;
    const ended = await this.git.end(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
    const commit = ended.out.toString('utf8').trim();
    // `^name` is a revision too, but stands for all others
    return ended.code === 0 && /^[0-9a-f]+$/.test(commit) ? commit : undefined;
  }

  /** The same; throws a ProblemError that names the nearest branch or tag, or says how to get what a shallow clone lacks. */
  async revision(name: string): Promise<Revision> {
    const commit = await this.commitOf(name);
    if (commit !== undefined) return { name, commit };
    const refs = (await this.read(['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes', 'refs/tags'])).split('\n').filter(Boolean);
    if (/^\^|\.\./.test(name)) throw new ProblemError([problem('CHAMP9018', 'champ diff', { value: name })]);
    const kind = /^[-\s]|^$/.test(name) ? '' : (await this.git.end(['cat-file', '-t', name])).out.toString('utf8').trim();
    if (kind !== '' && kind !== 'commit') throw new ProblemError([problem('CHAMP9017', 'champ diff', { value: name, kind })]);
    const isCommitOrAncestor = /^[0-9a-f]{7,64}$|[~^]/.test(name);
    if (this.isShallow && isCommitOrAncestor) throw new ProblemError([problem('CHAMP9003', 'champ diff', { value: name })]);
    throw new ProblemError([problem('CHAMP9001', 'champ diff', { value: name, ...(name.trim() === '' ? {} : { near: nearest(name, refs) }) })]);
  }

  /** What a revision branched off from: the nearest of the merge bases with the main branch here and at its origin. On the main branch it is the revision itself. */
  async mergeBase(of = 'HEAD'): Promise<Revision> {
    const [{ commit: head }, found] = await Promise.all([this.revision(of), this.read(['for-each-ref', '--format=%(objectname) %(refname)', ...MAIN.flatMap((name) => [`refs/heads/${name}`, `refs/remotes/origin/${name}`])])]);
    const tips = new Map(found.split('\n').filter(Boolean).map((row) => [row.slice(row.indexOf(' refs/') + ' refs/'.length).replace(/^(?:heads|remotes)\//, ''), row.slice(0, row.indexOf(' '))]));
    // the next name is not asked for where this one is there
    const main = MAIN.find((name) => tips.has(name) || tips.has(`origin/${name}`));
    if (main === undefined) throw new ProblemError([problem(this.isShallow ? 'CHAMP9003' : 'CHAMP9002', 'champ diff', { value: MAIN[0], allowed: MAIN })]);
    const bases: Revision[] = [];
    for (const name of [main, `origin/${main}`]) {
      const tip = tips.get(name);
      const commit = tip === undefined || tip === head ? tip : await this.common(head, tip);
      if (commit !== undefined) bases.push({ name, commit });
    }
    const [first, second] = bases;
    if (!first) throw new ProblemError([problem(this.isShallow ? 'CHAMP9003' : 'CHAMP9004', 'champ diff', { value: main })]);
    const isSecondNearer = second !== undefined && second.commit !== first.commit && await this.git.ok(['merge-base', '--is-ancestor', first.commit, second.commit]);
    return isSecondNearer ? second : first;
  }

  private async common(one: string, other: string): Promise<string | undefined> {
    const ended = await this.git.end(['merge-base', one, other]);
    return ended.code === 0 ? ended.out.toString('utf8').trim() : undefined;
  }

  /** The commits before one, the nearest first, along the first parents; at most `count`. */
  async before(commit: string, count: number): Promise<readonly string[]> {
    return (await this.read(['rev-list', '--first-parent', '--skip=1', `--max-count=${count}`, commit])).split('\n').filter(Boolean);
  }

  /** The commit that is checked out, if there is one, and whether the project has changes that are not committed. */
  async state(): Promise<{ readonly commit?: string; readonly isDirty: boolean }> {
    const rows = (await this.read(['status', '--porcelain=v2', '--branch', '--untracked-files=normal', '--', '.'])).split('\n').filter(Boolean);
    const commit = rows.flatMap((row) => /^# branch\.oid ([0-9a-f]+)$/.exec(row)?.[1] ?? [])[0];
    return { ...(commit === undefined ? {} : { commit }), isDirty: rows.some((row) => !row.startsWith('#')) };
  }

  /** Files of the commit that a sparse checkout leaves out of the work tree. */
  async leftOut(): Promise<readonly string[]> {
    if (!(await this.git.ok(['config', '--bool', '--get', 'core.sparseCheckout']))) return [];
    return (await this.read(['ls-files', '-t', '-z', '--', '.'])).split('\0').filter((row) => row.startsWith('S ')).map((row) => row.slice(2))
      .filter((path) => !NO_SOURCE.test(path.split('/')[0]!));
  }

  /** What a rendering of the commit may read, as the entries of the project's folder, and the environments that it has. */
  async contents(commit: string): Promise<{ readonly sources: readonly TreeRow[]; readonly environments: readonly string[] }> {
    if (this.prefix !== '' && !(await this.git.ok(['cat-file', '-e', this.treeOf(commit)]))) {
      throw new ProblemError([problem('CHAMP9016', this.project, { value: commit.slice(0, 12), path: this.prefix })]);
    }
    const rows = (await this.read(['ls-tree', '-r', '-t', '-z', '--full-tree', this.treeOf(commit)])).split('\0').flatMap((row): readonly TreeRow[] => {
      const [, mode, type, id, name] = /^(\d+) (\w+) ([0-9a-f]+)\t(.+)$/s.exec(row) ?? [];
      return name === undefined || type === 'commit' ? [] : [{ mode: mode!, id: id!, name }];
    });
    return {
      sources: rows.filter(({ name }) => !name.includes('/') && !NO_SOURCE.test(name)),
      environments: rows.flatMap(({ name }) => /^environments\/([^/]+)\/index\.ts$/.exec(name)?.[1] ?? []).sort(),
    };
  }

  /** The folder of the project as git names it. */
  treeOf(commit: string): string {
    return this.prefix === '' ? commit : `${commit}:${this.prefix.replace(/\/$/, '')}`;
  }

  /** What git says; throws a ProblemError with its words. */
  private async read(args: readonly string[]): Promise<string> {
    const ended = await this.git.end(args);
    if (ended.code !== 0) throw new ProblemError([problem('CHAMP9008', this.project, { value: args[0], why: reasonOf(ended.err) })]);
    return ended.out.toString('utf8');
  }
}

function refusal(project: string, err: string): Problem {
  if (/not a git repository/i.test(err)) return problem('CHAMP9000', project, { value: project });
  if (/dubious ownership/i.test(err)) return problem('CHAMP9015', project, { value: /repository at '(.+)'/.exec(err)?.[1] ?? project });
  return problem('CHAMP9008', project, { value: 'rev-parse', why: reasonOf(err) });
}

/** A name for all that a rendering of these sources reads. */
export const sourceKey = (sources: readonly TreeRow[]): string =>
  hash('sha256', sources.map(({ mode, id, name }) => `${mode} ${id} ${name}`).join('\n')).slice(0, 32);
