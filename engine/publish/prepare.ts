import { problem, type Problem } from '../problem/index.ts';
import type { Git } from './git/git.ts';
import { sourcesIn } from './git/notes.ts';
import { standingRollbacks } from './rollback/rollbacks.ts';
import { broughtBack } from './rollback/rolled-back.ts';
import type { ConfigRepo } from './git/remote.ts';
import { ageOf } from './stale.ts';
import { targetOf, type Target } from './target.ts';
import { isChanged, isContent, planZone, type ZonePlan } from './zone-plan.ts';

export interface PrepareInput {
  readonly environment: string;
  /** Blob of every file that is wanted, by zone and path. */
  readonly wanted: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Source commit; without it neither age nor rollbacks are looked at. */
  readonly source?: string;
  /** Repository of the source. */
  readonly sourceGit?: Git;
  readonly pushBranch?: string;
  readonly discardEdits?: boolean;
  readonly allowOlder?: boolean;
  readonly resume?: boolean;
}

/** What is to be done on one remote, as of its last fetch. */
export interface Prepared {
  readonly target: Target;
  readonly plans: readonly ZonePlan[];
  readonly isChanged: boolean;
  /** Rollbacks that `--resume` ends. */
  readonly resumed: readonly string[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Plans every zone of a remote that was fetched, with all that speaks against it. */
export async function prepare(repo: ConfigRepo, input: PrepareInput): Promise<Prepared> {
  repo.assertBranch();
  const target = await targetOf(repo, input.environment, input.pushBranch);
  const plans: ZonePlan[] = [];
  const resumed = new Set<string>();
  const [problems, warnings]: [Problem[], Problem[]] = [[], []];
  for (const [zone, wanted] of input.wanted) {
    const plan = await planZone(repo, target.base, { environment: input.environment, zone, wanted }, { discardEdits: input.discardEdits });
    plans.push(plan);
    problems.push(...plan.problems);
    warnings.push(...plan.warnings);
    if (!isChanged(plan)) continue;
    const aged = await ages(repo, plan, input);
    problems.push(...aged.problems);
    warnings.push(...aged.warnings);
    for (const each of await undone(repo, plan, input)) {
      if (input.resume) resumed.add(each.commit);
      else problems.push(...each.problems);
    }
  }
  return { target, plans, isChanged: await differs(repo, target, plans, input), resumed: [...resumed].sort(), problems, warnings };
}

/** A pull request is measured by what it proposes already: the same needs no further commit, what went out of it does. */
async function differs(repo: ConfigRepo, { proposed, parents }: Target, plans: readonly ZonePlan[], { environment, wanted }: PrepareInput): Promise<boolean> {
  if (proposed === undefined) return plans.some(isChanged);
  if (parents.length > 1) return true;
  for (const [zone, files] of wanted) if (isChanged(await planZone(repo, proposed, { environment, zone, wanted: files }, { discardEdits: true }))) return true;
  return false;
}

async function ages(repo: ConfigRepo, { before }: ZonePlan, { source, sourceGit, allowOlder }: PrepareInput): Promise<{ readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] }> {
  if (source === undefined || sourceGit === undefined || before.commit === undefined || before.source === undefined) return { problems: [], warnings: [] };
  const [last] = await repo.commitsOf(before.commit, before.folder, ['-1']);
  const published = [before.source, ...(last ? sourcesIn((await repo.notesOf([last.sha])).get(last.sha) ?? '') : [])];
  const [problems, warnings]: [Problem[], Problem[]] = [[], []];
  const where = `${repo.shown} ${before.folder}`;
  for (const each of published) {
    const age = await ageOf(sourceGit, source, each);
    if (age === 'older') (allowOlder ? warnings : problems).push(problem('CHAMP7014', where, { value: source.slice(0, 12), published: each.slice(0, 12) }));
    else if (age === 'unknown') warnings.push(problem('CHAMP7016', where, { value: each.slice(0, 12) }));
  }
  return { problems, warnings };
}

async function undone(repo: ConfigRepo, { zone, before, wanted }: ZonePlan, { environment }: PrepareInput): Promise<readonly { readonly commit: string; readonly problems: readonly Problem[] }[]> {
  const content = new Map([...wanted].filter(([path]) => isContent(path)));
  const now = new Map([...before.files].map(([path, { blob }]) => [path, blob]));
  return (await standingRollbacks(repo, before.commit, environment, zone)).flatMap((rollback) => {
    const paths = broughtBack(content, now, rollback);
    const { commit, author } = rollback;
    return paths.length === 0 ? [] : [{ commit, problems: paths.map((path) => problem('CHAMP7021', `${repo.shown} ${path}`, { value: path, commit: commit.slice(0, 12), author })) }];
  });
}
