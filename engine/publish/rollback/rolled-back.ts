/** Blob of each file, by path. */
type Files = ReadonlyMap<string, string>;

/** A rollback that stands: what was undone, and what it left. */
export interface Rollback {
  /** Tree of `Champ-Rolled-Back`. */
  readonly undone: Files;
  /** Tree of the rollback itself. */
  readonly restored: Files;
}

/**
 * Paths that a publish would bring back to what was rolled back. A path is free again once it is something else than the rollback
 * left, since the source has changed it then. A file that is absent counts as a content too.
 */
export function broughtBack(wanted: Files, now: Files, { undone, restored }: Rollback): readonly string[] {
  const found: string[] = [];
  for (const path of new Set([...undone.keys(), ...restored.keys()])) {
    const was = undone.get(path);
    const left = restored.get(path);
    if (was !== left && wanted.get(path) === was && now.get(path) === left) found.push(path);
  }
  return found.sort();
}
