import type { PlacedObject } from '../../guard/index.ts';
import { problem, ProblemError, Problems, type Problem } from '../../problem/index.ts';
import { afterOthers } from '../after-others.ts';
import type { Person } from '../git/commit.ts';
import { deliver, type Step } from '../deliver.ts';
import { judgeChange, type Judged } from '../judge.ts';
import { rollbackMessage } from '../message.ts';
import { migrationChanges } from './migrations.ts';
import { objectChanges, type ObjectChange } from '../state/object-changes.ts';
import { objectsOf } from '../state/objects.ts';
import { prepare, type Prepared, type PrepareInput } from '../prepare.ts';
import { METADATA } from '../state/published.ts';
import type { ConfigRepo, ConfigRepoOptions } from '../git/remote.ts';
import { zoneReports, type RemoteReport } from '../report.ts';
import { restoredZone, type Restored } from './restored.ts';
import { resolveRevision } from '../state/revision.ts';
import { signedAt } from '../git/source.ts';
import type { HeldApplication } from '../windows/sync-windows.ts';
import { ENVIRONMENT, SOURCE_COMMIT, trailersOf } from '../state/trailers.ts';
import { withRepos } from '../git/with-repos.ts';

export interface RollbackInput {
  readonly environment: string;
  readonly zones: readonly { readonly zone: string; readonly repository: string }[];
  /** Commit of the config repository or of the source. */
  readonly to: string;
  readonly person: Person;
  readonly now: Date;
  /** Annotation of workloads that names the schema migration they need. */
  readonly migration: string;
}

export interface RollbackOptions extends Pick<ConfigRepoOptions, 'branch' | 'cacheFolder' | 'onWait' | 'env' | 'waitMs'> {
  readonly pushBranch?: string;
  readonly discardEdits?: boolean;
  readonly allowDelete?: readonly string[];
  /** `namespace/name` of workloads whose older release works with the newer schema. */
  readonly allowMigration?: readonly string[];
  /** Judges what is brought back by the policies. */
  readonly judge?: (objects: readonly PlacedObject[]) => readonly Problem[];
  /** Asked once with all that would be done; false leaves everything as it is. */
  readonly confirm: (plan: RollbackPlan) => boolean | Promise<boolean>;
  readonly onStep?: (step: Step) => void;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

export interface RollbackRemote extends RemoteReport {
  /** Commit of the config repository that is gone back to. */
  readonly to: string;
}

export interface RollbackPlan {
  readonly environment: string;
  readonly remotes: readonly RollbackRemote[];
  readonly changes: readonly ObjectChange[];
  readonly guard: Pick<Judged['guard'], 'rows' | 'budget' | 'spent'>;
  readonly held: readonly HeldApplication[];
  readonly warnings: readonly Problem[];
}

interface Remote {
  readonly repo: ConfigRepo;
  readonly to: string;
  readonly restored: readonly Restored[];
  readonly asked: PrepareInput;
  readonly prepared: Prepared;
}

/**
 * Puts the zones of an environment back to what an earlier commit had, by a commit on top of the branch that says so. Shows first
 * what it would do; throws a ProblemError with all that speaks against it.
 */
export async function rollback(input: RollbackInput, options: RollbackOptions): Promise<RollbackPlan> {
  return withRepos(input.zones, options, async (repos) => {
    const problems = new Problems();
    const remotes: Remote[] = [];
    for (const [repo, zones] of repos) {
      await repo.fetch(...(options.pushBranch === undefined ? [] : [options.pushBranch]));
      repo.assertBranch();
      const remote = await readRemote(repo, zones, input, options, problems);
      if (remote) remotes.push(remote);
    }
    problems.throwIfAny();
    const after = remotes.flatMap(({ restored }) => restored.flatMap(({ objects }) => objects));
    const judged = await judgeChange({ environment: input.environment, remotes, after, now: input.now, ...(options.allowDelete ? { allowDelete: options.allowDelete } : {}) });
    const warnings = new Problems();
    warnings.push(...remotes.flatMap(({ prepared }) => prepared.warnings), ...judged.warnings, ...await migrations(remotes, after, input, options, problems));
    problems.push(...judged.problems);
    const isNeeded = remotes.some(({ prepared }) => isBack(prepared));
    if (isNeeded && options.judge) problems.push(...options.judge(after));
    problems.throwIfAny();
    const planned = (reports: readonly RollbackRemote[]): RollbackPlan => ({
      environment: input.environment, remotes: reports, held: judged.held, guard: { rows: judged.guard.rows, budget: judged.guard.budget, spent: judged.guard.spent },
      changes: remotes.flatMap(({ restored, prepared: { plans } }) => plans.flatMap(({ before }, index) => objectChanges(before.ledger, restored[index]!.state.ledger))), warnings: warnings.all(),
    });
    const plan = planned(remotes.map((remote) => reportOf(remote, isBack(remote.prepared) ? 'planned' : 'unchanged')));
    if (!isNeeded || !(await options.confirm(plan))) return plan;
    const done: RollbackRemote[] = [];
    for (const remote of remotes) done.push(isBack(remote.prepared) ? await afterOthers(done, () => carryOut(remote, input, options)) : reportOf(remote, 'unchanged'));
    return planned(done);
  });
}

/** More would change than the name of the source commit. */
const isBack = ({ plans }: Prepared): boolean => plans.some(({ created, changed, removed }) => [...created, ...changed, ...removed].some((path) => !path.endsWith(`/${METADATA}`)));

async function readRemote(repo: ConfigRepo, zones: readonly string[], input: RollbackInput, options: RollbackOptions, problems: Problems): Promise<Remote | undefined> {
  const { environment } = input;
  const to = await resolveRevision(repo, environment, input.to).catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    problems.push(...error.problems);
  });
  if (to === undefined) return undefined;
  const restored: Restored[] = [];
  for (const zone of zones) restored.push(await restoredZone(repo, to, environment, zone));
  problems.push(...restored.flatMap((each) => each.problems));
  const asked: PrepareInput = {
    environment, wanted: new Map(restored.map(({ state, wanted }) => [state.zone, wanted])), discardEdits: options.discardEdits,
    // who names a commit wants what it had, also when that was rolled back before
    resume: true,
    ...(options.pushBranch === undefined ? {} : { pushBranch: options.pushBranch }),
  };
  const prepared = await prepare(repo, asked);
  problems.push(...prepared.problems);
  return { repo, to, restored, asked, prepared };
}

