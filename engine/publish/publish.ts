import type { Tree } from '../emit/index.ts';
import type { PlacedObject } from '../guard/index.ts';
import { problem, ProblemError, Problems, type Problem } from '../problem/index.ts';
import { afterOthers } from './after-others.ts';
import type { Person } from './git/commit.ts';
import { deliver, type Step } from './deliver.ts';
import type { Git } from './git/git.ts';
import { judgeChange, type Judged } from './judge.ts';
import { publishMessage } from './message.ts';
import { metadataText } from './state/metadata.ts';
import { noteSource } from './git/notes.ts';
import { prepare, type Prepared, type PrepareInput } from './prepare.ts';
import { publishedTree } from './state/published.ts';
import type { ConfigRepo, ConfigRepoOptions } from './git/remote.ts';
import { zoneReports, type PublishReport, type RemoteReport } from './report.ts';
import { sourceName, signedAt, type SourceCommit } from './git/source.ts';
import { withRepos } from './git/with-repos.ts';

export interface PublishInput {
  readonly environment: string;
  readonly tree: Tree;
  /** Manifest of every object of the tree, by its file in the tree. */
  readonly objects: readonly PlacedObject[];
  /** Address of the config repository of each zone; equal addresses get one commit. */
  readonly zones: readonly { readonly zone: string; readonly repository: string }[];
  readonly source: SourceCommit;
  /** Repository of the source; without it nobody knows what is older. */
  readonly sourceGit?: Git;
  readonly committer: Person;
  readonly now: Date;
  /** Stage production: made-up data and uncommitted changes are refused. */
  readonly production: boolean;
  /** What of the data is made up, e.g. `sampleDigests`. */
  readonly sample?: readonly string[];
}

export interface PublishOptions extends Pick<ConfigRepoOptions, 'branch' | 'cacheFolder' | 'onWait' | 'env' | 'waitMs'> {
  readonly pushBranch?: string;
  readonly dryRun?: boolean;
  readonly discardEdits?: boolean;
  readonly resume?: boolean;
  readonly allowOlder?: boolean;
  readonly allowDirty?: boolean;
  readonly allowSample?: boolean;
  readonly allowDelete?: readonly string[];
  /** Judges the objects by the policies; asked only when something is to be published. */
  readonly judge?: () => readonly Problem[];
  readonly tries?: number;
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly random?: () => number;
  readonly onStep?: (step: Step) => void;
  readonly onRetry?: (attempt: number) => void;
}

/**
 * Commits the tree of an environment to the config repositories of its zones: what changed of our own files, in one commit a
 * repository, never by force. Everything is checked before anything is pushed; a second run changes nothing.
 * Throws a ProblemError with all that stands in the way, or with what a remote refuses.
 */
export async function publish(input: PublishInput, options: PublishOptions = {}): Promise<PublishReport> {
  const refused = refusedBefore(input, options);
  return withRepos(input.zones, options, async (repos) => {
    const problems = new Problems();
    problems.push(...refused);
    const files = publishedTree(input.tree, input.zones.map(({ zone }) => zone));
    const remotes: Remote[] = [];
    for (const [repo, zones] of repos) {
      await repo.fetch(...pushBranches(options));
      options.onStep?.('fetched');
      const wanted = await wantedBlobs(repo, input.environment, files, zones);
      const asked: PrepareInput = {
        environment: input.environment, wanted, source: input.source.sha, ...(input.sourceGit ? { sourceGit: input.sourceGit } : {}),
        ...(options.pushBranch === undefined ? {} : { pushBranch: options.pushBranch }), discardEdits: options.discardEdits, allowOlder: options.allowOlder, resume: options.resume,
      };
      const prepared = await prepare(repo, asked);
      problems.push(...prepared.problems);
      remotes.push({ repo, asked, prepared });
    }
    problems.throwIfAny();
    const judged = await judgeAll(remotes, input, options);
    // a waiver ends without any change of the output
    problems.push(...judged?.problems ?? [], ...(options.judge ? options.judge() : []));
    problems.throwIfAny();
    options.onStep?.('planned');
    const reports: RemoteReport[] = [];
    const warnings = new Problems();
    warnings.push(...remotes.flatMap(({ prepared }) => prepared.warnings), ...judged?.warnings ?? []);
    for (const remote of remotes) reports.push(await afterOthers(reports, () => deliverRemote(remote, remotes, files, input, options, warnings)));
    return {
      environment: input.environment, source: sourceName(input.source), remotes: reports, held: judged?.held ?? [],
      guard: { rows: judged?.guard.rows ?? [], budget: judged?.guard.budget ?? 0, spent: judged?.guard.spent ?? 0 }, warnings: warnings.all(),
    };
  });
}

