import { Problems } from '../../problem/index.ts';
import type { PlacedObject } from '../../guard/index.ts';
import { objectsOf } from '../state/objects.ts';
import type { ConfigRepo } from '../git/remote.ts';
import { hashOf, isOwnFile, zoneState } from '../state/zone-state.ts';

export interface ZoneTree {
  readonly objects: readonly PlacedObject[];
  /** Files of the ledger. */
  readonly files: number;
}

/** What a commit has of a zone; throws unless the folder holds exactly the files of its ledger, byte by byte, and its two own ones. */
export async function zoneTree(repo: ConfigRepo, commit: string, environment: string, zone: string, where: string = repo.shown): Promise<ZoneTree> {
  const state = await zoneState(repo, commit, environment, zone);
  const problems = new Problems();
  problems.push(...state.problems);
  const wrong = (path: string, why: string) => problems.add('CHAMP7213', where, { value: path, why });
  if (!state.ledger) wrong(`${state.folder}/ledger.json`, 'missing');
  else if (state.ledger.environment !== environment) wrong(`${state.folder}/ledger.json`, `environment ${state.ledger.environment}`);
  const blobs = await repo.blobs([...state.files.values()].filter(({ mode }) => mode.startsWith('100')).map(({ blob }) => blob));
  for (const [path, { mode, blob }] of state.files) {
    const hash = state.hashes.get(path);
    const bytes = blobs.get(blob);
    if (mode !== '100644' || bytes === undefined) wrong(path, `mode ${mode}`);
    else if (hash === undefined && !isOwnFile(state, path)) wrong(path, 'not in the ledger');
    else if (hash !== undefined && hashOf(bytes) !== hash) wrong(path, 'other bytes than the ledger says');
  }
  for (const path of state.hashes.keys()) if (!state.files.has(path)) wrong(path, 'missing');
  problems.throwIfAny();
  return { objects: await objectsOf(repo, state, environment), files: state.hashes.size };
}
