import type { PlacedObject } from '../../guard/index.ts';
import { problem, type Problem } from '../../problem/index.ts';
import { editsOf } from '../state/edits.ts';
import { objectsOf } from '../state/objects.ts';
import type { ConfigRepo } from '../git/remote.ts';
import { isOwnFile, zoneState, type ZoneState } from '../state/zone-state.ts';

/** A zone as an earlier commit had it. */
export interface Restored {
  readonly state: ZoneState;
  /** Blob of each of our files then, `ledger.json` and `hydrator.metadata` among them. */
  readonly wanted: ReadonlyMap<string, string>;
  readonly objects: readonly PlacedObject[];
  readonly problems: readonly Problem[];
}

/** Reads what an earlier commit published of a zone; what somebody had edited by hand then is refused, since no source ever said so. */
export async function restoredZone(repo: ConfigRepo, commit: string, environment: string, zone: string): Promise<Restored> {
  const state = await zoneState(repo, commit, environment, zone);
  const wanted = new Map([...state.files].filter(([path]) => state.hashes.has(path) || isOwnFile(state, path)).map(([path, { blob }]) => [path, blob]));
  if (state.ledger === undefined) {
    const missing = problem('CHAMP7304', `${repo.shown} ${state.folder}`, { value: commit.slice(0, 12), zone });
    return { state, wanted, objects: [], problems: state.problems.length > 0 ? state.problems : [missing] };
  }
  const edits = await editsOf(repo, state, new Map());
  return {
    state, wanted, objects: await objectsOf(repo, state, environment),
    problems: edits.map(({ path, how, commit: by, author }) => problem('CHAMP7010', `${repo.shown} ${path}`, { value: how, commit: by.slice(0, 12), author })),
  };
}
