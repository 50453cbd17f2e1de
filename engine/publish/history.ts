import { ledgerFiles, type Ledger } from '../emit/index.ts';
import { problem, ProblemError } from '../problem/index.ts';
import { countsIn, type Counts } from './message.ts';
import { sourcesIn } from './git/notes.ts';
import { objectChanges, type ObjectChange } from './state/object-changes.ts';
import type { ConfigRepo } from './git/remote.ts';
import { resolveRevision } from './state/revision.ts';
import { ENVIRONMENT, ROLLBACK_TO, ROLLED_BACK, SOURCE_COMMIT, trailersOf, zonesIn } from './state/trailers.ts';
import { zoneState, type ZoneState } from './state/zone-state.ts';

/** One change of what is deployed. */
export interface HistoryEntry {
  readonly commit: string;
  /** When it was committed, ISO 8601. */
  readonly date: string;
  readonly author: string;
  /** `other` is no commit of champ's: somebody edited the folder. */
  readonly kind: 'publish' | 'rollback' | 'other';
  readonly subject: string;
  readonly zones: readonly string[];
  readonly counts: Readonly<Record<string, Counts>>;
  /** Source commit; ends with `-dirty` when it was not the commit alone. */
  readonly source?: string;
  /** Later source commits that gave the same. */
  readonly alsoSources: readonly string[];
  /** Of a rollback: what was gone back to, and what was undone. */
  readonly to?: string;
  readonly undone?: string;
}

/** What changed the zones of an environment, newest first. */
export async function history(repo: ConfigRepo, environment: string, zones: readonly string[], limit: number): Promise<readonly HistoryEntry[]> {
  const tip = repo.tip();
  if (tip === undefined) return [];
  const commits = await repo.log([tip], [`-${limit}`], zones.map((zone) => `${environment}/${zone}`));
  const notes = await repo.notesOf(commits.map(({ sha }) => sha));
  return commits.map(({ sha, date, author, message }): HistoryEntry => {
    const trailers = trailersOf(message);
    const isOurs = trailers.get(ENVIRONMENT) === environment;
    const [undone, to, source] = [trailers.get(ROLLED_BACK), trailers.get(ROLLBACK_TO), trailers.get(SOURCE_COMMIT)];
    return {
      commit: sha, date, author, kind: !isOurs ? 'other' : undone === undefined ? 'publish' : 'rollback', subject: message.split('\n')[0] ?? '',
      zones: isOurs ? zonesIn(trailers) : [], counts: isOurs ? Object.fromEntries(countsIn(message)) : {}, alsoSources: sourcesIn(notes.get(sha) ?? ''),
      ...(isOurs && source ? { source } : {}), ...(isOurs && to ? { to } : {}), ...(isOurs && undone ? { undone } : {}),
    };
  });
}

/** The part of a commit that differs from another one. */
export interface Differing {
  /** Rows of the objects and files that differ, no others. */
  readonly ledger: Ledger;
  /** Bytes of their files, by path below the folder of the environment. */
  readonly contents: ReadonlyMap<string, Buffer>;
}

export interface HistoryDiff {
  readonly changes: readonly ObjectChange[];
  readonly before: Differing;
  readonly after: Differing;
}

/** What changed between two commits, each of the config repository or of the source, object by object. */
export async function historyDiff(repo: ConfigRepo, environment: string, zones: readonly string[], from: string, to: string): Promise<HistoryDiff> {
  const [a, b] = [await resolveRevision(repo, environment, from), to === '' ? tipOf(repo, to) : await resolveRevision(repo, environment, to)];
  const changes: ObjectChange[] = [];
  const [before, after]: [ZoneState[], ZoneState[]] = [[], []];
  for (const zone of zones) {
    const [was, is] = [await zoneState(repo, a, environment, zone), await zoneState(repo, b, environment, zone)];
    const problems = [...was.problems, ...is.problems];
    if (problems.length > 0) throw new ProblemError(problems);
    changes.push(...objectChanges(was.ledger, is.ledger));
    before.push(was);
    after.push(is);
  }
  const files = new Set(changes.flatMap(({ file, from: former }) => [file, former ?? file]));
  return { changes, before: await differing(repo, environment, before, files), after: await differing(repo, environment, after, files) };
}

async function differing(repo: ConfigRepo, environment: string, states: readonly ZoneState[], files: ReadonlySet<string>): Promise<Differing> {
  const ledgers = states.flatMap(({ ledger }) => ledger ?? []);
  const ledger: Ledger = { version: 1, environment, objects: ledgers.flatMap(({ objects }) => objects.filter(({ file }) => files.has(file))), files: ledgers.flatMap((each) => each.files.filter(({ file }) => files.has(file))) };
  const blobOf = new Map(states.flatMap((state) => [...state.files].map(([path, { blob }]) => [path.slice(environment.length + 1), blob] as const)));
  const blobs = await repo.blobs(ledgerFiles(ledger).flatMap(({ file }) => blobOf.get(file) ?? []));
  return { ledger, contents: new Map(ledgerFiles(ledger).flatMap(({ file }) => { const bytes = blobs.get(blobOf.get(file) ?? ''); return bytes ? [[file, bytes] as const] : []; })) };
}

function tipOf(repo: ConfigRepo, value: string): string {
  const tip = repo.tip();
  if (tip === undefined) throw new ProblemError([problem('CHAMP7301', repo.shown, { value, branch: repo.branch })]);
  return tip;
}
