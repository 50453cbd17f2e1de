import { problem, type Problem } from '../problem/index.ts';
import { editsOf } from './state/edits.ts';
import { obstacles, type Obstacle } from './state/in-the-way.ts';
import { lastChanges } from './state/last-changes.ts';
import { LEDGER, METADATA } from './state/published.ts';
import type { ConfigRepo } from './git/remote.ts';
import { isOwnFile, zoneState, type ZoneState } from './state/zone-state.ts';

/** What a commit would do to one zone; paths are those of the repository, sorted. */
export interface ZonePlan {
  readonly zone: string;
  readonly before: ZoneState;
  /** Blob of every file that is wanted, `hydrator.metadata` left out. */
  readonly wanted: ReadonlyMap<string, string>;
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** Files of others in the zone's folder; they stay. */
  readonly foreign: readonly string[];
  /** Our files that differ from what others put there and that are replaced. */
  readonly discarded: readonly string[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export interface ZoneWanted {
  readonly environment: string;
  readonly zone: string;
  /** Blob of every file, by path; `hydrator.metadata` left out. */
  readonly wanted: ReadonlyMap<string, string>;
}

export const isChanged = ({ created, changed, removed }: Pick<ZonePlan, 'created' | 'changed' | 'removed'>): boolean => created.length + changed.length + removed.length > 0;

/** Compares what is wanted of a zone with what a commit has, and says what stands in the way. */
export async function planZone(repo: ConfigRepo, commit: string | undefined, { environment, zone, wanted }: ZoneWanted, { discardEdits = false } = {}): Promise<ZonePlan> {
  const before = await zoneState(repo, commit, environment, zone);
  const [created, changed]: [string[], string[]] = [[], []];
  for (const [path, blob] of wanted) {
    const entry = before.files.get(path);
    if (entry === undefined) created.push(path);
    else if (entry.blob !== blob || entry.mode !== '100644') changed.push(path);
  }
  const removed = [...before.hashes.keys()].filter((path) => !wanted.has(path) && before.files.has(path)).sort();
  const foreign = [...before.files.keys()].filter((path) => !wanted.has(path) && !before.hashes.has(path) && !isOwnFile(before, path)).sort();
  const { problems, warnings, discarded } = await objections(repo, before, wanted, discardEdits);
  if (foreign.length > 0) warnings.push(problem('CHAMP7017', `${repo.shown} ${before.folder}`, { value: foreign.slice(0, 5).join(', ') + (foreign.length > 5 ? ', ...' : ''), count: foreign.length }));
  return {
    zone, before, wanted, created: created.sort(), changed: changed.sort(), removed, unchanged: wanted.size - created.length - changed.length, foreign, discarded, problems, warnings,
  };
}

/** Objects are what people count; the ledger and the metadata follow them. */
export const isContent = (path: string): boolean => !path.endsWith(`/${LEDGER}`) && !path.endsWith(`/${METADATA}`);

interface Objections {
  readonly problems: Problem[];
  readonly warnings: Problem[];
  readonly discarded: readonly string[];
}

async function objections(repo: ConfigRepo, before: ZoneState, wanted: ReadonlyMap<string, string>, discardEdits: boolean): Promise<Objections> {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const discarded: string[] = [];
  (discardEdits ? warnings : problems).push(...before.problems);
  // without a ledger everything looks like others' work, which says nothing more
  if (problems.length > 0) return { problems, warnings, discarded };
  const inTheWay = await obstacles(repo, before, wanted);
  const isTaken = ({ kind, replaceable }: Obstacle) => kind !== 'case' && !(replaceable && discardEdits);
  const changes = await lastChanges(repo, before, inTheWay.filter(isTaken).map(({ path }) => path));
  for (const { path, kind, spelled, replaceable } of inTheWay) {
    const where = `${repo.shown} ${path}`;
    if (replaceable && discardEdits) discarded.push(path);
    else if (kind === 'case') problems.push(problem('CHAMP7012', where, { value: spelled, path }));
    else {
      const { commit, author } = changes.get(path)!;
      problems.push(problem(replaceable ? 'CHAMP7011' : 'CHAMP7009', where, { value: kind, path, commit: commit.slice(0, 12), author }));
    }
  }
  const named = new Set(inTheWay.map(({ path }) => path));
  for (const { path, how, commit, author } of await editsOf(repo, before, wanted)) {
    if (named.has(path)) continue;
    if (discardEdits) discarded.push(path);
    else problems.push(problem('CHAMP7010', `${repo.shown} ${path}`, { value: how, commit: commit.slice(0, 12), author }));
  }
  if (discarded.length > 0) warnings.push(problem('CHAMP7027', `${repo.shown} ${before.folder}`, { value: discarded.slice(0, 5).join(', ') + (discarded.length > 5 ? ', ...' : ''), count: discarded.length }));
  return { problems, warnings, discarded };
}
