import { problem, ProblemError, Problems } from '../../engine/problem/index.ts';
import type { ConfigRepo } from '../../engine/publish/git/remote.ts';
import { withRepos } from '../../engine/publish/git/with-repos.ts';
import { Ancestry } from './ancestry.ts';
import { expectedIn, type Expected } from './expected.ts';
import { resolveCommit, type Resolved } from './resolve.ts';

export interface ZoneRepository {
  readonly zone: string;
  readonly repository: string;
}

export interface Prepared extends ZoneRepository {
  readonly resolved: Resolved;
  readonly ancestry: Ancestry;
  readonly expected: readonly Expected[];
}

export interface RepositoryOptions {
  readonly branch: string;
  /** Of the source repository: where its commits are looked up. */
  readonly source: string;
  /** As ConfigRepo has it. */
  readonly cacheFolder?: string;
}

const optionsOf = ({ branch, cacheFolder }: RepositoryOptions) => ({ branch, ...(cacheFolder ? { cacheFolder } : {}) });

/** Finds the config commit of a source commit for every zone; throws a ProblemError that names each zone without one. The clones are left when it returns. */
export function prepare(environment: string, commit: string, zones: readonly ZoneRepository[], options: RepositoryOptions): Promise<readonly Prepared[]> {
  return withRepos(zones, optionsOf(options), async (repos) => {
    const problems = new Problems();
    const found: Prepared[] = [];
    for (const [repo, names] of repos) {
      await repo.fetch();
      repo.assertBranch();
      for (const zone of names) {
        const resolved = await resolveCommit(repo, environment, zone, commit, options.source);
        if (!resolved) {
          problems.push(problem('CHAMP8103', repo.shown, { zone, value: commit.slice(0, 12) }));
          continue;
        }
        const prefix = `${environment}/${zone}`;
        const ancestry = await Ancestry.of(repo, resolved.commit, resolved.date, prefix);
        const paths = await repo.tree(resolved.commit, `${prefix}/`);
        found.push({ zone, repository: zones.find((each) => each.zone === zone)!.repository, resolved, ancestry, expected: expectedIn(paths.keys(), environment, zone) });
      }
    }
    problems.throwIfAny();
    return found.sort((a, b) => zones.findIndex(({ zone }) => zone === a.zone) - zones.findIndex(({ zone }) => zone === b.zone));
  });
}

/** Between two questions about a revision that the remote did not have, in ms. */
const AGAIN_MS = 15_000;

/** Looks up revisions for one zone, fetching when the clone lacks one. */
export function learner(environment: string, prepared: Prepared, options: RepositoryOptions): (revisions: readonly string[]) => Promise<void> {
  const { zone, ancestry } = prepared;
  const prefix = `${environment}/${zone}`;
  let asked = -Infinity;
  return async (revisions) => {
    const unknown = ancestry.unknown(revisions);
    if (unknown.length === 0 || performance.now() - asked < AGAIN_MS) return;
    const missing = await withRepos([prepared], optionsOf(options), async (repos) => {
      const [repo] = [...repos.keys()] as [ConfigRepo];
      const absent = await ancestry.learn(repo, unknown, prefix);
      if (absent.length === 0) return [];
      await repo.fetch();
      return ancestry.learn(repo, absent, prefix);
    }).catch((error: unknown) => {
      // a remote that is away for a moment must not end a wait of half an hour
      if (error instanceof ProblemError) return unknown;
      throw error;
    });
    asked = missing.length > 0 ? performance.now() : -Infinity;
  };
}
