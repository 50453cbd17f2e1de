import { foldersOf } from '../../emit/paths.ts';
import type { Entry } from '../git/reader.ts';
import type { ConfigRepo } from '../git/remote.ts';
import { isOwnFile, type ZoneState } from './zone-state.ts';

/** Something of others where our file goes. */
export interface Obstacle {
  readonly path: string;
  readonly kind: 'file' | 'link' | 'repository' | 'folder' | 'case';
  /** For `case`: how it is spelled there. */
  readonly spelled?: string;
  /** `--discard-edits` may take its place: no file of others is lost but itself. */
  readonly replaceable: boolean;
}

const kindOf = ({ mode }: Entry): 'link' | 'repository' | 'file' => (mode === '120000' ? 'link' : mode === '160000' ? 'repository' : 'file');

/** What stands where files go: an entry of another type, a file that we do not own, a name that differs in case alone. */
export async function obstacles(repo: ConfigRepo, state: ZoneState, wanted: ReadonlyMap<string, string>): Promise<readonly Obstacle[]> {
  const found: Obstacle[] = [...await aboveZone(repo, state)];
  const folders = new Set([...wanted.keys()].flatMap(foldersOf));
  const spelled = new Map([...wanted.keys(), ...folders].map((path) => [path.toLowerCase(), path]));
  const seen = new Set<string>();
  for (const [path, entry] of state.files) {
    const isOurs = state.hashes.has(path) || isOwnFile(state, path);
    const blob = wanted.get(path);
    if (blob !== undefined && kindOf(entry) !== 'file') found.push({ path, kind: kindOf(entry), replaceable: true });
    else if (blob !== undefined && !isOurs && blob !== entry.blob) found.push({ path, kind: 'file', replaceable: true });
    // a link or a file where a folder of ours goes
    if (folders.has(path)) found.push({ path, kind: kindOf(entry), replaceable: false });
    if (isOurs) continue;
    for (const each of [...foldersOf(path), path]) {
      const ours = spelled.get(each.toLowerCase());
      if (ours === undefined || seen.has(each)) continue;
      seen.add(each);
      if (ours !== each) found.push({ path: ours, kind: 'case', spelled: each, replaceable: false });
      else if (each !== path && wanted.has(each)) found.push({ path: each, kind: 'folder', replaceable: false });
    }
  }
  return found;
}

/** `linyi` and `linyi/core` must be folders, and no other spelling of them may be there. */
async function aboveZone(repo: ConfigRepo, { commit, folder }: ZoneState): Promise<readonly Obstacle[]> {
  const [environment = '', zone = ''] = folder.split('/');
  const found: Obstacle[] = [];
  for (const [above, name] of [['', environment], [environment, zone]] as const) {
    const entries = await repo.entries(commit, above);
    const full = (each: string) => (above === '' ? each : `${above}/${each}`);
    for (const [each, entry] of entries) {
      if (each === name && entry.mode !== '040000') return [...found, { path: full(each), kind: kindOf(entry), replaceable: false }];
      if (each !== name && each.toLowerCase() === name.toLowerCase()) found.push({ path: full(name), kind: 'case', spelled: full(each), replaceable: false });
    }
    if (!entries.has(name)) break;
  }
  return found;
}