interface Remote {
  readonly repo: ConfigRepo;
  readonly asked: PrepareInput;
  readonly prepared: Prepared;
}

const pushBranches = ({ pushBranch }: PublishOptions): readonly string[] => (pushBranch === undefined ? [] : [pushBranch]);

/** What needs no remote to be refused; told together with what does. */
function refusedBefore({ environment, production, sample = [], source }: PublishInput, { allowSample, allowDirty }: PublishOptions): readonly Problem[] {
  if (!production) return [];
  return [
    ...(allowSample ? [] : sample.map((value) => problem('CHAMP7018', `environments/${environment}/releases.yaml`, { value }))),
    ...(source.isDirty && !allowDirty ? [problem('CHAMP7015', environment, { value: source.sha.slice(0, 12) })] : []),
  ];
}

async function wantedBlobs(repo: ConfigRepo, environment: string, files: ReadonlyMap<string, Buffer>, zones: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const blobOf = await repo.blobId();
  const byZone = new Map<string, Map<string, string>>(zones.map((zone) => [`${environment}/${zone}/`, new Map()]));
  for (const [path, content] of files) for (const [folder, found] of byZone) if (path.startsWith(folder)) found.set(path, blobOf(content));
  return new Map(zones.map((zone) => [zone, byZone.get(`${environment}/${zone}/`)!]));
}

async function judgeAll(remotes: readonly Remote[], { environment, objects, now }: PublishInput, { allowDelete }: PublishOptions): Promise<Judged | undefined> {
  if (!remotes.some(({ prepared }) => prepared.isChanged)) return undefined;
  const after = objects.map(({ file, manifest }) => ({ file: `${environment}/${file}`, manifest }));
  return judgeChange({ environment, remotes, after, now, ...(allowDelete ? { allowDelete } : {}) });
}

/** Publishes one remote, or says what would be. */
async function deliverRemote({ repo, asked, prepared }: Remote, remotes: readonly Remote[], files: ReadonlyMap<string, Buffer>, input: PublishInput, options: PublishOptions, warnings: Problems): Promise<RemoteReport> {
  const { target } = prepared;
  const common = (of: Prepared) => ({ repository: repo.shown, branch: of.target.branch, ...(of.target.base === undefined ? {} : { parent: of.target.base }), zones: zoneReports(of) });
  if (options.dryRun) return { ...common(prepared), state: prepared.isChanged ? 'planned' : 'unchanged', tries: 0 };
  const delivered = await deliver(repo, prepared, {
    author: input.source.author, committer: signedAt(input.committer, input.now), metadata: metadataText(input.environment, input.source),
    message: ({ plans, resumed }) => publishMessage(input.environment, input.source, plans, resumed), content: (path) => files.get(path),
    async again() {
      await repo.fetch(...pushBranches(options));
      const anew = await prepare(repo, asked);
      const judged = await judgeAll(remotes.map((each) => (each.repo === repo ? { ...each, prepared: anew } : each)), input, options);
      const found = [...anew.problems, ...judged?.problems ?? []];
      if (found.length > 0) throw new ProblemError(found);
      return anew;
    },
    ...(options.tries === undefined ? {} : { tries: options.tries }), ...(options.wait ? { wait: options.wait } : {}), ...(options.random ? { random: options.random } : {}),
    ...(options.onStep ? { onStep: options.onStep } : {}), ...(options.onRetry ? { onRetry: options.onRetry } : {}),
  });
  const { commit, tries } = delivered;
  if (commit !== undefined) return { ...common(delivered.prepared), parent: target.base, state: 'pushed', commit, tries };
  const noted = options.pushBranch === undefined ? await note(repo, delivered.prepared, input, warnings) : undefined;
  return { ...common(delivered.prepared), state: 'unchanged', ...(noted === undefined ? {} : { noted }), tries };
}

/** Whoever waits for this source commit must find it, though its output was there before. Not worth a failure. */
async function note(repo: ConfigRepo, { plans, target }: Prepared, { source }: PublishInput, warnings: Problems): Promise<string | undefined> {
  if (target.base === undefined || source.isDirty) return undefined;
  let noted: string | undefined;
  for (const { before } of plans) {
    if (before.source === source.sha) continue;
    const [last] = await repo.commitsOf(target.base, before.folder, ['-1']);
    if (last === undefined) continue;
    try {
      await noteSource(repo, last.sha, source.sha);
      noted = last.sha;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      warnings.push(problem('CHAMP7022', repo.shown, { value: source.sha.slice(0, 12), why: error.problems[0]?.args['why'] ?? '' }));
    }
  }
  return noted;
}
