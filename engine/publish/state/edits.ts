import { lastChanges } from './last-changes.ts';
import type { Entry } from '../git/reader.ts';
import type { ConfigRepo } from '../git/remote.ts';
import { hashOf, isOwnFile, type ZoneState } from './zone-state.ts';

/** A file of ours that somebody else changed in the config repository. */
export interface Edit {
  readonly path: string;
  readonly how: 'changed' | 'removed' | 'mode';
  /** Commit and author of its newest change. */
  readonly commit: string;
  readonly author: string;
}

/**
 * Files of ours that are not as the ledger says. A file that is what we want now (`wanted` has its blob) is no edit worth a word.
 * Reads only blobs that differ from what is wanted.
 */
export async function editsOf(repo: ConfigRepo, state: ZoneState, wanted: ReadonlyMap<string, string>): Promise<readonly Edit[]> {
  const found: { readonly path: string; readonly how: Edit['how'] }[] = [];
  const unread: { readonly path: string; readonly entry: Entry; readonly hash: string }[] = [];
  for (const [path, hash] of state.hashes) {
    const entry = state.files.get(path);
    if (entry === undefined) {
      if (wanted.has(path)) found.push({ path, how: 'removed' });
    } else if (entry.mode !== '100644') found.push({ path, how: 'mode' });
    else if (wanted.get(path) !== entry.blob && !isOwnFile(state, path)) unread.push({ path, entry, hash });
  }
  const blobs = await repo.blobs(unread.map(({ entry }) => entry.blob));
  for (const { path, entry, hash } of unread) if (hashOf(blobs.get(entry.blob)!) !== hash) found.push({ path, how: 'changed' });
  const changes = await lastChanges(repo, state, found.map(({ path }) => path));
  return found.map(({ path, how }) => ({ path, how, ...changes.get(path)! }));
}
