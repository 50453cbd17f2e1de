import { extname, posix } from 'node:path';
import type { Tree } from '../emit/index.ts';
import { Problems } from '../problem/index.ts';
import { editsOf } from './state/edits.ts';
import type { Git } from './git/git.ts';
import { METADATA, publishedTree } from './state/published.ts';
import type { ConfigRepo, ConfigRepoOptions } from './git/remote.ts';
import { standingRollbacks } from './rollback/rollbacks.ts';
import { broughtBack } from './rollback/rolled-back.ts';
import { ageOf, type Age } from './stale.ts';
import { withRepos } from './git/with-repos.ts';
import { isContent, planZone, type ZonePlan } from './zone-plan.ts';

/** A path of the config repository that is not as the source renders it. */
export interface Deviation {
  readonly path: string;
  /** `missing` there, another content, `left` over from an earlier publish, `edited` by hand since it was published, or `added` to what ArgoCD applies. */
  readonly how: 'missing' | 'changed' | 'left' | 'edited' | 'added';
  /** Who edited it last, and with which commit. */
  readonly author?: string;
  readonly commit?: string;
}

/** How one zone of the config repository stands. */
export interface VerifiedZone {
  readonly zone: string;
  /** Without user and password. */
  readonly repository: string;
  readonly branch: string;
  /** Newest commit of the branch; undefined when it has none. */
  readonly commit?: string;
  /** Source commit that was published last. */
  readonly published?: string;
  /** How the source that it is compared with stands to that. */
  readonly age: Age;
  readonly deviations: readonly Deviation[];
  /** Paths that differ since a recorded rollback says so, by its commit. They count as equal. */
  readonly rolledBack: readonly { readonly commit: string; readonly author: string; readonly paths: readonly string[] }[];
}

export interface VerifyInput {
  readonly environment: string;
  readonly zones: readonly { readonly zone: string; readonly repository: string }[];
  /** Commit of the source that is compared. */
  readonly source: string;
  readonly sourceGit?: Git;
  /** What a zone should hold; asked once a zone with the source commit that was published last. */
  readonly treeOf: (zone: string, published: string | undefined) => Promise<Tree>;
}

/** Kinds of files that ArgoCD takes for manifests in the folder of an Application. */
const APPLIED: ReadonlySet<string> = new Set(['.yaml', '.yml', '.json']);

/**
 * Compares the config repository with what a source renders; writes nothing. What a recorded rollback left is equal as long as the source has
 * not changed it. Throws a ProblemError with what cannot be read.
 */
export async function verify(input: VerifyInput, options: ConfigRepoOptions = {}): Promise<readonly VerifiedZone[]> {
  return withRepos(input.zones, options, async (repos) => {
    const problems = new Problems();
    const found: VerifiedZone[] = [];
    for (const [repo, zones] of repos) {
      await repo.fetch();
      repo.assertBranch();
      for (const zone of zones) found.push(await verifyZone(repo, zone, input, problems));
    }
    problems.throwIfAny();
    return found.sort((a, b) => (a.zone < b.zone ? -1 : 1));
  });
}

async function verifyZone(repo: ConfigRepo, zone: string, { environment, source, sourceGit, treeOf }: VerifyInput, problems: Problems): Promise<VerifiedZone> {
  const commit = repo.tip();
  const nothing = await planZone(repo, commit, { environment, zone, wanted: new Map() }, { discardEdits: true });
  const published = nothing.before.source;
  // a ledger that cannot be read is no difference, it hides them
  problems.push(...nothing.before.problems);
  const blobOf = await repo.blobId();
  const wanted = new Map([...publishedTree(await treeOf(zone, published), [zone])].map(([path, content]) => [path, blobOf(content)]));
  const plan = await planZone(repo, commit, { environment, zone, wanted }, { discardEdits: true });
  const rolledBack = await rollbacksOf(repo, plan, environment);
  const excepted = new Set(rolledBack.flatMap(({ paths }) => paths));
  const age = published === undefined || sourceGit === undefined ? 'unknown' : await ageOf(sourceGit, source, published);
  return {
    zone, repository: repo.shown, branch: repo.branch, ...(commit === undefined ? {} : { commit }), ...(published === undefined ? {} : { published }), age,
    deviations: (await deviationsOf(repo, plan)).filter(({ path }) => !excepted.has(path) && (rolledBack.length === 0 || isContent(path))), rolledBack,
  };
}

async function deviationsOf(repo: ConfigRepo, plan: ZonePlan): Promise<readonly Deviation[]> {
  const edits = new Map((await editsOf(repo, plan.before, new Map())).map((edit) => [edit.path, edit]));
  const rows: Deviation[] = [
    ...plan.created.map((path) => ({ path, how: 'missing' as const })), ...plan.changed.map((path) => ({ path, how: 'changed' as const })),
    ...plan.removed.map((path) => ({ path, how: 'left' as const })), ...addedTo(plan).map((path) => ({ path, how: 'added' as const })),
  ];
  const named = rows.map((row): Deviation => {
    const edit = edits.get(row.path);
    return edit ? { path: row.path, how: row.how === 'missing' ? 'missing' : 'edited', author: edit.author, commit: edit.commit } : row;
  });
  return named.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Files of others that ArgoCD would apply: they lie among those of an Application. */
function addedTo({ foreign, wanted, before }: ZonePlan): readonly string[] {
  const folders = new Set([...wanted.keys()].filter((path) => posix.dirname(path) !== before.folder).map((path) => posix.dirname(path)));
  return foreign.filter((path) => APPLIED.has(extname(path)) && folders.has(posix.dirname(path)) && !path.endsWith(`/${METADATA}`));
}

async function rollbacksOf(repo: ConfigRepo, { zone, before, wanted }: ZonePlan, environment: string): Promise<VerifiedZone['rolledBack']> {
  const content = new Map([...wanted].filter(([path]) => isContent(path)));
  const now = new Map([...before.files].map(([path, { blob }]) => [path, blob]));
  return (await standingRollbacks(repo, before.commit, environment, zone)).flatMap((rollback) => {
    const paths = broughtBack(content, now, rollback);
    return paths.length === 0 ? [] : [{ commit: rollback.commit, author: rollback.author, paths }];
  });
}