/** Refuses migrations that the rollback goes back over, unless allowed; returns what was allowed in vain. */
async function migrations(remotes: readonly Remote[], after: readonly PlacedObject[], { environment, migration }: RollbackInput, { allowMigration = [] }: RollbackOptions, problems: Problems): Promise<readonly Problem[]> {
  const before: PlacedObject[] = [];
  for (const { repo, prepared: { plans } } of remotes) for (const plan of plans) before.push(...await objectsOf(repo, plan.before, environment));
  const found = migrationChanges(before, after, migration);
  for (const each of found) {
    if (!allowMigration.includes(each.name)) problems.add('CHAMP7302', each.file, { value: each.object, name: each.name, before: each.before || '-', after: each.after || '-' });
  }
  return allowMigration.filter((name) => !found.some((each) => each.name === name)).map((name) => problem('CHAMP7306', '--allow-migration', { value: name }));
}

async function carryOut(remote: Remote, input: RollbackInput, options: RollbackOptions): Promise<RollbackRemote> {
  const { repo, to, asked, prepared } = remote;
  const [there] = await repo.log([to], ['-1']);
  const who = signedAt(input.person, input.now);
  const subject = (there?.message.split('\n')[0] ?? '').replace(`${input.environment}: `, '');
  const trailers = trailersOf(there?.message ?? '');
  // a commit of somebody else, or of another environment, has no source of ours: what stood there then has
  const source = (trailers.get(ENVIRONMENT) === input.environment ? trailers.get(SOURCE_COMMIT) : undefined) ?? remote.restored[0]?.state.source ?? '';
  const delivered = await deliver(repo, prepared, {
    author: who, committer: who, content: () => undefined,
    message: ({ plans, target, resumed }) => rollbackMessage(input.environment, { to, undone: target.base!, subject, source, resumed }, plans),
    async again() {
      await repo.fetch(...(options.pushBranch === undefined ? [] : [options.pushBranch]));
      const anew = await prepare(repo, asked);
      // nobody has seen what came in meanwhile, so nobody has agreed to undo it
      if (anew.problems.length > 0) throw new ProblemError(anew.problems);
      if (!isSame(anew, prepared)) throw new ProblemError([problem('CHAMP7307', repo.shown, { value: repo.tip()?.slice(0, 12) })]);
      return anew;
    },
    ...(options.wait ? { wait: options.wait } : {}), ...(options.onStep ? { onStep: options.onStep } : {}),
  });
  return { ...reportOf({ ...remote, prepared: delivered.prepared }, delivered.commit === undefined ? 'unchanged' : 'pushed'), ...(delivered.commit === undefined ? {} : { commit: delivered.commit }), tries: delivered.tries };
}

const isSame = (a: Prepared, b: Prepared): boolean => {
  const key = ({ plans }: Prepared) => JSON.stringify(plans.map(({ before }) => [...before.files].map(([path, { blob }]) => [path, blob])));
  return key(a) === key(b);
};

function reportOf({ repo, to, prepared }: Remote, state: RemoteReport['state']): RollbackRemote {
  const { target } = prepared;
  return { repository: repo.shown, branch: target.branch, state, to, tries: 0, zones: zoneReports(prepared), ...(target.base === undefined ? {} : { parent: target.base }) };
}
